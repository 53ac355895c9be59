package repo

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/go-git/go-billy/v5/osfs"
	format "github.com/go-git/go-git/v5/plumbing/format/config"
	"github.com/go-git/go-git/v5/plumbing/format/gitignore"
	"github.com/go-git/go-git/v5/plumbing/object"
)

// settings are Git's, from the machine's down to the repository's.
type settings []*format.Config

// settings reads what Git is set to, as Git does: the machine's, the person's,
// the repository's, each with those that it includes.
func (r *Repository) settings(getenv func(string) string) (settings, error) {
	var names []string
	if getenv("GIT_CONFIG_NOSYSTEM") == "" {
		names = append(names, filepath.FromSlash(cmp.Or(getenv("GIT_CONFIG_SYSTEM"), "/etc/gitconfig")))
	}
	if global := getenv("GIT_CONFIG_GLOBAL"); global != "" {
		names = append(names, global)
	} else if home, err := os.UserHomeDir(); err == nil {
		xdg := cmp.Or(getenv("XDG_CONFIG_HOME"), filepath.Join(home, ".config"))
		names = append(names, filepath.Join(xdg, "git", "config"), filepath.Join(home, ".gitconfig"))
	}
	names = append(names, filepath.Join(r.at.common, "config"), filepath.Join(r.at.git, "config.worktree"))
	var all settings
	for _, name := range names {
		more, err := r.settingsIn(name, 0)
		if err != nil {
			return nil, err
		}
		all = append(all, more...)
	}
	return all, nil
}

// settingsIn reads a file of settings, and behind it those that it includes.
func (r *Repository) settingsIn(name string, depth int) (settings, error) {
	text, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) || depth > 10 {
		return nil, nil
	}
	c := format.New()
	if err == nil {
		err = format.NewDecoder(bytes.NewReader(text)).Decode(c)
	}
	if err != nil {
		return nil, fmt.Errorf("cannot read Git's settings in %s: %w: commit with git", name, err)
	}
	all := settings{c}
	include := func(path string) error {
		more, err := r.settingsIn(from(filepath.Dir(name), all.home(path)), depth+1)
		all = append(all, more...)
		return err
	}
	for _, path := range c.Section("include").OptionAll("path") {
		if err := include(path); err != nil {
			return nil, err
		}
	}
	for _, sub := range c.Section("includeIf").Subsections {
		holds, err := r.holds(sub.Name, filepath.Dir(name))
		if err != nil {
			return nil, err
		}
		for _, path := range sub.OptionAll("path") {
			if holds {
				if err := include(path); err != nil {
					return nil, err
				}
			}
		}
	}
	return all, nil
}

// holds reports whether a condition of includeIf holds. hone knows those that
// name a folder.
func (r *Repository) holds(condition, dir string) (bool, error) {
	kind, path, _ := strings.Cut(condition, ":")
	if kind != "gitdir" && kind != "gitdir/i" || strings.ContainsAny(path, "*?[") {
		return false, fmt.Errorf("the settings of Git depend on %q, which hone cannot tell: commit with git", condition)
	}
	path = settings{}.home(path)
	if strings.HasPrefix(path, "./") {
		path = filepath.ToSlash(filepath.Join(dir, path)) + map[bool]string{true: "/"}[strings.HasSuffix(path, "/")]
	}
	at, path := filepath.ToSlash(r.at.git), filepath.ToSlash(path)
	if real, err := filepath.EvalSymlinks(filepath.FromSlash(path)); err == nil && strings.HasSuffix(path, "/") {
		path = filepath.ToSlash(real) + "/"
	}
	if kind == "gitdir/i" || runtime.GOOS == "windows" {
		at, path = strings.ToLower(at), strings.ToLower(path)
	}
	switch {
	case !strings.HasPrefix(path, "/") && !filepath.IsAbs(path): // anywhere below
		return strings.Contains(at+"/", "/"+path) && (strings.HasSuffix(path, "/") || strings.HasSuffix(at, "/"+path)), nil
	case strings.HasSuffix(path, "/"):
		return strings.HasPrefix(at+"/", path), nil
	}
	return at == path, nil
}

// get returns a setting, or "". The last one counts.
func (s settings) get(section, key string) string {
	for i := len(s) - 1; i >= 0; i-- {
		if s[i].HasSection(section) {
			if v := s[i].Section(section).Option(key); v != "" {
				return v
			}
		}
	}
	return ""
}

// flag reports whether a setting is on.
func (s settings) flag(section, key string) bool {
	switch strings.ToLower(s.get(section, key)) {
	case "true", "yes", "on", "1":
		return true
	}
	return false
}

// home returns a path of a setting, in which ~ is the home folder.
func (s settings) home(path string) string {
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if dir, err := os.UserHomeDir(); err == nil {
			return filepath.Join(dir, filepath.FromSlash(rest))
		}
	}
	return path
}

// who returns author and committer, as Git finds them.
func (s settings) who(c Local) (author, committer object.Signature, err error) {
	if author, err = s.as("author", c); err == nil {
		committer, err = s.as("committer", c)
	}
	return author, committer, err
}

// as returns who commits in a role.
func (s settings) as(role string, c Local) (object.Signature, error) {
	is := object.Signature{When: c.When}
	var unset []string // the commands that say it to Git
	for _, part := range []struct {
		key, yours string
		to         *string
		otherwise  string
	}{{"name", "YOUR NAME", &is.Name, ""}, {"email", "YOU@EXAMPLE.COM", &is.Email, c.Getenv("EMAIL")}} {
		*part.to = strings.TrimSpace(cmp.Or(
			c.Getenv("GIT_"+strings.ToUpper(role+"_"+part.key)), s.get(role, part.key), s.get("user", part.key), part.otherwise,
		))
		switch {
		case *part.to == "":
			unset = append(unset, fmt.Sprintf("git config --global user.%s %q", part.key, part.yours))
		case strings.ContainsAny(*part.to, "<>\n\r\x00"):
			return is, fmt.Errorf("%q cannot be the %s of an author: mend Git's settings", *part.to, part.key)
		}
	}
	if len(unset) > 0 {
		return is, fmt.Errorf("who you are is not known to Git: %s", strings.Join(unset, "; "))
	}
	return is, nil
}

// normalises reports whether Git turns line ends of texts into its own here. On
// Windows it comes set so, in a place that only its installer knows.
func (r *Repository) normalises(s settings) bool {
	v := s.get("core", "autocrlf")
	if s.flag("core", "autocrlf") || strings.EqualFold(v, "input") || v == "" && runtime.GOOS == "windows" {
		return true
	}
	text, err := os.ReadFile(filepath.Join(r.root, ".gitattributes"))
	return err == nil && (strings.Contains(string(text), " text") || strings.Contains(string(text), "eol="))
}

// ignored reports whether Git is told to leave a file out.
func (r *Repository) ignored(s settings, name string) (bool, error) {
	var patterns []gitignore.Pattern
	read := func(file string, domain []string) error {
		text, err := os.ReadFile(file)
		if errors.Is(err, fs.ErrNotExist) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("cannot tell what Git ignores: %w", err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
				patterns = append(patterns, gitignore.ParsePattern(line, domain))
			}
		}
		return nil
	}
	if file := s.get("core", "excludesfile"); file != "" {
		if err := read(s.home(file), nil); err != nil {
			return false, err
		}
	} else if more, err := gitignore.LoadGlobalPatterns(osfs.New(string(filepath.Separator))); err == nil {
		patterns = append(patterns, more...)
	}
	if err := read(filepath.Join(r.at.common, "info", "exclude"), nil); err != nil {
		return false, err
	}
	parts := strings.Split(name, "/")
	for i := range parts {
		folder := filepath.Join(parts[:i]...)
		if err := read(filepath.Join(r.root, folder, ".gitignore"), parts[:i]); err != nil {
			return false, err
		}
	}
	match := gitignore.NewMatcher(patterns)
	for i := range parts {
		if match.Match(parts[:i+1], i+1 < len(parts)) {
			return true, nil
		}
	}
	return false, nil
}
