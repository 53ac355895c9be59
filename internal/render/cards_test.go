package render

import (
	"bytes"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// everyCard are all that a log can ask for.
var everyCard = []string{"rings", "heatmap", "burnup", "skills", "shelf", "year", "recent"}

// read parses a log of one file.
func read(t testing.TB, text string) *tracker.Log {
	t.Helper()
	l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(text)}}, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatalf("%v\n%s", findings, text)
	}
	return l
}

// cardsOf makes the cards of a log on a day, and their files.
func cardsOf(t testing.TB, l *tracker.Log, today civil.Date) ([]Card, map[string][]byte) {
	t.Helper()
	made := Cards(l, AsOf(l, StatusOf(l, today).Public()), NudgeAfter)
	files, err := Pictures(l, nil, made)
	if err != nil {
		t.Fatal(err)
	}
	return made, files
}

// namesOf lists cards by their names.
func namesOf(made []Card) string {
	var names []string
	for _, c := range made {
		names = append(names, strings.TrimPrefix(c.Name, "card-"))
	}
	return strings.Join(names, " ")
}

const bookLog = "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = 2026-01-01\n"

// A log draws what it has something to show for, or what it asks for.
func TestWhichCards(t *testing.T) {
	const (
		entry = "[[book]]\ntitle = \"A\"\nfinished = 2026-02-03\n"
		skill = "[[article]]\ntitle = \"B\"\ndate = 2026-02-04\nskills = [\"people\"]\n"
		held  = "[[certification]]\nid = \"c\"\ntitle = \"C\"\nearned = 2026-02-05\n"
		often = "[[goal]]\nid = \"often\"\nkinds = [\"talk\"]\nevery = \"30d\"\n"
		mine  = "[[goal]]\nid = \"mine\"\nkinds = [\"talk\"]\ntarget = 2\nper = \"year\"\npublic = false\n"
	)
	tests := []struct {
		name, log string
		show      []string
		want      string
	}{
		{"nothing", "", nil, ""},
		{"a goal", bookLog, nil, "rings"},
		{"an entry", entry, nil, "heatmap year recent"},
		{"an entry to come", strings.ReplaceAll(entry, "2026", "2027"), nil, ""},
		{"one of another year", strings.ReplaceAll(entry, "2026", "2024"), nil, "heatmap year recent"},
		{"a private entry", entry + "public = false\n", nil, ""},
		{"all", bookLog + entry + skill + held, nil, "rings heatmap skills shelf year recent"},
		{"none", bookLog + entry, []string{}, ""},
		{"in the order asked for, each once", bookLog + entry, []string{"recent", "rings", "recent"}, "recent rings"},
		{"empty ones asked for", "", everyCard, "rings heatmap skills shelf year recent"},
		{"all that can be drawn", bookLog + often + mine, []string{"burnup"}, "burnup-books"},
		{"one that has no line", bookLog + often, []string{"burnup-often", "burnup"}, "burnup-often burnup-books"},
		{"a private one", bookLog + mine, []string{"burnup-mine", "burnup-books"}, "burnup-books"},
	}
	for _, test := range tests {
		l := read(t, test.log)
		l.Cards.Show = test.show
		made, files := cardsOf(t, l, civil.Of(2026, 3, 12))
		if got := namesOf(made); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
		if len(files) != 3*len(made) {
			t.Errorf("%s: %d files of %d cards", test.name, len(files), len(made))
		}
	}
}

// A year that has begun without an entry says so, and so do its pictures' texts.
func TestNewYear(t *testing.T) {
	l := read(t, "[[book]]\ntitle = \"A\"\nfinished = 2026-11-03\n")
	l.Cards.Show = []string{"heatmap", "year"}
	made, files := cardsOf(t, l, civil.Of(2027, 1, 4))
	for _, c := range made {
		if !strings.HasSuffix(c.Alt, "as of 4 Jan 2027: Nothing in 2027 yet.") || !bytes.Contains(files[c.Name+".svg"], []byte("Nothing in 2027 yet.</text>")) {
			t.Errorf("%s: %s\n%s", c.Name, c.Alt, files[c.Name+".svg"])
		}
	}
}

// Cards are of the later of last Monday and the last change.
func TestAsOf(t *testing.T) {
	const paused = "[[pause]]\nfrom = 2026-03-11\nuntil = 2026-03-20\n"
	tests := []struct{ name, log, today, want string }{
		{"a Monday", bookLog, "2026-03-09", "2026-03-09"},
		{"since Monday nothing", bookLog, "2026-03-13", "2026-03-09"},
		{"a Sunday", bookLog, "2026-03-15", "2026-03-09"},
		{"an entry", bookLog + "[[talk]]\ntitle = \"A\"\ndate = 2026-03-11\n", "2026-03-13", "2026-03-11"},
		{"the later of two", bookLog + "[[talk]]\ntitle = \"A\"\ndate = 2026-03-11\n[[talk]]\ntitle = \"B\"\ndate = 2026-03-12\n", "2026-03-15", "2026-03-12"},
		{"an entry to come", bookLog + "[[talk]]\ntitle = \"A\"\ndate = 2026-03-14\n", "2026-03-13", "2026-03-09"},
		{"a private entry", bookLog + "[[talk]]\ntitle = \"A\"\ndate = 2026-03-11\npublic = false\n", "2026-03-13", "2026-03-09"},
		{"a private entry that a goal counts", bookLog + "[[book]]\ntitle = \"A\"\nfinished = 2026-03-11\npublic = false\n", "2026-03-13", "2026-03-11"},
		{"a month that goes on", bookLog + "[[talk]]\ntitle = \"A\"\ndate = \"2026-03\"\n", "2026-03-13", "2026-03-09"},
		{"a month that begins", bookLog + "[[talk]]\ntitle = \"A\"\ndate = \"2026-04\"\n", "2026-04-03", "2026-04-01"},
		{"a pause that begins", bookLog + paused, "2026-03-13", "2026-03-11"},
		{"a pause that ended", bookLog + paused, "2026-03-22", "2026-03-21"},
	}
	for _, test := range tests {
		l := read(t, test.log)
		today, _ := civil.Parse(test.today)
		if got := AsOf(l, StatusOf(l, today).Public()).Today; got.String() != test.want {
			t.Errorf("%s: as of %v, want %s", test.name, got, test.want)
		}
	}
}

// A README shows a card in three ways, each with width and text.
func TestCardsBlock(t *testing.T) {
	made, files := cardsOf(t, read(t, bookLog), civil.Of(2026, 3, 12))
	const alt = `alt="Goals, as of 9 Mar 2026: Books: 0 of 12, first since 31 Jan." width="`
	for form, want := range map[CardForm][]string{
		AsImage:     {`<a href="learning.toml"><img src="b/card-rings.svg" ` + alt, `"></a>` + "\n"},
		AsPicture:   {`<a href="learning.toml"><picture><source media="(prefers-color-scheme: dark)" srcset="b/card-rings-dark.svg"><img src="b/card-rings-light.svg" ` + alt, `"></picture></a>` + "\n"},
		AsFragments: {`<a href="learning.toml"><img src="b/card-rings-light.svg#gh-light-mode-only" ` + alt, `><img src="b/card-rings-dark.svg#gh-dark-mode-only" ` + alt, `"></a>` + "\n"},
	} {
		got := CardsBlock(made, files, form, "b/", "learning.toml")
		if !strings.HasPrefix(got, want[0]) || !strings.HasSuffix(got, want[len(want)-1]) || !strings.Contains(got, want[1]) || strings.Contains(got, `width=""`) {
			t.Errorf("form %d:\n%s", form, got)
		}
	}
}
