package forge

import (
	"crypto/sha1"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"

	"github.com/google/go-github/v60/github"
)

// Texts of up to maxTogether bytes are asked for together, maxAtOnce of them in
// a call: a log may have a file for every entry, and a token a thousand calls
// an hour.
const (
	fewTexts    = 3 // up to so many are asked for one by one
	maxAtOnce   = 50
	maxTogether = 128 << 10
)

// blobHash is the name that Git gives to a file's bytes.
func blobHash(text []byte) string {
	h := sha1.New()
	fmt.Fprintf(h, "blob %d\x00", len(text))
	h.Write(text)
	return hex.EncodeToString(h.Sum(nil))
}

// read returns the bytes of files, by path. What was read once is kept.
func (t *Tip) read(files map[string]node) (map[string][]byte, error) {
	size := 0
	var lacking []node
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		n := files[name]
		if n.size > maxFile {
			return nil, fmt.Errorf("%s at %.7s has %d MB, and hone reads %d: split it", name, t.Commit, n.size>>20, maxFile>>20)
		}
		if size += n.size; size > maxFiles {
			return nil, fmt.Errorf("the files at %.7s have more than %d MB: name fewer", t.Commit, maxFiles>>20)
		}
		if _, known := t.client.texts[n.hash]; !known {
			lacking = append(lacking, n)
		}
	}
	if err := t.readTogether(lacking); err != nil {
		return nil, err
	}
	out := map[string][]byte{}
	for _, name := range names {
		text, err := t.text(name, files[name].hash)
		if err != nil {
			return nil, err
		}
		out[name] = text
	}
	return out, nil
}

// text returns a file's bytes by their hash.
func (t *Tip) text(name, hash string) ([]byte, error) {
	c, doing := t.client, "read "+name
	if text, known := c.texts[hash]; known {
		return text, nil
	}
	var blob *github.Blob
	err := c.read(t.ctx, doing, func(gh *github.Client) (*github.Response, error) {
		blob = &github.Blob{}
		return c.send(t.ctx, gh, http.MethodGet, c.path("git", "blobs", hash), nil, blob)
	})
	if err != nil {
		return nil, err
	}
	text, err := base64.StdEncoding.DecodeString(strings.ReplaceAll(blob.GetContent(), "\n", ""))
	if err != nil || blob.GetEncoding() != "base64" || blobHash(text) != hash {
		return nil, &Error{Kind: Outage, Doing: doing, Message: "the answer is not this file"}
	}
	c.keep(hash, text)
	return text, nil
}

// keep keeps a text that was read.
func (c *Client) keep(hash string, text []byte) {
	if c.texts == nil {
		c.texts = map[string][]byte{}
	}
	c.texts[hash] = text
}

// readTogether reads the small ones of many files by GraphQL. Whatever does not
// come as its hash says is left to be read alone.
func (t *Tip) readTogether(files []node) error {
	c := t.client
	files = slices.DeleteFunc(slices.Clone(files), func(n node) bool { return n.size > maxTogether || !isHash(n.hash) })
	if len(files) <= fewTexts || c.graphQL == "" {
		return nil
	}
	for some := range slices.Chunk(files, maxAtOnce) {
		var query strings.Builder
		query.WriteString("query($owner: String!, $name: String!) { repository(owner: $owner, name: $name) {")
		for i, n := range some {
			fmt.Fprintf(&query, ` f%d: object(oid: %q) { ... on Blob { text isTruncated } }`, i, n.hash)
		}
		query.WriteString(" } }")
		var answer struct {
			Data struct {
				Repository map[string]*struct{ Text *string }
			}
		}
		err := c.read(t.ctx, "read the log", func(gh *github.Client) (*github.Response, error) {
			question := map[string]any{"query": query.String(), "variables": map[string]string{"owner": c.owner, "name": c.name}}
			return c.send(t.ctx, gh, http.MethodPost, c.graphQL, question, &answer)
		})
		switch k := kind(err); {
		case t.ctx.Err() != nil:
			return t.ctx.Err()
		case err != nil && (k == BadToken || k == Limited || k == Policy):
			return err
		case err != nil:
			return nil // one by one, then
		}
		for i, n := range some {
			if f := answer.Data.Repository[fmt.Sprintf("f%d", i)]; f != nil && f.Text != nil && blobHash([]byte(*f.Text)) == n.hash {
				c.keep(n.hash, []byte(*f.Text))
			}
		}
	}
	return nil
}
