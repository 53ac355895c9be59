package forge

import (
	"context"
	"net/http"
	"strconv"

	"github.com/google/go-github/v60/github"
)

// Answer is the one comment that answers a post on an issue.
type Answer struct {
	Number int
	Is     func(body string) bool // whether a comment, if it is ours, is the answer
	Text   string                 // Markdown; Is holds of it
	Keep   func(body string) bool // whether one that is there stays as it is; nil: if it says the same
}

// maxAnswerText is how many characters a comment may have.
const maxAnswerText = 65_536

// Answer writes the answer, or edits it in its place. What says the same stays.
// Of several, which runs at the same time may have written, the oldest is kept
// and the others go.
func (c *Client) Answer(ctx context.Context, a Answer) (Stuck, error) {
	if n := len([]rune(a.Text)); n > maxAnswerText {
		return "", &Error{Kind: Invalid, Doing: "answer on the issue", Message: "the answer is too long"}
	}
	for n := 1; ; n++ {
		became, again, err := c.answerOnce(ctx, a)
		if err == nil || !again || n == tries {
			return became, err
		}
		// The answer to a write was lost, or somebody took the comment away: what is
		// there now says which.
		if err := c.sleep(ctx, looks[0]); err != nil {
			return "", err
		}
	}
}

// answerOnce looks, and writes once; again says that another look may mend an
// error.
func (c *Client) answerOnce(ctx context.Context, a Answer) (became Stuck, again bool, err error) {
	ours, err := c.answers(ctx, a)
	if err != nil {
		return "", false, err
	}
	switch {
	case len(ours) == 0:
		if err := c.sendAnswer(ctx, http.MethodPost, c.path("issues", strconv.Itoa(a.Number), "comments"), a); err != nil {
			return "", kind(err) == Lost, err
		}
		became = Written
		if ours, err = c.answers(ctx, a); err != nil { // another run may have written one since
			return became, false, err
		}
	case same(ours[0].Body, a.Text), a.Keep != nil && a.Keep(ours[0].Body):
		became = Kept
	default:
		became = Renewed
		if err := c.sendAnswer(ctx, http.MethodPatch, c.commentPath(ours[0].ID), a); err != nil {
			k := kind(err)
			return "", k == Lost || k == Missing || k == Gone, err
		}
	}
	for _, m := range ours[min(1, len(ours)):] {
		err := c.write(ctx, "take a double comment away", func(gh *github.Client) (*github.Response, error) {
			return c.send(ctx, gh, http.MethodDelete, c.commentPath(m.ID), nil, nil)
		})
		if k := kind(err); err != nil && k != Missing {
			return became, k == Lost, err
		}
	}
	return became, false, nil
}

// answers returns our comments that are the answer, the oldest first.
func (c *Client) answers(ctx context.Context, a Answer) (ours []Comment, err error) {
	all, err := c.Comments(ctx, a.Number)
	for _, m := range all {
		if m.Ours && a.Is(m.Body) {
			ours = append(ours, m)
		}
	}
	return ours, err
}

// sendAnswer sends the answer, a single time.
func (c *Client) sendAnswer(ctx context.Context, method, path string, a Answer) error {
	const doing = "answer on the issue"
	made := &github.IssueComment{}
	err := c.write(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		made = &github.IssueComment{}
		return c.send(ctx, gh, method, path, map[string]string{"body": a.Text}, made)
	})
	if err == nil && !same(made.GetBody(), a.Text) { // an answer that is cut short can look like one
		err = &Error{Kind: Lost, Doing: doing, Message: "the answer is another comment"}
	}
	return err
}

func (c *Client) commentPath(id int64) string {
	return c.path("issues", "comments", strconv.FormatInt(id, 10))
}
