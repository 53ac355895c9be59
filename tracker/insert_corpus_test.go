package tracker

import (
	"bytes"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
)

// Every valid text of toml-test's corpus takes an entry and a pause, and keeps
// all it had; those of the decoder's dislike, and those with a book of another
// form, are refused in words.
func TestInsertIntoCorpus(t *testing.T) {
	texts, refused := 0, 0
	for path, old := range corpus(t) {
		if !strings.HasPrefix(path, "valid/") {
			continue
		}
		texts++
		for _, ends := range []string{"\n", "\r\n"} {
			text := bytes.ReplaceAll(bytes.ReplaceAll(old, []byte("\r\n"), []byte("\n")), []byte("\n"), []byte(ends))
			for _, b := range []Block{aBook(civil.Of(2026, 5, 1)), aPause(civil.Of(2026, 5, 1))} {
				in, err := Insert(text, b)
				if err == nil {
					mustOnlyAdd(t, text, in, b)
					continue
				}
				refused++
				var m map[string]any
				if _, fault := toml.Decode(string(text), &m); fault == nil && m[b.Table] == nil {
					t.Errorf("%s: %v", path, err)
				}
			}
		}
	}
	if texts < 200 {
		t.Errorf("%d texts", texts)
	}
	t.Logf("%d texts, %d of %d refused", texts, refused, 4*texts)
}
