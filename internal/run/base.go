package run

import (
	"path"
	"strings"

	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/tracker"
)

// LogAt reads the log of a commit: of the given paths, or else of the nearest
// folder from root upward that has one. Where there is none it has moved if one
// folder elsewhere has one that is not there any more. Paths are from the
// repository's root; the names of files are from the folder found, or below the
// root where paths are given. No log has no files.
func LogAt(tip repo.Tip, root string, given []string, still func(name string) bool) (files []tracker.File, found string, err error) {
	if len(given) > 0 {
		if files, err := logFiles(tip, root, given); len(files) > 0 || err != nil {
			return files, root, err
		}
	}
	for at := root; len(given) == 0; at = path.Dir(at) {
		if at == "." {
			at = ""
		}
		files, err := logFiles(tip, at, nil)
		if len(files) > 0 || err != nil {
			return files, at, err
		}
		if at == "" {
			break
		}
	}
	at, ok, err := elsewhere(tip, still)
	if err != nil || !ok {
		return nil, root, err
	}
	files, err = logFiles(tip, at, nil)
	return files, at, err
}

// logFiles reads the files of a log.
func logFiles(tip repo.Tip, root string, given []string) (files []tracker.File, err error) {
	under := []string{path.Join(root, "learning.toml"), path.Join(root, "learning")}
	if len(given) > 0 {
		under = given
	}
	names, err := tip.List(under...)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if !isLogFile(name, root, given) {
			continue
		}
		data, err := tip.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, tracker.File{Name: strings.TrimPrefix(name, slash(root)), Data: data})
	}
	return files, nil
}

// elsewhere finds the one folder of a commit that has a log of which no file is
// there still.
func elsewhere(tip repo.Tip, still func(name string) bool) (root string, ok bool, err error) {
	names, err := tip.List()
	if err != nil {
		return "", false, err
	}
	roots := map[string]bool{}
	for _, name := range names {
		if r, is := rootOf(name); is {
			roots[r] = roots[r] || still(name)
		}
	}
	n := 0
	for r, there := range roots {
		if !there {
			root, n = r, n+1
		}
	}
	return root, n == 1, nil
}

// rootOf returns the root of the log that a file may be of.
func rootOf(name string) (root string, is bool) {
	for at := path.Dir(name); ; at = path.Dir(at) {
		if at == "." {
			at = ""
		}
		if isLogFile(name, at, nil) {
			return at, true
		}
		if at == "" {
			return "", false
		}
	}
}
