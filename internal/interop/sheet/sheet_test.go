package sheet

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
)

// wideBytes writes a text as UTF-16, behind a byte order mark if there is one.
func wideBytes(s string, mark bool, big bool) []byte {
	var out []byte
	if mark {
		s = "\ufeff" + s
	}
	for _, u := range utf16.Encode([]rune(s)) {
		if big {
			out = append(out, byte(u>>8), byte(u))
		} else {
			out = append(out, byte(u), byte(u>>8))
		}
	}
	return out
}

func TestDecode(t *testing.T) {
	const text = "Titel;Datum\r\nÜber Führung – „kurz“;21.11.2026\r\n"
	for _, c := range []struct {
		name     string
		data     []byte
		encoding string
	}{
		{"plain", []byte(text), "UTF-8"},
		{"with a mark", []byte("\xef\xbb\xbf" + text), "UTF-8"},
		{"little", wideBytes(text, true, false), "UTF-16"},
		{"big", wideBytes(text, true, true), "UTF-16"},
		{"little without a mark", wideBytes(text, false, false), "UTF-16"},
		{"big without a mark", wideBytes(text, false, true), "UTF-16"},
		{"Windows", []byte("Titel;Datum\r\n\xdcber F\xfchrung \x96 \x84kurz\x93;21.11.2026\r\n"), "Windows-1252"},
	} {
		got, encoding := Decode(c.data)
		if got != text || encoding != c.encoding {
			t.Errorf("%s: %q in %s", c.name, got, encoding)
		}
	}
}

func TestRead(t *testing.T) {
	for _, c := range []struct {
		name, text, separator string
		header                []string
		rows                  []Row
	}{
		{"commas", "a,b\n1,2\n", ",", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		{"semicolons and decimal commas", "a;b\r\n1,5;2,5\r\n", ";", []string{"a", "b"}, []Row{{2, []string{"1,5", "2,5"}}}},
		{"tabs", "a\tb\n1\t2", "\t", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		{"a comma in the header", "Title, subtitle;Day;Hours\nA, B;x;1\n", ";", []string{"Title, subtitle", "Day", "Hours"}, []Row{{2, []string{"A, B", "x", "1"}}}},
		{"said", "sep=;\r\na;b,c,d\r\n1;2\r\n", ";", []string{"a", "b,c,d"}, []Row{{3, []string{"1", "2"}}}},
		{"lines in a cell", "a,b\n\"1\n2\",3\n4,5\n", ",", []string{"a", "b"}, []Row{{2, []string{"1\n2", "3"}}, {3, []string{"4", "5"}}}},
		{"empty rows count", "\na,b\n\n,\n1,2\n", ",", []string{"a", "b"}, []Row{{5, []string{"1", "2"}}}},
		{"quotes", "a,b\n\"say \"\"hi\"\"\",x\"y\"\n", ",", []string{"a", "b"}, []Row{{2, []string{`say "hi"`, `x"y"`}}}},
		{"texts like numbers", "a,b\n=\"978,1\",\"=\"\"0201\"\"\"\n", ",", []string{"a", "b"}, []Row{{2, []string{"978,1", "0201"}}}},
		{"short rows", "a,b,c\n1\n", ",", []string{"a", "b", "c"}, []Row{{2, []string{"1", "", ""}}}},
		{"old ends of lines", "a,b\r1,2\r", ",", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
		{"no end of a line", "a,b\n1,2", ",", []string{"a", "b"}, []Row{{2, []string{"1", "2"}}}},
	} {
		s, faults := Read([]byte(c.text))
		if len(faults) > 0 || s.Separator != c.separator {
			t.Errorf("%s: separator %q, faults %v", c.name, s.Separator, faults)
		}
		if d := cmp.Diff(c.header, s.Header); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
		if d := cmp.Diff(c.rows, s.Rows); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

func TestReadFaults(t *testing.T) {
	for _, c := range []struct {
		text   string
		row    int
		column int
		says   string
	}{
		{"", 0, 0, "nothing in it"},
		{"a,b\n1,\"2\n3,4\n", 2, 2, "never closed"},
		{"a,b\n1,2\n1,2,3\n", 3, 3, "more cells than the 2"},
		{"PK\x03\x04....", 0, 0, "workbook"},
		{"\xd0\xcf\x11\xe0....", 0, 0, "old Excel"},
		{"<html>", 0, 0, "web page"},
		{" [{\"a\": 1}]", 0, 0, "JSON"},
		{"a,b\n1,\x00\n", 0, 0, "no text"},
		{strings.Repeat("a,", 600) + "\n", 0, 0, "500 columns"},
		{"a,b\n" + strings.Repeat("x", maxCell+1) + ",1\n", 2, 1, "64 kB"},
		{"a,b\n" + strings.Repeat("1,2\n", MaxRows), 0, 0, "100,000 rows"},
		{strings.Repeat(" ", MaxBytes+1), 0, 0, "16 MB"},
	} {
		_, faults := Read([]byte(c.text))
		if len(faults) == 0 || faults[0].Row != c.row || faults[0].Column != c.column || !strings.Contains(faults[0].Says, c.says) || faults[0].Help == "" {
			t.Errorf("%.30q: %+v, want %q in row %d, column %d", c.text, faults, c.says, c.row, c.column)
		}
	}
}

// Any table that encoding/csv writes is read as it was.
func TestAgainstEncodingCSV(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	words := []string{"a", "b c", `"`, `""`, "x,y", "p;q", "line\nline", "ä", "1.5", "1,5", "-", "=1+1"}
	for n := range 500 {
		width := 2 + random.IntN(5)
		header := make([]string, width)
		for i := range header {
			header[i] = fmt.Sprint("column ", i)
		}
		rows := [][]string{header}
		for range random.IntN(20) {
			row := make([]string, width)
			for i := range row {
				for range random.IntN(3) {
					row[i] += words[random.IntN(len(words))]
				}
			}
			row[0] = "r" + row[0]
			rows = append(rows, row)
		}
		var b bytes.Buffer
		w := csv.NewWriter(&b)
		w.Comma, w.UseCRLF = []rune(",;\t")[n%3], n%2 == 0
		if err := w.WriteAll(rows); err != nil {
			t.Fatal(err)
		}
		s, faults := Read(b.Bytes())
		if len(faults) > 0 || s.Separator != string(w.Comma) || len(s.Rows) != len(rows)-1 {
			t.Fatalf("%d: separator %q, %d rows of %d, faults %v\n%s", n, s.Separator, len(s.Rows), len(rows)-1, faults, b.String())
		}
		for i, r := range s.Rows {
			for j, c := range r.Cells {
				want := rows[i+1][j]
				if w.UseCRLF {
					want = strings.ReplaceAll(want, "\n", "\r\n")
				}
				if want = strings.TrimSpace(want); c != want {
					t.Fatalf("%d: row %d, cell %d: %q, want %q", n, i, j, c, want)
				}
			}
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 52: "AZ", 53: "BA", 702: "ZZ", 703: "AAA"} {
		if got := Letters(column); got != want {
			t.Errorf("%d is %s, want %s", column, got, want)
		}
	}
	s := Sheet{Header: []string{"Title", "b", "Day"}}
	for name, want := range map[string]int{"Title": 1, "title": 1, "B": 2, "c": 3, "Day": 3, "d": 0, "": 0, "x": 0} {
		if got := s.Column(name); got != want {
			t.Errorf("%q is column %d, want %d", name, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"a,b\n1,2\n", "sep=;\na;b\n", "\xff\xfea\x00,\x00b\x00", "a\n\"", "=\"\n\",x\r\r\n"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		s, faults := Read(data)
		for _, f := range faults {
			if f.Says == "" || f.Help == "" || f.Row < 0 || f.Column < 0 {
				t.Errorf("fault %+v", f)
			}
		}
		last := s.HeaderRow
		for _, r := range s.Rows {
			if len(r.Cells) < len(s.Header) || r.Number <= last {
				t.Fatalf("row %d after %d, with %d cells of %d", r.Number, last, len(r.Cells), len(s.Header))
			}
			last = r.Number
		}
	})
}
