package action

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// at starts a step for an event whose payload is given.
func at(t *testing.T, name, ref, payload string) *stage {
	t.Helper()
	file := filepath.Join(t.TempDir(), "event.json")
	if err := os.WriteFile(file, []byte(payload), 0o600); err != nil {
		t.Fatal(err)
	}
	return newStage(t, map[string]string{
		"GITHUB_EVENT_NAME": name, "GITHUB_EVENT_PATH": file, "GITHUB_REF": ref, "GITHUB_SHA": "abc", "GITHUB_REPOSITORY": "ada/log",
		"GITHUB_RUN_ID": "12", "GITHUB_RUN_ATTEMPT": "2", "GITHUB_SERVER_URL": "https://github.com/", "GITHUB_API_URL": "https://api.github.com",
	})
}

func TestEvents(t *testing.T) {
	const repository = `"repository":{"default_branch":"main","private":false,"owner":{"login":"ada","type":"User"}}`
	for _, c := range []struct {
		name, ref, payload string
		onDefault          bool
		want               string
	}{
		{"push", "refs/heads/main", `{` + repository + `,"sender":{"login":"ada","type":"User"}}`, true, "User main public ada/User"},
		{"push", "refs/heads/next", `{` + repository + `}`, false, "User main public /"},
		{"push", "refs/tags/main", `{` + repository + `}`, false, "User main public /"},
		{"push", "refs/heads/main", `{}`, false, "   /"},
		{"push", "refs/heads/", `{}`, false, "   /"},
		{"schedule", "refs/heads/main", `{"schedule":"17 5 * * *"}`, true, "   /"},
		{"workflow_dispatch", "refs/heads/main", `{"inputs":null,` + repository + `}`, true, "User main public /"},
		{"workflow_dispatch", "refs/heads/main", `{"repository":{"default_branch":"main","visibility":"internal","private":true,"owner":{"type":"Organization"}}}`, true, "Organization main internal /"},
		{"pull_request", "refs/pull/7/merge", `{"action":"opened","pull_request":{"number":7,"user":{"login":"bob","type":"User"},"base":{"ref":"main","sha":"b","repo":{"id":1}},"head":{"ref":"x","sha":"h","repo":{"id":1}}}}`, false, "   / pull 7 by bob b..h fork false"},
		{"pull_request", "refs/pull/7/merge", `{"pull_request":{"number":7,"base":{"repo":{"id":1}},"head":{"repo":{"id":2}}}}`, false, "   / pull 7 by  .. fork true"},
		{"pull_request", "refs/pull/7/merge", `{"pull_request":{"number":7,"base":{"repo":{"id":1}},"head":{"repo":null}}}`, false, "   / pull 7 by  .. fork true"},
		{"issues", "refs/heads/main", `{"action":"edited","issue":{"number":3,"user":{"login":"eve","type":"Bot"},"labels":[{"name":"learning"},{"name":"x"}]}}`, true, "   / issue 3 by eve [learning x] false"},
		{"issue_comment", "refs/heads/main", `{"issue":{"number":3,"pull_request":{"url":"x"}},"comment":{"id":9007199254740993,"user":{"login":"ada"}}}`, true, "   / issue 3 by  [] true comment 9007199254740993 by ada"},
	} {
		e, err := at(t, c.name, c.ref, c.payload).Event()
		if err != nil {
			t.Errorf("%s: %v", c.payload, err)
			continue
		}
		got := fmt.Sprintf("%s %s %s %s/%s", e.Repository.OwnerType, e.Repository.DefaultBranch, e.Repository.Visibility, e.Sender.Login, e.Sender.Type)
		if p := e.PullRequest; p != nil {
			got += fmt.Sprintf(" pull %d by %s %s..%s fork %v", p.Number, p.Author.Login, p.BaseSHA, p.HeadSHA, p.Fork)
		}
		if i := e.Issue; i != nil {
			got += fmt.Sprintf(" issue %d by %s %v %v", i.Number, i.Author.Login, i.Labels, i.IsPullRequest)
		}
		if m := e.Comment; m != nil {
			got += fmt.Sprintf(" comment %d by %s", m.ID, m.Author.Login)
		}
		if got != c.want || e.OnDefaultBranch() != c.onDefault {
			t.Errorf("%s %s %s:\ngot  %s, on the default branch: %v\nwant %s", c.name, c.ref, c.payload, got, e.OnDefaultBranch(), c.want)
		}
		if e.Repository.Owner != "ada" || e.Repository.Name != "log" || e.SHA != "abc" || e.RunAttempt != 2 || e.RunURL() != "https://github.com/ada/log/actions/runs/12" {
			t.Errorf("got %+v", e)
		}
	}
}

func TestEventOutsideActions(t *testing.T) {
	e, err := newStage(t, nil).Event()
	if err != nil || e.OnDefaultBranch() || e.RunURL() != "" {
		t.Errorf("got %+v, %v", e, err)
	}
}

func TestEventsThatCannotBe(t *testing.T) {
	for _, payload := range []string{"", "[]", "{", `{"sender":"x"}`, `{"issue":{"number":"3"}}`} {
		if e, err := at(t, "push", "refs/heads/main", payload).Event(); err == nil {
			t.Errorf("%s: got %+v", payload, e)
		}
	}
	for _, name := range []string{"x", "a/b/c", "a b/c", "../x", "a/..", "a/b\nc", "-a/b", "/"} {
		s := newStage(t, map[string]string{"GITHUB_REPOSITORY": name})
		if e, err := s.Event(); err == nil {
			t.Errorf("%q: got %+v", name, e)
		}
	}
	for _, path := range []string{t.TempDir(), filepath.Join(t.TempDir(), "none")} {
		s := newStage(t, map[string]string{"GITHUB_EVENT_PATH": path})
		if _, err := s.Event(); err == nil {
			t.Errorf("%s was read", path)
		}
	}
	big := filepath.Join(t.TempDir(), "big.json")
	if err := os.WriteFile(big, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(big, maxEvent+1); err != nil { // a hole: takes no room
		t.Fatal(err)
	}
	if _, err := newStage(t, map[string]string{"GITHUB_EVENT_PATH": big}).Event(); err == nil {
		t.Error("a payload without bounds was read")
	}
}
