package main

import (
	"strings"
	"testing"
)

// A title of another encoding is not written with signs that nobody typed.
func TestArgumentOfAnotherEncoding(t *testing.T) {
	dir := t.TempDir()
	fill(t, dir, "learning.toml", "# mine\n")
	before := tree(t, dir)
	r := runIn(dir, "add", "book", "Caf\xe9")
	if r.code != exitUsage || !strings.Contains(r.talked, `"Caf\xe9" is not UTF-8`) {
		t.Errorf("%d\n%s", r.code, r.talked)
	}
	if after := tree(t, dir); after != before {
		t.Error(after)
	}
}
