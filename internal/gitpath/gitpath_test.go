package gitpath_test

import (
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/gitpath"
)

func FuzzPublishable(f *testing.F) {
	for _, file := range []string{"learning/badges/all.svg", "./a//b", ".git", ".GIT./x", "a/.g\u200dit", ".github/workflows/x", "../x", "a/..", "c:x", " ", "...", ".github"} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file string) {
		clean, err := gitpath.Publishable(file)
		if err != nil {
			return
		}
		if clean != path.Clean(clean) || !filepath.IsLocal(filepath.FromSlash(clean)) || clean == "." {
			t.Errorf("%q becomes %q", file, clean)
		}
		for part := range strings.SplitSeq(strings.ToLower(clean), "/") {
			if strings.TrimRight(part, ". ") == ".git" {
				t.Errorf("%q is Git's own", clean)
			}
		}
		if again, err := gitpath.Publishable(clean); again != clean || err != nil {
			t.Errorf("%q becomes %q, then %q %v", file, clean, again, err)
		}
	})
}
