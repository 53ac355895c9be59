package main

import (
	"context"
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/run"
)

// publish commits the plan to the repository on its server.
func (a *app) publish(ctx context.Context, base string, in run.Inputs) (*run.Plan, error) {
	where, in, err := a.where(base, in)
	if err != nil {
		return nil, err
	}
	if in.Token == "" {
		in.Token = a.getenv("GITHUB_TOKEN")
	}
	if in.Token != "" {
		where.Forge = func() (*forge.Client, error) { return a.forge(where.Repository, in) }
	}
	p, err := run.Publish(ctx, where, in, a.clock())
	switch {
	case errors.Is(err, run.ErrInvalid):
		return nil, exitError{exitFailOn, "the newest log on the server has errors: nothing was written"}
	case err != nil:
		text := err.Error()
		if mend := run.Mend(err); mend != "" {
			text += "\nThese two lines of the workflow let it through:\n\n" + mend
		}
		return nil, exitError{exitNoWork, text}
	}
	for _, name := range p.Changed {
		fmt.Fprintln(a.stdout, "pushed  "+name)
	}
	if p.Commit == "" {
		fmt.Fprintln(a.stdout, "nothing to push: all files are current")
	} else {
		fmt.Fprintln(a.stdout, "commit  "+p.Commit)
	}
	return p.Plan, nil
}

// forge opens the API of a repository: GitHub's own, unless the environment
// names another.
func (a *app) forge(repository string, in run.Inputs) (*forge.Client, error) {
	o := forge.Options{API: a.getenv("GITHUB_API_URL"), GraphQL: a.getenv("GITHUB_GRAPHQL_URL"), Repository: repository, Token: forge.Token(in.Token), Labels: in.Labels}
	if o.API == "" {
		o.API, o.GraphQL = "https://api.github.com", "https://api.github.com/graphql"
	}
	return forge.New(o)
}

// where finds the repository to publish to from the environment, and says the
// inputs' paths from its root.
func (a *app) where(base string, in run.Inputs) (run.Where, run.Inputs, error) {
	w := run.Where{Server: a.getenv("GITHUB_SERVER_URL"), Repository: a.getenv("GITHUB_REPOSITORY"), Branch: a.getenv("GITHUB_REF_NAME")}
	if w.Server == "" {
		w.Server = "https://github.com"
	}
	if strings.Count(w.Repository, "/") != 1 || strings.ContainsAny(w.Repository, " ?#\\") {
		return w, in, usage("--apply needs GITHUB_REPOSITORY=OWNER/NAME, where to commit to")
	}
	repository, err := repo.Open(base)
	if err != nil {
		return w, in, ioError(err)
	}
	defer repository.Close()
	if w.Branch == "" {
		head, err := repository.Head()
		if err != nil {
			return w, in, ioError(err)
		}
		if w.Branch = head.Branch; w.Branch == "" {
			return w, in, usage("--apply needs a branch: none is checked out, and GITHUB_REF_NAME is not set")
		}
	}
	real, err := filepath.EvalSymlinks(base)
	if err != nil {
		return w, in, ioError(err)
	}
	rel, err := filepath.Rel(repository.Root(), real)
	if err != nil {
		return w, in, ioError(err)
	}
	if rel = filepath.ToSlash(rel); rel != "." {
		w.Root = rel
		in.Output = path.Join(rel, in.Output)
		if in.Readme != "" {
			in.Readme = path.Join(rel, in.Readme)
		}
		for i, l := range in.Log {
			in.Log[i] = path.Join(rel, filepath.ToSlash(l))
		}
	}
	return w, in, nil
}
