package repo

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/honelog/hone/internal/repo/gitserver"
)

// Twelve badges to a server on this machine. To reach: 100 ms, and on a branch
// with files 0.2 ms more for each of them.
func BenchmarkPublish(b *testing.B) {
	for _, size := range []int{0, 100, 1000, 5000} {
		b.Run(fmt.Sprintf("%d files", size), func(b *testing.B) {
			s := gitserver.New(b)
			files := map[string]string{"README.md": "# Ada\n"}
			for i := range size {
				files[fmt.Sprintf("notes/%02d/%04d.md", i%50, i)] = fmt.Sprintf("# Note %d\n\n%0*d\n", i, 200+i%3000, i)
			}
			s.Bare("log", files)
			target := to(s, "log", "main")
			if size == 0 {
				target.Branch, target.Orphan = "learning-badges", true
			}
			round := 0
			for b.Loop() {
				round++
				if got, err := Publish(context.Background(), target, write(badges(fmt.Sprint(round)))); err != nil || !got.Changed() {
					b.Fatal(got, err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/publish")
			b.ReportMetric(100+0.2*float64(size), "ms/budget")
		})
	}
}

// The same by Git itself: a shallow clone, a commit in it, a push.
func BenchmarkPublishByGit(b *testing.B) {
	s := gitserver.New(b)
	s.Bare("log", map[string]string{"README.md": "# Ada\n"})
	round := 0
	for b.Loop() {
		round++
		dir := b.TempDir()
		gitserver.Git(b, dir, "clone", "-q", "--depth=1", s.Remote("log"), ".")
		if err := os.MkdirAll(filepath.Join(dir, "learning", "badges"), 0o755); err != nil {
			b.Fatal(err)
		}
		for path, text := range badges(fmt.Sprint(round)) {
			if err := os.WriteFile(filepath.Join(dir, path), text, 0o644); err != nil {
				b.Fatal(err)
			}
		}
		gitserver.Git(b, dir, "add", ".")
		gitserver.Git(b, dir, "commit", "-q", "-m", "learning: new badges")
		gitserver.Git(b, dir, "push", "-q")
	}
}

// What `hone check --base` needs of a repository: open it, find the base, read
// the log there. To reach: 100 ms at 10,000 commits, 10 ms at depth 1.
func BenchmarkBase(b *testing.B) {
	s := gitserver.New(b)
	dir := s.Bare("log", aLog)
	gitserver.Grow(b, dir, "main", 10_000)
	gitserver.Git(b, dir, "branch", "topic", "main~20")
	gitserver.Commit(b, dir, "topic", map[string]string{"learning/2024/talks.toml": "[[talk]]\n"})
	gitserver.Git(b, dir, "repack", "-adq")
	for _, depth := range []string{"10000", "50"} {
		b.Run("depth "+depth, func(b *testing.B) {
			c := b.TempDir()
			gitserver.Git(b, c, "clone", "-q", "--no-single-branch", "--depth="+depth, "--branch=topic", s.Remote("log"), ".")
			for b.Loop() {
				r, err := Open(c)
				if err != nil {
					b.Fatal(err)
				}
				base, err := r.Base("main")
				if err != nil {
					b.Fatal(err)
				}
				tip, err := r.At(base)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := tip.ReadFiles("learning.toml", "learning"); err != nil {
					b.Fatal(err)
				}
				r.Close()
			}
		})
	}
}
