package place

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// Position agrees with counting from the beginning, in any order of asking.
func TestPosition(t *testing.T) {
	for name, text := range map[string]string{
		"empty": "", "lines": "a\nbä\r\n🙂c\n\n", "BOM": "\xef\xbb\xbfä\nb", "broken": "a\xff\xfe\xe2\x82b\n\xf0\x9f",
		"long":        strings.Repeat("ä🙂x", 5000) + "\n" + strings.Repeat("b", 9000) + "\nend",
		"long broken": strings.Repeat("\xf0\x9f\xe2\x82ä", 4000),
	} {
		src := NewSource(name, []byte(text))
		at := func(offset int) (line, column int) {
			before := string(src.Text[:offset])
			start := strings.LastIndexByte(before, '\n') + 1
			return 1 + strings.Count(before, "\n"), 1 + utf8.RuneCountInString(before[start:])
		}
		for i := 0; i <= len(src.Text); i++ {
			offset := (i * 7919) % (len(src.Text) + 1)
			if len(src.Text) > 1000 && i%97 != 0 || offset < len(src.Text) && !utf8.RuneStart(src.Text[offset]) {
				continue
			}
			line, column := src.Position(offset)
			if wantLine, wantColumn := at(offset); line != wantLine || column != wantColumn {
				t.Fatalf("%s: offset %d is at %d:%d, want %d:%d", name, offset, line, column, wantLine, wantColumn)
			}
		}
		if line, column := src.Position(-5); line != 1 || column != 1 {
			t.Errorf("%s: before the text is at %d:%d", name, line, column)
		}
	}
	if got := NewSource("", []byte("a\r\nb")).Line(1); got != "a" {
		t.Errorf("the first line is %q", got)
	}
}

func TestOddDate(t *testing.T) {
	for token, want := range map[string]FaultKind{
		"2026-05": OddMonth, "2026-5": OddMonth, "2026-13": OddDate, "2026-02-30": OddDate, "3/4/2026": OddDate, "15.11.2026": OddDate, "2026/02": OddDate, "26-02-01": OddDate,
		"2026-02-28": -1, "2026": -1, "1.5": -1, "2026-": -1, "1/2": -1, "10:00": -1, "1-2-3-4": -1, "2026-02.01": -1, "12345-01-01": -1, "": -1,
	} {
		kind, odd := oddDate(token)
		if !odd {
			kind = -1
		}
		if kind != want {
			t.Errorf("oddDate(%q) = %d, want %d", token, kind, want)
		}
	}
}

func TestLook(t *testing.T) {
	for name, c := range map[string]struct {
		text, what string
		tables     int
	}{
		"fine":             {"[[a]]\nb = [[1], [2]]\n[c]\n", "", 2},
		"not in texts":     {"a = '" + strings.Repeat("[", 99) + "' # " + strings.Repeat("[", 99) + "\nb = '''\n[[[\n'''\n[c]\n", "", 1},
		"numbers no parts": {"a = [" + strings.Repeat("1.5, ", 99) + "]\n", "", 0},
		"brackets":         {"a = " + strings.Repeat("[", 65), "brackets", 0},
		"parts":            {strings.Repeat("a.", 32) + "a = 1", "parts", 0},
		"parts of a table": {"[" + strings.Repeat("a.", 32) + "a]", "parts", 1},
		"values":           {"a = [" + strings.Repeat("1,", MaxValues) + "]", "values", 0},
		"keys":             {strings.Repeat("a=1\n", MaxKeys+1), "keys", 0},
		"size":             {strings.Repeat("#", MaxFile+1), "8 MB", 0},
	} {
		got := Look([]byte(c.text))
		if (got.Excess == nil) != (c.what == "") || got.Excess != nil && !strings.Contains(got.Excess.What, c.what) {
			t.Errorf("%s: %+v, want %q", name, got.Excess, c.what)
		}
		if c.what == "" && got.Tables != c.tables {
			t.Errorf("%s: %d tables, want %d", name, got.Tables, c.tables)
		}
	}
}

func TestOriginal(t *testing.T) {
	var m inserts
	m.widen(At(2, 8))
	m.add(13, "[[book]]\n")
	text := []byte("\n\n[book]\na=1\nb=2\n")
	long := string(m.apply(text))
	if want := "\n\n[[book]]\na=1\n[[book]]\nb=2\n"; long != want {
		t.Fatalf("%q, want %q", long, want)
	}
	for offset := range text {
		if at := strings.IndexByte("ab=12", text[offset]); at < 0 || text[offset] == '=' {
			continue
		}
		inLong := strings.LastIndex(long, string(text[offset:min(offset+2, len(text))]))
		if strings.Count(long, string(text[offset:min(offset+2, len(text))])) == 1 && m.original(inLong) != offset {
			t.Errorf("offset %d comes back as %d", offset, m.original(inLong))
		}
	}
}
