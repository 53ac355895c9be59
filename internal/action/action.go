// Package action talks with GitHub's runner: inputs and the event come in;
// annotations, groups, masks, outputs and the job summary go out. Whatever text
// it is given, the runner sees the commands that were meant and no other.
//
// Outside Actions the same calls do what makes sense on a terminal: text is
// printed, commands and files of the runner are left out.
package action

import (
	"io"

	"github.com/sethvargo/go-githubactions"
)

// Step is the step of a job that the program runs as. It is for one goroutine.
type Step struct {
	getenv func(string) string
	out    *sink
	log    *logWriter
	inputs map[string]string
	gha    *githubactions.Action

	told map[Level]int // annotations written
	rest map[Level]int // annotations that no longer fit
}

// New returns the step that the environment describes; what it says goes to
// out. It fails if HONE_INPUTS holds no JSON object of texts.
func New(getenv func(string) string, out io.Writer) (*Step, error) {
	inputs, err := parseInputs(getenv("HONE_INPUTS"))
	if err != nil {
		return nil, err
	}
	s := &Step{getenv: getenv, out: &sink{w: out}, inputs: inputs, told: map[Level]int{}, rest: map[Level]int{}}
	s.log = &logWriter{out: s.out}
	s.gha = githubactions.New(githubactions.WithWriter(s.out), githubactions.WithGetenv(s.env))
	return s, nil
}

// InActions reports whether a runner listens.
func (s *Step) InActions() bool { return s.getenv("GITHUB_ACTIONS") == "true" }

// Close says what is left to say: a last line without its end, and how many
// annotations did not fit. It returns the first error of writing.
func (s *Step) Close() error {
	s.sumUp()
	s.log.flush()
	return s.out.err
}

// sink keeps the first error of a writer instead of returning it: the library
// for commands panics on one.
type sink struct {
	w   io.Writer
	err error
}

func (o *sink) Write(p []byte) (int, error) {
	if o.err == nil {
		_, o.err = o.w.Write(p)
	}
	return len(p), nil
}
