package change

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
)

// places are the codes and lines of findings.
func places(findings []tracker.Finding) string {
	var all []string
	for _, f := range findings {
		all = append(all, fmt.Sprintf("%s:%d", f.Code, f.Line))
	}
	return strings.Join(all, " ")
}

func TestPart(t *testing.T) {
	const wrong = "[[book]]\ntitel = \"A\"\n"
	const duplicate = "[[book]]\ntitle = \"A\"\nfinished = 2026-01-01\n"
	for _, c := range []struct{ name, before, after, of, elsewhere string }{
		{"there before", wrong, "# moved\n\n" + wrong + "[[book]]\ntitle = \"B\"\n", "", "unknown-key:4"},
		{"new", "", wrong, "unknown-key:2", ""},
		{"beside one there before", wrong, wrong + wrong, "unknown-key:4", "unknown-key:2"},
		{"changed, and wrong still", wrong, "[[book]]\ntitel = \"B\"\n", "unknown-key:2", ""},
		{"reformatted, and wrong still", wrong, "\n[[book]]\n  titel=\"A\"\n", "", "unknown-key:3"},
		{"an entry changed has all its findings", "[[book]]\ntitle = \"A\"\nfinished = 2027-01-01\n", "[[book]]\ntitle = \"A\"\nfinished = 2027-01-01\nhours = 2\n", "future-date:3", ""},
		{"in an entry as it was", "[[book]]\ntitle = \"A\"\nfinished = 2027-01-01\n", "[[talk]]\ntitle = \"T\"\ndate = 2026-01-01\n[[book]]\nfinished = 2027-01-01\ntitle = \"A\"\n", "", "future-date:5"},
		{"caused elsewhere", duplicate, duplicate + "\n== a.toml\n" + duplicate, "duplicate-entry:1", ""},
		{"of a goal as it was", "[[goal]]\nid = \"a\"\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", "[[goal]]\nfrom=2026-01-01\nid = \"a\"\ntarget = 1\nper = \"year\"\n" + duplicate, "", "no-filter:1"},
		{"of a goal that changed", "[[goal]]\nid = \"a\"\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", "[[goal]]\nid = \"a\"\ntarget = 2\nper = \"year\"\nfrom = 2026-01-01\n", "no-filter:1", ""},
		{"a goal that lost what it named", "[[goal]]\nid = \"a\"\nkinds = [\"chess\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n[[activity]]\nkind = \"chess\"\ntitle = \"x\"\ndate = 2026-01-01\n", "[[goal]]\nid = \"a\"\nkinds = [\"chess\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", "unknown-kind:3", ""},
		{"syntax in a file that changed", "[[book]]\ntitle = \n", "[[book]]\ntitle = \n[[talk]]\ntitle = \"T\"\ndate = 2026-01-01\n", "syntax:2", ""},
		{"syntax in a file that did not", "[[book]]\ntitle = \n", "\n== b.toml\n[[book]]\ntitle = \n\n== a.toml\n[[talk]]\ntitle = \"T\"\ndate = 2026-01-01\n", "", "syntax:2"},
		{"a merge left open", duplicate, "<<<<<<< a\n" + duplicate + "=======\n>>>>>>> b\n", "merge-conflict:1", ""},
		{"above the first header", "titel = 1\n", "titel = 1\n" + duplicate, "", "unknown-key:1"},
		{"an empty file", "", "", "", ""},
	} {
		c.before, c.after = strings.TrimPrefix(c.before, "\n"), strings.TrimPrefix(c.after, "\n== ")
		if strings.HasPrefix(c.after, "b.toml") {
			c.after = "== " + c.after
		}
		before, was := logOf(c.before)
		after, is := logOf(c.after)
		of, elsewhere := Diff(before, after, today).Part(was, is)
		if places(of) != c.of || places(elsewhere) != c.elsewhere {
			t.Errorf("%s: of the change %q, want %q; elsewhere %q, want %q\n%v", c.name, places(of), c.of, places(elsewhere), c.elsewhere, is)
		}
		if len(of)+len(elsewhere) != len(is) {
			t.Errorf("%s: %d and %d of %d findings", c.name, len(of), len(elsewhere), len(is))
		}
	}
}
