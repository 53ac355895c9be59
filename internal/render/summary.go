package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Run is what a job summary tells of.
type Run struct {
	Status   Status // the public part
	Log      *tracker.Log
	Findings []tracker.Finding
	Problems []string // parts that failed
	Notes    []string
	Changed  int    // files published
	Commit   string // empty: none
	Issues   []string
	Version  string
}

// Summary is a job summary that a person likes to read: how it stands, what the
// run did, and what needs a hand.
func Summary(r Run) string {
	var b strings.Builder
	if n := tracker.Errors(r.Findings); n > 0 {
		fmt.Fprintf(&b, "## Learning, %s\n\n**The log needs %s before it can be counted.** Nothing was written.\n", words.LongDay(r.Status.Today), words.Count(n, "fix"))
	} else {
		b.WriteString(r.Status.Markdown(r.Log))
	}
	writeFindings(&b, r.Findings)
	b.WriteString(Problems(r.Problems))
	fmt.Fprintf(&b, "\n**This run** %s\n", strings.Join(r.did(), " · "))
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "\n%s\n", words.Escape(n))
	}
	fmt.Fprintf(&b, "\n<sub>hone %s · today is %s in %s · entries with `public = false` count and are not named</sub>\n",
		words.Escape(r.Version), r.Status.Today, words.Escape(r.Status.Timezone))
	return b.String()
}

// did says what a run did, in parts of a line.
func (r *Run) did() []string {
	did := []string{words.Escape(strings.Split(FindingsSummary(r.Findings, len(r.Log.Entries), r.Log.Files), "\n")[0])}
	if r.Commit != "" {
		did = append(did, fmt.Sprintf("%s changed, commit `%.7s`", words.Count(r.Changed, "file"), r.Commit))
	}
	for _, i := range r.Issues {
		did = append(did, words.Escape(i))
	}
	return did
}

// findingsTold is how many findings a summary lists.
const findingsTold = 20

func writeFindings(b *strings.Builder, findings []tracker.Finding) {
	if len(findings) == 0 {
		return
	}
	b.WriteString("\n")
	for _, f := range findings[:min(len(findings), findingsTold)] {
		f = f.Public()
		fmt.Fprintf(b, "- %s line %d: %s (`%s`, %s)\n", words.Escape(f.File), f.Line, words.Escape(Sentence(f)), f.Code, f.Severity)
	}
	if more := len(findings) - findingsTold; more > 0 {
		fmt.Fprintf(b, "- and %d more\n", more)
	}
}

// Problems tells what parts of a run failed.
func Problems(problems []string) string {
	var b strings.Builder
	for _, p := range problems {
		first, rest, _ := strings.Cut(p, "\n\n")
		fmt.Fprintf(&b, "\n> **Needs a hand:** %s\n", words.Escape(first))
		if says, lines, ok := strings.Cut(rest, "\n\n"); ok {
			fmt.Fprintf(&b, ">\n> %s\n> ```yaml\n> %s\n> ```\n", words.Escape(says), strings.ReplaceAll(lines, "\n", "\n> "))
		}
	}
	return b.String()
}

// Sentence says a finding with its help.
func Sentence(f tracker.Finding) string {
	text := capital(f.Message)
	if f.Help != "" {
		text += ". " + capital(f.Help)
	}
	if !strings.HasSuffix(text, "?") {
		text += "."
	}
	return text
}

// Teaching is the summary of a repository without a log: the lines to paste.
func Teaching(repository, branch string, today civil.Date) string {
	create := fmt.Sprintf("%s/new/%s?filename=learning.toml", repository, branch)
	return fmt.Sprintf("## Learning\n\nNo log here yet. These lines in [`learning.toml`](%s) are one:\n\n```toml\n%s```\n\n`hone init` writes them for you.\n",
		create, "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = "+today.String()+"\n")
}
