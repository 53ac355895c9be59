// Package run is the main job: it checks the log, draws the badges, fills the
// README and says which nudges are due. It plans first, as a value that can be
// printed; what applies the plan is told apart.
package run

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/internal/render"
)

// Inputs are what a user sets for the job.
type Inputs struct {
	Log           []string // paths; none: discovered
	Name          string   // tells logs of one repository apart
	Token         string   // for GitHub; never shown
	Output        string   // folder of the pictures, with slashes
	Readme        string   // file with the blocks; empty: none
	Publish       string   // push, api, pull-request or none
	PublishBranch string   // branch for the pictures; empty: the current one
	Nudge         string   // per-goal, digest or off
	NudgeAfter    int      // late days before an issue
	Reminders     []int    // days after an issue opened on which a comment reminds, ascending; none: never
	Labels        []string // of issues; the first is the nudges' mark
	Assignees     []string // of issues; none: the owner, if a person
	FailOn        string   // error, warning, behind, never
	DryRun        bool
}

// Defaults are the inputs where a user sets none.
func Defaults() Inputs {
	return Inputs{Output: "learning/badges", Readme: "README.md", Publish: "push", Nudge: "per-goal", Labels: []string{"learning"}, NudgeAfter: render.NudgeAfter, Reminders: []int{7, 21, 45}, FailOn: "error"}
}

// ReadInputs reads the inputs; input returns one by its name, or the fallback
// where it is absent. One that is empty keeps its default, but for readme and
// reminders, which may be empty.
func ReadInputs(input func(name, fallback string) string) (Inputs, error) {
	in := Defaults()
	for name, to := range map[string]*string{
		"name": &in.Name, "token": &in.Token, "output": &in.Output, "publish": &in.Publish,
		"publish-branch": &in.PublishBranch, "nudge": &in.Nudge, "fail-on": &in.FailOn,
	} {
		if v := input(name, ""); v != "" {
			*to = v
		}
	}
	in.Log = lines(input("log", ""))
	in.Readme = input("readme", in.Readme)
	if v := input("labels", ""); v != "" {
		in.Labels = commas(v)
	}
	in.Assignees = commas(input("assignees", ""))
	if v := input("nudge-after", ""); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 365 {
			return in, fmt.Errorf("input nudge-after %q: write a number of days from 1 to 365", v)
		}
		in.NudgeAfter = n
	}
	if v := input("reminders", unset); v != unset {
		days, err := daysOf(v)
		if err != nil {
			return in, err
		}
		in.Reminders = days
	}
	switch v := input("dry-run", "false"); v {
	case "", "false":
	case "true":
		in.DryRun = true
	default:
		return in, fmt.Errorf("input dry-run %q: write true or false", v)
	}
	if in.Name != "" && in.Output == Defaults().Output {
		in.Output = path.Join(in.Output, in.Name) // each log's pictures apart
	}
	return in, in.check()
}

// unset is what no input can be.
const unset = "\x00"

// maxReminders is how many reminders an issue can have.
const maxReminders = 12

// daysOf reads days after an opening, in any order.
func daysOf(text string) (days []int, err error) {
	for _, word := range commas(text) {
		n, err := strconv.Atoi(word)
		if err != nil || n < 1 || n > 365 {
			return nil, fmt.Errorf("input reminders %q: write days after the opening, from 1 to 365, such as 7,21,45", text)
		}
		days = append(days, n)
	}
	slices.Sort(days)
	if days = slices.Compact(days); len(days) > maxReminders {
		return nil, fmt.Errorf("input reminders %q: write at most %d days", text, maxReminders)
	}
	return days, nil
}

// lines splits a text at its line ends; a line may hold spaces.
func lines(text string) (list []string) {
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
}

// commas splits a text at commas and line ends.
func commas(text string) []string {
	return lines(strings.ReplaceAll(text, ",", "\n"))
}

func (in *Inputs) check() error {
	for _, p := range []*string{&in.Output, &in.Readme} {
		if *p == "" {
			continue
		}
		clean := path.Clean(filepath.ToSlash(*p))
		if !filepath.IsLocal(filepath.FromSlash(clean)) || clean == "." {
			return fmt.Errorf("input %q: write a path below the repository", *p)
		}
		*p = clean
	}
	for i, l := range in.Log {
		in.Log[i] = path.Clean(filepath.ToSlash(l))
	}
	words := func(input, value string, known ...string) error {
		for _, k := range known {
			if value == k {
				return nil
			}
		}
		return fmt.Errorf("input %s %q: write %s", input, value, strings.Join(known, ", "))
	}
	for _, err := range []error{
		words("publish", in.Publish, "push", "api", "pull-request", "none"),
		words("nudge", in.Nudge, "per-goal", "digest", "off"),
		words("fail-on", in.FailOn, "error", "warning", "behind", "never"),
	} {
		if err != nil {
			return err
		}
	}
	if len(in.Name) > 40 || in.Name != "" && strings.Trim(in.Name, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return fmt.Errorf("input name %q: write lower-case letters, digits and dashes, at most 40", in.Name)
	}
	return nil
}
