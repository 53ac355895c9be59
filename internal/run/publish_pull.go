package run

import (
	"context"
	"crypto/sha256"
	"fmt"
	"hash"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/words"
)

// maxListed is how many files the text of a pull request lists.
const maxListed = 20

// proposeFiles has one pull request hold what the log's branch lacks.
func (k *work) proposeFiles(ctx context.Context) error {
	client, err := k.client(k.in)
	if err != nil {
		return err
	}
	p := forge.Proposal{Base: k.Branch, Head: "hone/update", Messages: []string{message}}
	title := message
	if k.in.Name != "" {
		p.Head += "-" + k.in.Name
		title += " of " + k.in.Name
	}
	made, err := client.Propose(ctx, p, func(base, head *forge.Tip) (forge.Draft, error) {
		change, err := k.change(shown(base), shown(head))
		if err != nil {
			return forge.Draft{}, err
		}
		state, err := k.state(shown(base))
		return forge.Draft{Change: forge.Change(change), Title: title, Body: k.pullBody, State: state}, err
	})
	if err != nil {
		return err
	}
	k.done.Pull = made.Number
	switch address := fmt.Sprintf("%s/pull/%d", k.URL(), made.Number); {
	case made.Held:
		k.done.Plan.note("pull request #%d was closed with these changes in it: it stays closed until an entry or a status changes (%s)", made.Number, address)
	case made.Number > 0:
		k.done.Plan.note("the changes wait in pull request #%d: %s", made.Number, address)
	}
	if made.Renewed {
		k.done = k.done.with(repo.Result(made.Result))
	}
	return nil
}

// state is a word for the log and where it stands. The day is not in it: cards
// alone, which are drawn anew each week, do not undo a person's no.
func (k *work) state(tip Tip) (string, error) {
	files, err := k.log(tip)
	if err != nil {
		return "", err
	}
	h := sha256.New()
	for _, f := range files {
		part(h, f.path, f.data)
	}
	for _, name := range slices.Sorted(maps.Keys(k.done.Plan.Pictures)) {
		if strings.HasPrefix(path.Base(name), "badge-") {
			part(h, name, k.done.Plan.Pictures[name])
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)), nil
}

func part(h hash.Hash, name string, data []byte) {
	fmt.Fprintf(h, "%d %s %d ", len(name), name, len(data))
	h.Write(data)
}

// pullBody is the text of the pull request.
func (k *work) pullBody(r forge.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "Badges, cards and README, made from the log as it is on %s.\n\n", words.Escape(k.Branch))
	listFiles(&b, r)
	b.WriteString("\nMerge it and they are shown. While it is open it is kept current; it stays closed if you close it, until an entry or a status changes.\n")
	return b.String()
}

func listFiles(b *strings.Builder, r forge.Result) {
	lines := make([]string, 0, len(r.Written)+len(r.Removed))
	for _, name := range r.Written {
		lines = append(lines, words.Escape(name))
	}
	for _, name := range r.Removed {
		lines = append(lines, words.Escape(name)+" (removed)")
	}
	for _, l := range lines[:min(len(lines), maxListed)] {
		b.WriteString("- " + l + "\n")
	}
	if more := len(lines) - maxListed; more > 0 {
		fmt.Fprintf(b, "- and %d more\n", more)
	}
}
