package fakegithub

import (
	"encoding/base64"
	"encoding/json"
	"net/http"
	"path"
	"slices"
	"strings"
	"time"
)

// gitRoute answers what concerns commits, folders, files and branches.
func (s *Server) gitRoute(r *http.Request, parts []string, body []byte) reply {
	reading := r.Method == http.MethodGet
	switch {
	case len(parts) == 0:
		return refusal(404, "Not Found")
	case len(s.git.commits) == 0:
		return refusal(409, "Git Repository is empty.")
	case s.Archived && !reading:
		return refusal(403, "Repository was archived so is read-only.")
	case s.ReadOnly && !reading:
		return s.denied("contents=write")
	}
	switch rest := unescape(strings.Join(parts[1:], "/")); {
	case parts[0] == "ref":
		return s.answerRef(200, strings.TrimPrefix(rest, "heads/"))
	case parts[0] == "refs" && r.Method == http.MethodPatch:
		return s.moveRef(strings.TrimPrefix(rest, "heads/"), body)
	case parts[0] == "refs":
		return s.makeRef(body)
	case parts[0] == "commits" && reading:
		return s.answerCommit(200, rest)
	case parts[0] == "commits":
		return s.makeCommit(body)
	case parts[0] == "trees" && reading:
		return s.answerTree(200, rest, r.URL.Query().Has("recursive"))
	case parts[0] == "trees":
		return s.makeTree(body)
	case parts[0] == "blobs" && reading:
		return s.answerBlob(rest)
	case parts[0] == "blobs":
		return s.makeBlob(body)
	}
	return refusal(404, "Not Found")
}

func (s *Server) denied(permissions string) reply {
	a := refusal(403, "Resource not accessible by integration")
	a.header.Set("X-Accepted-GitHub-Permissions", permissions)
	return a
}

func (s *Server) answerRef(status int, branch string) reply {
	at, there := s.git.branches[branch]
	if !there {
		return refusal(404, "Not Found")
	}
	return answer(status, s.spec.filled("git-ref", map[string]any{
		"ref": "refs/heads/" + branch, "object": map[string]any{"type": "commit", "sha": at, "url": s.address()},
	}))
}

func (s *Server) makeRef(body []byte) reply {
	var in struct{ Ref, SHA string }
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	branch, ok := strings.CutPrefix(in.Ref, "refs/heads/")
	_, there := s.git.branches[branch]
	switch {
	case !ok:
		return refusal(422, "Reference name must start with 'refs/heads/'")
	case there:
		return refusal(422, "Reference already exists")
	case s.git.commits[in.SHA].Hash == "":
		return refusal(422, "Object does not exist")
	case s.Protected[branch] != "":
		return refusal(422, s.Protected[branch])
	}
	s.git.branches[branch] = in.SHA
	return s.answerRef(201, branch)
}

func (s *Server) moveRef(branch string, body []byte) reply {
	var in struct {
		SHA   string
		Force bool
	}
	at, there := s.git.branches[branch]
	switch {
	case json.Unmarshal(body, &in) != nil:
		return refusal(400, "Problems parsing JSON")
	case !there:
		return refusal(422, "Reference does not exist")
	case s.git.commits[in.SHA].Hash == "":
		return refusal(422, "Object does not exist")
	case s.Protected[branch] != "":
		return refusal(422, s.Protected[branch])
	case !in.Force && !s.git.has(in.SHA, at):
		return refusal(422, "Update is not a fast forward")
	}
	s.git.branches[branch] = in.SHA
	s.settlePulls()
	return s.answerRef(200, branch)
}

func (s *Server) answerCommit(status int, id string) reply {
	c, there := s.git.commits[id]
	if !there {
		return refusal(404, "Not Found")
	}
	by := map[string]any{"name": "A", "email": "a@example.com", "date": c.When.UTC().Format(time.RFC3339)}
	parents := []any{}
	for _, p := range c.Parents {
		parents = append(parents, map[string]any{"sha": p, "url": s.address(), "html_url": s.address()})
	}
	return answer(status, s.spec.filled("git-commit", map[string]any{
		"sha": c.Hash, "message": c.Message, "author": by, "committer": by, "parents": parents, "tree": map[string]any{"sha": c.Tree, "url": s.address()},
	}))
}

func (s *Server) makeCommit(body []byte) reply {
	var in struct {
		Message, Tree, Signature string
		Parents                  []string
		Author, Committer        json.RawMessage
	}
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	if _, there := s.git.trees[in.Tree]; !there {
		return refusal(422, "Tree SHA does not exist")
	}
	for _, p := range in.Parents {
		if s.git.commits[p].Hash == "" {
			return refusal(422, "Parent SHA does not exist or is not a commit object")
		}
	}
	id := s.git.commit(Commit{Tree: in.Tree, Message: in.Message, Parents: in.Parents, When: s.tick(), Signed: in.Author == nil && in.Committer == nil && in.Signature == ""})
	return s.answerCommit(201, id)
}

// tick is the time of a new commit: no two are made at the same.
func (s *Server) tick() time.Time {
	s.ticks++
	return s.Now.Add(time.Duration(s.ticks) * time.Second)
}

func (s *Server) answerTree(status int, id string, recursive bool) reply {
	if c, is := s.git.commits[id]; is {
		id = c.Tree
	}
	if _, there := s.git.trees[id]; !there {
		return refusal(404, "Not Found")
	}
	items := s.lines(id, "", recursive)
	truncated := s.MaxTree > 0 && len(items) > s.MaxTree
	if truncated {
		items = items[:s.MaxTree]
	}
	return answer(status, s.spec.filled("git-tree", map[string]any{"sha": id, "tree": items, "truncated": truncated, "url": s.address()}))
}

func (s *Server) lines(id, at string, recursive bool) []any {
	items := []any{}
	for _, e := range s.git.trees[id] {
		name := path.Join(at, e.name)
		item := map[string]any{"path": name, "mode": e.mode, "sha": e.hash, "type": "blob"}
		switch e.mode {
		case folderMode:
			item["type"] = "tree"
		case "160000":
			item["type"] = "commit"
		default:
			item["size"], item["url"] = len(s.git.blobs[e.hash]), s.address()
		}
		items = append(items, item)
		if recursive && e.mode == folderMode {
			items = append(items, s.lines(e.hash, name, true)...)
		}
	}
	return items
}

func (s *Server) makeTree(body []byte) reply {
	var in struct {
		BaseTree string `json:"base_tree"`
		Tree     []struct {
			Path, Mode, Type string
			SHA, Content     *string
		}
	}
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	if _, there := s.git.trees[in.BaseTree]; in.BaseTree != "" && !there {
		return refusal(422, "base_tree is not a valid tree oid")
	}
	files := s.git.files(in.BaseTree, "")
	for _, e := range in.Tree {
		_, there := files[e.Path]
		switch {
		case e.Content != nil:
			files[e.Path] = entry{e.Mode, e.Path, s.git.blob([]byte(*e.Content))}
		case e.SHA != nil && s.git.blobs[*e.SHA] != nil:
			files[e.Path] = entry{e.Mode, e.Path, *e.SHA}
		case e.SHA == nil && there:
			delete(files, e.Path)
		default:
			return refusal(422, "GitRPC::BadObjectState")
		}
	}
	return s.answerTree(201, s.git.build(files), false)
}

func (s *Server) answerBlob(id string) reply {
	text, there := s.git.blobs[id]
	if !there {
		return refusal(404, "Not Found")
	}
	lines := ""
	for part := range slices.Chunk([]byte(base64.StdEncoding.EncodeToString(text)), 60) {
		lines += string(part) + "\n"
	}
	return answer(200, s.spec.filled("blob", map[string]any{"sha": id, "size": len(text), "encoding": "base64", "content": lines}))
}

func (s *Server) makeBlob(body []byte) reply {
	var in struct{ Content, Encoding string }
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	text := []byte(in.Content)
	if in.Encoding == "base64" {
		raw, err := base64.StdEncoding.DecodeString(in.Content)
		if err != nil {
			return refusal(422, "Problems decoding content")
		}
		text = raw
	}
	return answer(201, s.spec.filled("short-blob", map[string]any{"sha": s.git.blob(text), "url": s.address()}))
}
