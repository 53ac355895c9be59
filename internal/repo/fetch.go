package repo

import (
	"context"
	"errors"
	"fmt"

	"github.com/go-git/go-git/v5/plumbing"
	"github.com/go-git/go-git/v5/plumbing/format/packfile"
	"github.com/go-git/go-git/v5/plumbing/object"
	"github.com/go-git/go-git/v5/plumbing/protocol/packp"
	"github.com/go-git/go-git/v5/plumbing/protocol/packp/capability"
	"github.com/go-git/go-git/v5/plumbing/protocol/packp/sideband"
	"github.com/go-git/go-git/v5/plumbing/transport"
	"github.com/go-git/go-git/v5/storage/memory"
)

// Fetch reads a branch, HEAD, or a commit by its full hash from a remote, into
// memory and without history. Where the remote can, it leaves out files that are
// too large to be read. It tries again as [Publish] does; what another try would
// meet again is a [*Refused].
func Fetch(ctx context.Context, from Remote, rev string) (Tip, error) {
	line, err := from.open()
	if err != nil {
		return Tip{}, err
	}
	defer line.close()
	var tip Tip
	_, err = repeat(ctx, nil, func(ctx context.Context) (err error) {
		tip, err = line.fetch(ctx, rev)
		return err
	})
	if err == nil && tip.Commit == "" {
		err = &Refused{Reason: NoBranch, Branch: rev}
	}
	return tip, err
}

// fetch is Fetch, but a branch that is not there is a Tip without a commit.
// Either way the Tip's objects can take new ones.
func (l *line) fetch(ctx context.Context, rev string) (Tip, error) {
	store := memory.NewStorage()
	into := newObjects(store, fmt.Sprintf("too large to be read: hone reads %d MB", maxFile>>20))
	hash, err := l.fetchInto(ctx, store, rev)
	if err != nil {
		return Tip{}, l.fail(ctx, rev, err)
	}
	if hash.IsZero() {
		return Tip{objects: into}, nil
	}
	commit, err := object.GetCommit(store, hash)
	if err != nil {
		return Tip{}, fmt.Errorf("the remote's %s is no commit: name a branch", rev)
	}
	return into.tip(commit), nil
}

func (l *line) fetchInto(ctx context.Context, store *memory.Storage, rev string) (plumbing.Hash, error) {
	end := *l.end // a session rewrites its end when it is redirected
	session, err := l.client.NewUploadPackSession(&end, nil)
	if err != nil {
		return plumbing.ZeroHash, err
	}
	defer session.Close()
	remote, err := session.AdvertisedReferencesContext(ctx)
	if errors.Is(err, transport.ErrEmptyRemoteRepository) {
		return plumbing.ZeroHash, nil
	}
	if err != nil {
		return plumbing.ZeroHash, err
	}
	hash := remote.References["refs/heads/"+rev]
	switch {
	case plumbing.IsHash(rev):
		hash = plumbing.NewHash(rev)
	case rev == "HEAD" && remote.Head != nil:
		hash = *remote.Head
	}
	if hash.IsZero() {
		return hash, nil
	}

	req := packp.NewUploadPackRequestFromCapabilities(remote.Capabilities)
	req.Wants = []plumbing.Hash{hash}
	req.Depth = packp.DepthCommits(1)
	req.Capabilities.Set(capability.Shallow)
	if remote.Capabilities.Supports(capability.NoProgress) {
		req.Capabilities.Set(capability.NoProgress)
	}
	if remote.Capabilities.Supports(capability.Filter) {
		req.Capabilities.Set(capability.Filter)
		req.Filter = packp.FilterBlobLimit(maxFile+1, packp.BlobLimitPrefixNone)
	}
	pack, err := session.UploadPack(ctx, req)
	if err != nil {
		return hash, err
	}
	defer pack.Close()
	switch {
	case req.Capabilities.Supports(capability.Sideband64k):
		return hash, packfile.UpdateObjectStorage(store, sideband.NewDemuxer(sideband.Sideband64k, pack))
	case req.Capabilities.Supports(capability.Sideband):
		return hash, packfile.UpdateObjectStorage(store, sideband.NewDemuxer(sideband.Sideband, pack))
	}
	return hash, packfile.UpdateObjectStorage(store, pack)
}
