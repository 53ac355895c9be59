package main

import (
	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker"
)

func (a *app) schemaCommand() *cobra.Command {
	var output string
	c := &cobra.Command{
		Use: "schema", GroupID: groupMach, Args: cobra.NoArgs,
		Short: "Write the JSON Schema of a log, for editors",
		Long: "Write the JSON Schema (draft-07) of a log's files: what an editor completes, checks and shows\n" +
			"beside each key. Editors that know TOML find it by the first line that `hone init` writes:\n\n" +
			"  #:schema " + tracker.SchemaURL + "\n\n" +
			"`hone check` sees more: what only the whole log can tell.",
		Example: "  hone schema -o learning.schema.json",
		RunE:    func(*cobra.Command, []string) error { return a.write(output, render.Schema()) },
	}
	c.Flags().StringVarP(&output, "output", "o", "", "write to this `file` instead")
	return c
}

// sarif is what was found, for code scanning. Where others read it, in an
// Action, a finding about something private is its code alone.
func (a *app) sarif(b *logbook) []byte {
	findings := b.findings
	if a.getenv("GITHUB_ACTIONS") == "true" {
		findings = make([]tracker.Finding, len(b.findings))
		for i, f := range b.findings {
			findings[i] = f.Public()
		}
	}
	return render.SARIF(findings, b.prefix(), b.line, versionOf())
}
