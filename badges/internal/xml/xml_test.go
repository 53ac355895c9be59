package xml

import (
	"strconv"
	"testing"
)

func TestAppendInt(t *testing.T) {
	for n := -11; n < 10012; n++ {
		if got := string(AppendInt([]byte("x"), n)); got != "x"+strconv.Itoa(n) {
			t.Fatalf("%d: got %q", n, got)
		}
	}
}

func TestAppendEscaped(t *testing.T) {
	const text, want = `a<b>&"c" 'd'`, `a&lt;b&gt;&amp;&#34;c&#34; &#39;d&#39;`
	if got := string(AppendEscaped(nil, []byte(text))); got != want {
		t.Errorf("got %q", got)
	}
}

func TestAppendID(t *testing.T) {
	if got := string(AppendID(nil, 0x0123ABCD)); got != "b0123abcd" {
		t.Errorf("got %q", got)
	}
}
