package forge

import (
	"bytes"
	"context"
	"encoding/base64"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/google/go-github/v60/github"
)

// makeTree makes the folders of a drawing. Folders, files and commits have the
// hashes of what is in them: making one twice does no harm.
func (c *Client) makeTree(ctx context.Context, d *drawing) (string, error) {
	var lines []map[string]any
	for _, name := range d.remove {
		lines = append(lines, map[string]any{"path": name, "mode": fileMode, "type": "blob", "sha": nil})
	}
	for _, f := range d.write {
		line := map[string]any{"path": f.path, "mode": f.mode, "type": "blob"}
		if utf8.Valid(f.text) && !bytes.ContainsAny(f.text, "\x00\r") {
			line["content"] = string(f.text)
		} else if err := c.makeBlob(ctx, f); err != nil {
			return "", err
		} else {
			line["sha"] = f.hash
		}
		lines = append(lines, line)
	}
	body := map[string]any{"tree": lines}
	if d.tip.Commit != "" {
		body["base_tree"] = d.tip.root
	}
	return c.make(ctx, "make the folders of a commit", "trees", body)
}

// makeBlob makes a file that is no plain text.
func (c *Client) makeBlob(ctx context.Context, f file) error {
	const doing = "send a file"
	made, err := c.make(ctx, doing, "blobs", map[string]any{"content": base64.StdEncoding.EncodeToString(f.text), "encoding": "base64"})
	if err == nil && made != f.hash {
		err = &Error{Kind: Failed, Doing: doing, Message: "GitHub has other bytes than were sent"}
	}
	return err
}

// makeCommit makes a drawing's commit, on no branch yet. Without an author of
// our own, GitHub signs it.
func (c *Client) makeCommit(ctx context.Context, d *drawing, tree string) (string, error) {
	parents := []string{}
	if d.tip.Commit != "" {
		parents = append(parents, d.tip.Commit)
	}
	return c.make(ctx, "make a commit", "commits", map[string]any{"message": strings.TrimSpace(d.message), "tree": tree, "parents": parents})
}

// make makes an object and returns its hash. One that may have been lost is made
// again.
func (c *Client) make(ctx context.Context, doing, what string, body map[string]any) (hash string, err error) {
	for range 3 {
		var made struct{ SHA string }
		err = c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
			return c.send(ctx, gh, http.MethodPost, c.path("git", what), body, &made)
		})
		if err == nil && !isHash(made.SHA) {
			err = &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
		}
		if err == nil || kind(err) != Lost {
			return made.SHA, judged(err)
		}
	}
	// What is lost here is on no branch: nothing has been written.
	err.(*Error).Kind = Outage
	return "", err
}

// makeBranch makes a branch that stands at a commit.
func (c *Client) makeBranch(ctx context.Context, branch, commit string) error {
	return c.ref(ctx, http.MethodPost, c.path("git", "refs"), commit, map[string]any{"ref": "refs/heads/" + branch, "sha": commit})
}

// moveBranch moves a branch to a commit; unless by force, only forward.
func (c *Client) moveBranch(ctx context.Context, branch, commit string, force bool) error {
	address := c.path(append([]string{"git", "refs", "heads"}, strings.Split(branch, "/")...)...)
	return c.ref(ctx, http.MethodPatch, address, commit, map[string]any{"sha": commit, "force": force})
}

func (c *Client) ref(ctx context.Context, method, address, commit string, body map[string]any) error {
	const doing = "move the branch"
	var ref *github.Reference
	err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		ref = &github.Reference{}
		return c.send(ctx, gh, method, address, body, ref)
	})
	if err == nil && ref.GetObject().GetSHA() != commit {
		err = &Error{Kind: Lost, Doing: doing, Message: "the answer is about another commit"}
	}
	return judged(err)
}
