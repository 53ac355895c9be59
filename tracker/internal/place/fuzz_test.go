package place

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
)

// anything are rules of a format that takes every table.
var anything = Rules{
	Many:  func(table string) bool { return table == "book" },
	Known: func(table string) bool { return table == "book" || table == "settings" },
	Most:  func(string) (int, string) { return 1000, "more than 1,000" },
	Fuses: func(_, key string, first bool) bool { return first || key == "title" },
}

// plain are rules of a format that asks nothing: what is read is what stands.
var plain = Rules{
	Many:  func(string) bool { return false },
	Known: func(string) bool { return false },
	Most:  func(string) (int, string) { return math.MaxInt, "" },
	Fuses: func(string, string, bool) bool { return false },
}

func seeds(f *testing.F) {
	for _, pattern := range []string{"../../testdata/ok/*.toml", "../../testdata/bad/*.toml"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			if data, err := os.ReadFile(name); err == nil {
				f.Add(data)
			}
		}
	}
	for _, s := range []string{
		"a.b.c = 1\n[a.b]\nd = 2\n", "[[a]]\n[[a.b]]\n[a.b.c]\n[[a]]\n", "x = {a.b = 1, c = [1, {d = 2}]}", "\"\" = 1\n'' = 2",
		"a = [[1], [2, [3]]]\n", "t = 10:00\nd = 2026-01-01 10:00\n", "f = [1e3, inf, -nan, 0x1F, 1_000]", "a = \"\\e\\x41\\u00e9\"", "a = '''\r\nx'''\r\n",
		"[a]\n[b]\n[a.c]\n", "a = [1]\na.b = 2\n", "[x]\na = [[1]]\na.b.c = 2\n", "a.b = 1\na = 2\n", "[x]\na . b.c = 1\na = {}\n", "[[book]]\ntitle='a'\ntitle='b'\n", "a = 0000-01-01\n", "[ a . 'b' . \"c\" ] # x\n d = 1", "a={\n b=1, # x\n}\n",
	} {
		f.Add([]byte(s))
	}
}

// On whatever the decoder takes, the tree has the names, the nesting and the
// lengths of what it decodes, and each value stands where the tree says; what
// the decoder refuses is a fault.
func FuzzPlaces(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		src := NewSource("a.toml", text)
		d := Read(src, plain)
		for _, x := range d.Faults {
			if x.At.Start < 0 || x.At.End < x.At.Start || int(x.At.End) > len(src.Text) {
				t.Fatalf("fault at %v of %d bytes: %+v", x.At, len(src.Text), x)
			}
		}
		var want map[string]any
		_, err := toml.Decode(string(src.Text), &want)
		if err != nil {
			if len(d.Faults) == 0 {
				t.Fatalf("no fault, and the decoder says: %v", err)
			}
			return
		}
		if len(d.Faults) > 0 {
			for _, x := range d.Faults {
				if !x.Value() && x.Kind != TooMuch && x.Kind != NotText && x.Kind != Conflict && !replaced(src.Text, x) {
					t.Fatalf("the decoder takes it, and there is a fault: %+v", x)
				}
			}
			return
		}
		if !d.Whole || d.Lost != nil {
			t.Fatalf("whole %v, lost %v without a fault", d.Whole, d.Lost)
		}
		sameTree(t, d, d.Tree.Root(), d.Values, "")
		sameValue(t, want, d.Values, "")
	})
}

// replaced reports whether a fault is one of those where the decoder drops what
// stood first without a word, and that are no TOML: a dotted key into a list, as in
// a = [1] and a.b = 2, and a key that is a table by its dots, as in a.b = 1 and
// a = 2.
func replaced(text []byte, x Fault) bool {
	behind := bytes.TrimLeft(text[x.First.End:], " \t")
	return x.Kind == DoubledKey && (behind[0] == '.' || bytes.HasPrefix(bytes.TrimLeft(behind, "= \t"), []byte("[")))
}

func sameTree(t *testing.T, d *Document, n *Node, v any, path string) {
	switch v := v.(type) {
	case map[string]any:
		if n.Kind != Table || n.Len() != len(v) {
			t.Fatalf("%s: kind %d of %d keys, want a table of %d", path, n.Kind, n.Len(), len(v))
		}
		for c := range d.Tree.Children(n) {
			x, ok := v[c.Name]
			if !ok || d.Tree.Child(n, c.Name) != c {
				t.Fatalf("%s: there is no key %q", path, c.Name)
			}
			sameTree(t, d, c, x, path+"."+c.Name)
		}
	case []map[string]any:
		all := make([]any, len(v))
		for i := range v {
			all[i] = v[i]
		}
		sameTree(t, d, n, all, path)
	case []any:
		if n.Kind != List || n.Len() != len(v) {
			t.Fatalf("%s: kind %d of %d elements, want a list of %d", path, n.Kind, n.Len(), len(v))
		}
		i := 0
		for c := range d.Tree.Children(n) {
			sameTree(t, d, c, v[i], fmt.Sprintf("%s[%d]", path, i))
			i++
		}
	default:
		if n.Kind != Scalar {
			t.Fatalf("%s: kind %d, want a value", path, n.Kind)
		}
		text := string(d.Source.Text[n.Value.Start:n.Value.End])
		var alone map[string]any
		if _, err := toml.Decode("x = "+text, &alone); err != nil {
			t.Fatalf("%s: %q alone: %v", path, text, err)
		}
		sameValue(t, v, alone["x"], path)
	}
}

func sameValue(t *testing.T, a, b any, path string) {
	if x, ok := a.(float64); ok && math.IsNaN(x) {
		if y, ok := b.(float64); ok && math.IsNaN(y) {
			return
		}
	}
	if x, ok := a.(time.Time); ok {
		if y, ok := b.(time.Time); ok && x.Equal(y) && x.Location().String() == y.Location().String() {
			return
		}
	}
	if x, y := fmt.Sprintf("%#v", a), fmt.Sprintf("%#v", b); x != y && !strings.Contains(x, "NaN") && !strings.Contains(x, "time.") {
		t.Fatalf("%s: %s is not %s", path, x, y)
	}
}

// Reading ends, whatever the text, with places in the text.
func FuzzRead(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text []byte) {
		src := NewSource("a.toml", text)
		d := Read(src, anything)
		syntax := 0
		for _, x := range d.Faults {
			if x.At.Start < 0 || x.At.End < x.At.Start || int(x.At.End) > len(src.Text) {
				t.Fatalf("fault at %v of %d bytes: %+v", x.At, len(src.Text), x)
			}
			if x.Kind == Syntax {
				syntax++
			}
		}
		if syntax > 1 {
			t.Fatalf("%d faults of syntax", syntax)
		}
		if d.Values == nil && len(d.Faults) == 0 {
			t.Fatal("nothing read, and no fault")
		}
	})
}
