package text

import (
	"math"
	"strings"
	"testing"

	"github.com/rivo/uniseg"
)

// most is the widest a line may be here.
const most = 400_00

// The wanted widths are those of the text drawn by Chromium at 11 px: with
// DejaVu Sans and Noto, or for plain Latin the sum of Verdana's advances.
func TestWidth(t *testing.T) {
	for _, c := range []struct {
		text  string
		want  float64 // px
		near  float64 // how far off is still fine, as a share
		exact bool
	}{
		{"build", 26.70, 0, true},
		{"passing", 41.75, 0, true},
		{"certifications", 70.27, 0, true},
		{"120 h / 200 h", 76.34, 0, true},
		{"2 of 12", 39.26, 0, true},
		{"ÿ", 6.51, 0, true},
		{Ellipsis, 9, 0, true},
		{"漢字", 22, 0, true},
		{"カタカナ", 44, 0, true},
		{"ｶﾀｶﾅ", 22, 0, false},
		{"한국어", 30.36, 0, true},
		{"عربي", 24.9, .15, false},
		{"עברית", 29.1, .15, false},
		{"हिन्दी", 26, .2, false},
		{"ภาษาไทย", 40, .15, false},
		{"👨‍👩‍👧‍👦", 13.73, .01, false},
		{"🇩🇪", 13.73, .01, false},
		{"1️⃣", 13.73, .01, false},
		{"❤️", 13.73, .01, false},
		{"⭐", 13.73, .01, false},
		{"✅", 13.73, .01, false},
		{"e\u0301", 6.55, 0, false},
		{"\u1100\u1161\u11a8", 10.12, 0, false}, // 각 in three letters
	} {
		l := verdana11.Fit([]byte(c.text), most)
		got := float64(l.Width) / 100
		if math.Abs(got-c.want) > c.near*c.want+.011 || l.Exact != c.exact {
			t.Errorf("%s: got %.2f px, exact %v; want %.2f, %v", c.text, got, l.Exact, c.want, c.exact)
		}
	}
}

func TestFit(t *testing.T) {
	for _, in := range texts() {
		var buf Room
		l := verdana11.Fit(Clean(buf[:0], in), most)
		shown := string(l.Text[:l.Shown])
		if l.Width > most {
			t.Errorf("%.40q: %d wide", in, l.Width)
		}
		if l.Cut() && (shown == "" || strings.HasSuffix(shown, " ")) {
			t.Errorf("%.40q: cut to %q", in, shown)
		}
		if !l.Cut() {
			continue
		}
		// What is shown is a beginning of whole clusters, so it measures the same.
		again := verdana11.Fit([]byte(shown), most)
		if again.Cut() || again.Width+verdana11.advance('…') != l.Width {
			t.Errorf("%.40q: %q is %d wide alone, %d before an ellipsis", in, shown, again.Width, l.Width)
		}
	}
}

// The short ways of measuring find the clusters that there are.
func TestClusters(t *testing.T) {
	runes := []rune("aéЖ漢한·٢כֿא\u0301\u0915\u094d\u093f\u0e01\u0e33\u0e31\u200d\u200c\ufe0f\u20e3👍🏽🇩🇪\u1100\u1161\u0600\u0bbe1ა")
	check := func(in string) {
		t.Helper()
		for _, f := range []*Font{&verdana11, &verdana10Bold, &helvetica11Bold} {
			text := []byte(in)
			for len(text) > 0 {
				want, rest, _, _ := uniseg.FirstGraphemeCluster(text, -1)
				if got := f.next(text); got.size != len(want) {
					t.Errorf("%q: the first cluster of %q is %q, not %q", in, text, want, text[:got.size])
				}
				text = rest
			}
			if got, want := f.measure([]byte(in), 1<<30).clusters, uniseg.GraphemeClusterCount(in); got != want {
				t.Errorf("%q: %d clusters, not %d", in, got, want)
			}
		}
	}
	for _, a := range runes {
		for _, b := range runes {
			check(string([]rune{a, b}))
			check(string([]rune{a, '\u0301', b, a}))
		}
	}
	for _, r := range alone {
		for a := r.low; a <= r.high; a++ {
			check(string([]rune{r.low, a, r.high}))
		}
	}
}

// Letters are set apart only where none of them joins.
func TestTracking(t *testing.T) {
	for text, apart := range map[string]bool{
		"DONE": true, "ÉTÉ": true, "E\u0301": true, "🎉 DONE 👍🏽": true, "读书": true,
		"كتب": false, "DONE كتب": false, "पुस्तकें": false, "หนังสือ": false,
	} {
		tight := verdana10
		tight.tracking = 0
		l, want := verdana10.Fit([]byte(text), most), tight.Fit([]byte(text), most)
		if apart {
			want.Width += want.Clusters * verdana10.tracking
		}
		if l.Apart != apart || l.Width != want.Width {
			t.Errorf("%s: apart %v, %d wide, want %d", text, l.Apart, l.Width, want.Width)
		}
	}
	for most := 1000; most < 6000; most += 7 {
		l := verdana10.Fit([]byte("A long TEXT, and some more"), most)
		if l.Width > most || l.Width < most-2200 || !l.Cut() {
			t.Errorf("%d wide at most, but it is %d", most, l.Width)
		}
	}
}

// A text never gets narrower by going on.
func TestWidthGrows(t *testing.T) {
	for _, in := range texts() {
		before := 0
		for i := range in {
			var buf Room
			l := verdana11.Fit(Clean(buf[:0], in[:i]), most)
			if l.Cut() {
				break
			}
			// Until a cluster is whole it may be anything, up to an emoji.
			if l.Width < before-1375 {
				t.Errorf("%q: %d, then %d", in[:i], before, l.Width)
			}
			before = l.Width
		}
	}
}

func TestDirection(t *testing.T) {
	for text, want := range map[string]bool{
		"abc": false, "": false, "12": false, "12 כתב": true, "עברית abc": true, "abc עברית": false, "٢ من": true, "«مرحبا»": true, "Ünder": false, "漢": false,
	} {
		if got := verdana11.Fit([]byte(text), most).RTL; got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}

func TestTablesAreSorted(t *testing.T) {
	end := rune(-1)
	for _, b := range blocks {
		if b.low <= end || b.high < b.low {
			t.Errorf("block %x", b.low)
		}
		end = b.high
	}
	last := blocks[len(blocks)-1]
	if n := last.at + int(last.high-last.low) + 1; n != len(verdana11.widths) {
		t.Errorf("%d widths for %d code points", len(verdana11.widths), n)
	}
	if b := blocks[0]; b.low != ' ' || b.high != ' '+asciiWidths-1 || b.at != 0 {
		t.Errorf("the first block is %x", b)
	}
	end = -1
	for _, s := range scripts {
		if s.low <= end || s.high < s.low {
			t.Errorf("script %x", s.low)
		}
		end = s.high
	}
	end = -1
	for _, w := range wide {
		if w.low <= end || w.high < w.low {
			t.Errorf("wide %x", w.low)
		}
		end = w.high
	}
}
