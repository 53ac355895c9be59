package run

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
)

// Publisher is a way for files into the repository.
type Publisher interface {
	// Read reads the newest commit of a branch.
	Read(ctx context.Context, branch string) (Tip, error)
	// Publish changes files of a branch in one commit on top of its tip. change
	// is called again when somebody else was faster; where it asks for nothing
	// new there is no commit. With orphan, a branch that is not there is made,
	// without history.
	Publish(ctx context.Context, branch string, orphan bool, change func(Tip) (repo.Change, error)) (repo.Result, error)
}

// Tip is the newest commit of a branch, and what is in it.
type Tip struct {
	Commit string    // full hash; empty where there is no commit yet
	Time   time.Time // when it was committed
	Files
}

// Files are the regular files of a commit. Paths have slashes and are relative
// to the repository.
type Files interface {
	// List returns the paths of the files that are, or lie below, one of those
	// given, sorted.
	List(under ...string) ([]string, error)
	// ReadFile returns a file; where there is nothing, an [fs.ErrNotExist].
	ReadFile(path string) ([]byte, error)
	// ReadFiles returns all files that List names, by path.
	ReadFiles(under ...string) (map[string][]byte, error)
}

// publisher is the way that the inputs name. A pull request is made by the API,
// and so is what goes to another branch beside it.
func (w Where) publisher(in Inputs, clock Clock) (Publisher, error) {
	switch in.Publish {
	case "none":
		return nil, errors.New("publish is none, so nothing is written: set `publish: push`")
	case "push":
		return byPush{repo.Target{Remote: repo.Remote{URL: w.URL(), Token: in.Token}, Name: botName, Email: botEmail, When: clock.Now}}, nil
	}
	client, err := w.client(in)
	return byAPI{client}, err
}

func (w Where) client(in Inputs) (*forge.Client, error) {
	if w.Forge == nil {
		return nil, fmt.Errorf("publish: %s needs a token for GitHub's API: set the input token", in.Publish)
	}
	return w.Forge()
}

// byPush pushes, as a person does from a checkout.
type byPush struct{ to repo.Target }

func (p byPush) Read(ctx context.Context, branch string) (Tip, error) {
	tip, err := repo.Fetch(ctx, p.to.Remote, branch)
	return pushed(tip), err
}

func (p byPush) Publish(ctx context.Context, branch string, orphan bool, change func(Tip) (repo.Change, error)) (repo.Result, error) {
	p.to.Branch, p.to.Orphan = branch, orphan
	return repo.Publish(ctx, p.to, func(tip repo.Tip) (repo.Change, error) { return change(pushed(tip)) })
}

func pushed(tip repo.Tip) Tip { return Tip{tip.Commit, tip.Time, tip} }

// byAPI has GitHub make the commits, which it signs.
type byAPI struct{ client *forge.Client }

func (a byAPI) Read(ctx context.Context, branch string) (Tip, error) {
	tip, err := a.client.Read(ctx, branch)
	if err != nil {
		return Tip{}, err
	}
	return shown(tip), nil
}

func (a byAPI) Publish(ctx context.Context, branch string, orphan bool, change func(Tip) (repo.Change, error)) (repo.Result, error) {
	r, err := a.client.Commit(ctx, branch, orphan, func(tip *forge.Tip) (forge.Change, error) {
		c, err := change(shown(tip))
		return forge.Change(c), err
	})
	return repo.Result(r), err
}

func shown(tip *forge.Tip) Tip { return Tip{tip.Commit, tip.Time, tip} }
