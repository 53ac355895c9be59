package repo

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/packfile"
	"github.com/go-git/go-git/v5/plumbing/protocol/packp"
	"github.com/go-git/go-git/v5/plumbing/protocol/packp/capability"
)

// push moves a branch of the remote from one commit to another, the zero hash
// being none, and sends it the objects that it lacks. The remote moves it only
// if it stands where it is said to: somebody else's commit is never lost. What
// another try would meet again is a [*Refused].
func (l *line) push(ctx context.Context, branch string, old, now plumbing.Hash, made *drawing) error {
	var said bytes.Buffer
	status, err := l.update(ctx, plumbing.NewBranchReferenceName(branch), old, now, made, &said)
	switch {
	case err != nil:
		return l.fail(ctx, branch, errors.Join(err, errors.New(said.String())))
	case status == "ok":
		return nil
	}
	words := l.quote(said.String() + "\n" + status)
	if why := refusalOf(status, said.String()); why != "" {
		return &Refused{Reason: why, Branch: branch, Quote: words}
	}
	return &trouble{fmt.Errorf("cannot reach branch %s: the server says: %s", branch, words)}
}

var errMoved = errors.New("the branch has moved meanwhile")

// update returns the remote's status line for the branch: "ok", or why not.
func (l *line) update(ctx context.Context, ref plumbing.ReferenceName, old, now plumbing.Hash, made *drawing, said io.Writer) (string, error) {
	end := *l.end
	session, err := l.client.NewReceivePackSession(&end, nil)
	if err != nil {
		return "", err
	}
	defer session.Close()
	remote, err := session.AdvertisedReferencesContext(ctx)
	if err != nil {
		return "", err
	}
	if remote.References[ref.String()] != old {
		return "", errMoved
	}
	var pack bytes.Buffer
	if _, err := packfile.NewEncoder(&pack, made.store, false).Encode(made.made, 0); err != nil {
		return "", fmt.Errorf("cannot pack the commit: %w", err)
	}
	req := packp.NewReferenceUpdateRequestFromCapabilities(remote.Capabilities)
	req.Commands = []*packp.Command{{Name: ref, Old: old, New: now}}
	req.Packfile = io.NopCloser(&pack)
	req.Progress = said
	for _, band := range []capability.Capability{capability.Sideband64k, capability.Sideband} {
		if remote.Capabilities.Supports(band) {
			req.Capabilities.Set(band)
			break
		}
	}
	report, err := session.ReceivePack(ctx, req)
	if report == nil || len(report.CommandStatuses) != 1 {
		// go-git takes an answer that breaks off at its very beginning for a success.
		return "", errors.Join(err, errors.New("the server did not say whether it took the commit"))
	}
	return report.CommandStatuses[0].Status, nil
}
