package main

import (
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/tracker"
)

type checkFlags struct {
	format, failOn, output, base string
	public                       bool
}

func (a *app) checkCommand() *cobra.Command {
	var f checkFlags
	c := &cobra.Command{
		Use: "check", GroupID: groupDaily, Args: cobra.NoArgs,
		Short: "Show every finding in its place, with how to mend it",
		Long: "Show every finding in its place, with how to mend it. With --base, show what the commits\n" +
			"since a revision do: their findings, which decide the exit code, the entries that came,\n" +
			"changed and went, and where each goal stood and stands. The log then is compared with the\n" +
			"one of the newest commit that HEAD and the revision share, or, in a checkout whose history\n" +
			"is cut off, of the revision itself: `hone check --base origin/main`.",
		Example: "  hone check\n  hone check --format json -o findings.json\n  hone check --format sarif -o hone.sarif\n  hone check --fail-on warning",
		RunE:    func(*cobra.Command, []string) error { return a.check(f) },
	}
	c.Flags().StringVar(&f.format, "format", "text", "the `format`: text, json, github (annotations), sarif, or with --base markdown")
	c.Flags().StringVar(&f.failOn, "fail-on", "error", "exit 1 on `what`: error, warning, behind or never")
	c.Flags().StringVarP(&f.output, "output", "o", "", "write to this `file` instead")
	c.Flags().StringVar(&f.base, "base", "", "only what changed since this `revision`: a branch, tag or commit")
	c.Flags().BoolVar(&f.public, "public", false, "the repository is public: warn of what cannot be kept private in it")
	complete(c, "format", "text", "json", "github", "sarif", "markdown")
	complete(c, "fail-on", "error", "warning", "behind", "never")
	return c
}

func (a *app) check(f checkFlags) error {
	if f.base != "" {
		return a.checkChange(f)
	}
	if err := oneOf("--format", f.format, "text", "json", "github", "sarif"); err != nil {
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
	case "sarif":
		err = a.write(f.output, a.sarif(b))
	default:
		err = a.tellFindings(b, f.output)
	}
	if err == nil && failed {
		return exitError{exitFailOn, ""}
	}
	return err
}

// tellFindings tells the findings. Of a runner's log others are the readers, so
// that what is private is not named in it.
func (a *app) tellFindings(b *logbook, output string) error {
	findings, line := b.findings, b.line
	if a.onRunner() {
		findings = make([]tracker.Finding, len(b.findings))
		for i, f := range b.findings {
			findings[i] = f.Public()
		}
		line = func(file string, n int) string {
			if slices.ContainsFunc(findings, func(f tracker.Finding) bool { return f.Private && f.File == file && f.Line == n }) {
				return ""
			}
			return b.line(file, n)
		}
	}
	err := a.show(output, render.FindingsText(findings, line, a.paintFor(output)))
	blank := ""
	if len(findings) > 0 {
		blank = "\n"
	}
	a.say("%s%s", blank, render.FindingsSummary(findings, len(b.log.Entries), b.log.Files))
	return err
}

// checkChange shows what the commits since a revision do to the log.
func (a *app) checkChange(f checkFlags) error {
	if err := oneOf("--format", f.format, "text", "json", "github", "markdown"); err != nil {
		return err
	}
	if _, err := failOn(f.failOn, nil, nil); err != nil {
		return err
	}
	b, gone, err := a.readOrGone(f.public)
	if err != nil {
		return err
	}
	r, err := repo.Open(b.where.Root)
	if err != nil {
		return ioError(err)
	}
	defer r.Close()
	tip, err := baseTip(r, f.base, nil)
	if err != nil {
		return ioError(err)
	}
	c, err := a.changeSince(b, gone, r, tip, f.public)
	if err != nil {
		return ioError(err)
	}
	if gone && len(c.Findings) == 0 {
		return exitError{exitNoWork, "No log here, and none at " + f.base + ". `hone init` starts one. [no-log]"}
	}
	failed := c.FailsOn(f.failOn)
	if f.format == "github" || a.onRunner() { // others read that
		c = c.Public()
	}
	switch f.format {
	case "json":
		err = a.write(f.output, render.ChangeJSON(c))
	case "github":
		err = a.write(f.output, []byte(render.ChangeAnnotations(c, b.prefix())))
	case "markdown":
		err = a.show(f.output, render.Comment(c, b.prefix()))
	default:
		err = a.show(f.output, render.ChangeText(c, b.line, a.paintFor(f.output)))
		a.say("\n%s", render.ChangeSummary(c))
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
