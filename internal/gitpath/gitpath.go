// Package gitpath judges the paths of files in a repository: which may be read,
// and which written. Paths have slashes and are relative to the repository.
package gitpath

import (
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Publishable returns a path in the one form in which it is published. It
// refuses what no file of ours may be: outside of the repository, Git's own on
// any system (some ignore case, dots at the end, or invisible letters), or a
// workflow, which would run what somebody else wrote.
func Publishable(file string) (string, error) {
	refuse := func(why string) (string, error) {
		return "", fmt.Errorf("cannot publish %q: %s: choose another path", file, why)
	}
	if !utf8.ValidString(file) || strings.ContainsFunc(file, unicode.IsControl) || strings.ContainsAny(file, `\:`) {
		return refuse("it has characters that not every system allows")
	}
	if file == "" || path.IsAbs(file) || strings.HasSuffix(file, "/") {
		return refuse("it is no path of a file within the repository")
	}
	clean := path.Clean(file)
	parts := strings.Split(file, "/")
	for i, part := range parts {
		parts[i] = folded(part)
		switch {
		case part == "..":
			return refuse("it leads upward")
		case parts[i] == ".git" || parts[i] == "git~1" || parts[i] == ".gitmodules" || parts[i] == "gitmod~1":
			return refuse("it is Git's own")
		}
	}
	if clean == "." {
		return refuse("it is no path of a file within the repository")
	}
	if folded := path.Clean(strings.Join(parts, "/")); folded == ".github/workflows" || strings.HasPrefix(folded, ".github/workflows/") {
		return refuse("it is a workflow")
	}
	return clean, nil
}

// folded returns the name that the most forgetful file systems make of a name.
func folded(name string) string {
	seen := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Cf, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, name)
	if trimmed := strings.TrimRight(seen, ". "); trimmed != "" {
		return trimmed
	}
	return seen
}

// Within cleans a path that is to be read, and refuses one that leads outside.
func Within(file string) (string, error) {
	clean := path.Clean(file)
	if path.IsAbs(clean) || clean == ".." || strings.HasPrefix(clean, "../") {
		return "", fmt.Errorf("%q is outside the repository: name a path in it", file)
	}
	return clean, nil
}
