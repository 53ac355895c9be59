package tracker

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

// odd is a log of a person with a style of their own.
type odd struct {
	text              []byte
	newline           string
	header, key       string // indents
	equals            string
	aligned           bool
	blank             int
	order             int // -1 newest first, 1 oldest first, 0 none
	apart             bool
	placed            []oddEntry // in the order of the text
	hasGoal, hasPause bool
}

type oddEntry struct {
	kind, name string
	on         civil.Date
	dated      bool
}

var oddKinds = []struct{ name, date string }{{"book", "finished"}, {"talk", "date"}, {"course", "finished"}, {"webinar", "date"}}

// oddLog writes a log from a seed.
func oddLog(seed uint64) odd {
	r := rand.New(rand.NewPCG(seed, 7))
	chance := func(percent int) bool { return r.IntN(100) < percent }
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	o := odd{
		newline: pick("\n", "\n", "\r\n"), header: pick("", "", "", "  "), equals: pick(" = ", " = ", "=", "  =  ", "= "),
		aligned: chance(25), blank: []int{1, 1, 1, 0, 2, 3}[r.IntN(6)], order: []int{1, 1, -1, 0}[r.IntN(4)], apart: chance(40),
		hasGoal: chance(60), hasPause: chance(40),
	}
	o.key = o.header + pick("", "", "", "\t", "  ")
	for i := range r.IntN(14) {
		k := oddKinds[r.IntN(len(oddKinds))]
		o.placed = append(o.placed, oddEntry{k.name, fmt.Sprintf("T%d.", i), civil.Of(2025, 1, 1) + civil.Date(r.IntN(700)), o.order == 0 || chance(92)})
		if o.placed[i].kind == "talk" || o.placed[i].kind == "webinar" {
			o.placed[i].dated = true
		}
	}
	slices.SortStableFunc(o.placed, func(a, b oddEntry) int {
		if o.apart && a.kind != b.kind {
			return strings.Compare(a.kind, b.kind)
		}
		return o.order * int(a.on-b.on)
	})
	w := oddWriter{o: &o, chance: chance, pick: pick}
	if chance(10) {
		w.WriteString("\ufeff")
	}
	w.head()
	for i, e := range o.placed {
		w.entry(e, i == 0 || o.apart && o.placed[i-1].kind != e.kind)
	}
	text := w.String()
	if chance(20) {
		text = strings.TrimRight(text, "\r\n")
	} else if chance(15) {
		text += strings.Repeat(o.newline, 1+r.IntN(4))
	}
	o.text = []byte(text)
	return o
}

type oddWriter struct {
	strings.Builder
	o      *odd
	chance func(int) bool
	pick   func(...string) string
}

func (w *oddWriter) line(s string) { w.WriteString(s + w.o.newline) }

func (w *oddWriter) gap() {
	if w.Len() > len("\ufeff") {
		w.WriteString(strings.Repeat(w.o.newline, w.o.blank))
	}
}

func (w *oddWriter) table(header string, pairs ...string) {
	w.line(w.o.header + header)
	width := 0
	for i := 0; i < len(pairs); i += 2 {
		width = max(width, len(pairs[i]))
	}
	for i := 0; i < len(pairs); i += 2 {
		key := pairs[i]
		if w.o.aligned {
			key += strings.Repeat(" ", width-len(key))
		}
		if i > 0 && w.chance(8) {
			w.line(w.o.key + "# between the keys")
		}
		trail := ""
		if w.chance(15) && !strings.HasPrefix(pairs[i+1], "\"\"\"") {
			trail = "   # " + w.pick("[[book]]", "so it was", "x = 1")
		}
		w.line(w.o.key + key + w.o.equals + pairs[i+1] + trail)
	}
}

func (w *oddWriter) head() {
	if w.chance(30) {
		w.line("# My log" + w.o.newline + "#   [[book]]")
		w.gap()
	}
	if w.chance(40) {
		w.line("version = 1")
	}
	if w.o.hasGoal {
		w.gap()
		w.table("[[goal]]", "id", `"books"`, "kinds", `["book"]`, "target", "12", "per", `"year"`, "from", "2025-01-01")
	}
	if w.o.hasPause {
		w.gap()
		w.table("[[pause]]", "from", "2025-07-01", "until", "2025-07-09")
		w.gap()
		w.table("[[pause]]", "from", "2026-07-01", "until", "2026-07-09")
	}
}

func (w *oddWriter) entry(e oddEntry, first bool) {
	w.gap()
	if w.o.apart && first && w.o.blank > 0 {
		w.line("# ---- " + e.kind)
		w.gap()
	}
	if w.chance(20) {
		w.line(w.o.header + "# about " + e.name)
	}
	pairs := []string{"title", Quote(e.name)}
	if w.chance(10) {
		pairs[0] = `"title"`
	}
	if e.dated {
		for _, k := range oddKinds {
			if k.name == e.kind {
				pairs = append(pairs, k.date, e.on.String())
			}
		}
	}
	if w.chance(15) {
		pairs = append(pairs, "takeaway", strings.ReplaceAll("\"\"\"\n[[book]]\ntitle = \"x\"\n# no remark\n\n[book]\n\"\"\"", "\n", w.o.newline))
	}
	if w.chance(20) {
		pairs = append(pairs, "tags", w.pick(`["a", "b"]`, "[", `["]", "#"]`))
		if pairs[len(pairs)-1] == "[" {
			pairs[len(pairs)-1] = strings.ReplaceAll("[ # both\n  \"a\",\n# [[talk]]\n  \"b\",\n]", "\n", w.o.newline)
		}
	}
	w.table("[["+e.kind+"]]", pairs...)
	if w.chance(12) {
		w.table("["+e.kind+".credits]", "cissp", "1.5")
	}
}

// Of a thousand logs in as many styles, each takes an entry and a pause where
// they belong, dressed as the others are.
func TestInsertIntoOddLogs(t *testing.T) {
	for seed := range uint64(1000) {
		o := oddLog(seed)
		on := civil.Of(2025, 1, 1) + civil.Date(seed*37%800)
		for _, b := range []Block{aBook(on), aPause(on)} {
			in, err := Insert(o.text, b)
			if err != nil {
				t.Fatalf("seed %d: %v\n%s", seed, err, o.text)
			}
			mustOnlyAdd(t, o.text, in, b)
			fail := func(format string, args ...any) {
				t.Fatalf("seed %d: %s\n%s", seed, fmt.Sprintf(format, args...), in.Text)
			}
			o.mustBeInStyle(fail, in, b)
			if b.Table == "book" {
				o.mustBeInOrder(fail, in, on)
			}
			o.mustKeepRemarks(fail, in)
		}
	}
}

// mustBeInStyle fails unless the new lines look like those of the others.
func (o *odd) mustBeInStyle(fail func(string, ...any), in Inserted, b Block) {
	if n := bytes.Count(in.Text, []byte("\n")) - bytes.Count(in.Text, []byte("\r\n")); o.newline == "\r\n" && n > 0 && bytes.Contains(o.text, []byte("\n")) {
		fail("%d bare line ends", n)
	}
	alike := len(o.placed) > 0 && b.Table == "book" || b.Table == "pause" && (o.hasPause || o.hasGoal)
	for i := in.Line; i < in.Line+in.Lines && alike; i++ {
		line := strings.TrimPrefix(strings.TrimRight(lineOf(in.Text, i), "\r\n"), "\ufeff")
		if i == in.Line {
			if line != o.header+"[["+b.Table+"]]" {
				fail("header %q", line)
			}
			continue
		}
		kv := b.Keys[i-in.Line-1]
		bare := strings.TrimPrefix(line, o.key)
		if o.key+bare != line || !strings.HasPrefix(bare, kv.Key) {
			fail("line %q", line)
		}
		if equals := strings.TrimPrefix(strings.TrimSuffix(bare, kv.Value), kv.Key); equals != o.equals && !o.aligned {
			fail("line %q, equals %q", line, o.equals)
		}
	}
	if len(o.placed) > 1 && b.Table == "book" && !o.apart {
		above := trailingBlanks([]byte(strings.Join(strings.SplitAfter(string(in.Text), "\n")[:in.Line-1], "")))
		if in.Line > 1 && above != o.blank && above < 4 && !bytes.HasPrefix(bytes.TrimLeft(in.Text, "\ufeff"), []byte(lineOf(in.Text, in.Line))) {
			fail("%d empty lines above, not %d", above, o.blank)
		}
	}
}

// mustBeInOrder fails unless the book stands among its like by date.
func (o *odd) mustBeInOrder(fail func(string, ...any), in Inserted, on civil.Date) {
	if o.order == 0 {
		return
	}
	at := bytes.Index(in.Text, []byte(on.String()+"-new"))
	var all, books []Day
	seen, twice := map[string]bool{}, false
	for _, e := range o.placed {
		twice = twice || seen[e.kind]
		seen[e.kind] = true
		if e.dated {
			all = append(all, OnDay(e.on))
			if e.kind == "book" {
				books = append(books, OnDay(e.on))
			}
		}
	}
	up, down := turns(all)
	if !twice && down > 0 { // nothing shows which it is
		return
	}
	apart := o.apart && up > 0 && down > 0 // kinds kept apart that happen to follow in time are a diary
	if apart {
		up, down = turns(books)
	}
	if up == down || (down > up) != (o.order < 0) { // too few to show an order
		return
	}
	for _, e := range o.placed {
		if !e.dated || apart && e.kind != "book" {
			continue
		}
		there := bytes.Index(in.Text, []byte(Quote(e.name)))
		if d := o.order * int(e.on-on); d < 0 && there > at || d > 0 && there < at {
			fail("%s of %s against %s", e.name, e.on, on)
		}
	}
	if apart && o.blank > 0 {
		if part := bytes.LastIndex(in.Text[:at], []byte("# ---- ")); !bytes.HasPrefix(in.Text[part:], []byte("# ---- book")) {
			fail("below the heading of another kind")
		}
	}
}

// mustKeepRemarks fails unless each remark on an entry still stands above it.
func (o *odd) mustKeepRemarks(fail func(string, ...any), in Inserted) {
	for _, e := range o.placed {
		_, below, found := strings.Cut(string(in.Text), "# about "+e.name+o.newline)
		if found && !strings.HasPrefix(below, o.header+"[["+e.kind+"]]") {
			fail("the remark about %s has lost its entry", e.name)
		}
	}
}
