package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/change"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// What a comment lists of findings, and of rows of its table.
const (
	commentFindings = 20
	commentRows     = 25
)

// Comment tells a change in Markdown, under a pull request and in the summary of
// its run. With an error it is what to mend, with warnings what the change does
// and what to look at; else one line. prefix is the path from the repository's
// root to the log's, with its slash.
func Comment(c Change, prefix string) string {
	var b strings.Builder
	errs := tracker.Errors(c.Findings)
	switch n := len(c.Findings); {
	case errs > 0:
		fmt.Fprintf(&b, "**Learning log: %s before it can be counted.**\n", c.toMend(errs))
	case n > 0:
		fmt.Fprintf(&b, "**Learning log: %s.** %s\n", words.Escape(c.tally()), toLookAt(n))
		b.WriteString(c.table())
	default:
		fmt.Fprintf(&b, "**Learning log: %s, nothing to mend.**%s\n", words.Escape(c.tally()), c.outcome())
	}
	b.WriteString(c.faults(prefix))
	if n := Elsewhere(c); n != "" {
		fmt.Fprintf(&b, "\n%s\n", strings.Replace(n, "hone check", "`hone check`", 1))
	}
	if c.Hidden {
		b.WriteString("\n<sub>entries with `public = false` count and are not named</sub>\n")
	}
	return b.String()
}

// toMend says what needs a fix: entries, where all errors are of some.
func (c Change) toMend(errs int) string {
	switch entries, only := c.Wrong(c.Findings); {
	case only && entries == 1:
		return "1 entry needs a fix"
	case only:
		return fmt.Sprintf("%d entries need a fix", entries)
	case errs == 1:
		return "1 fix is needed"
	}
	return fmt.Sprintf("%d fixes are needed", errs)
}

func toLookAt(n int) string {
	if n == 1 {
		return "One thing to look at."
	}
	return fmt.Sprintf("%d things to look at.", n)
}

// outcome says in a sentence how the goals stand that stand otherwise.
func (c Change) outcome() string {
	const most = 6
	var said []string
	for _, m := range c.moved() {
		if m.After != nil {
			said = append(said, words.Escape(words.NowAt(m.After)))
		}
	}
	if len(said) == 0 {
		return ""
	}
	if more := len(said) - most; more > 0 {
		said = append(said[:most], fmt.Sprintf("and %d more", more))
	}
	return " " + strings.Join(said, ", ") + "."
}

// faults lists the findings, each at its place.
func (c Change) faults(prefix string) string {
	var b strings.Builder
	for i, f := range c.Findings {
		if i == 0 {
			b.WriteString("\n")
		}
		if i == commentFindings {
			fmt.Fprintf(&b, "- and %d more\n", len(c.Findings)-i)
			break
		}
		at := ""
		if f.File != "" {
			at = code(fmt.Sprintf("%s%s:%d", prefix, f.File, f.Line)) + " "
		}
		fmt.Fprintf(&b, "- %s%s (`%s`, %s)\n", at, words.Escape(Sentence(f)), f.Code, f.Severity)
	}
	return b.String()
}

// code shows a path as code, where nothing in it can end that or be taken for
// something else; other paths are escaped.
func code(path string) string {
	for _, r := range path {
		if r != '/' && r != '.' && r != '-' && r != '_' && r != ':' && r != ' ' && (r < '0' || r > '9') && (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') {
			return words.Escape(words.Short(path, 200))
		}
	}
	return "`" + words.Short(path, 200) + "`"
}

// changeRow is a line of the table: entries, what they count for, and where that
// stood and stands.
type changeRow struct{ what, goal, before, after string }

// table shows what the change does, by goal: the entries that count for it, and
// before and after; then the entries that move none.
func (c Change) table() string {
	rows := c.rows()
	if len(rows) == 0 {
		return ""
	}
	var b strings.Builder
	head := "change"
	if c.onlyAdds() {
		head = "added"
	}
	fmt.Fprintf(&b, "\n| %s | counts for | before | after |\n|---|---|---|---|\n", head)
	for i, r := range rows {
		if i == commentRows {
			fmt.Fprintf(&b, "| and %d more | | | |\n", len(rows)-i)
			break
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", r.what, r.goal, r.before, r.after)
	}
	return b.String()
}

func (c Change) rows() (rows []changeRow) {
	cause := c.causes()
	told := map[*tracker.Entry]bool{}
	for _, m := range c.moved() {
		one := m.After
		if one == nil {
			one = m.Before
		}
		r := changeRow{"", words.Escape(one.Title), orDash(words.Position(m.Before)), orDash(words.Position(m.After))}
		if m.After != nil && m.After.Status == tracker.Done {
			r.after = "**" + r.after + "**"
		}
		var said []string
		for _, x := range cause {
			if slices.Contains(x.goals, m.ID) {
				said = append(said, x.says)
				told[x.entry] = true
			}
		}
		for _, t := range c.Tables {
			if t.Name == "goal" && t.ID == m.ID {
				said = append(said, "the goal, "+string(t.How))
			}
		}
		r.what = joined(said, c.Tables)
		rows = append(rows, r)
	}
	for _, m := range c.Credentials {
		one := m.After
		if one == nil {
			one = m.Before
		}
		r := changeRow{"", words.Escape(one.Title), orDash(words.CredentialPosition(m.Before)), orDash(words.CredentialPosition(m.After))}
		for _, x := range cause {
			if x.entry == one.Entry {
				r.what = x.says
				told[x.entry] = true
			}
		}
		rows = append(rows, r)
	}
	for _, x := range cause {
		if told[x.entry] {
			continue
		}
		r := changeRow{what: x.says, goal: "no goal"}
		if len(x.titles) > 0 {
			r.goal = strings.Join(x.titles, ", ")
		}
		rows = append(rows, r)
	}
	return rows
}

// orDash is a cell of the table.
func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return words.Escape(s)
}

// joined is what moved a goal; without an entry it was something else.
func joined(said []string, tables []change.Table) string {
	const most = 5
	if more := len(said) - most; more > 0 {
		said = append(said[:most:most], fmt.Sprintf("and %d more", more))
	}
	if len(said) == 0 {
		for _, t := range tables {
			if t.Name == "pause" || t.Name == "settings" || t.Name == "preset" {
				return t.Name + " " + string(t.How)
			}
		}
	}
	return strings.Join(said, "<br>")
}

// cause is an entry of the change, in Markdown, with the goals that it counts
// for.
type cause struct {
	entry  *tracker.Entry
	says   string
	goals  []string
	titles []string
}

// causes are the entries of the change, those that came first.
func (c Change) causes() (all []cause) {
	before := c.counting(c.Before, func(m change.Move) *tracker.Standing { return m.Before })
	after := c.counting(c.After, func(m change.Move) *tracker.Standing { return m.After })
	add := func(e *tracker.Entry, how, when string, standings ...*tracker.Standing) {
		x := cause{entry: e, says: how + strings.TrimSpace(words.Escape(words.Sort(e))+" "+emphasis(words.Called(e))) + when}
		for _, s := range standings {
			if !slices.Contains(x.goals, s.ID) {
				x.goals, x.titles = append(x.goals, s.ID), append(x.titles, words.Escape(s.Title))
			}
		}
		all = append(all, x)
	}
	how := "added: "
	if c.onlyAdds() {
		how = ""
	}
	for _, e := range c.Added {
		add(e, how, ", "+words.Deed(e, c.Today), after[e]...)
	}
	for _, e := range c.Edited {
		add(e.After, "changed: ", ", "+words.Deed(e.After, c.Today), append(slices.Clone(after[e.After]), before[e.Before]...)...)
	}
	for _, e := range c.Removed {
		add(e, "removed: ", "", before[e]...)
	}
	return all
}

// onlyAdds reports whether the change does nothing but add entries.
func (c Change) onlyAdds() bool { return c.ChangedN+c.RemoveN+len(c.Tables) == 0 }

// counting finds the goals of a log that each entry of the change counts for,
// also when its day is still to come.
func (c Change) counting(l *tracker.Log, at func(change.Move) *tracker.Standing) map[*tracker.Entry][]*tracker.Standing {
	last := c.Today
	for i := range l.Entries {
		last = max(last, l.Entries[i].When.Last())
	}
	found := map[*tracker.Entry][]*tracker.Standing{}
	for _, m := range c.Goals {
		if s := at(m); s != nil {
			for _, x := range l.Counted(s.Goal, last) {
				found[x.Entry] = append(found[x.Entry], s)
			}
		}
	}
	return found
}

func emphasis(s string) string {
	if s == "" {
		return ""
	}
	return "*" + words.Escape(s) + "*"
}
