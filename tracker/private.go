package tracker

import (
	"cmp"
	"slices"
	"strings"
)

// markPrivate marks the findings that stand in, or name, what is kept from the
// public.
func (l *Log) markPrivate(findings []Finding) []Finding {
	if len(findings) == 0 || !l.hasPrivate() {
		return findings
	}
	heads, names := l.private()
	for i := range findings {
		f := &findings[i]
		at, found := slices.BinarySearchFunc(heads, head{file: f.File, line: f.Line}, func(a, b head) int {
			return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
		})
		if !found {
			at--
		}
		f.Private = at >= 0 && heads[at].file == f.File && heads[at].private ||
			slices.ContainsFunc(names, func(n string) bool {
				return strings.Contains(f.Message, n) || strings.Contains(f.Help, n)
			})
	}
	return findings
}

func (l *Log) hasPrivate() bool {
	return slices.ContainsFunc(l.Goals, func(g *Goal) bool { return g.Latest().Private }) ||
		slices.ContainsFunc(l.Entries, func(e Entry) bool { return e.Private })
}

// head is where an entry or a goal begins.
type head struct {
	file    string
	line    int
	private bool
}

// private returns where entries and goals begin, in order, and the names of
// those that are private.
func (l *Log) private() (heads []head, names []string) {
	add := func(at Place, private bool, called ...string) {
		if at.file == 0 {
			return
		}
		src := l.sources[at.file-1]
		line, _ := src.Position(int(at.span.Start))
		heads = append(heads, head{src.Name, line, private})
		for _, n := range called {
			if private && n != "" {
				names = append(names, n)
			}
		}
	}
	for i := range l.Entries {
		e := &l.Entries[i]
		add(e.at, e.Private, e.ID, e.Title)
	}
	for _, g := range l.Goals {
		for i := range g.Definitions {
			d := &g.Definitions[i]
			add(d.at, g.Latest().Private, g.ID, d.Title)
		}
	}
	slices.SortFunc(heads, func(a, b head) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.line, b.line))
	})
	return heads, names
}
