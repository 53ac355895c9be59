package run

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/tracker/civil"
)

// Where is the repository that a run publishes to.
type Where struct {
	Server     string // https://github.com
	Repository string // OWNER/NAME
	Branch     string // the one that is checked out, and published to
	Root       string // folder of the log in it, with slashes; empty for its root

	// Forge opens the repository's API, for all ways to publish but push; nil:
	// there is none.
	Forge func() (*forge.Client, error)
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

// isStill reports whether a branch has been still for so long.
func (c Clock) isStill(tip Tip) bool { return c.Now.Sub(tip.Time) > heartbeatAfter }

// The author of what a run pushes, and its message.
const (
	botName  = "github-actions[bot]"
	botEmail = "41898282+github-actions[bot]@users.noreply.github.com"
	message  = "Update learning badges"
)

// Published is what a run has committed.
type Published struct {
	Commit  string   // of the log's branch, or of the pictures' or the pull request's when only they changed; empty: nothing changed
	Changed []string // files, by path
	Pull    int      // the pull request that it waits in; 0: none
	Plan    *Plan
	Material
}

// Publish makes the plan from the log at the tip of the branch, and commits what
// differs, in the way that the inputs name. When somebody else is faster, all is
// made again from the new tip, so that what lands is always that of the newest
// log.
func Publish(ctx context.Context, w Where, in Inputs, clock Clock) (Published, error) {
	via, err := w.publisher(in, clock)
	if err != nil {
		return Published{}, err
	}
	k := &work{Where: w, in: in, clock: clock, via: via}
	if k.apart() {
		if err := k.publishPictures(ctx); err != nil {
			return k.done, err
		}
	}
	if in.Publish == "pull-request" {
		return k.done, k.proposeFiles(ctx)
	}
	result, err := via.Publish(ctx, w.Branch, false, func(tip Tip) (repo.Change, error) { return k.change(tip, Tip{}) })
	k.done = k.done.with(result)
	return k.done, err
}

// work is a publishing on its way.
type work struct {
	Where
	in    Inputs
	clock Clock
	via   Publisher
	done  Published
}

// apart reports whether the pictures have a branch of their own.
func (k *work) apart() bool { return k.in.PublishBranch != "" && k.in.PublishBranch != k.Branch }

// statusFile is the path of status.json.
func (k *work) statusFile() string { return path.Join(k.in.Output, "status.json") }

// publishPictures puts the pictures on a branch of their own.
func (k *work) publishPictures(ctx context.Context) error {
	result, err := k.via.Publish(ctx, k.in.PublishBranch, true, func(tip Tip) (repo.Change, error) {
		status, err := readIfThere(tip, k.statusFile())
		if err != nil {
			return repo.Change{}, err
		}
		log, err := k.via.Read(ctx, k.Branch)
		if err != nil {
			return repo.Change{}, err
		}
		m, err := k.material(log)
		if err != nil {
			return repo.Change{}, err
		}
		m.Status = status
		if err := k.make(m); err != nil {
			return repo.Change{}, err
		}
		stale, err := staleFiles(tip, k.in, k.done.Plan.Pictures)
		return repo.Change{Write: k.done.Plan.Pictures, Remove: stale, Message: message}, err
	})
	k.done = k.done.with(result)
	return err
}

// change is what the log's branch lacks: pictures and README, or, where the
// pictures have a branch of their own, the README with absolute addresses.
// proposed is the branch of a pull request that waits with the same changes, so
// that dates in it stay as they are; the zero Tip is none.
func (k *work) change(tip, proposed Tip) (repo.Change, error) {
	m, err := k.material(tip)
	if err != nil {
		return repo.Change{}, err
	}
	if k.apart() {
		return k.changeApart(m, tip)
	}
	if m.Status, err = readIfThere(tip, k.statusFile()); err != nil {
		return repo.Change{}, err
	}
	m.Heartbeat = k.clock.isStill(tip)
	if err := k.make(m); err != nil {
		return repo.Change{}, err
	}
	if proposed.Commit != "" && !bytes.Equal(k.done.Plan.Pictures[k.statusFile()], m.Status) {
		if m.Status, err = readIfThere(proposed, k.statusFile()); err != nil {
			return repo.Change{}, err
		}
		m.Heartbeat = m.Heartbeat && k.clock.isStill(proposed)
		if err := k.make(m); err != nil {
			return repo.Change{}, err
		}
	}
	stale, err := staleFiles(tip, k.in, k.done.Plan.Pictures)
	return repo.Change{Write: k.done.Plan.Files(k.in), Remove: stale, Message: message}, err
}

func (k *work) changeApart(m Material, tip Tip) (repo.Change, error) {
	if err := k.make(m); err != nil {
		return repo.Change{}, err
	}
	change := repo.Change{Write: map[string][]byte{}, Message: message}
	if k.done.Plan.Readme != nil {
		change.Write[k.in.Readme] = k.done.Plan.Readme
	}
	if k.clock.isStill(tip) && k.in.Publish != "pull-request" { // one that waits would not keep the schedule alive
		change.Write[k.statusFile()] = k.done.Plan.Pictures[k.statusFile()]
	}
	return change, nil
}

// make makes the plan.
func (k *work) make(m Material) (err error) {
	if k.apart() {
		m.PictureURL = fmt.Sprintf("%s/raw/%s/%s/", k.URL(), segments(k.in.PublishBranch), segments(k.in.Output))
	}
	k.done.Plan, err = Make(m, k.in)
	k.done.Material = m
	return err
}

func (p Published) with(r repo.Result) Published {
	if r.Changed() {
		p.Commit = r.Commit
		p.Changed = append(append(p.Changed, r.Written...), r.Removed...)
	}
	return p
}
