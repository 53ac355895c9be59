package forge_test

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
)

var background = context.Background()

// stocked is a server with a repository that has files.
func stocked(t testing.TB) *fakegithub.Server {
	s := server(t)
	s.Push("main", map[string][]byte{
		"learning.toml": []byte("version = 1\n"), "README.md": []byte("# Me\n"), "learning/badges/badge-old.svg": []byte("<svg/>"), "100755:run.sh": []byte("#!/bin/sh\n"),
		"120000:link": []byte("README.md"), "160000:module": []byte(strings.Repeat("5", 40)), ".github/workflows/x.yml": []byte("on: push\n"),
	})
	return s
}

// badges is a change that depends on the log at the tip.
func badges(tip *forge.Tip) (forge.Change, error) {
	log, err := tip.ReadFile("learning.toml")
	return forge.Change{
		Write:   map[string][]byte{"learning/badges/badge-all.svg": []byte("<svg>" + string(log) + "</svg>"), "README.md": []byte("# Me, renewed\n"), "run.sh": []byte("#!/bin/sh\nset -e\n"), "learning.toml": log},
		Remove:  []string{"learning/badges/badge-old.svg", "learning/badges/badge-never.svg"},
		Message: "Update learning badges\n\nCo-authored-by: ana <7+ana@users.noreply.github.com>\n",
	}, err
}

// ways are the two in which GitHub makes a commit.
var ways = map[string]func(*fakegithub.Server, *forge.Options){
	"GraphQL":          func(*fakegithub.Server, *forge.Options) {},
	"no GraphQL":       func(_ *fakegithub.Server, o *forge.Options) { o.GraphQL = "" },
	"GraphQL is 404":   func(s *fakegithub.Server, _ *forge.Options) { s.NoGraphQL = true },
	"no such mutation": func(s *fakegithub.Server, _ *forge.Options) { s.NoMutation = true },
}

func eachWay(t *testing.T, test func(t *testing.T, s *fakegithub.Server, o forge.Options)) {
	for _, name := range slices.Sorted(maps.Keys(ways)) {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := stocked(t)
			o := options(s)
			ways[name](s, &o)
			test(t, s, o)
		})
	}
}

func TestCommit(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		before := s.Commits("main")[0]
		r, err := client(t, o).Commit(background, "main", false, badges)
		if err != nil {
			t.Fatal(err)
		}
		commits := s.Commits("main")
		if len(commits) != 2 || commits[0].Hash != r.Commit || !commits[0].Signed || !slices.Equal(commits[0].Parents, []string{before.Hash}) {
			t.Fatalf("%+v", commits)
		}
		if got := strings.TrimSpace(commits[0].Message); got != "Update learning badges\n\nCo-authored-by: ana <7+ana@users.noreply.github.com>" {
			t.Errorf("the message is %q", got)
		}
		if got := fmt.Sprint(r.Written, r.Removed, r.Tries); got != "[README.md learning/badges/badge-all.svg run.sh] [learning/badges/badge-old.svg] 1" {
			t.Errorf("%s", got)
		}
		files := s.Files("main")
		if files["learning/badges/badge-all.svg"] != "<svg>version = 1\n</svg>" || files["link"] != "README.md" || files[".github/workflows/x.yml"] == "" || len(files) != 7 {
			t.Errorf("%q", files)
		}
		writes := s.Writes()
		again, err := client(t, o).Commit(background, "main", false, badges)
		if err != nil || s.Writes() != writes || again.Commit != r.Commit || len(again.Written)+len(again.Removed) > 0 {
			t.Errorf("again: %+v %v", again, err)
		}
		t.Logf("%d calls", len(s.Calls()))
	})
}

// A branch of its own, without history, is made where it is missing.
func TestCommitToOrphan(t *testing.T) {
	t.Parallel()
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		change := func(tip *forge.Tip) (forge.Change, error) {
			names, err := tip.List()
			return forge.Change{Write: map[string][]byte{"a/b.svg": []byte("1"), "c.bin": {0, 0xff, '\r'}}, Message: fmt.Sprint(len(names))}, err
		}
		if _, err := client(t, o).Commit(background, "side/branch", false, change); kindOf(err) != forge.NoBranch {
			t.Errorf("without orphan: %v", err)
		}
		for n := range 2 {
			if _, err := client(t, o).Commit(background, "side/branch", true, change); err != nil {
				t.Fatal(n, err)
			}
		}
		if c := s.Commits("side/branch"); len(c) != 1 || len(c[0].Parents) > 0 || !c[0].Signed || len(s.Files("side/branch")) != 2 || len(s.Commits("main")) != 1 {
			t.Errorf("%+v", c)
		}
	})
}

func TestCommitToEmptyRepository(t *testing.T) {
	t.Parallel()
	s := server(t)
	if _, err := client(t, options(s)).Commit(background, "main", false, badges); kindOf(err) != forge.NoBranch {
		t.Errorf("%v", err)
	}
	one := func(*forge.Tip) (forge.Change, error) {
		return forge.Change{Write: map[string][]byte{"a": nil}, Message: "m"}, nil
	}
	if _, err := client(t, options(s)).Commit(background, "side", true, one); err == nil || !strings.Contains(err.Error(), "empty") {
		t.Errorf("%v", err)
	}
}

func TestCommitRefusesPaths(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	for _, name := range []string{"", "/a", "a/", "../a", ".git/config", "a/.GIT /x", ".gitmodules", ".github/workflows/x.yml", ".GitHub/workflows/y.yml", "link", "link/a", "module", "module/a", "learning", "README.md/a", "a:b", "a\nb", "a\\b"} {
		for _, change := range []forge.Change{{Write: map[string][]byte{name: []byte("x")}}, {Remove: []string{name}}} {
			_, err := client(t, options(s)).Commit(background, "main", false, func(*forge.Tip) (forge.Change, error) { return change, nil })
			if err == nil || !strings.Contains(err.Error(), "choose another path") {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
	both := forge.Change{Write: map[string][]byte{"a": nil, "a/b": nil}}
	if _, err := client(t, options(s)).Commit(background, "main", false, func(*forge.Tip) (forge.Change, error) { return both, nil }); err == nil {
		t.Error("a file is a folder, too")
	}
	if s.Writes() > 0 {
		t.Error("something was written")
	}
	// A file that goes makes way for a folder of its name.
	way := forge.Change{Write: map[string][]byte{"README.md/a": []byte("x")}, Remove: []string{"README.md"}}
	if _, err := client(t, options(s)).Commit(background, "main", false, func(*forge.Tip) (forge.Change, error) { return way, nil }); err != nil || s.Files("main")["README.md/a"] != "x" {
		t.Errorf("%v %q", err, s.Files("main"))
	}
}

// Somebody is faster, once or always.
func TestCommitRaces(t *testing.T) {
	t.Parallel()
	for _, times := range []int{1, 4, 5} {
		eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
			n := 0
			r, err := client(t, o).Commit(background, "main", false, func(tip *forge.Tip) (forge.Change, error) {
				change, err := badges(tip)
				if n++; n <= times {
					s.Push("main", map[string][]byte{"learning.toml": []byte(fmt.Sprintf("# %d\n", n))})
				}
				return change, err
			})
			if times == 5 {
				if kindOf(err) != forge.Raced || len(s.Commits("main")) != 6 || r.Tries != 5 {
					t.Errorf("%v", err)
				}
				return
			}
			if err != nil || r.Tries != times+1 || s.Files("main")["learning/badges/badge-all.svg"] != fmt.Sprintf("<svg># %d\n</svg>", times) || len(s.Commits("main")) != times+2 {
				t.Errorf("%d: %+v %v", times, r, err)
			}
		})
	}
}

// Two publishers, one of which makes all of its calls between two calls of the
// other: what both have to add is there in the end, once.
func TestTwoCommitAtOnce(t *testing.T) {
	t.Parallel()
	add := func(name string) func(*forge.Tip) (forge.Change, error) {
		return func(tip *forge.Tip) (forge.Change, error) {
			had, err := tip.ReadFile("count")
			if errors.Is(err, fs.ErrNotExist) {
				err = nil
			}
			return forge.Change{Write: map[string][]byte{"entries/" + name: []byte(name), "count": append(slices.Clone(had), 'x')}, Message: name}, err
		}
	}
	eachWay(t, func(t *testing.T, s *fakegithub.Server, o forge.Options) {
		for at := 0; ; at++ {
			s.Push("main", map[string][]byte{"count": nil, "entries/a": nil, "entries/b": nil})
			before := len(s.Commits("main"))
			n, other := 0, o
			o := o
			o.Transport = tripper(func(next roundTrip) roundTrip {
				return func(r request) (response, error) {
					if n++; n == at+1 {
						if _, err := client(t, other).Commit(background, "main", false, add("b")); err != nil {
							t.Error(err)
						}
					}
					return next(r)
				}
			})
			_, err := client(t, o).Commit(background, "main", false, add("a"))
			if n <= at {
				return
			}
			files := s.Files("main")
			if err != nil || files["count"] != "xx" || files["entries/a"] != "a" || files["entries/b"] != "b" || len(s.Commits("main")) != before+2 {
				t.Fatalf("the other came before call %d: %v %q", at, err, files)
			}
		}
	})
}

func TestTruncatedTrees(t *testing.T) {
	t.Parallel()
	s := stocked(t)
	all, err := readAll(t, s)
	if err != nil || len(all) != 5 {
		t.Fatal(err, len(all))
	}
	s.MaxTree = 8 // the root has seven lines
	some, err := readAll(t, s)
	if err != nil || !maps.EqualFunc(all, some, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Errorf("%v %q", err, some)
	}
	if _, err := client(t, options(s)).Commit(background, "main", false, badges); err != nil {
		t.Error(err)
	}
	s.MaxTree = 3
	if _, err := readAll(t, s); err == nil || !strings.Contains(err.Error(), "more files than GitHub lists") {
		t.Errorf("%v", err)
	}
}

func readAll(t *testing.T, s *fakegithub.Server) (map[string][]byte, error) {
	tip, err := client(t, options(s)).Read(background, "main")
	if err != nil {
		t.Fatal(err)
	}
	return tip.ReadFiles()
}

// A log of many files costs few calls, and comes through byte for byte.
func TestManyFilesAtOnce(t *testing.T) {
	t.Parallel()
	s := server(t)
	files := map[string][]byte{"big": []byte(strings.Repeat("x", 200_000)), "bytes": {0xff, 0}, "bom": []byte("\ufeffa\r\n"), "empty": {}}
	for n := range 120 {
		files[fmt.Sprintf("learning/2026/%03d.toml", n)] = []byte(fmt.Sprintf("# %d\n", n))
	}
	s.Push("main", files)
	got, err := readAll(t, s)
	if err != nil || !maps.EqualFunc(got, files, func(a, b []byte) bool { return string(a) == string(b) }) {
		t.Errorf("%v: %d files", err, len(got))
	}
	if n := len(s.Calls()); n != 3+3+2 {
		t.Errorf("%d calls", n)
	}
	s.NoGraphQL = true
	if again, err := readAll(t, s); err != nil || len(again) != len(files) {
		t.Errorf("%v", err)
	}
}

func TestLargeFiles(t *testing.T) {
	t.Parallel()
	s := server(t)
	s.Push("main", map[string][]byte{"learning.toml": make([]byte, 16<<20+1)})
	if _, err := readAll(t, s); err == nil || !strings.Contains(err.Error(), "split it") || len(s.Calls()) != 3 {
		t.Errorf("%v", err)
	}
}

func TestCoAuthor(t *testing.T) {
	t.Parallel()
	for login, want := range map[string]string{
		"ana": "Co-authored-by: ana <7+ana@users.noreply.github.com>", "a-b_corp": "Co-authored-by: a-b_corp <7+a-b_corp@users.noreply.github.com>",
		"renovate[bot]": "Co-authored-by: renovate[bot] <7+renovate[bot]@users.noreply.github.com>",
		"":              "", "-a": "", "a b": "", "a>": "", "a\nb": "", "[bot]": "", strings.Repeat("a", 60): "", "ä": "",
	} {
		if got, err := forge.CoAuthor(login, 7, "https://github.com"); got != want || (err == nil) != (want != "") {
			t.Errorf("%q: %q %v", login, got, err)
		}
	}
	if got, _ := forge.CoAuthor("ana", 7, "https://git.example.com:8443"); got != "Co-authored-by: ana <7+ana@users.noreply.git.example.com>" {
		t.Errorf("%q", got)
	}
	if _, err := forge.CoAuthor("ana", 0, "https://github.com"); err == nil {
		t.Error("no number is no person")
	}
}
