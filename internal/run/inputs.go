// Package run is the main job: it checks the log, draws the badges, fills the
// README and says which nudges are due. It plans first, as a value that can be
// printed; what applies the plan is told apart.
package run

import (
	"encoding/json"
	"fmt"
	"path"
	"path/filepath"
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
	Publish       string   // push or none
	PublishBranch string   // branch for the pictures; empty: the current one
	Nudge         string   // per-goal or off
	NudgeAfter    int      // late days before an issue
	FailOn        string   // error, warning, behind, never
	DryRun        bool
}

// Defaults are the inputs where a user sets none.
func Defaults() Inputs {
	return Inputs{Output: "learning/badges", Readme: "README.md", Publish: "push", Nudge: "per-goal", NudgeAfter: render.NudgeAfter, FailOn: "error"}
}

// ParseInputs reads the inputs as one JSON object of texts, as GitHub's
// toJSON(inputs) makes it. Absent and empty keys keep their defaults, but for
// readme, which may be empty.
func ParseInputs(text string) (Inputs, error) {
	in := Defaults()
	if strings.TrimSpace(text) == "" {
		return in, nil
	}
	given := map[string]string{}
	if err := json.Unmarshal([]byte(text), &given); err != nil {
		return in, fmt.Errorf("HONE_INPUTS is no JSON object of texts: %w", err)
	}
	set := func(key string, to *string) {
		if v := strings.TrimSpace(given[key]); v != "" {
			*to = v
		}
	}
	in.Log = paths(given["log"])
	set("name", &in.Name)
	set("token", &in.Token)
	set("output", &in.Output)
	set("publish", &in.Publish)
	set("publish-branch", &in.PublishBranch)
	set("nudge", &in.Nudge)
	set("fail-on", &in.FailOn)
	if v, ok := given["readme"]; ok {
		in.Readme = strings.TrimSpace(v)
	}
	if v := strings.TrimSpace(given["nudge-after"]); v != "" {
		n, err := strconv.Atoi(v)
		if err != nil || n < 1 || n > 365 {
			return in, fmt.Errorf("input nudge-after %q: write a number of days from 1 to 365", v)
		}
		in.NudgeAfter = n
	}
	switch v := strings.TrimSpace(given["dry-run"]); v {
	case "", "false":
	case "true":
		in.DryRun = true
	default:
		return in, fmt.Errorf("input dry-run %q: write true or false", v)
	}
	return in, in.check()
}

// paths splits paths at line ends; one line may hold a path with spaces.
func paths(text string) (list []string) {
	for _, line := range strings.Split(text, "\n") {
		if line = strings.TrimSpace(line); line != "" {
			list = append(list, line)
		}
	}
	return list
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
	words := func(input, value string, known ...string) error {
		for _, k := range known {
			if value == k {
				return nil
			}
		}
		return fmt.Errorf("input %s %q: write %s", input, value, strings.Join(known, ", "))
	}
	for _, err := range []error{
		words("publish", in.Publish, "push", "none"),
		words("nudge", in.Nudge, "per-goal", "off"),
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
