package fakegithub

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// maxBlob is how much of a file's text GraphQL gives.
const maxBlob = 512_000

// fileChange is a file that a mutation names.
type fileChange struct{ Path, Contents string }

// commitInput is what the mutation takes.
type commitInput struct {
	Branch      struct{ RepositoryNameWithOwner, BranchName string }
	Message     struct{ Headline, Body string }
	FileChanges struct{ Additions, Deletions []fileChange }

	ExpectedHeadOid string
}

// graphQLRoute answers the questions and the mutation that hone sends. What
// goes wrong is in an answer of 200.
func (s *Server) graphQLRoute(body []byte) reply {
	if s.NoGraphQL {
		return refusal(404, "Not Found")
	}
	var in struct {
		Query     string
		Variables json.RawMessage
	}
	if json.Unmarshal(body, &in) != nil {
		return refusal(400, "Problems parsing JSON")
	}
	switch {
	case strings.Contains(in.Query, "createCommitOnBranch"):
		return s.commitOnBranch(in.Variables)
	case strings.Contains(in.Query, "object(oid"):
		return s.texts(in.Query, in.Variables)
	}
	return answer(200, map[string]any{"data": map[string]any{"viewer": map[string]any{"login": strings.TrimSuffix(s.Login, "[bot]")}}})
}

// graphQLError is an answer that says no.
func graphQLError(kind, message string) reply {
	e := map[string]any{"message": message, "locations": []any{map[string]any{"line": 1, "column": 1}}}
	if kind != "" {
		e["type"], e["path"] = kind, []any{"createCommitOnBranch"}
	}
	return answer(200, map[string]any{"data": map[string]any{"createCommitOnBranch": nil}, "errors": []any{e}})
}

func (s *Server) commitOnBranch(variables []byte) reply {
	var in struct{ Input commitInput }
	d := json.NewDecoder(bytes.NewReader(variables))
	d.DisallowUnknownFields()
	if err := d.Decode(&in); err != nil {
		return graphQLError("", "Variable $input of type CreateCommitOnBranchInput! was provided invalid value: "+err.Error())
	}
	branch := in.Input.Branch.BranchName
	at, there := s.git.branches[branch]
	switch {
	case s.NoMutation:
		return answer(200, map[string]any{"errors": []any{map[string]any{"message": "Field 'createCommitOnBranch' doesn't exist on type 'Mutation'"}}})
	case in.Input.Branch.RepositoryNameWithOwner != s.Owner+"/"+s.Name:
		return graphQLError("NOT_FOUND", "Could not resolve to a Repository with the name '"+in.Input.Branch.RepositoryNameWithOwner+"'.")
	case s.Archived:
		return graphQLError("FORBIDDEN", "Repository was archived so is read-only.")
	case s.ReadOnly:
		return graphQLError("FORBIDDEN", "Resource not accessible by integration")
	case !there:
		return graphQLError("NOT_FOUND", "No such branch")
	case at != in.Input.ExpectedHeadOid:
		return graphQLError("STALE_DATA", fmt.Sprintf("Expected branch to point to %q but it did not.  Pull and try again.", in.Input.ExpectedHeadOid))
	case s.Protected[branch] != "":
		return graphQLError("UNPROCESSABLE", s.Protected[branch])
	}
	files := s.git.files(s.git.commits[at].Tree, "")
	for _, f := range in.Input.FileChanges.Deletions {
		if _, there := files[f.Path]; !there {
			return graphQLError("NOT_FOUND", "A path was requested for deletion which does not exist as of commit oid `"+at+"`")
		}
		delete(files, f.Path)
	}
	for _, f := range in.Input.FileChanges.Additions {
		text, err := base64.StdEncoding.DecodeString(f.Contents)
		if err != nil {
			return graphQLError("ARGUMENT_LITERAL_INCOMPATIBLE", "contents is no Base64String")
		}
		mode := fileMode
		if was, there := files[f.Path]; there {
			mode = was.mode
		}
		files[f.Path] = entry{mode, f.Path, s.git.blob(text)}
	}
	message := in.Input.Message.Headline
	if in.Input.Message.Body != "" {
		message += "\n\n" + in.Input.Message.Body
	}
	s.git.branches[branch] = s.git.commit(Commit{Tree: s.git.build(files), Message: message, Parents: []string{at}, When: s.tick(), Signed: true})
	s.settlePulls()
	return answer(200, map[string]any{"data": map[string]any{"createCommitOnBranch": map[string]any{"commit": map[string]any{"oid": s.git.branches[branch]}}}})
}

var asked = regexp.MustCompile(`(\w+):\s*object\(oid:\s*"([0-9a-f]{40})"\)`)

// texts answers with files by their hashes, as far as they are text.
func (s *Server) texts(query string, variables []byte) reply {
	var in struct{ Owner, Name string }
	if json.Unmarshal(variables, &in) != nil || in.Owner != s.Owner || in.Name != s.Name {
		return answer(200, map[string]any{"data": map[string]any{"repository": nil}, "errors": []any{map[string]any{"type": "NOT_FOUND", "message": "Could not resolve to a Repository"}}})
	}
	found := map[string]any{}
	for _, m := range asked.FindAllStringSubmatch(query, -1) {
		text, there := s.git.blobs[m[2]]
		switch {
		case !there:
			found[m[1]] = nil
		case !utf8.Valid(text) || bytes.IndexByte(text, 0) >= 0:
			found[m[1]] = map[string]any{"text": nil, "isTruncated": false}
		default:
			found[m[1]] = map[string]any{"text": string(text[:min(len(text), maxBlob)]), "isTruncated": len(text) > maxBlob}
		}
	}
	return answer(200, map[string]any{"data": map[string]any{"repository": found}})
}
