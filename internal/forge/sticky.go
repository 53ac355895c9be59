package forge

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/google/go-github/v60/github"
)

// Sticky is the one comment that a run keeps under a pull request.
type Sticky struct {
	Number  int    // of the pull request
	Name    string // of the log; empty: the only one
	Run     int64  // of the workflow; a later one has a greater number
	Attempt int
	Text    string // Markdown
	Renew   bool   // only in the place of one that is there
}

// Stuck says what became of a comment.
type Stuck string

// What can become of it.
const (
	Written Stuck = "written" // there was none
	Renewed Stuck = "renewed"
	Kept    Stuck = "kept"  // it says the same already
	Newer   Stuck = "newer" // what is there is of a later run
	None    Stuck = "none"  // there was none, and none was wanted
)

// mark is the last line of the comment. It is a claim, and counts in comments of
// our own only.
func (s Sticky) mark() string {
	name := ""
	if s.Name != "" {
		name = s.Name + " "
	}
	return fmt.Sprintf("<!-- hone:pr %s%d/%d -->", name, s.Run, s.Attempt)
}

var stickyMark = regexp.MustCompile(`^<!-- hone:pr (?:([a-z0-9-]{1,40}) )?([0-9]{1,18})/([0-9]{1,9}) -->$`)

// body is the comment as it is sent.
func (s Sticky) body() string { return strings.TrimSpace(s.Text) + "\n\n" + s.mark() }

// maxComment is how much a comment says; GitHub takes 65,536 characters.
const maxComment = 60_000

// seen is a comment of ours of that name, as it is there.
type seen struct {
	id   int64
	run  int64
	try  int
	text string
}

// Stick writes the comment, or renews it in its place, which tells nobody. What
// says the same stays, and so does what a later run wrote. Of several the oldest
// is kept, and the others go. Only comments of our own are ours.
func (c *Client) Stick(ctx context.Context, s Sticky) (Stuck, error) {
	if r := []rune(s.Text); len(r) > maxComment {
		s.Text = string(r[:maxComment]) + "\n\n…"
	}
	if err := c.introduced(ctx); err != nil {
		return "", err
	}
	for n := 1; ; n++ {
		became, again, err := c.stickOnce(ctx, s)
		if err == nil || !again || n == tries-1 {
			return became, err
		}
		// The answer to a write was lost, or somebody took the comment away: what is
		// there now says which.
		if err := c.sleep(ctx, looks[0]); err != nil {
			return "", err
		}
	}
}

// introduced finds out once where the repository is and who we are. Pull
// requests can be talked under where issues are switched off.
func (c *Client) introduced(ctx context.Context) error {
	if c.ready || c.login != "" {
		return nil
	}
	if err := c.locate(ctx); err != nil && kind(err) != Disabled {
		return err
	}
	return c.introduce(ctx)
}

// stickOnce looks, and writes once; again says that another look may mend an
// error.
func (c *Client) stickOnce(ctx context.Context, s Sticky) (became Stuck, again bool, err error) {
	ours, err := c.stickies(ctx, s)
	if err != nil {
		return "", false, err
	}
	later := func(x seen) bool { return cmp.Or(cmp.Compare(x.run, s.Run), cmp.Compare(x.try, s.Attempt)) > 0 }
	switch {
	case slices.ContainsFunc(ours, later):
		return Newer, false, nil
	case len(ours) == 0 && s.Renew:
		return None, false, nil
	case len(ours) == 0:
		err := c.writeSticky(ctx, http.MethodPost, c.path("issues", strconv.Itoa(s.Number), "comments"), s)
		return Written, kind(err) == Lost, err
	}
	became = Kept
	if !same(ours[0].text, s.Text) {
		became = Renewed
		if err := c.writeSticky(ctx, http.MethodPatch, c.path("issues", "comments", strconv.FormatInt(ours[0].id, 10)), s); err != nil {
			k := kind(err)
			return "", k == Lost || k == Missing || k == Gone, err
		}
	}
	for _, x := range ours[1:] {
		err := c.write(ctx, "take a double comment away", func(gh *github.Client) (*github.Response, error) {
			return c.send(ctx, gh, http.MethodDelete, c.path("issues", "comments", strconv.FormatInt(x.id, 10)), nil, nil)
		})
		if k := kind(err); err != nil && k != Missing {
			return "", k == Lost, err
		}
	}
	return became, false, nil
}

// writeSticky sends the comment, a single time.
func (c *Client) writeSticky(ctx context.Context, method, path string, s Sticky) error {
	const doing = "comment on the pull request"
	made := &github.IssueComment{}
	err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		made = &github.IssueComment{}
		return c.send(ctx, gh, method, path, map[string]string{"body": s.body()}, made)
	})
	if err == nil && !same(made.GetBody(), s.body()) { // an answer that is cut short can look like one
		err = &Error{Kind: Lost, Doing: doing, Message: "the answer is another comment"}
	}
	return forPulls(err)
}

// stickies returns our own comments with the mark of that name, the oldest first.
func (c *Client) stickies(ctx context.Context, s Sticky) (ours []seen, err error) {
	list, err := pages[github.IssueComment](ctx, c, "look at the comments", c.path("issues", strconv.Itoa(s.Number), "comments"), url.Values{"per_page": {"100"}})
	if err != nil {
		return nil, forPulls(err)
	}
	for _, m := range list {
		if x, ok := readSticky(m.GetBody(), s.Name); ok && c.isOurs(m.GetUser()) && m.GetID() > 0 {
			x.id = m.GetID()
			ours = append(ours, x)
		}
	}
	slices.SortFunc(ours, func(a, b seen) int { return cmp.Compare(a.id, b.id) })
	return slices.CompactFunc(ours, func(a, b seen) bool { return a.id == b.id }), nil
}

// readSticky takes a comment apart that may be a sticky one of a name.
func readSticky(body, name string) (x seen, ok bool) {
	body = strings.TrimSpace(strings.ReplaceAll(body, "\r\n", "\n"))
	text, last := "", body
	if i := strings.LastIndexByte(body, '\n'); i >= 0 {
		text, last = body[:i], body[i+1:]
	}
	m := stickyMark.FindStringSubmatch(strings.TrimSpace(last))
	if m == nil || m[1] != name {
		return seen{}, false
	}
	x.text = text
	x.run, _ = strconv.ParseInt(m[2], 10, 64)
	x.try, _ = strconv.Atoi(m[3])
	return x, true
}

// forPulls says which permission lacks where GitHub does not.
func forPulls(err error) error {
	var e *Error
	if errors.As(err, &e) && (e.Kind == Denied || e.Kind == Missing) && (e.Needs == "" || strings.HasPrefix(e.Needs, "issues:")) {
		e.Needs = "pull-requests: write"
	}
	return err
}
