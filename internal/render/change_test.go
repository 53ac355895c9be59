package render

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// changeOf compares two logs of one file each on 21 November 2026.
func changeOf(before, after string) Change {
	today := civil.Of(2026, 11, 21)
	read := func(text string) Checked {
		l, found := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
		return Checked{l, tracker.Sort(append(found, l.Check(tracker.World{Today: today})...))}
	}
	return ChangeOf(read(before), read(after), today, "4f2c1aa0000000000000000000000000000000000")
}

const someGoals = `[[goal]]
id = "books"
kinds = ["book"]
target = 6
per = "year"
from = 2026-01-01

[[goal]]
id = "community"
kinds = ["community"]
every = "30d"
from = 2026-01-01

[[book]]
title = "A"
finished = 2026-01-20
`

func TestComments(t *testing.T) {
	for _, x := range []struct{ name, before, after, want string }{
		{"two entries", someGoals, someGoals + "[[book]]\ntitle = \"Team Topologies\"\nfinished = 2026-11-15\n[[community]]\ntitle = \"Rust Berlin\"\ndate = 2026-11-19\n",
			"**Learning log: 2 entries added, nothing to mend.** Books 2 of 6, Community next by 19 Dec.\n"},
		{"one to look at", someGoals, someGoals + "[[book]]\ntitle = \"Team Topologies\"\nfinished = 2026-12-15\n[[community]]\ntitle = \"Rust Berlin\"\ndate = 2026-11-19\n",
			`**Learning log: 2 entries added.** One thing to look at.

| added | counts for | before | after |
|---|---|---|---|
| community *Rust Berlin*, 19 Nov | Community | since 31 Jan | next by 19 Dec |
| book *Team Topologies*, finished 15 Dec | Books |  |  |

- ` + "`learning.toml:19`" + ` 2026-12-15 is still to come. "finished" is the day it was done; leave it out until then. (` + "`future-date`" + `, warning)
`},
		{"a renewal", someGoals + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2023-12-01\nexpires = 2026-12-01\n",
			someGoals + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2023-12-01\nexpires = 2026-12-01\n[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2026-11-20\nexpires = 2029-12-01\n[[book]]\ntitle = \"X\"\nfinished = 2027-01-01\n",
			"**Learning log: 2 entries added.** One thing to look at.\n\n| added | counts for | before | after |\n|---|---|---|---|\n| certification *CKA*, earned 20 Nov | CKA | to 1 Dec 2026 | to 1 Dec 2029 |\n…"},
		{"an error in an entry", someGoals, someGoals + "[[book]]\ntitel = \"A\"\nskills = [\"nosuch\"]\n",
			"**Learning log: 1 entry needs a fix before it can be counted.**\n\n- `learning.toml:18` …"},
		{"errors in two", someGoals, someGoals + "[[book]]\ntitel = \"A\"\n[[book]]\ntitel = \"B\"\n", "**Learning log: 2 entries need a fix before it can be counted.**\n…"},
		{"an error elsewhere than in an entry", someGoals, strings.Replace(someGoals, "year", "yeer", 1), "**Learning log: 1 fix is needed before it can be counted.**\n…"},
		{"no TOML", someGoals, someGoals + "[[book]]\ntitle = \n", "**Learning log: 1 fix is needed before it can be counted.**\n…"},
		{"a goal", someGoals, strings.Replace(someGoals, "target = 6", "target = 1", 1), "**Learning log: goal books changed, nothing to mend.** Books done.\n"},
		{"the form", someGoals, "# a remark\n" + someGoals, "**Learning log: the same entries and goals, written otherwise, nothing to mend.**\n"},
		{"pauses", someGoals, someGoals + "[[pause]]\nfrom = 2026-11-20\nuntil = 2026-11-30\n", "**Learning log: 1 pause added, nothing to mend.** Books paused to 30 Nov, Community paused to 30 Nov.\n"},
		{"a fault that was there", someGoals + "[[book]]\ntitel = \"A\"\n", someGoals + "[[article]]\ntitle = \"X\"\ndate = 2026-11-01\n[[book]]\ntitel = \"A\"\n",
			"**Learning log: 1 entry added, nothing to mend.**\n\n1 finding elsewhere in the log, not of this change: `hone check` shows it.\n"},
	} {
		c := changeOf(x.before, x.after)
		got := Comment(c.Public(), "")
		if head, more := strings.CutSuffix(x.want, "…"); got != x.want && !(more && strings.HasPrefix(got, head)) {
			t.Errorf("%s:\n%s\nwant\n%s", x.name, got, x.want)
		}
	}
}

// A comment stays short whatever a change does.
func TestCommentsAreShort(t *testing.T) {
	var long strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&long, "[[book]]\ntitle = \"Book %d %s\"\nfinished = 2027-01-01\n", i, strings.Repeat("x", 300))
		fmt.Fprintf(&long, "[[goal]]\nid = \"g%d\"\nkinds = [\"book\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", i)
	}
	for _, text := range []string{long.String(), strings.ReplaceAll(long.String(), "finished", "date")} {
		c := changeOf("", text)
		if got := Comment(c.Public(), ""); len(got) > 20_000 || !strings.Contains(got, " more") {
			t.Errorf("%d bytes:\n%.2000s", len(got), got)
		}
	}
}

// Every key is in the document of a change, and it goes on from that of a check.
func TestChangeJSON(t *testing.T) {
	for _, after := range []string{"", someGoals, someGoals + "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2026-01-01\n", strings.Replace(someGoals, "\"A\"", "\"A\"\nhours = 2", 1) + "[[book]]\ntitel = 1\n"} {
		var doc map[string]any
		if err := json.Unmarshal(ChangeJSON(changeOf(someGoals, after)), &doc); err != nil {
			t.Fatal(err)
		}
		for _, key := range []string{"version", "findings", "base", "elsewhere", "entries", "tables", "goals", "credentials"} {
			if doc[key] == nil {
				t.Errorf("no %s", key)
			}
		}
		for _, key := range []string{"added", "changed", "removed"} {
			if _, ok := doc["entries"].(map[string]any)[key].([]any); !ok {
				t.Errorf("no entries.%s", key)
			}
		}
	}
}

// What GitHub would show of a comment has no link, picture or HTML but ours, its
// table has four columns, and it shows the titles as they are.
func TestCommentsUnderCmark(t *testing.T) {
	cmark := oracle.Program(t, "cmark-gfm")
	texts := []string{
		"a | b", "a \\| b", "`code | x`", "*star*", "**bold**", "_it_", "~~no~~", "<script>", "<!-- hone:pr 9/9 -->", "</td></table>", "![x](https://evil.example/x.png)", "[x](https://evil.example)", "https://evil.example",
		"www.evil.example", "@everyone", "#1", "o/r#1", "GH-1", "0123456789abcdef", "<https://evil.example>", "&lt;b&gt;", "&amp;", "# heading", "- list", "1. one", "> quote", "```", "~~~", "ends with \\", "\\", "*", "**", "<br>", ":tada:", "[ ] x", "[^1]: x", "***", "a@evil.example", "“quoted”",
	}
	var log strings.Builder
	for i, text := range texts {
		fmt.Fprintf(&log, "[[book]]\ntitle = %s\nfinished = 2026-01-%02d\n", tracker.Quote(text), 1+i%28)
		fmt.Fprintf(&log, "[[goal]]\nid = \"g%d\"\ntitle = %s\nkinds = [\"book\"]\ntags = [\"t%d\"]\ntarget = 1\nper = \"year\"\nfrom = 2026-01-01\n", i, tracker.Quote(text), i)
	}
	for i := 0; i < len(texts); i += 20 { // as much as a table has
		part := strings.Split(log.String(), "[[book]]\n")[1+i : 1+min(i+20, len(texts))]
		c := changeOf("", "[[book]]\n"+strings.Join(part, "[[book]]\n")+"[[book]]\ntitle = \"late\"\nfinished = 2027-01-01\n")
		md := Comment(c.Public(), "")
		cmd := exec.Command(cmark, "-t", "xml", "-e", "table", "-e", "tasklist", "-e", "strikethrough", "-e", "autolink", "-e", "tagfilter", "-e", "footnotes")
		cmd.Stdin = strings.NewReader(md)
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		shown := shownBy(t, out, md)
		for _, text := range texts[i:min(i+20, len(texts))] {
			if want := words.Plain(text); !strings.Contains(shown, want) {
				t.Errorf("%q is not shown as it is:\n%s\n%s", want, md, shown)
			}
		}
	}
}

// shownBy walks what cmark made of Markdown, and returns its text.
func shownBy(t *testing.T, out []byte, md string) string {
	t.Helper()
	var text strings.Builder
	d := xml.NewDecoder(bytes.NewReader(out))
	in, cells := "", 0
	for {
		token, err := d.Token()
		if err == io.EOF {
			return strings.ReplaceAll(text.String(), "\u200b", "")
		}
		if err != nil {
			t.Fatal(err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			in = x.Name.Local
			switch in {
			case "document", "paragraph", "text", "strong", "emph", "code", "table", "table_header", "table_row", "list", "item", "html_inline", "softbreak", "html_block":
			case "table_cell":
				cells++
			default:
				t.Errorf("a %s in\n%s", in, md)
			}
		case xml.EndElement:
			if x.Name.Local == "table_row" || x.Name.Local == "table_header" {
				if cells != 4 {
					t.Errorf("%d cells in a row of\n%s", cells, md)
				}
				cells = 0
			}
			if x.Name.Local == "emph" || x.Name.Local == "table_cell" {
				text.WriteString("\n")
			}
			in = ""
		case xml.CharData:
			switch s := string(x); in {
			case "text", "code":
				text.WriteString(s)
			case "html_inline", "html_block":
				if s != "<br>" && s != "<sub>" && s != "</sub>" {
					t.Errorf("HTML %q in\n%s", s, md)
				}
			}
		}
	}
}
