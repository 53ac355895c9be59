package action

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"regexp"
	"strconv"
	"strings"
)

// maxEvent bounds the payload of an event; GitHub sends 25 MB at most.
const maxEvent = 25 << 20

// Event is what made the workflow run, and where.
type Event struct {
	Name       string // schedule, push, pull_request, …
	Action     string // opened, edited, …; empty where an event has none
	Ref        string // refs/heads/main, refs/pull/7/merge
	SHA        string
	RunID      int64
	RunAttempt int
	Repository Repository
	Sender     User

	Server, API, GraphQL string // addresses without a slash at the end

	PullRequest *PullRequest // nil where the event has none
	Issue       *Issue
	Comment     *Comment
}

// Repository is the repository that the workflow runs in.
type Repository struct {
	Owner, Name   string
	OwnerType     string // User or Organization; empty: unknown
	DefaultBranch string // empty: unknown
	Visibility    string // public, private or internal; empty: unknown
}

// User is somebody on GitHub. A bot's type is Bot.
type User struct {
	Login string `json:"login"`
	Type  string `json:"type"`
}

// PullRequest is the pull request of an event.
type PullRequest struct {
	Number           int
	Author           User
	BaseRef, BaseSHA string
	HeadRef, HeadSHA string
	Fork             bool // the head is in another repository, or that is gone
}

// Issue is the issue of an event, or the pull request that a comment stands
// under.
type Issue struct {
	Number        int
	Author        User
	Labels        []string
	IsPullRequest bool
}

// Comment is the comment of an event.
type Comment struct {
	ID     int64
	Author User
	Body   string // as it was then
}

// OnDefaultBranch reports whether the run is of the default branch's head.
// Where that is not known it is not.
func (e *Event) OnDefaultBranch() bool {
	switch e.Name {
	case "schedule", "issues", "issue_comment": // run nowhere else
		return true
	case "pull_request", "pull_request_target":
		return false
	}
	return e.Repository.DefaultBranch != "" && e.Ref == "refs/heads/"+e.Repository.DefaultBranch
}

// RunURL is the address of the run's page; empty where it is not known.
func (e *Event) RunURL() string {
	if e.Server == "" || e.Repository.Name == "" || e.RunID == 0 {
		return ""
	}
	return fmt.Sprintf("%s/%s/%s/actions/runs/%d", e.Server, e.Repository.Owner, e.Repository.Name, e.RunID)
}

var fullName = regexp.MustCompile(`^([A-Za-z0-9][A-Za-z0-9_-]*)/([A-Za-z0-9._-]+)$`)

// Event reads the event from the environment and the payload that it names.
// Outside Actions it is empty. The repository is the one that GITHUB_REPOSITORY
// says, whatever the payload holds.
func (s *Step) Event() (*Event, error) {
	address := func(key string) string { return strings.TrimRight(s.getenv(key), "/") }
	e := &Event{
		Name: s.getenv("GITHUB_EVENT_NAME"), Ref: s.getenv("GITHUB_REF"), SHA: s.getenv("GITHUB_SHA"),
		Server: address("GITHUB_SERVER_URL"), API: address("GITHUB_API_URL"), GraphQL: address("GITHUB_GRAPHQL_URL"),
	}
	e.RunID, _ = strconv.ParseInt(s.getenv("GITHUB_RUN_ID"), 10, 64)
	e.RunAttempt, _ = strconv.Atoi(s.getenv("GITHUB_RUN_ATTEMPT"))
	if name := s.getenv("GITHUB_REPOSITORY"); name != "" {
		parts := fullName.FindStringSubmatch(name)
		if parts == nil || parts[2] == "." || parts[2] == ".." {
			return nil, fmt.Errorf("GITHUB_REPOSITORY %q is no owner/name", name)
		}
		e.Repository.Owner, e.Repository.Name = parts[1], parts[2]
	}
	path := s.getenv("GITHUB_EVENT_PATH")
	if path == "" {
		return e, nil
	}
	data, err := readBounded(path, maxEvent)
	if err != nil {
		return nil, fmt.Errorf("the event's payload: %w", err)
	}
	var p payload
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("the event's payload: %w", err)
	}
	p.fill(e)
	return e, nil
}

// readBounded reads a regular file that is not longer than limit.
func readBounded(path string, limit int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, fmt.Errorf("%s is no regular file", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("%s is longer than %d bytes", path, limit)
	}
	return data, err
}
