package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

func (a *app) finishCommand() *cobra.Command {
	var f entryFlags
	c := &cobra.Command{
		Use: "finish [KIND] TITLE", GroupID: groupDaily,
		Short:   "Finish what was begun",
		Long:    "Put the day into the entry that was begun, today unless --on DAY says otherwise, and show\nwhat it did to the goals. Every other byte of the log stays as it was.",
		Example: "  hone finish \"Team Topologies\"\n  hone finish course \"Go in a week\" --on yesterday",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) < 1 && !a.asks || len(args) > 2 {
				return usage("hone finish takes a title, like: hone finish \"Team Topologies\"")
			}
			return nil
		},
		RunE:              func(_ *cobra.Command, args []string) error { return a.finish(args, f) },
		ValidArgsFunction: a.completeBegun,
	}
	c.Flags().Var((*filled)(&f.on), "on", "the `day` it was done")
	c.Flags().BoolVar(&f.dryRun, "dry-run", false, "show the entry and write nothing")
	c.Flags().BoolVar(&f.commit, "commit", false, "commit the file it stands in, and nothing else")
	return c
}

// begun returns the entries that are begun and not finished, of a kind or, with
// nil, of any.
func (b *logbook) begun(k *tracker.Kind) (under []*tracker.Entry) {
	for i := range b.log.Entries {
		e := &b.log.Entries[i]
		done := e.When.Set
		if e.Kind.Counts != "finished" {
			done = e.Field("finished") != ""
		}
		if !done && !e.Dropped.Set && e.Kind.Key("finished") != nil && (k == nil || e.Kind == k) {
			under = append(under, e)
		}
	}
	return under
}

// begunAs returns those of a title, in any case.
func (b *logbook) begunAs(k *tracker.Kind, title string) []*tracker.Entry {
	return slices.DeleteFunc(b.begun(k), func(e *tracker.Entry) bool { return !called(e, title) })
}

func called(e *tracker.Entry, title string) bool {
	return title != "" && strings.EqualFold(words.Plain(e.Title), words.Plain(title))
}

// picked is the n-th entry, from 0, of a kind and a title that is begun.
type picked struct {
	kind  *tracker.Kind
	title string
	n     int
}

// finish fills in the day on which an entry was finished.
func (a *app) finish(args []string, f entryFlags) error {
	var kind *tracker.Kind
	if len(args) == 2 {
		var err error
		if kind, err = a.kindOf("finish", args[0], lastingKinds()); err != nil {
			return err
		}
		args = args[1:]
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	title := ""
	if len(args) == 1 {
		title = args[0]
	}
	e, err := a.pick(b, kind, title)
	if err != nil {
		return err
	}
	p := picked{kind: e.Kind, title: e.Title}
	p.n = slices.Index(b.begunAs(e.Kind, e.Title), e)
	return a.finishEntry(b, p, f.on, f)
}

// finishEntry puts the day into an entry.
func (a *app) finishEntry(b *logbook, p picked, on string, f entryFlags) error {
	day, err := dayReader(b.today)(on)
	if on == "" {
		day, err = tracker.OnDay(b.today), nil
	}
	if err != nil {
		return usage("--on: %v", err)
	}
	key := p.kind.Key("finished")
	values, err := key.Write([]string{day.String()}, tracker.ParseDay)
	if err != nil {
		return usage("--on: %v", err)
	}
	w := writing{
		what: fmt.Sprintf("the %s was not finished", p.kind.Name), message: subject("Finish", p.kind.Name, p.title),
		dryRun: f.dryRun, commit: f.commit,
		shows: func(after *logbook, d deed) string { return after.around(d) },
	}
	return a.do(b, w, func(b *logbook) (deed, error) {
		under := b.begunAs(p.kind, p.title)
		if p.n < 0 || p.n >= len(under) {
			return deed{}, exitError{exitNoWork, fmt.Sprintf("%q is no longer open: the log changed in the meantime", p.title)}
		}
		name, line := b.log.Line(under[p.n])
		old := b.files[fileAt(b.files, name)].Data
		in, err := tracker.SetKey(old, line, values[0], p.kind.Begins)
		if err != nil {
			return deed{}, a.noDeed(b, name, err)
		}
		return deed{name, old, in.Text, lines{in.Line, in.Line}}, nil
	})
}

// around returns the table in which a deed's new lines stand.
func (b *logbook) around(d deed) string {
	text := ""
	for _, p := range b.log.Passages() {
		if p.File == d.file && p.Line <= d.new.from {
			text = p.Text
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(text, "\r\n", "\n"))
}

// pick returns the entry that a title means. What is not clear is asked at a
// terminal, and else an error.
func (a *app) pick(b *logbook, kind *tracker.Kind, title string) (*tracker.Entry, error) {
	under := b.begun(kind)
	if len(under) == 0 {
		return nil, usage("nothing is begun; what is done goes in with: hone add KIND %q", words.Plain(title))
	}
	q := a.asking()
	exact := b.begunAs(kind, title)
	switch {
	case len(exact) == 1:
		return exact[0], nil
	case len(exact) > 1 && q == nil:
		return nil, usage("%q is begun more than once: %s; name the kind too, or finish it by hand: hone edit", title, strings.Join(b.placesOf(exact), ", "))
	case len(exact) > 1:
		return b.choose(q, exact)
	case title == "":
		return b.choose(q, under)
	}
	near := nearestOf(under, title)
	switch {
	case near != nil && q == nil:
		return nil, usage("nothing that is called %q is begun; did you mean %q?", title, words.Plain(near.Title))
	case near != nil:
		is, err := q.yes(fmt.Sprintf("Nothing that is called %q is begun. Did you mean %q?", words.Plain(title), words.Plain(near.Title)))
		if err != nil || is {
			return near, err
		}
		return b.choose(q, under)
	case q != nil:
		return b.choose(q, under)
	}
	return nil, usage("nothing that is called %q is begun; there is %s", title, strings.Join(b.placesOf(under), ", "))
}

// choose asks which entry is meant.
func (b *logbook) choose(q *asker, under []*tracker.Entry) (*tracker.Entry, error) {
	at, err := q.choice("Which one?", b.placesOf(under), 0)
	if err != nil {
		return nil, err
	}
	return under[at], nil
}

// placesOf says what entries are called and where they stand, the first twenty.
func (b *logbook) placesOf(under []*tracker.Entry) (all []string) {
	for _, e := range under[:min(len(under), 20)] {
		file, line := b.log.Line(e)
		all = append(all, fmt.Sprintf("%s (%s, %s:%d)", words.Short(e.Name(), 60), e.Kind.Name, file, line))
	}
	return all
}

// nearestOf returns the entry whose title is most like another, or the only one
// that has it as a part; nil when there is none.
func nearestOf(under []*tracker.Entry, title string) *tracker.Entry {
	var titles []string
	for _, e := range under {
		titles = append(titles, strings.ToLower(words.Plain(e.Title)))
	}
	title = strings.ToLower(words.Plain(title))
	if near := tracker.Nearest(title, titles); near != "" {
		return under[slices.Index(titles, near)]
	}
	at := -1
	for i, t := range titles {
		if strings.Contains(t, title) {
			if at >= 0 {
				return nil
			}
			at = i
		}
	}
	if at < 0 {
		return nil
	}
	return under[at]
}

// begunBefore asks, of what is to be added as done and stands in the log as
// begun, whether that is the one. It returns nil when a new entry is wanted, and
// does not ask where more is given than a title and a day.
func (a *app) begunBefore(b *logbook, w wish) (*picked, error) {
	q := a.asking()
	under := b.begunAs(w.kind, w.title())
	more := maps.Clone(w.given)
	delete(more, "title")
	delete(more, w.kind.Counts)
	if q == nil || w.kind.Counts != "finished" || len(under) != 1 || len(more) > 0 {
		return nil, nil
	}
	file, line := b.log.Line(under[0])
	is, err := q.yes(fmt.Sprintf("You began it: %s:%d. Finish that one?", file, line))
	if err != nil || !is {
		return nil, err
	}
	return &picked{kind: w.kind, title: w.title()}, nil
}
