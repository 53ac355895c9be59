package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/badges/cards"
	"github.com/honelog/hone/internal/brute"
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
	made := Cards(l, StatusOf(l, today).Public(), NudgeAfter)
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

// Whatever a log holds, its cards are drawn, well-formed, and of the same bytes
// a second time; on the day that they show they are the same as on a later one.
func TestCardsOfRandomLogs(t *testing.T) {
	for seed := range uint64(120) {
		model, brutal := brute.Random(seed)
		today, err := civil.Parse(brutal.String())
		if err != nil {
			t.Fatal(err)
		}
		l := parsed(t, model)
		l.Cards.Show = everyCard
		made, files := cardsOf(t, l, today)
		for name, svg := range files {
			wellFormed(t, name, svg)
		}
		if _, again := cardsOf(t, l, today); !maps.EqualFunc(files, again, bytes.Equal) {
			t.Errorf("seed %d: a second time other bytes", seed)
		}
		asOf := AsOf(l, StatusOf(l, today).Public()).Today
		if _, then := cardsOf(t, l, asOf); !maps.EqualFunc(files, then, bytes.Equal) {
			t.Errorf("seed %d, %v: not what was drawn on %v", seed, today, asOf)
		}
		for _, c := range made {
			checkNumbers(t, seed, c.Card)
		}
	}
}

// checkNumbers holds a card's numbers to their ranges.
func checkNumbers(t *testing.T, seed uint64, c cards.Card) {
	within := func(what string, n, least, most int) {
		if n < least || n > most {
			t.Errorf("seed %d: %s of %T is %d", seed, what, c, n)
		}
	}
	switch c := c.(type) {
	case *cards.Rings:
		for _, r := range c.Rings {
			within("share", r.Share, 0, 1000)
			within("pace", r.Pace, -1, 1000)
		}
	case *cards.Heatmap:
		within("days", len(c.Counts), 365, 366)
		within("first", c.First, 0, 6)
	case *cards.Skills:
		sum := 0
		for _, a := range c.Areas {
			within("share", a.Share, 0, 1000)
			sum += a.Share
		}
		within("sum of shares", sum, 0, 1000)
	case *cards.Shelf:
		for _, i := range c.Items {
			within("what is left", i.Left, -1, 1000)
		}
	case *cards.Burnup:
		within("today", c.Today, 0, max(c.Days-1, 0))
		within("ticks of days", len(c.X), 0, mostDayTicks)
		within("ticks of amounts", len(c.Y), 0, 6)
		if len(c.Required) != c.Days || len(c.Upper) != c.Days || c.Days > 0 && len(c.Done) != c.Today+1 {
			t.Errorf("seed %d: %d days, %d required, %d upper, %d done, today %d", seed, c.Days, len(c.Required), len(c.Upper), len(c.Done), c.Today)
		}
	}
}

// wellFormed reads a picture as XML that does nothing and calls for nothing.
func wellFormed(t *testing.T, name string, svg []byte) {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return
		}
		if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, svg)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local == "script" || e.Name.Local == "foreignObject" || e.Name.Local == "a" || e.Name.Local == "image" {
			t.Errorf("%s has an element <%s>", name, e.Name.Local)
		}
		for _, a := range e.Attr {
			if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" || strings.Contains(a.Value, "://") && a.Name.Local != "xmlns" {
				t.Errorf("%s has an attribute %s=%q", name, a.Name.Local, a.Value)
			}
		}
	}
}

// Whatever titles say, every card is well-formed, and its block has one image
// with the alternative text that was meant.
func FuzzCards(f *testing.F) {
	for _, h := range append(hostile, "", " ", "\u200b", "\u3164", "\ufe0f", "\u0301") {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, title string) {
		quoted := tracker.Quote(title)
		l, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(strings.ReplaceAll(`
[[goal]]
id = "books"
title = T
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01
[[book]]
title = T
finished = 2026-02-03
skills = ["people"]
[[certification]]
id = "c"
title = T
issuer = T
earned = 2026-02-05
`, "= T", "= "+quoted))}}, nil)
		if tracker.Errors(findings) > 0 {
			t.Skip("no log")
		}
		l.Cards.Show = everyCard
		l.Cards.Labels = map[string]string{"rings": title, "burnup-books": title}
		made, files := cardsOf(t, l, civil.Of(2026, 3, 12))
		if len(made) != len(everyCard) {
			t.Fatalf("cards %s", namesOf(made))
		}
		for name, svg := range files {
			wellFormed(t, name, svg)
		}
		block := CardsBlock(made, files, AsImage, "learning/badges/", "learning.toml")
		alts := altsOf(t, block)
		if len(alts) != len(made) || strings.Count(block, "\n") != len(made) {
			t.Fatalf("%d images in\n%s", len(alts), block)
		}
		for i, c := range made {
			if alts[i] != c.Alt {
				t.Errorf("the image of %s says %q, want %q", c.Name, alts[i], c.Alt)
			}
		}
	})
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

// What is private is in no card, in no alternative text and in no description,
// and leaves no trace where it counts towards nothing public.
func TestCardsKeepPrivate(t *testing.T) {
	const secret = "canary"
	public := bookLog + `
[[skill]]
[[book]]
title = "Open"
finished = 2026-02-03
skills = ["technical"]
[[assessment]]
date = 2026-02-04
scores.technical = 3
`
	public = strings.Replace(public, "[[skill]]\n", "", 1)
	private := `
[[goal]]
id = "canary-goal"
title = "canary"
kinds = ["talk"]
target = 3
per = "year"
public = false
[[talk]]
title = "canary talk"
date = 2026-03-11
at = "canary"
tags = ["canary"]
takeaway = "canary"
public = false
[[assessment]]
id = "canary-assessment"
date = 2026-03-12
scores.technical = 5
scores.people = 1
public = false
[[certification]]
id = "canary-cert"
title = "canary"
issuer = "canary"
earned = 2026-03-10
expires = 2026-04-01
public = false
[[pause]]
from = 2026-03-10
until = 2026-03-14
goals = ["canary-goal"]
reason = "canary"
`
	show := append(slices.Clone(everyCard), "burnup-canary-goal")
	for today := civil.Of(2026, 3, 8); today < civil.Of(2026, 3, 24); today++ {
		open, both := read(t, public), read(t, public+private)
		open.Cards.Show, both.Cards.Show = show, show
		without, files := cardsOf(t, open, today)
		with, filesWith := cardsOf(t, both, today)
		if namesOf(with) != namesOf(without) || !maps.EqualFunc(files, filesWith, bytes.Equal) {
			t.Errorf("%v: cards tell that there is something private", today)
		}
		for i, c := range with {
			if strings.Contains(c.Alt, secret) || c.Alt != without[i].Alt {
				t.Errorf("%v: %s says %q", today, c.Name, c.Alt)
			}
		}
		for name, svg := range filesWith {
			if strings.Contains(name+string(svg), secret) {
				t.Errorf("%v: %s names what is private", today, name)
			}
		}
	}

	// A private entry that a public goal counts is in the goal's amounts, as on
	// its badge, and nowhere else.
	counted := read(t, public+"[[book]]\ntitle = \"canary\"\nfinished = 2026-03-05\nskills = [\"people\"]\npublic = false\n")
	open := read(t, public)
	counted.Cards.Show, open.Cards.Show = show, show
	with, files := cardsOf(t, counted, civil.Of(2026, 3, 12))
	without, filesWithout := cardsOf(t, open, civil.Of(2026, 3, 12))
	for i, c := range with {
		same := bytes.Equal(files[c.Name+".svg"], filesWithout[c.Name+".svg"]) && c.Alt == without[i].Alt
		if goals := slices.Contains([]string{"card-rings", "card-burnup-books", "card-skills"}, c.Name); same == goals {
			t.Errorf("%s: the same is %v", c.Name, same)
		}
		if strings.Contains(c.Alt+string(files[c.Name+".svg"]), secret) {
			t.Errorf("%s names what is private", c.Name)
		}
	}
}

// The bytes of all cards of some logs are the same in any time zone of the
// machine.
func TestCardsInTimeZones(t *testing.T) {
	if os.Getenv("HONE_CARDS_SUM") != "" {
		sum := uint64(14695981039346656037)
		for seed := range uint64(12) {
			model, brutal := brute.Random(seed)
			today, _ := civil.Parse(brutal.String())
			l := parsed(t, model)
			l.Cards.Show = everyCard
			_, files := cardsOf(t, l, today)
			for _, name := range slices.Sorted(maps.Keys(files)) {
				for _, c := range files[name] {
					sum = (sum ^ uint64(c)) * 1099511628211
				}
			}
		}
		fmt.Printf("sum %x\n", sum)
		return
	}
	sums := map[string]bool{}
	for _, zone := range []string{"Pacific/Kiritimati", "America/Los_Angeles", "UTC"} {
		c := exec.Command(os.Args[0], "-test.run=^TestCardsInTimeZones$")
		c.Env = append(os.Environ(), "TZ="+zone, "HONE_CARDS_SUM=1")
		out, err := c.Output()
		if err != nil || !bytes.HasPrefix(out, []byte("sum ")) {
			t.Fatalf("%v\n%s", err, out)
		}
		sums[strings.SplitN(string(out), "\n", 2)[0]] = true
	}
	if len(sums) != 1 {
		t.Errorf("%d different sums", len(sums))
	}
}

// The words along a burn-up's axes are round, few, and have room.
func TestBurnupTicks(t *testing.T) {
	say := func(ticks []cards.Tick) string {
		var b strings.Builder
		for _, x := range ticks {
			fmt.Fprintf(&b, "%d %s, ", x.At, x.Label)
		}
		return strings.TrimSuffix(b.String(), ", ")
	}
	for _, test := range []struct{ from, until, want string }{
		{"2026-11-16", "2026-11-22", "0 16 Nov, 1 17 Nov, 2 18 Nov, 3 19 Nov, 4 20 Nov, 5 21 Nov, 6 22 Nov"},
		{"2026-11-01", "2026-11-30", "0 1 Nov, 7 8 Nov, 14 15 Nov, 21 22 Nov"},
		{"2026-10-01", "2026-12-31", "0 Oct, 31 Nov, 61 Dec"},
		{"2026-01-01", "2026-12-31", "0 2026, 31 Feb, 59 Mar, 90 Apr, 120 May, 151 Jun, 181 Jul, 212 Aug, 243 Sep, 273 Oct, 304 Nov, 334 Dec"},
		{"2026-09-15", "2028-03-02", "47 Nov, 108 2027, 167 Mar, 228 May, 289 Jul, 351 Sep, 412 Nov, 473 2028"},
		{"2000-01-01", "2026-12-31", "0 2000, 1461 2004, 2922 2008, 4383 2012, 5844 2016, 7305 2020, 8766 2024"},
	} {
		from, _ := civil.Parse(test.from)
		until, _ := civil.Parse(test.until)
		if got := say(dayTicks(tracker.Stretch{From: from, Until: until})); got != test.want {
			t.Errorf("%s to %s: %s", test.from, test.until, got)
		}
	}
	for target, want := range map[int64]string{1: "0 1", 5: "0 1 2 3 4 5", 12: "0 5 10", 9: "0 2 4 6 8", 40: "0 10 20 30 40", 120: "0 50 100", 10_000: "0 2000 4000 6000 8000 10000"} {
		b := &cards.Burnup{Target: target * int64(tracker.One), Done: []int64{0}}
		var labels []string
		for _, y := range amountTicks(b) {
			labels = append(labels, y.Label)
		}
		if got := strings.Join(labels, " "); got != want {
			t.Errorf("of %d: %s", target, got)
		}
	}
}
