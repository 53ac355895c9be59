package main

import (
	"testing"

	"github.com/honelog/hone/internal/bench/biglog"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// Check beside check --base, of one entry more. To reach: 100 ms more at 10,000
// commits, 10 ms more at depth 1; and, of 10,000 entries, about a check more.
func BenchmarkCheckBase(b *testing.B) {
	s := gitserver.New(b)
	for _, size := range []struct {
		name    string
		entries int
	}{{"small log", 10}, {"10,000 entries", 10_000}} {
		files := map[string]string{}
		for name, data := range biglog.Make(size.entries, 1) {
			files[name] = string(data)
		}
		dir := s.Bare(size.name, files)
		gitserver.Grow(b, dir, "main", 10_000)
		gitserver.Git(b, dir, "branch", "topic", "main~20")
		gitserver.Commit(b, dir, "topic", map[string]string{"learning/2024/talks.toml": "[[talk]]\ntitle = \"T\"\ndate = 2024-01-02\n"})
		gitserver.Git(b, dir, "repack", "-adq")
		for _, depth := range []string{"10000", "1"} {
			c := b.TempDir()
			gitserver.Git(b, c, "clone", "-q", "--no-single-branch", "--depth="+depth, "--branch=topic", "file://"+dir, ".")
			for _, args := range [][]string{{"check"}, {"check", "--base", "origin/main"}} {
				b.Run(size.name+", depth "+depth+", "+args[len(args)-1], func(b *testing.B) {
					for b.Loop() {
						if r := runIn(c, args...); r.code > exitFailOn {
							b.Fatalf("exit code %d\n%s", r.code, r.talked)
						}
					}
				})
			}
		}
	}
}
