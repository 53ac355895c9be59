package repo

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/honelog/hone/internal/repo/gitserver"
)

var noon = time.Date(2024, 4, 2, 12, 0, 0, 0, time.UTC)

// to is a target on a test server, that does not wait between tries.
func to(s *gitserver.Server, name, branch string) Target {
	return Target{
		Remote: Remote{URL: s.Remote(name), Token: s.Token},
		Branch: branch,
		Name:   "github-actions[bot]",
		Email:  "41898282+github-actions[bot]@users.noreply.github.com",
		When:   noon,
		Jitter: func() float64 { return 0 },
	}
}

// badges are twelve files that all say the same thing.
func badges(word string) map[string][]byte {
	files := map[string][]byte{}
	for i := range 12 {
		files[fmt.Sprintf("learning/badges/badge-%02d.svg", i)] = fmt.Appendf(nil, "<svg>%s %d</svg>\n", word, i)
	}
	return files
}

// write makes a change that does not look at the tip.
func write(files map[string][]byte, remove ...string) func(Tip) (Change, error) {
	return func(Tip) (Change, error) {
		return Change{Write: files, Remove: remove, Message: "learning: new badges"}, nil
	}
}

func publish(t *testing.T, target Target, change func(Tip) (Change, error)) Result {
	t.Helper()
	result, err := Publish(context.Background(), target, change)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func open(t *testing.T, dir string) *Repository {
	t.Helper()
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func text(files map[string][]byte) map[string]string {
	out := map[string]string{}
	for path, b := range files {
		out[path] = string(b)
	}
	return out
}

func paths[V any](files map[string]V) []string { return slices.Sorted(maps.Keys(files)) }

// aLog is what the repositories of these tests begin with.
var aLog = map[string]string{
	"learning.toml":             "version = 1\n",
	"learning/2024/books.toml":  "[[book]]\ntitle = \"Dune\"\n",
	"learning/proof/dune.pdf":   "%PDF\n",
	"README.md":                 "# Ada\n",
	"100755:tools/build.sh":     "#!/bin/sh\n",
	"other/deep/er/picture.svg": "<svg/>\n",
}
