package run

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
)

// material reads the log and the README at a commit.
func (k *work) material(tip Tip) (Material, error) {
	files, err := k.log(tip)
	if err != nil {
		return Material{}, err
	}
	return k.materialOf(tip, files)
}

// materialOf is what a plan is made from: the files of a log and the README at a
// commit.
func (k *work) materialOf(tip Tip, files []logFile) (m Material, err error) {
	var log []tracker.File
	for _, f := range files {
		log = append(log, tracker.File{Name: strings.TrimPrefix(f.path, slash(k.Root)), Data: f.data})
		m.Names = append(m.Names, f.path)
	}
	m.Log, m.Findings = tracker.Parse(log, k.clock.Zone)
	m.Today = k.clock.Day(m.Log.Settings.Timezone)
	if k.in.Readme != "" {
		m.Readme, err = readIfThere(tip, k.in.Readme)
	}
	return m, err
}

// logFile is a file of a log, by its path from the repository's root.
type logFile struct {
	path string
	data []byte
}

// log reads the files of the log at a commit, by path: those that stand where a
// log's files do below its root, or below the paths that the inputs name.
func (k *work) log(tip Tip) (files []logFile, err error) {
	under := []string{path.Join(k.Root, "learning.toml"), path.Join(k.Root, "learning")}
	if len(k.in.Log) > 0 {
		under = nil
		for _, p := range k.in.Log {
			if p == "." {
				under = nil // all of it
				break
			}
			under = append(under, p)
		}
	}
	listed, err := tip.List(under...)
	if err != nil {
		return nil, err
	}
	listed = slices.DeleteFunc(listed, func(name string) bool { return !isLogFile(name, k.Root, k.in.Log) })
	if len(listed) == 0 {
		return nil, fmt.Errorf("%s has no log: no learning.toml and no learning/*.toml", k.Branch)
	}
	texts, err := tip.ReadFiles(listed...)
	for _, name := range listed {
		files = append(files, logFile{name, texts[name]})
	}
	return files, err
}

func slash(root string) string {
	if root == "" {
		return ""
	}
	return root + "/"
}

// isLogFile reports whether a file of the repository is one of the log's.
func isLogFile(name, root string, given []string) bool {
	if slices.Contains(given, name) {
		return true
	}
	roots := []string{root}
	if len(given) > 0 {
		roots = given
	}
	for _, r := range roots {
		if r == "." {
			r = ""
		}
		rel, ok := strings.CutPrefix(name, slash(r))
		if !ok || !strings.HasSuffix(rel, ".toml") || strings.Contains(rel, "/.") {
			continue
		}
		parts := strings.Split(rel, "/")
		year := func(s string) bool { return len(s) == 4 && strings.Trim(s, "0123456789") == "" }
		switch {
		case rel == "learning.toml", len(parts) == 2 && parts[0] == "learning", len(parts) == 3 && parts[0] == "learning" && year(parts[1]):
			return true
		}
	}
	return false
}

// readIfThere reads a file at a commit; nil when there is none.
func readIfThere(tip Tip, name string) ([]byte, error) {
	data, err := tip.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// staleFiles lists the files of ours in the output folder that a plan no longer
// makes.
func staleFiles(tip Tip, in Inputs, made map[string][]byte) (stale []string, err error) {
	names, err := tip.List(in.Output)
	for _, n := range names {
		if _, kept := made[n]; !kept && path.Dir(n) == in.Output && IsOurs(path.Base(n)) {
			stale = append(stale, n)
		}
	}
	return stale, err
}
