package tracker

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// partsOf cuts a log into parts; what stands above the first header is one.
func partsOf(text string) (parts []part) {
	parts = []part{nil}
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if t := strings.TrimSpace(line); strings.HasPrefix(t, "[") && strings.HasSuffix(t, "]") {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], &row{text: line})
	}
	return parts
}

func join(name string, parts []part) (f File, wants []want) {
	var b strings.Builder
	n := 0
	for _, p := range parts {
		for _, r := range p {
			n++
			for _, w := range r.wants {
				w.file, w.line = name, n
				wants = append(wants, w)
			}
			b.WriteString(r.text + "\n")
		}
	}
	return File{Name: name, Data: []byte(b.String())}, wants
}

// Ten faults in a log are found, each in its place, and nothing else is: also
// when one of them is one of syntax.
func TestTenFaults(t *testing.T) {
	texts := exampleTexts(t)
	rounds := 400
	if testing.Short() {
		rounds = 40
	}
	failed := 0
	for seed := range rounds {
		rng := rand.New(rand.NewPCG(uint64(seed), 7))
		files := texts
		if seed%4 != 0 {
			files = map[string]string{"learning.toml": goodLog(rng)}
		}
		before := findingsOf(filesOf(files)) // warnings, told all the same
		var log []File
		var wants []want
		var done []string
		names := sortedNames(files)
		spoilt := names[rng.IntN(len(names))]
		for _, name := range names {
			parts := partsOf(files[name])
			expect(parts, name, before)
			if name == spoilt || rng.IntN(3) == 0 {
				done = append(done, spoil(rng, parts)...)
			}
			f, w := join(name, parts)
			if how := sortedNames(dresses); seed%3 == 0 {
				f.Data = dresses[how[rng.IntN(len(how))]](f.Data)
			}
			log, wants = append(log, f), append(wants, w...)
		}
		if problems := compare(findingsOf(log), wants); len(problems) > 0 {
			t.Errorf("seed %d, %s:\n%s", seed, strings.Join(done, ", "), strings.Join(problems, "\n"))
			if failed++; failed == 3 {
				t.Fatalf("%s", log[slices.Index(names, spoilt)].Data)
			}
		}
	}
}

func filesOf(texts map[string]string) (files []File) {
	for name, text := range texts {
		files = append(files, File{Name: name, Data: []byte(text)})
	}
	return files
}

// expect notes the findings that a file has as it is.
func expect(parts []part, name string, found []Finding) {
	line := 0
	for _, p := range parts {
		for _, r := range p {
			line++
			for _, f := range found {
				if f.File == name && f.Line == line {
					r.wants = append(r.wants, want{code: f.Code, column: f.Column})
				}
			}
		}
	}
}

// spoil puts up to nine faults and one of syntax into as many entries.
func spoil(rng *rand.Rand, parts []part) (done []string) {
	order := rng.Perm(len(parts))
	syntax := rng.IntN(3) > 0
	for _, i := range order {
		if p := &parts[i]; len(*p) == 0 || !p.isEntry() {
			continue
		}
		table := mutations
		if syntax {
			table = syntaxes
		}
		names := sortedNames(table)
		if name := names[rng.IntN(len(names))]; table[name](&parts[i]) {
			done = append(done, name)
			syntax = false
		}
		if len(done) == 10 {
			break
		}
	}
	return done
}

func sortedNames[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for n := range m {
		names = append(names, n)
	}
	slices.Sort(names)
	return names
}

// exampleTexts returns the files of the great example. Its findings without a
// fault are none.
func exampleTexts(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	for _, pattern := range []string{"*.toml", "learning/*.toml", "learning/2026/*.toml"} {
		names, _ := filepath.Glob(filepath.Join("../examples/technical-leader", pattern))
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			name, _ = filepath.Rel("../examples/technical-leader", name)
			texts[filepath.ToSlash(name)] = string(data)
		}
	}
	return texts
}
