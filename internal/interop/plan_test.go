package interop

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/tracker"
)

const goodreadsHeader = "Book Id,Title,Author,ISBN13,My Rating,Number of Pages,Date Read,Bookshelves,Exclusive Shelf,Read Count\n"

// library is an export of n books, a few of them without a day or to be read.
func library(n int) []byte {
	var b bytes.Buffer
	b.WriteString(goodreadsHeader)
	for i := range n {
		day, shelf := fmt.Sprintf("%d/%02d/%02d", 2006+i%20, 1+i%12, 1+i%28), "read"
		switch i % 10 {
		case 3:
			day = ""
		case 7:
			shelf = "to-read"
		}
		fmt.Fprintf(&b, "%d,\"Volume %d, or: the %dth\",Author %d,\"=\"\"978%010d\"\"\",%d,%d,%s,\"a, b\",%s,1\n", 1000+i, i, i, i%97, i, i%6, 100+i%500, day, shelf)
	}
	return b.Bytes()
}

func withLog(text string) []tracker.File {
	return []tracker.File{{Name: "learning.toml", Data: []byte(text)}}
}

// A library of 5,000 rows comes in whole, in a log that is as large, and does
// not come in twice.
func TestFiveThousand(t *testing.T) {
	data := library(5000)
	var hand strings.Builder
	for i := range 5000 {
		fmt.Fprintf(&hand, "[[book]]\nid = \"mine-%d\"\ntitle = \"Mine %d\"\nfinished = %d-01-01\n\n", i, i, 1900+i%120)
	}
	files := withLog(hand.String())
	r, p := planOf(t, "goodreads", data, Options{}, files)
	if len(p.Faults) > 0 || r.Rows != 5000 || len(p.New) != 4000 || len(r.Left) != 1000 {
		t.Fatalf("%d rows, %d new, %d left, faults %v", r.Rows, len(p.New), len(r.Left), p.Faults)
	}
	again(t, "goodreads", data, Options{}, p)
	ids := map[string]bool{}
	log, findings := tracker.Parse(append(files, tracker.File{Name: p.File, Data: p.Text}), nil)
	if tracker.Errors(findings) > 0 || len(log.Entries) != 9000 {
		t.Errorf("%d entries, findings %v", len(log.Entries), findings)
	}
	for _, e := range log.Entries {
		if ids[e.ID] {
			t.Errorf("the id %s is given twice", e.ID)
		}
		ids[e.ID] = true
	}
}

func BenchmarkFiveThousand(b *testing.B) {
	data := library(5000)
	files := ourFiles()
	log, _ := tracker.Parse(files, nil)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if p := NewPlan(readGoodreads(data, Options{}), "goodreads", log, files, nil); len(p.New) != 4000 {
			b.Fatal(len(p.New))
		}
	}
}

// However a library grows from import to import, each book is in the log once,
// and every byte that was there stays where it was.
func TestGrowing(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	rows := strings.SplitAfter(string(library(60)), "\n")
	header, rows := rows[0], rows[1:len(rows)-1]
	for range 20 {
		random.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
		files := ourFiles()
		added := 0
		for known := 0; known < len(rows); {
			known = min(known+1+random.IntN(30), len(rows))
			part := slices.Clone(rows[:known])
			random.Shuffle(len(part), func(i, j int) { part[i], part[j] = part[j], part[i] })
			_, p := planOf(t, "goodreads", []byte(header+strings.Join(part, "")), Options{}, files)
			if len(p.Faults)+len(p.Differs)+len(p.Likely)+len(p.Repeats) > 0 || p.Same != added {
				t.Fatalf("faults %v, differ %v, likely %v, repeats %v, %d the same of %d", p.Faults, p.Differs, p.Likely, p.Repeats, p.Same, added)
			}
			if added += len(p.New); p.Text == nil {
				continue
			}
			if p.Exists && !bytes.HasPrefix(p.Text, files[1].Data) {
				t.Fatalf("what was there has changed:\n%s", p.Text)
			}
			files = append(files[:1:1], tracker.File{Name: p.File, Data: p.Text})
		}
		if added != 48 {
			t.Fatalf("%d books of 48", added)
		}
	}
}

// The file may be as its owner left it: other line ends, no end of the last
// line, a mark, nothing at all.
func TestAppendKeeps(t *testing.T) {
	data := []byte(goodreadsHeader + "1,Peopleware,Tom DeMarco,,5,245,2026/02/03,,read,1\n")
	for _, old := range []string{"", "\n", "# mine", "# mine\n", "\xef\xbb\xbf[[book]]\r\ntitle = \"A\"\r\nfinished = 2026-01-01", "[[book]]\ntitle = \"A\"\nfinished = 2026-01-01\n\n[[goal]]\nid = \"g\"\ntarget = 1\nper = \"year\"\n"} {
		files := append(ourFiles(), tracker.File{Name: FileOf("goodreads"), Data: []byte(old)})
		_, p := planOf(t, "goodreads", data, Options{}, files)
		if len(p.Faults) > 0 || !p.Exists || !strings.HasPrefix(string(p.Text), old) {
			t.Fatalf("%q: faults %v, text %q", old, p.Faults, p.Text)
		}
		rest := string(p.Text[len(old):])
		if !strings.Contains(rest, "[[book]]") || strings.Contains(old, "\r\n") != strings.Contains(rest, "\r\n") {
			t.Errorf("%q: %q", old, rest)
		}
		if line := strings.Split(string(p.Text), "\n")[p.Line-1]; strings.TrimSpace(line) != "[[book]]" {
			t.Errorf("%q: line %d is %q", old, p.Line, line)
		}
	}
}

// What somebody changed in an entry is told when the site says otherwise, and
// nothing is said of what they added.
func TestDiffers(t *testing.T) {
	data := []byte(goodreadsHeader + "1,Peopleware,Tom DeMarco,,5,245,2026/02/03,\"work\",read,1\n")
	_, p := planOf(t, "goodreads", data, Options{}, ourFiles())
	for _, c := range []struct{ from, to, want string }{
		{"tags = [\"work\"]", "tags = [\"people\", \"work\"]\nskills = [\"leadership\"]\nhours = 6", ""},
		{"rating = 5", "rating = 4", "rating: 5 there, 4 here"},
		{"rating = 5\n", "", "rating: 5 there,  here"},
		{"finished = 2026-02-03", "finished = 2026-02-04", "finished: 2026-02-03 there, 2026-02-04 here"},
		{"pages = 245\nrating = 5", "pages = 250\nrating = 1", "pages: 245 there, 250 here; rating: 5 there, 1 here"},
		{"[[book]]", "[[book]] # mine", ""},
	} {
		mine := strings.Replace(string(p.Text), c.from, c.to, 1)
		if mine == string(p.Text) {
			t.Fatalf("no %q in\n%s", c.from, mine)
		}
		_, second := planOf(t, "goodreads", data, Options{}, append(ourFiles(), tracker.File{Name: p.File, Data: []byte(mine)}))
		var got []string
		for _, d := range second.Differs {
			for _, x := range d.Changes {
				got = append(got, fmt.Sprintf("%s: %s there, %s here", x.Key, x.There, x.Here))
			}
			if d.File != p.File || d.Line != 3 {
				t.Errorf("%q: it stands at %s:%d", c.to, d.File, d.Line)
			}
		}
		if strings.Join(got, "; ") != c.want || second.Text != nil {
			t.Errorf("%q: differs %q, new %v; want %q", c.to, got, second.New, c.want)
		}
	}
}

// A read that the export has no more is kept in the log; one more is added, and
// one that moved is told rather than added.
func TestReads(t *testing.T) {
	book := func(dates string) []byte {
		return []byte("Title,Authors,ISBN/UID,Read Status,Dates Read\nPeopleware,Tom DeMarco,u1,read,\"" + dates + "\"\n")
	}
	_, p := planOf(t, "storygraph", book("2020/01/01-2020/02/01, 2024/03/01"), Options{}, ourFiles())
	if len(p.New) != 2 {
		t.Fatalf("%d reads", len(p.New))
	}
	files := append(ourFiles(), tracker.File{Name: p.File, Data: p.Text})
	for _, c := range []struct {
		dates                string
		fresh, same, differs int
	}{
		{"2020/01/01-2020/02/01, 2024/03/01", 0, 2, 0},
		{"2024/03/01, 2020/01/01-2020/02/01", 0, 2, 0},
		{"2024/03/01", 0, 1, 0},
		{"2020/01/01-2020/02/01, 2022/01/01, 2024/03/01", 1, 2, 0},
		{"2020/01/05-2020/02/01, 2024/03/01", 0, 1, 1},
		{"2020/01/01-2020/02/02, 2024/03/01", 0, 1, 1},
	} {
		_, p := planOf(t, "storygraph", book(c.dates), Options{}, files)
		if len(p.New) != c.fresh || p.Same != c.same || len(p.Differs) != c.differs {
			t.Errorf("%s: %d new, %d the same, %d differ; want %d, %d, %d", c.dates, len(p.New), p.Same, len(p.Differs), c.fresh, c.same, c.differs)
		}
	}
}

// An entry that was written by hand is not added again.
func TestLikely(t *testing.T) {
	for _, c := range []struct {
		hand string
		want bool
	}{
		{"[[book]]\ntitle = \"The Phoenix Project\"\nfinished = 2026-03-02\n", true},
		{"[[book]]\ntitle = \"the phoenix project - a novel\"\nfinished = 2026-03-02\n", false},
		{"[[book]]\ntitle = \"THE PHOENIX PROJECT\"\nfinished = \"2026-03\"\n", true},
		{"[[book]]\ntitle = \"The Phoenix Project\"\nfinished = 2026-03-03\n", false},
		{"[[article]]\ntitle = \"The Phoenix Project\"\ndate = 2026-03-02\n", false},
		{"[[book]]\ntitle = \"The Phoenix Project\"\n", false},
		{"[[book]]\ntitle = \"The Phoenix Project: Volume 2\"\nfinished = 2026-03-02\nsource = \"goodreads:77\"\n", false},
		{"[[book]]\ntitle = \"The Phoenix Project\"\nfinished = 2026-03-02\nsource = \"storygraph:77\"\n", true},
	} {
		data := []byte(goodreadsHeader + "1,The Phoenix Project: A Novel About IT,Gene Kim,,5,345,2026/03/02,,read,1\n")
		_, p := planOf(t, "goodreads", data, Options{}, withLog(c.hand))
		if got := len(p.Likely) == 1; got != c.want || got != (len(p.New) == 0) {
			t.Errorf("%s: likely %v, new %d; want %v", c.hand, got, len(p.New), c.want)
		}
	}
}

// Certificates of one title renew each other; ids stay apart from goals.
func TestCertificateIDs(t *testing.T) {
	data := []byte("Name,Url,Authority,Started On,Finished On,License Number\nCISSP,,ISC2,Jan 2020,Jan 2023,1\nCISSP,,ISC2,Jan 2023,Jan 2026,2\nBooks,,X,May 2021,,\n" +
		"A title that is much longer than what an id of a credential may be (one),,X,May 2021,,\nA title that is much longer than what an id of a credential may be (two),,X,May 2022,,\n")
	_, p := planOf(t, "linkedin", data, Options{}, withLog("[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 1\nper = \"year\"\n"))
	var ids []string
	for _, line := range strings.Split(string(p.Text), "\n") {
		if id, ok := strings.CutPrefix(line, "id = "); ok {
			ids = append(ids, id)
		}
	}
	if len(p.Faults) > 0 || len(ids) != 5 || ids[0] != `"cissp"` || ids[4] != `"cissp"` && ids[3] != `"cissp"` {
		t.Errorf("ids %v, faults %v", ids, p.Faults)
	}
	slices.Sort(ids)
	if len(slices.Compact(ids)) != 4 || slices.Contains(ids, `"books"`) {
		t.Errorf("ids %v", ids)
	}
}

// Files of many rows that are all alike are read in no time, or refused.
func TestAlike(t *testing.T) {
	var titles, certificates, rows strings.Builder
	titles.WriteString("Date,Title\n")
	rows.WriteString("Date,Title,Hours\n")
	certificates.WriteString("Name,Url,Authority,Started On,Finished On,License Number\n")
	for i := range 5000 {
		fmt.Fprintf(&titles, "2026-01-02,Title %s%s\n", strings.Repeat("!", i%70), strings.Repeat("?", i/70))
		fmt.Fprintf(&certificates, "Certificate %d,,X,May 2021,,\n", i)
		fmt.Fprintf(&rows, "2026-01-02,The same,%d\n", 1+i)
	}
	o := Options{Kind: "course", Map: mapped("title=Title", "date=Date")}
	for _, c := range []struct {
		format string
		data   string
		fresh  int
	}{{"csv", titles.String(), 5000}, {"linkedin", certificates.String(), 5000}} {
		_, p := planOf(t, c.format, []byte(c.data), o, ourFiles())
		if len(p.New) != c.fresh || len(p.Faults) > 0 {
			t.Errorf("%s: %d new, faults %v", c.format, len(p.New), p.Faults)
		}
	}
	o.Map = append(o.Map, mapped("hours=Hours")...)
	if _, p := planOf(t, "csv", []byte(rows.String()), o, ourFiles()); len(p.Faults) != 1 || p.Faults[0].Place.N != 502 || p.Text != nil {
		t.Errorf("faults %v", p.Faults)
	}
}

// Rows of several kinds, in any order, are each named by their own title and
// day, stand by their days, and are found again.
func TestMixedKinds(t *testing.T) {
	const sheet = "Type,Title,Date\nTalk,My talk,2026-03-04\nBook,The book,2026-01-02\nWebinar,The webinar,2026-02-02\nBook,Second book,2026-05-05\n"
	o := Options{Map: []Mapping{{"kind", "Type"}, {"title", "Title"}, {"date", "Date"}}}
	log, _ := tracker.Parse(nil, nil)
	plan := NewPlan(readCSV([]byte(sheet), o), "csv", log, nil, nil)
	files := []tracker.File{{Name: plan.File, Data: plan.Text}}
	log, _ = tracker.Parse(files, nil)
	for i := range log.Entries {
		if e := &log.Entries[i]; e.ID != new(tracker.Log).NewID(e.When.Last(), e.Title) {
			t.Errorf("%s is called %s", e.Title, e.ID)
		}
	}
	var titles []string
	for _, e := range plan.New {
		titles = append(titles, e.Title())
	}
	if d := cmp.Diff([]string{"The book", "The webinar", "My talk", "Second book"}, titles); d != "" {
		t.Error(d)
	}
	later := strings.Replace(sheet, "2026-02-02", "2026-02-03", 1)
	o.Map = append(o.Map, Mapping{"source", "Title"})
	plan = NewPlan(readCSV([]byte(sheet), o), "csv", log, files, nil)
	if len(plan.New) > 0 || len(plan.Likely) != 4 {
		t.Errorf("%d new, %d likely", len(plan.New), len(plan.Likely))
	}
	o.Map = o.Map[:3]
	plan = NewPlan(readCSV([]byte(later), o), "csv", log, files, nil)
	if len(plan.New) != 1 || plan.New[0].Title() != "The webinar" || plan.Same != 3 || len(plan.Differs) > 0 {
		t.Errorf("new %v, %d the same, %v", plan.New, plan.Same, plan.Differs)
	}
}
