package main

import (
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
)

type checkFlags struct {
	format, failOn, output string
	public                 bool
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use: "check", GroupID: groupDaily, Args: cobra.NoArgs,
		Short:   "Show every finding in its place, with how to mend it",
		Example: "  hone check\n  hone check --format json -o findings.json\n  hone check --fail-on warning",
		RunE:    func(*cobra.Command, []string) error { return a.check(f) },
	}
	c.Flags().StringVar(&f.format, "format", "text", "text, json or github (annotations)")
	c.Flags().StringVar(&f.failOn, "fail-on", "error", "exit 1 on: error, warning, behind or never")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to this file instead")
	c.Flags().BoolVar(&f.public, "public", false, "the repository is public: warn of what cannot be kept private in it")
	complete(c, "format", "text", "json", "github")
	complete(c, "fail-on", "error", "warning", "behind", "never")
	return c
}

func (a *app) check(f checkFlags) error {
	if err := oneOf("--format", f.format, "text", "json", "github"); err != nil {
		return err
	}
	b, err := a.read(f.public)
	if err != nil {
		return err
	}
	failed, err := failOn(f.failOn, b.findings, nil)
	if f.failOn == "behind" {
		failed, err = failOn(f.failOn, b.findings, b.log.Standings(b.today))
	}
	if err != nil {
		return err
	}
	switch f.format {
	case "json":
		err = a.write(f.output, render.FindingsJSON(b.findings))
	case "github":
		err = a.write(f.output, []byte(render.Annotations(b.findings, b.prefix())))
	default:
		err = a.tell(b, f.output)
	}
	if err == nil && failed {
		return exitError{exitFailOn, ""}
	}
	return err
}

// prefix is the path from the repository's root to the log's, with its slash.
func (b *logbook) prefix() string {
	root := disk.Repository(b.where.Root)
	rel, err := filepath.Rel(root, b.where.Root)
	if root == "" || err != nil || rel == "." {
		return ""
	}
	return filepath.ToSlash(rel) + "/"
}
