package forge

import (
	"context"
	"net/http"
	"strings"

	"github.com/google/go-github/v60/github"
)

// actionsBot is who writes with the token of a workflow.
const actionsBot = "github-actions[bot]"

// prepare learns once where the repository is and who we are.
func (c *Client) prepare(ctx context.Context) error {
	if c.ready {
		return nil
	}
	if err := c.locate(ctx); err != nil {
		return err
	}
	if err := c.introduce(ctx); err != nil {
		return err
	}
	c.ready = true
	return nil
}

// locate finds the repository, also under a new name, and sees whether it takes
// issues.
func (c *Client) locate(ctx context.Context) error {
	repo, err := c.find(ctx)
	switch {
	case err != nil:
		return err
	case repo.GetArchived():
		return &Error{Kind: Archived, Doing: lookAtRepository}
	case repo.HasIssues != nil && !*repo.HasIssues:
		return &Error{Kind: Disabled, Doing: lookAtRepository}
	}
	return nil
}

const lookAtRepository = "look at the repository"

// find finds the repository, also under a new name.
func (c *Client) find(ctx context.Context) (*github.Repository, error) {
	var repo *github.Repository
	err := c.read(ctx, lookAtRepository, func(gh *github.Client) (r *github.Response, err error) {
		repo, r, err = gh.Repositories.Get(ctx, c.owner, c.name)
		return r, err
	})
	if err != nil {
		return nil, err
	}
	owner, name, ok := strings.Cut(repo.GetFullName(), "/")
	if !ok || !plain(owner) || !plain(name) {
		return nil, &Error{Kind: Outage, Doing: lookAtRepository, Message: "the answer names no repository"}
	}
	if !strings.EqualFold(owner+"/"+name, c.owner+"/"+c.name) {
		c.note("the repository is now %s/%s", owner, name)
	}
	c.owner, c.name = owner, name
	return repo, nil
}

// introduce finds out as whom the token writes. That of a workflow, or of an
// app, may not ask in the usual way.
func (c *Client) introduce(ctx context.Context) error {
	var user *github.User
	err := c.read(ctx, "see whose token it is", func(gh *github.Client) (r *github.Response, err error) {
		user, r, err = gh.Users.Get(ctx, "")
		return r, err
	})
	switch k := kind(err); {
	case err == nil && user.GetLogin() != "":
		c.login = user.GetLogin()
		return nil
	case err != nil && k != Denied && k != Missing:
		return err
	}
	login, err := c.viewer(ctx)
	if err != nil {
		return err
	}
	if c.login = login; login == "" {
		c.login = actionsBot
	}
	return nil
}

// viewer asks GraphQL who we are, and returns "" where it does not know. That it
// did not answer well is an error: under another's name nothing of what we wrote
// would be ours, and all of it would be written again. It leaves out that an app
// is one.
func (c *Client) viewer(ctx context.Context) (string, error) {
	const doing = "see whose token it is"
	if c.graphQL == "" {
		return "", nil
	}
	var answer struct {
		Data struct {
			Viewer struct {
				Login string `json:"login"`
			} `json:"viewer"`
		} `json:"data"`
		Errors []struct{ Type, Message string }
	}
	question := map[string]string{"query": "query { viewer { login } }"}
	err := c.read(ctx, doing, func(gh *github.Client) (*github.Response, error) {
		return c.send(ctx, gh, http.MethodPost, c.graphQL, question, &answer)
	})
	login := answer.Data.Viewer.Login
	switch k := kind(err); {
	case err != nil && (k == Denied || k == Missing || k == Invalid || k == Failed) && ctx.Err() == nil:
		return "", nil
	case err != nil:
		return "", err
	case login != "":
		return strings.TrimSuffix(login, "[bot]") + "[bot]", nil
	}
	for _, x := range answer.Errors {
		if k := kindOfGraphQL(x.Type, x.Message); k == Limited || k == Lost { // a question was read, so nothing is lost
			return "", &Error{Kind: Outage, Doing: doing, Message: c.line(x.Message)}
		}
	}
	return "", nil
}

// maxAsked is about how many people a run asks whether they may write.
const maxAsked = 100

// mayWrite reports whether a login may write to the repository. Who cannot be
// asked about, may not.
func (c *Client) mayWrite(ctx context.Context, login string) (bool, error) {
	may, known := c.writers[login]
	switch {
	case known || login == "":
		return may, nil
	case len(c.writers) == maxAsked:
		c.note("more than %d people have written here: what others of them wrote is left alone", maxAsked)
		c.writers[""] = false // told once
		return false, nil
	case len(c.writers) > maxAsked:
		return false, nil
	}
	var level *github.RepositoryPermissionLevel
	err := c.read(ctx, "see who may write", func(gh *github.Client) (*github.Response, error) {
		level = &github.RepositoryPermissionLevel{}
		return c.send(ctx, gh, http.MethodGet, c.path("collaborators", login, "permission"), nil, level)
	})
	if k := kind(err); err != nil && k != Denied && k != Missing {
		return false, err
	}
	may = err == nil && (level.GetPermission() == "admin" || level.GetPermission() == "write")
	c.writers[login] = may
	return may, nil
}
