package main

import (
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/run"
	"github.com/honelog/hone/tracker"
)

// readOrGone is read, but a log that is not there is one without entries: the
// change may have taken it away.
func (a *app) readOrGone(public bool) (b *logbook, gone bool, err error) {
	where, err := disk.Find(a.dir, a.logs)
	if errors.Is(err, disk.ErrNoLog) && len(a.logs) == 0 {
		b, err := a.parse(where, nil, public)
		return b, true, err
	}
	b, err = a.read(public)
	return b, false, err
}

// baseTip finds the commit that a change is against: the newest that HEAD shares
// with the revision, or the revision itself where history is cut off before
// that. What is not here at all is fetched.
func baseTip(r *repo.Repository, rev string, fetch func(commit string) (repo.Tip, error)) (repo.Tip, error) {
	hash, err := r.Base(rev)
	cut := (*repo.Shallow)(nil)
	switch {
	case err == nil:
		return r.At(hash)
	case !errors.As(err, &cut):
		return repo.Tip{}, err
	}
	if rev != "" {
		if tip, err := r.At(rev); err == nil || fetch == nil {
			return tip, err
		}
	}
	if fetch == nil {
		return repo.Tip{}, err
	}
	return fetch(cut.Commit)
}

// past is a log as it was at a commit.
type past struct {
	render.Checked
	files []tracker.File
	moved bool // it lay elsewhere
}

// before reads the log as it was at a commit, and finds what was wrong with it
// on the same day.
func (a *app) before(b *logbook, r *repo.Repository, tip repo.Tip, public bool) (past, error) {
	root := strings.TrimSuffix(b.prefix(), "/")
	still := func(name string) bool {
		_, err := os.Lstat(filepath.Join(r.Root(), filepath.FromSlash(name)))
		return err == nil
	}
	given, err := a.givenFrom(r)
	if err != nil {
		return past{}, err
	}
	files, found, err := run.LogAt(tip, root, given, still)
	if err != nil {
		return past{}, err
	}
	log, findings := tracker.Parse(files, knownZone)
	now := evidence(b.where.Root)
	world := tracker.World{Today: b.today, Public: public, Evidence: func(name string) tracker.EvidenceState {
		// What is there now makes no finding now: it need not be looked for.
		state := now(name)
		if state == tracker.EvidenceTracked {
			return state
		}
		if names, err := tip.List(path.Join(found, name)); err == nil && len(names) == 1 {
			return tracker.EvidenceTracked
		}
		return state
	}}
	checked := render.Checked{Log: log, Findings: tracker.Sort(append(findings, log.Check(world)...))}
	return past{checked, files, found != root}, nil
}

// givenFrom returns the paths of --log from the repository's root.
func (a *app) givenFrom(r *repo.Repository) (given []string, err error) {
	for _, p := range a.logs {
		if !filepath.IsAbs(p) {
			p = filepath.Join(a.dir, p)
		}
		if p, err = filepath.Abs(p); err != nil {
			return nil, err
		}
		if real, err := filepath.EvalSymlinks(filepath.Dir(p)); err == nil {
			p = filepath.Join(real, filepath.Base(p))
		}
		rel, err := filepath.Rel(r.Root(), p)
		if err != nil || !filepath.IsLocal(rel) {
			return nil, fmt.Errorf("--log %s: it is outside of the repository %s", p, r.Root())
		}
		given = append(given, filepath.ToSlash(rel))
	}
	return given, nil
}

// changeSince compares the log of the work tree with the one of a commit.
func (a *app) changeSince(b *logbook, gone bool, r *repo.Repository, tip repo.Tip, public bool) (render.Change, error) {
	was, err := a.before(b, r, tip, public)
	if err != nil {
		return render.Change{}, err
	}
	c := render.ChangeOf(was.Checked, render.Checked{Log: b.log, Findings: b.all}, b.today, tip.Commit)
	c.Same = !was.moved && sameFiles(was.files, b.files)
	if gone && len(was.files) > 0 {
		c.Findings = append(c.Findings, render.Gone())
	}
	return c, nil
}

// sameFiles reports whether two logs have the same files, byte for byte.
func sameFiles(a, b []tracker.File) bool {
	if len(a) != len(b) {
		return false
	}
	was := map[string]string{}
	for _, f := range a {
		was[f.Name] = string(f.Data)
	}
	for _, f := range b {
		if text, ok := was[f.Name]; !ok || text != string(f.Data) {
			return false
		}
	}
	return true
}
