package tracker

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
)

// aBook is the entry that the tests put into texts.
func aBook(on civil.Date) Block {
	return Block{Table: "book", On: on, Dated: true, Keys: []KeyValue{
		{"id", Quote(on.String() + "-new")}, {"title", Quote("NEW \"one\" \\ [[book]]")},
		{"finished", on.String()}, {"skills", QuoteList([]string{"leadership", "people"})}, {"credits.cissp.a", "1.5"},
	}}
}

// aPause is the pause that the tests put into texts.
func aPause(from civil.Date) Block {
	return Block{Table: "pause", On: from, Dated: true, Keys: []KeyValue{
		{"from", from.String()}, {"until", (from + 20).String()}, {"reason", Quote("NEW # rest")},
	}}
}

// decoded shows what a text means, each value with its type.
func decoded(t *testing.T, text []byte) map[string]any {
	t.Helper()
	var m map[string]any
	if _, err := toml.Decode(string(text), &m); err != nil {
		t.Fatalf("not TOML: %v\n%s", err, text)
	}
	return m
}

func shape(v any) string { return fmt.Sprintf("%#v", v) }

// mustOnlyAdd fails unless a text is another with one piece put in, and means
// what the other does and the block.
func mustOnlyAdd(t *testing.T, old []byte, in Inserted, b Block) {
	t.Helper()
	head := 0
	for head < min(len(old), len(in.Text)) && old[head] == in.Text[head] {
		head++
	}
	if !bytes.HasSuffix(in.Text[head:], old[head:]) {
		tail := len(old)
		for tail > 0 && bytes.HasSuffix(in.Text, old[tail-1:]) {
			tail--
		}
		if tail > head {
			t.Fatalf("bytes were changed:\n%s\n---- became\n%s", old, in.Text)
		}
	}
	var lines strings.Builder
	for _, kv := range b.Keys {
		fmt.Fprintf(&lines, "%s = %s\n", kv.Key, kv.Value)
	}
	want, now := decoded(t, old), decoded(t, in.Text)
	entry := shape(decoded(t, []byte(lines.String())))
	var before, after []string
	for _, x := range tablesOf(want[b.Table]) {
		before = append(before, shape(x))
	}
	for _, x := range tablesOf(now[b.Table]) {
		after = append(after, shape(x))
	}
	found := false
	for i, x := range after {
		if x == entry && slices.Equal(slices.Delete(slices.Clone(after), i, i+1), before) {
			found = true
		}
	}
	delete(want, b.Table)
	delete(now, b.Table)
	if !found || shape(want) != shape(now) {
		t.Fatalf("something else changed:\n%s\n---- became\n%s", old, in.Text)
	}
	if got := strings.Trim(lineOf(in.Text, in.Line), "\ufeff \t\r\n"); got != "[["+b.Table+"]]" {
		t.Fatalf("line %d is %q\n%s", in.Line, got, in.Text)
	}
}

// lineOf returns a line, from 1, with its line end.
func lineOf(text []byte, n int) string {
	lines := strings.SplitAfter(string(text), "\n")
	if n < 1 || n > len(lines) {
		return ""
	}
	return lines[n-1]
}

func TestInsertWhere(t *testing.T) {
	day := civil.Of(2026, 5, 1)
	short := Block{Table: "book", On: day, Dated: true, Keys: []KeyValue{{"title", `"NEW"`}, {"finished", "2026-05-01"}}}
	rest := Block{Table: "pause", On: day, Dated: true, Keys: []KeyValue{{"from", "2026-05-01"}, {"until", "2026-05-09"}}}
	for _, c := range []struct {
		name      string
		block     Block
		old, want string
	}{
		{"an empty text", short, "", "[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n"},
		{"a byte order mark alone", short, "\ufeff", "\ufeff[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n"},
		{"remarks alone", short, "# my log", "# my log\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n"},
		{"between two, with tabs", short,
			"[[book]]\n\ttitle=\"A\"\n\tfinished=2026-04-01\n\n\n[[book]]\n\ttitle=\"B\"\n\tfinished=2026-06-01\n",
			"[[book]]\n\ttitle=\"A\"\n\tfinished=2026-04-01\n\n\n[[book]]\n\ttitle=\"NEW\"\n\tfinished=2026-05-01\n\n\n[[book]]\n\ttitle=\"B\"\n\tfinished=2026-06-01\n"},
		{"newest first, below a heading", short,
			"# Read\n\n[[book]]\ntitle = \"B\"\nfinished = 2026-04-02\n\n[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n",
			"# Read\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n\n[[book]]\ntitle = \"B\"\nfinished = 2026-04-02\n\n[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n"},
		{"above the heading of the next part", short,
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n# a note on A\n\n# ---- goals\n\n[[goal]]\nid = \"books\"",
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n# a note on A\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n\n# ---- goals\n\n[[goal]]\nid = \"books\""},
		{"below a line for editors", short,
			"#:schema x\n# about B\n[[book]]\ntitle = \"B\"\nfinished = 2026-06-01\n",
			"#:schema x\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n\n# about B\n[[book]]\ntitle = \"B\"\nfinished = 2026-06-01\n"},
		{"behind an entry with a table of its own", short,
			"[[book]]\ntitle    = \"A\"\nfinished = 2026-04-01\n[book.credits]\ncissp = 1",
			"[[book]]\ntitle    = \"A\"\nfinished = 2026-04-01\n[book.credits]\ncissp = 1\n\n[[book]]\ntitle    = \"NEW\"\nfinished = 2026-05-01\n"},
		{"in the way of most lines, which stand below each other by chance", short,
			"[[goal]]\nid = \"books\"\nkinds=[\"book\"]\ntarget=6\nper=\"year\"\n",
			"[[goal]]\nid = \"books\"\nkinds=[\"book\"]\ntarget=6\nper=\"year\"\n\n[[book]]\ntitle=\"NEW\"\nfinished=2026-05-01\n"},
		{"the narrower way, where no way is that of more lines", short,
			"[[book]]\ntitle  = \"A\"\nstarted = 2026-04-20\n",
			"[[book]]\ntitle  = \"A\"\nstarted = 2026-04-20\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n"},
		{"behind what was begun earlier, before what was begun later", short,
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n\n[[book]]\ntitle = \"B\"\nstarted = 2026-04-20\n\n[[book]]\ntitle = \"C\"\nstarted = 2026-05-02\n",
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n\n[[book]]\ntitle = \"B\"\nstarted = 2026-04-20\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n\n[[book]]\ntitle = \"C\"\nstarted = 2026-05-02\n"},
		{"far from a table that stands apart", short,
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n\n[settings]\n\n[book.credits]\ncissp = 1\n",
			"[[book]]\ntitle = \"A\"\nfinished = 2026-04-01\n\n[settings]\n\n[book.credits]\ncissp = 1\n\n[[book]]\ntitle = \"NEW\"\nfinished = 2026-05-01\n"},
		{"the first pause, behind the goals", rest,
			"[[goal]]\nid = \"books\"\n\n# ---- read\n\n[[book]]\ntitle = \"A\"\n",
			"[[goal]]\nid = \"books\"\n\n[[pause]]\nfrom = 2026-05-01\nuntil = 2026-05-09\n\n# ---- read\n\n[[book]]\ntitle = \"A\"\n"},
		{"a pause among pauses", rest,
			"[[pause]]\r\n  from=2026-01-01\r\n  until=2026-01-02\r\n[[pause]]\r\n  from=2026-08-01\r\n  until=2026-08-02\r\n",
			"[[pause]]\r\n  from=2026-01-01\r\n  until=2026-01-02\r\n[[pause]]\r\n  from=2026-05-01\r\n  until=2026-05-09\r\n[[pause]]\r\n  from=2026-08-01\r\n  until=2026-08-02\r\n"},
	} {
		in, err := Insert([]byte(c.old), c.block)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		mustOnlyAdd(t, []byte(c.old), in, c.block)
		if string(in.Text) != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.name, in.Text, c.want)
		}
	}
}

func TestInsertRefuses(t *testing.T) {
	for _, old := range []string{
		"book = 1", "[book]\ntitle = \"A\"\n", "book = []", "book = [{title = \"A\"}]\n", "[[book]]\ntitle = \"A", "a = [[[", "\xff\xfe",
		"[[book]]\ntitle = \"A\"\ntitle = \"B\"\n", strings.Repeat("[", 100), "a = 2026-02-30\n",
	} {
		in, err := Insert([]byte(old), aBook(civil.Of(2026, 5, 1)))
		if err == nil || in.Text != nil || strings.Contains(err.Error(), "%!") {
			t.Errorf("%q: %v, %q", old, err, in.Text)
		}
	}
}

// A text that has an entry like the new one already still shows the new one's
// lines.
func TestInsertTwice(t *testing.T) {
	b := aBook(civil.Of(2026, 5, 1))
	text := []byte{}
	for n := range 4 {
		in, err := Insert(text, b)
		if err != nil {
			t.Fatal(err)
		}
		mustOnlyAdd(t, text, in, b)
		if want := 1 + 7*n; in.Line != want || in.Lines != 6 {
			t.Errorf("line %d of %d, want %d", in.Line, in.Lines, want)
		}
		text = in.Text
	}
}

func FuzzInsert(f *testing.F) {
	for _, c := range Codes() {
		f.Add([]byte(c.Right), "A", 20000)
		f.Add([]byte(c.Wrong), "A\n[[book]]\n\"", 20600)
	}
	for seed := range uint64(20) {
		f.Add(oddLog(seed).text, "é\x00\u202e", 20500)
	}
	f.Fuzz(func(t *testing.T, text []byte, title string, day int) {
		on := civil.Of(2026, 1, 1) + civil.Date(day%5000)
		for _, b := range []Block{aBook(on), aPause(on)} {
			b.Keys = append(b.Keys, KeyValue{"takeaway", Quote(title)})
			in, err := Insert(text, b)
			if err == nil {
				mustOnlyAdd(t, text, in, b)
				continue
			}
			if in.Text != nil {
				t.Fatal("a text beside an error")
			}
			if _, findings := Parse([]File{{Name: "learning.toml", Data: text}}, nil); Errors(findings) == 0 && !bytes.Contains(text, []byte("{")) {
				t.Fatalf("a log without faults takes no [[%s]]: %v\n%s", b.Table, err, text)
			}
		}
	})
}
