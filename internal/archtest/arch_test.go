// Package archtest holds the house to its plan: which room may import which,
// and what the pure rooms may not touch.
package archtest

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

const module = "github.com/honelog/hone/"

// floors lists the rooms from the ground up. A room may import those below it.
var floors = [][]string{
	{"tracker/civil", "badges/internal/near", "badges/internal/odd", "badges/internal/text", "badges/internal/xml", "internal/brute", "internal/bench/biglog", "internal/gitpath", "internal/oracle"},
	{"tracker/internal/place", "badges"},
	{"tracker", "badges/cards", "badges/compat"},
	{"internal/change"},
	{"internal/words", "internal/bench", "internal/interop/sheet"},
	{"internal/render"},
	{"internal/nudge", "internal/intake", "internal/interop", "internal/export"},
	{"internal/disk", "internal/repo", "internal/forge", "internal/action"},
	{"internal/repo/gitserver", "internal/forge/fakegithub"},
	{"internal/run"},
	{"cmd/hone", "internal/archtest"},
}

// only names the rooms that may import a module from outside.
var only = map[string][]string{
	"github.com/BurntSushi/toml":            {"internal/bench", "tracker", "tracker/internal/place"},
	"github.com/pelletier/go-toml":          {"tracker/internal/place"},
	"github.com/go-git/":                    {"internal/repo", "internal/repo/gitserver"},
	"github.com/google/go-github":           {"internal/forge"},
	"github.com/sethvargo/go-githubactions": {"internal/action"},
	"github.com/spf13/cobra":                {"cmd/hone"},
}

// pure are the rooms of arithmetic: no file, network, clock or time zone.
var pure = []string{"tracker", "tracker/civil", "tracker/internal/place", "badges", "badges/internal/near", "badges/internal/text", "badges/internal/xml", "badges/cards", "badges/compat", "internal/words", "internal/render", "internal/nudge", "internal/intake", "internal/export", "internal/gitpath", "internal/change", "internal/interop", "internal/interop/sheet"}

// impure are the packages and calls that a pure room may not name.
var impure = struct{ imports, calls []string }{
	imports: []string{"os", "net", "net/http", "io/fs", "log", "log/slog", "syscall", "os/exec", "embed/os", "path/filepath"},
	calls:   []string{"time.Now", "time.LoadLocation", "time.Since", "time.Until", "time.Local"},
}

type file struct {
	room, name string
	ast        *ast.File
}

func TestArrowsPointDown(t *testing.T) {
	level := map[string]int{}
	for i, rooms := range floors {
		for _, r := range rooms {
			level[r] = i
		}
	}
	for _, f := range sources(t) {
		at, known := level[f.room]
		if !known {
			t.Errorf("%s: the room %s is on no floor of this test", f.name, f.room)
			continue
		}
		for _, i := range f.ast.Imports {
			path := strings.Trim(i.Path.Value, `"`)
			room, ours := strings.CutPrefix(path, module)
			switch {
			case ours && level[room] >= at:
				t.Errorf("%s: %s imports %s, which is not below it", f.name, f.room, room)
			case !ours:
				for outside, rooms := range only {
					if strings.HasPrefix(path, outside) && !contains(rooms, f.room) {
						t.Errorf("%s: only %v may import %s", f.name, rooms, path)
					}
				}
			}
		}
	}
}

func TestPureRooms(t *testing.T) {
	for _, f := range sources(t) {
		if !contains(pure, f.room) {
			continue
		}
		for _, i := range f.ast.Imports {
			if path := strings.Trim(i.Path.Value, `"`); contains(impure.imports, path) {
				t.Errorf("%s: a pure room imports %s", f.name, path)
			}
		}
		ast.Inspect(f.ast, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && contains(impure.calls, x.Name+"."+s.Sel.Name) {
					t.Errorf("%s: a pure room calls %s.%s", f.name, x.Name, s.Sel.Name)
				}
			}
			return true
		})
	}
}

// sources parses every Go file of the module that is no test.
func sources(t *testing.T) (files []file) {
	t.Helper()
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && path != root && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata" || d.Name() == "node_modules") {
			return filepath.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		rel, err := filepath.Rel(root, filepath.Dir(path))
		if err != nil {
			return err
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		files = append(files, file{filepath.ToSlash(rel), path, parsed})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < 50 {
		t.Fatalf("only %d files found", len(files))
	}
	return files
}

func contains(words []string, w string) bool {
	for _, x := range words {
		if x == w {
			return true
		}
	}
	return false
}
