package render

import (
	"cmp"
	"slices"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// shelf shows what is held: first what ends soonest, then what does not end,
// then what has expired.
func (d *deck) shelf() drawn {
	card := &cards.Shelf{More: words.CardMore}
	held := credentialsByUrgency(d.Credentials)
	slices.SortStableFunc(held, func(a, b *tracker.Credential) int { return cmp.Compare(expired(a), expired(b)) })
	var said []string
	for _, c := range held {
		item := cards.ShelfItem{
			Label: words.Shown(c.Title, c.ID, nameLength), By: words.Short(c.Issuer, nameLength), State: words.ShelfState(c),
			Left: left(c, d.Today), Tone: credentialTone(c),
		}
		card.Items = append(card.Items, item)
		said = append(said, words.Labelled(words.Clauses(item.Label, item.By), item.State))
	}
	card.Desc = words.Sentences(said)
	return drawn{card, &card.Frame, len(said) > 0}
}

func expired(c *tracker.Credential) int {
	if c.Status == tracker.CredentialExpired {
		return 1
	}
	return 0
}

// left is how much of a credential's validity is to come, in thousandths; -1 for
// one that does not end.
func left(c *tracker.Credential, today civil.Date) int {
	if c.Expires == nil {
		return -1
	}
	days, all := int(*c.Expires-today), int(*c.Expires-c.Earned)
	if days <= 0 || all <= 0 {
		return 0
	}
	return min(days*1000/all, 1000)
}

func credentialTone(c *tracker.Credential) cards.Tone {
	switch c.Status {
	case tracker.CredentialDueSoon:
		return cards.Soon
	case tracker.CredentialExpired:
		return cards.Broken
	}
	return cards.Good
}
