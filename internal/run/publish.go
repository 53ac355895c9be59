package run

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
	"time"

	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Where is the repository that a run publishes to.
type Where struct {
	Server     string // https://github.com
	Repository string // OWNER/NAME
	Branch     string // the one that is checked out, and published to
	Root       string // folder of the log in it, with slashes; empty for its root
}

// URL is the address to push to.
func (w Where) URL() string { return strings.TrimSuffix(w.Server, "/") + "/" + w.Repository }

// Clock tells the time; Zone turns it into a day.
type Clock struct {
	Now  time.Time
	Day  func(zone string) civil.Date
	Zone func(name string) bool // whether a time zone is known
}

// heartbeatAfter is how long a branch may be still before a commit renews
// status.json: GitHub stops schedules after 60 days.
const heartbeatAfter = 45 * 24 * time.Hour

// The author of what a run commits.
const (
	botName  = "github-actions[bot]"
	botEmail = "41898282+github-actions[bot]@users.noreply.github.com"
	message  = "Update learning badges"
)

// Published is what a run has committed.
type Published struct {
	Commit  string   // of the log's branch, or of the pictures' when only they changed; empty: nothing changed
	Changed []string // files, by path
	Plan    *Plan
	Material
}

// Publish makes the plan from the log at the tip of the branch, and pushes what
// differs. When somebody else is faster, all is made again from the new tip, so
// that what lands is always that of the newest log.
func Publish(ctx context.Context, w Where, in Inputs, clock Clock) (Published, error) {
	if in.PublishBranch == "" || in.PublishBranch == w.Branch {
		return publishTogether(ctx, w, in, clock)
	}
	return publishApart(ctx, w, in, clock)
}

func (w Where) target(branch string, in Inputs, clock Clock) repo.Target {
	return repo.Target{
		Remote: repo.Remote{URL: w.URL(), Token: in.Token},
		Branch: branch, Name: botName, Email: botEmail, When: clock.Now,
	}
}

// publishTogether puts pictures and README on the log's branch in one commit.
func publishTogether(ctx context.Context, w Where, in Inputs, clock Clock) (Published, error) {
	var p Published
	result, err := repo.Publish(ctx, w.target(w.Branch, in, clock), func(tip repo.Tip) (repo.Change, error) {
		m, err := material(tip, w, in, clock)
		if err != nil {
			return repo.Change{}, err
		}
		if m.Status, err = readIfThere(tip, path.Join(in.Output, "status.json")); err != nil {
			return repo.Change{}, err
		}
		m.Heartbeat = clock.Now.Sub(tip.Time) > heartbeatAfter
		if p.Plan, err = Make(m, in); err != nil {
			return repo.Change{}, err
		}
		p.Material = m
		stale, err := staleFiles(tip, in, p.Plan.Pictures)
		return repo.Change{Write: p.Plan.Files(in), Remove: stale, Message: message}, err
	})
	return p.with(result), err
}

// publishApart puts the pictures on a branch of their own, and the README, with
// absolute addresses, on the log's branch.
func publishApart(ctx context.Context, w Where, in Inputs, clock Clock) (Published, error) {
	var p Published
	address := fmt.Sprintf("%s/raw/%s/%s/", w.URL(), segments(in.PublishBranch), segments(in.Output))
	make := func(tip repo.Tip, status []byte) (err error) {
		m, err := material(tip, w, in, clock)
		if err != nil {
			return err
		}
		m.Status, m.PictureURL = status, address
		p.Plan, err = Make(m, in)
		p.Material = m
		return err
	}
	target := w.target(in.PublishBranch, in, clock)
	target.Orphan = true
	result, err := repo.Publish(ctx, target, func(tip repo.Tip) (repo.Change, error) {
		status, err := readIfThere(tip, path.Join(in.Output, "status.json"))
		if err != nil {
			return repo.Change{}, err
		}
		log, err := repo.Fetch(ctx, target.Remote, w.Branch)
		if err != nil {
			return repo.Change{}, err
		}
		if err := make(log, status); err != nil {
			return repo.Change{}, err
		}
		stale, err := staleFiles(tip, in, p.Plan.Pictures)
		return repo.Change{Write: p.Plan.Pictures, Remove: stale, Message: message}, err
	})
	p = p.with(result)
	if err != nil {
		return p, err
	}
	result, err = repo.Publish(ctx, w.target(w.Branch, in, clock), func(tip repo.Tip) (repo.Change, error) {
		if err := make(tip, nil); err != nil {
			return repo.Change{}, err
		}
		change := repo.Change{Write: map[string][]byte{}, Message: message}
		if p.Plan.Readme != nil {
			change.Write[in.Readme] = p.Plan.Readme
		}
		if clock.Now.Sub(tip.Time) > heartbeatAfter {
			change.Write[path.Join(in.Output, "status.json")] = p.Plan.Pictures[path.Join(in.Output, "status.json")]
		}
		return change, nil
	})
	return p.with(result), err
}

func (p Published) with(r repo.Result) Published {
	if r.Changed() {
		p.Commit = r.Commit
		p.Changed = append(append(p.Changed, r.Written...), r.Removed...)
	}
	return p
}

// material reads the log and the README at a commit.
func material(tip repo.Tip, w Where, in Inputs, clock Clock) (Material, error) {
	files, names, err := logAt(tip, w, in)
	if err != nil {
		return Material{}, err
	}
	m := Material{Names: names}
	m.Log, m.Findings = tracker.Parse(files, clock.Zone)
	m.Today = clock.Day(m.Log.Settings.Timezone)
	if in.Readme != "" {
		m.Readme, err = readIfThere(tip, in.Readme)
	}
	return m, err
}

// logAt reads the files of the log at a commit: those that stand where a log's
// files do below its root, or below the paths that the inputs name.
func logAt(tip repo.Tip, w Where, in Inputs) (files []tracker.File, names []string, err error) {
	under := []string{path.Join(w.Root, "learning.toml"), path.Join(w.Root, "learning")}
	if len(in.Log) > 0 {
		under = nil
		for _, p := range in.Log {
			if p == "." {
				under = nil // all of it
				break
			}
			under = append(under, p)
		}
	}
	listed, err := tip.List(under...)
	if err != nil {
		return nil, nil, err
	}
	for _, name := range listed {
		if !isLogFile(name, w.Root, in.Log) {
			continue
		}
		data, err := tip.ReadFile(name)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, tracker.File{Name: strings.TrimPrefix(name, slash(w.Root)), Data: data})
		names = append(names, name)
	}
	if len(files) == 0 {
		return nil, nil, fmt.Errorf("%s has no log: no learning.toml and no learning/*.toml", w.Branch)
	}
	return files, names, nil
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
func readIfThere(tip repo.Tip, name string) ([]byte, error) {
	data, err := tip.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

// staleFiles lists the files of ours in the output folder that a plan no longer
// makes.
func staleFiles(tip repo.Tip, in Inputs, made map[string][]byte) (stale []string, err error) {
	names, err := tip.List(in.Output)
	for _, n := range names {
		if _, kept := made[n]; !kept && path.Dir(n) == in.Output && IsOurs(path.Base(n)) {
			stale = append(stale, n)
		}
	}
	return stale, err
}

// Mend says in two lines what lets a refused push through.
func Mend(err error) string {
	var refused *repo.Refused
	if !errors.As(err, &refused) {
		return ""
	}
	switch refused.Reason {
	case repo.ReadOnly:
		return "permissions:\n  contents: write"
	case repo.Protected, repo.Unsigned, repo.Declined:
		return "with:\n  publish-branch: learning-badges"
	}
	return ""
}
