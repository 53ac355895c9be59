package tracker

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker/civil"
)

// CredentialStatus says in a word where a credential stands.
type CredentialStatus string

// The statuses of a credential.
const (
	CredentialCurrent CredentialStatus = "current"
	CredentialDueSoon CredentialStatus = "due-soon" // within 90 days of its expiry
	CredentialExpired CredentialStatus = "expired"
)

// renewalNotice is how many days before its expiry a credential is due soon.
const renewalNotice = 90

// Credential is a certification that is held, with where it stands. It stands
// by its dates: the one it was last earned on, and the expiry printed on it.
type Credential struct {
	ID, Title, Issuer string
	Status            CredentialStatus
	Earned            civil.Date  // last earned or renewed
	Expires           *civil.Date // nil: it does not
	DaysLeft          *int        // until Expires; negative after it
	Private           bool
	Entry             *Entry // the one last earned
}

// Credentials returns where every credential stands today, in the order in
// which the log first names them. One that is still to be earned, or was given
// up, is not held.
func (l *Log) Credentials(today civil.Date) []Credential {
	var order []string
	held := map[string][]*Entry{}
	ids := l.credentialIDs()
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Kind.Name != "certification" || e.faulty || !e.When.Set {
			continue
		}
		id := cmp.Or(e.ID, ids[e.Title])
		if held[id] == nil {
			order = append(order, id)
		}
		held[id] = append(held[id], e)
	}
	var found []Credential
	for _, id := range order {
		if c, ok := credential(id, held[id], today); ok {
			found = append(found, c)
		}
	}
	return found
}

// credentialIDs names the certifications that have no id by their titles: a
// title is one credential, and two titles are two.
func (l *Log) credentialIDs() map[string]string {
	ids, taken := map[string]string{}, map[string]bool{"all": true}
	for _, g := range l.Goals {
		taken[g.ID] = true
	}
	for i := range l.Entries {
		if e := &l.Entries[i]; e.Kind.Name == "certification" && e.ID != "" {
			taken[e.ID] = true
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		if e.Kind.Name != "certification" || e.ID != "" || ids[e.Title] != "" {
			continue
		}
		ids[e.Title] = freeID(e.Title, taken)
		taken[ids[e.Title]] = true
	}
	return ids
}

// freeID makes an id of a title that is not taken, at most 40 characters long.
func freeID(title string, taken map[string]bool) string {
	base := slugOf(title)
	if base == "entry" { // not a letter that a slug can have
		base = "certification"
	}
	if !taken[base] {
		return base
	}
	if id := slugOf("certification " + title); base != "certification" && !taken[id] {
		return id
	}
	for n := 2; ; n++ {
		tail := "-" + strconv.Itoa(n)
		if id := strings.TrimRight(base[:min(len(base), 40-len(tail))], "-") + tail; !taken[id] {
			return id
		}
	}
}

// credential returns the standing of a certification from all its renewals.
func credential(id string, entries []*Entry, today civil.Date) (Credential, bool) {
	entries = slices.DeleteFunc(slices.Clone(entries), func(e *Entry) bool {
		return e.When.On(today) > today
	})
	if len(entries) == 0 {
		return Credential{}, false
	}
	slices.SortStableFunc(entries, func(a, b *Entry) int { return cmp.Compare(a.When.On(today), b.When.On(today)) })
	e := entries[len(entries)-1]
	if e.Dropped.Set && e.Dropped.On(today) <= today {
		return Credential{}, false
	}
	c := Credential{ID: id, Title: e.Title, Issuer: e.Field("issuer"), Status: CredentialCurrent, Earned: e.When.On(today), Private: e.Private, Entry: e}
	if e.Expires.Set {
		expires := e.Expires.Last()
		left := int(expires - today)
		c.Expires, c.DaysLeft = &expires, &left
		switch {
		case left < 0:
			c.Status = CredentialExpired
		case left <= renewalNotice:
			c.Status = CredentialDueSoon
		}
	}
	return c, true
}
