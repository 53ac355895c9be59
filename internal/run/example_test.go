package run

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

func zone(name string) bool {
	_, err := time.LoadLocation(name)
	return err == nil
}

// example reads an example's log on a day.
func example(t *testing.T, name string, today civil.Date) (Material, string) {
	t.Helper()
	dir := filepath.Join("..", "..", "examples", name)
	where, err := disk.Find(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	files, err := where.Read()
	if err != nil {
		t.Fatal(err)
	}
	m := Material{Names: where.Names, Today: today}
	m.Log, m.Findings = tracker.Parse(files, zone)
	if m.Readme, err = os.ReadFile(filepath.Join(dir, "README.md")); err != nil {
		t.Fatal(err)
	}
	if m.Status, err = os.ReadFile(filepath.Join(dir, "learning", "badges", "status.json")); err != nil {
		t.Fatal(err)
	}
	return m, dir
}

// The pictures and READMEs of the examples are what a run makes of them, and
// no others lie there: go run ./cmd/hone run -C examples/NAME --today 2026-11-20
func TestExamplesAreCurrent(t *testing.T) {
	for _, name := range []string{"minimal", "technical-leader"} {
		m, dir := example(t, name, civil.Of(2026, 11, 20))
		in := Defaults()
		p, err := Make(m, in)
		if err != nil {
			t.Fatal(err)
		}
		files := p.Files(in)
		for file, want := range files {
			got, err := os.ReadFile(filepath.Join(dir, filepath.FromSlash(file)))
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("%s: %s is not what a run makes (%v)", name, file, err)
			}
		}
		err = filepath.WalkDir(filepath.Join(dir, "learning", "badges"), func(path string, d fs.DirEntry, err error) error {
			rel, _ := filepath.Rel(dir, path)
			if _, made := files[filepath.ToSlash(rel)]; err == nil && !d.IsDir() && !made {
				t.Errorf("%s: %s lies there and is not made", name, rel)
			}
			return err
		})
		if err != nil {
			t.Error(err)
		}
	}
}

// Nothing of what is private is in what is published.
func TestPrivateIsNotPublished(t *testing.T) {
	m, _ := example(t, "technical-leader", civil.Of(2026, 11, 20))
	in := Defaults()
	p, err := Make(m, in)
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for name, data := range p.Files(in) {
		if name != in.Readme {
			all.WriteString(name + "\n" + string(data))
		}
	}
	private := 0
	for i := range m.Log.Entries {
		if e := &m.Log.Entries[i]; e.Private && e.Title != "" {
			private++
			if strings.Contains(all.String(), e.Title) || bytes.Contains(p.Readme, []byte(e.Title)) {
				t.Errorf("the private %q is published", e.Title)
			}
		}
	}
	for _, g := range m.Log.Goals {
		if g.Latest().Private {
			private++
			if strings.Contains(all.String(), "badge-"+g.ID) || strings.Contains(all.String(), g.Latest().Title) {
				t.Errorf("the private goal %s is published", g.ID)
			}
		}
	}
	if private == 0 {
		t.Error("the example has nothing private")
	}
}
