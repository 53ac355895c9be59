package fakegithub

import (
	"cmp"
	"crypto/sha1"
	"encoding/hex"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"time"
)

// objects are a repository's files, folders and commits under the hashes that
// Git itself gives them, and where its branches stand.
type objects struct {
	blobs    map[string][]byte
	trees    map[string][]entry
	commits  map[string]Commit
	branches map[string]string // commits by short name
}

// entry is a line of a folder.
type entry struct{ mode, name, hash string }

const (
	folderMode = "040000"
	fileMode   = "100644"
)

// Commit is a commit. Signed: GitHub made it for the token, without a name that
// was given.
type Commit struct {
	Hash, Tree, Message string
	Parents             []string
	When                time.Time
	Signed              bool
}

func newObjects() objects {
	return objects{map[string][]byte{}, map[string][]entry{}, map[string]Commit{}, map[string]string{}}
}

func hash(kind string, text []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "%s %d\x00", kind, len(text))
	h.Write(text)
	return hex.EncodeToString(h.Sum(nil))
}

func (o *objects) blob(text []byte) string {
	id := hash("blob", text)
	o.blobs[id] = text
	return id
}

// tree keeps a folder. Git sorts a folder's name as if it ended in a slash.
func (o *objects) tree(entries []entry) string {
	key := func(e entry) string {
		if e.mode == folderMode {
			return e.name + "/"
		}
		return e.name
	}
	slices.SortFunc(entries, func(a, b entry) int { return cmp.Compare(key(a), key(b)) })
	var text []byte
	for _, e := range entries {
		raw, err := hex.DecodeString(e.hash)
		if err != nil {
			panic(err)
		}
		text = append(text, strings.TrimPrefix(e.mode, "0")+" "+e.name+"\x00"...)
		text = append(text, raw...)
	}
	id := hash("tree", text)
	o.trees[id] = entries
	return id
}

func (o *objects) commit(c Commit) string {
	var text strings.Builder
	fmt.Fprintf(&text, "tree %s\n", c.Tree)
	for _, p := range c.Parents {
		fmt.Fprintf(&text, "parent %s\n", p)
	}
	by := fmt.Sprintf("A <a@example.com> %d +0000", c.When.Unix())
	fmt.Fprintf(&text, "author %s\ncommitter %s\n\n%s", by, by, c.Message)
	c.Hash = hash("commit", []byte(text.String()))
	o.commits[c.Hash] = c
	return c.Hash
}

// files lists a folder with all that is below it, by path.
func (o *objects) files(tree, at string) map[string]entry {
	all := map[string]entry{}
	for _, e := range o.trees[tree] {
		name := path.Join(at, e.name)
		if e.mode == folderMode {
			maps.Copy(all, o.files(e.hash, name))
		} else {
			all[name] = e
		}
	}
	return all
}

// build makes the folder that holds files, by path.
func (o *objects) build(files map[string]entry) string {
	below := map[string]map[string]entry{}
	var entries []entry
	for name, e := range files {
		folder, rest, deeper := strings.Cut(name, "/")
		if !deeper {
			entries = append(entries, entry{e.mode, name, e.hash})
			continue
		}
		if below[folder] == nil {
			below[folder] = map[string]entry{}
		}
		below[folder][rest] = e
	}
	for name, inside := range below {
		entries = append(entries, entry{folderMode, name, o.build(inside)})
	}
	return o.tree(entries)
}

// has reports whether a commit is another, or lies behind it.
func (o *objects) has(commit, behind string) bool {
	return commit == behind || slices.ContainsFunc(o.commits[commit].Parents, func(p string) bool { return o.has(p, behind) })
}

// Push commits files to a branch by somebody else's hand, on top of what is
// there, and returns the commit. A path may begin with a mode other than
// 100644, as in "120000:link"; a nil text takes the file away.
func (s *Server) Push(branch string, files map[string][]byte) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := &s.git
	tip := o.branches[branch]
	all := o.files(o.commits[tip].Tree, "")
	for name, text := range files {
		mode, file, given := strings.Cut(name, ":")
		if !given {
			mode, file = fileMode, name
		}
		delete(all, file)
		if mode == "160000" {
			all[file] = entry{mode, file, string(text)}
		} else if text != nil {
			all[file] = entry{mode, file, o.blob(text)}
		}
	}
	c := Commit{Tree: o.build(all), Message: "by hand", When: s.Now}
	if tip != "" {
		c.Parents = []string{tip}
	}
	o.branches[branch] = o.commit(c)
	return o.branches[branch]
}

// Drop takes a branch away; its pull requests close.
func (s *Server) Drop(branch string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.git.branches, branch)
	s.settlePulls()
}

// Files returns the files of a branch by path.
func (s *Server) Files(branch string) map[string]string {
	s.mu.Lock()
	defer s.mu.Unlock()
	files := map[string]string{}
	for name, e := range s.git.files(s.git.commits[s.git.branches[branch]].Tree, "") {
		files[name] = string(s.git.blobs[e.hash])
	}
	return files
}

// Commits returns the commits of a branch, the newest first, along first
// parents.
func (s *Server) Commits(branch string) (list []Commit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for at := s.git.branches[branch]; at != ""; {
		c := s.git.commits[at]
		list = append(list, c)
		if at = ""; len(c.Parents) > 0 {
			at = c.Parents[0]
		}
	}
	return list
}

// MergeInto merges a branch into another with a merge commit, as GitHub's
// button under a pull request does, by somebody else's hand.
func (s *Server) MergeInto(branch, from string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	o := &s.git
	to, other := o.branches[branch], o.branches[from]
	files := o.files(o.commits[to].Tree, "")
	maps.Copy(files, o.files(o.commits[other].Tree, ""))
	message := fmt.Sprintf("Merge branch '%s' into %s", from, branch)
	o.branches[branch] = o.commit(Commit{Tree: o.build(files), Message: message, Parents: []string{to, other}, When: s.tick()})
}
