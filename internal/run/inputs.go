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
	Log        []string // paths; none: discovered
	Output     string   // folder of the pictures, with slashes
	Readme     string   // file with the blocks; empty: none
	Nudge      string   // per-goal or off
	NudgeAfter int      // late days before an issue
	FailOn     string   // error, warning, behind, never
}

// Defaults are the inputs where a user sets none.
func Defaults() Inputs {
	return Inputs{Output: "learning/badges", Readme: "README.md", Nudge: "per-goal", NudgeAfter: render.NudgeAfter, FailOn: "error"}
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
	in.Log = strings.Fields(given["log"])
	set("output", &in.Output)
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
	return in, in.check()
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
	if in.Output == "" {
		return fmt.Errorf("input output: write a folder")
	}
	if in.Nudge != "per-goal" && in.Nudge != "off" && in.Nudge != "digest" {
		return fmt.Errorf("input nudge %q: write per-goal, digest or off", in.Nudge)
	}
	return nil
}
