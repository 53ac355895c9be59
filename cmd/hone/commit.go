package main

import (
	"errors"
	"fmt"
	"path"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/words"
)

// commit commits a file of the log, and nothing else that is staged or changed.
func (a *app) commit(b *logbook, file, message string) error {
	hash, err := a.commitFile(b, file, message)
	switch {
	case err != nil:
		return exitError{exitNoWork, fmt.Sprintf("%s is written, and not committed: %v", words.Plain(file), err)}
	case hash != "":
		a.say("committed %.7s %s", hash, message)
	}
	return nil
}

func (a *app) commitFile(b *logbook, file, message string) (string, error) {
	r, err := repo.Open(b.where.Root)
	if errors.Is(err, repo.ErrNoRepository) {
		return "", errors.New("this is no Git repository")
	}
	if err != nil {
		return "", err
	}
	defer r.Close()
	root, err := filepath.EvalSymlinks(b.where.Root)
	if err != nil {
		return "", err
	}
	below, err := filepath.Rel(r.Root(), root)
	if err != nil {
		return "", err
	}
	return r.Commit(repo.Local{
		Files: []string{path.Join(filepath.ToSlash(below), file)}, Message: message, When: a.now(), Getenv: a.getenv,
	})
}

// subject is the line of a commit: what was done, and to what.
func subject(verb, kind, title string) string {
	if title = words.Short(words.Plain(strings.Join(strings.Fields(title), " ")), 60); title == "" {
		return verb + " " + kind
	}
	return verb + " " + kind + ": " + title
}
