package forge

import (
	"context"
	"encoding/base64"
	"net/http"
	"strings"

	"github.com/google/go-github/v60/github"
)

const mutation = "mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }"

// mutate sends a drawing as one commit on top of its tip. GitHub makes it only
// if the branch still stands there.
func (c *Client) mutate(ctx context.Context, branch string, d *drawing) (string, error) {
	const doing = "commit the files"
	additions, deletions := []map[string]string{}, []map[string]string{}
	for _, f := range d.write {
		additions = append(additions, map[string]string{"path": f.path, "contents": base64.StdEncoding.EncodeToString(f.text)})
	}
	for _, name := range d.remove {
		deletions = append(deletions, map[string]string{"path": name})
	}
	headline, body, _ := strings.Cut(strings.TrimSpace(d.message), "\n")
	question := map[string]any{"query": mutation, "variables": map[string]any{"input": map[string]any{
		"branch":          map[string]string{"repositoryNameWithOwner": c.owner + "/" + c.name, "branchName": branch},
		"message":         map[string]string{"headline": headline, "body": strings.TrimSpace(body)},
		"fileChanges":     map[string]any{"additions": additions, "deletions": deletions},
		"expectedHeadOid": d.tip.Commit,
	}}}
	var answer struct {
		Data struct {
			CreateCommitOnBranch struct{ Commit struct{ Oid string } }
		}
		Errors []struct{ Type, Message string }
	}
	err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		return c.send(ctx, gh, http.MethodPost, c.graphQL, question, &answer)
	})
	if err != nil {
		return "", judged(err)
	}
	if oid := answer.Data.CreateCommitOnBranch.Commit.Oid; isHash(oid) {
		return oid, nil
	}
	if len(answer.Errors) == 0 { // an answer that is cut short can look like one
		return "", &Error{Kind: Lost, Doing: doing, Message: "the answer is empty"}
	}
	e := &Error{Doing: doing, Needs: "contents: write"}
	for _, x := range answer.Errors {
		e.Message += " " + x.Message
	}
	e.Message = c.line(e.Message)
	e.Kind = kindOfGraphQL(answer.Errors[0].Type, e.Message)
	return "", e
}

// kindOfGraphQL judges an error that came as a success.
func kindOfGraphQL(kind, message string) Kind {
	says := strings.ToLower(message)
	switch {
	case kind == "STALE_DATA" || strings.Contains(says, "expected branch to point to"):
		return Raced
	case kind == "BRANCH_PROTECTION_RULE_VIOLATION" || guarded.MatchString(message):
		return Protected
	case kind == "RATE_LIMITED" || strings.Contains(says, "rate limit"):
		return Limited
	case strings.Contains(says, "something went wrong") || kind == "INTERNAL" || strings.Contains(says, "timeout") || strings.Contains(says, "timed out"):
		return Lost
	case strings.Contains(says, "archived"):
		return Archived
	case strings.Contains(says, "saml") || strings.Contains(says, "ip allow list"):
		return Policy
	case kind == "FORBIDDEN" || kind == "INSUFFICIENT_SCOPES":
		return Denied
	case kind == "NOT_FOUND":
		return Missing
	}
	return Failed
}
