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
