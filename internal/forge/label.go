package forge

import (
	"context"
	"net/http"
	"strconv"

	"github.com/google/go-github/v60/github"
)

// What a label of ours looks like where we make it.
const (
	labelColour = "1f6feb"
	nudgeAbout  = "A learning goal that asks for a step"
)

// LabelExists reports whether the repository has a label.
func (c *Client) LabelExists(ctx context.Context, name string) (bool, error) {
	if err := c.prepare(ctx); err != nil {
		return false, err
	}
	err := c.read(ctx, "look for the label", func(gh *github.Client) (*github.Response, error) {
		return c.send(ctx, gh, http.MethodGet, c.path("labels", name), nil, nil)
	})
	if err != nil && kind(err) == Missing {
		return false, nil
	}
	return err == nil, err
}

// MakeLabel makes a label and says in it what it is about. One that is there by
// now stays as it is.
func (c *Client) MakeLabel(ctx context.Context, name, about string) (err error) {
	if err := c.prepare(ctx); err != nil {
		return err
	}
	label := &github.Label{Name: &name, Color: github.String(labelColour), Description: &about}
	for n := 0; n < 2; n++ { // made twice, it is there all the same
		err = c.write(ctx, "make the label", func(gh *github.Client) (r *github.Response, err error) {
			_, r, err = gh.Issues.CreateLabel(ctx, c.owner, c.name, label)
			return r, err
		})
		if kind(err) != Lost {
			break
		}
	}
	if e, ok := err.(*Error); ok && e.names("already_exists") {
		return nil
	}
	return err
}

// makeMark makes the mark of the nudges where it is not there yet, once in a
// run. Without it no issue is opened: a token that may not label makes issues
// that nobody finds again.
func (c *Client) makeMark(ctx context.Context) error {
	if c.labelled {
		return nil
	}
	there, err := c.LabelExists(ctx, c.labels[0])
	if err == nil && !there {
		err = c.MakeLabel(ctx, c.labels[0], nudgeAbout)
	}
	c.labelled = err == nil
	return err
}

// addLabel puts the mark on an issue. Done twice, it is done once.
func (c *Client) addLabel(ctx context.Context, number int) error {
	const doing = "label the issue"
	var err error
	for n := 0; n < 3; n++ {
		var now []*github.Label
		err = c.write(ctx, doing, func(gh *github.Client) (r *github.Response, err error) {
			body := map[string][]string{"labels": {c.labels[0]}}
			return c.send(ctx, gh, http.MethodPost, c.path("issues", strconv.Itoa(number), "labels"), body, &now)
		})
		if err == nil && !hasLabel(&github.Issue{Labels: now}, c.labels[0]) {
			return &Error{Kind: Denied, Doing: doing, Message: "the label was dropped"}
		}
		if kind(err) != Lost {
			break
		}
	}
	return err
}

// removeLabel takes a label off an issue. One that is not there is gone.
func (c *Client) removeLabel(ctx context.Context, number int, label string) error {
	var err error
	for n := 0; n < 3; n++ {
		err = c.write(ctx, "take a label off the issue", func(gh *github.Client) (*github.Response, error) {
			return c.send(ctx, gh, http.MethodDelete, c.path("issues", strconv.Itoa(number), "labels", label), nil, nil)
		})
		if kind(err) != Lost {
			break
		}
	}
	if err != nil && kind(err) == Missing {
		return nil
	}
	return err
}
