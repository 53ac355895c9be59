package run

import (
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
)

// The job says where its changes wait, and what mends a refusal.
func TestJobByAPI(t *testing.T) {
	files := map[string]string{"learning.toml": aLog + book(1) + book(2), "README.md": aReadme}
	w := newWorld(t, files)
	w.github.Push("main", data(files))
	w.set = func(j *Job) { j.Where.Forge = opens(w.github) }

	w.inputs["publish"] = "pull-request"
	r := w.run(april)
	if r.Red || r.outputs["commit"] == "" || !strings.Contains(r.summary, "the changes wait in pull request") || len(w.github.Pulls()) != 1 || len(w.github.Commits("main")) != 1 {
		t.Errorf("%v %v\n%s", r.Problems, r.outputs, r.summary)
	}
	if again := w.run(april); again.outputs["commit"] != "" || again.outputs["changed"] != "0" || !strings.Contains(again.summary, "the changes wait in pull request") {
		t.Errorf("%v", again.outputs)
	}

	w.github.NoPulls = true
	w.github.ChangePull(w.github.Pulls()[0].Number, func(p *fakegithub.Pull) { p.State, p.Body = "closed", "" })
	if r := w.run(april); !r.Red || !strings.Contains(r.summary, "Allow GitHub Actions to create and approve pull requests") {
		t.Errorf("%v\n%s", r.Problems, r.summary)
	}

	w.inputs["publish"] = "api"
	w.github.Protected["main"] = "Changes must be made through a pull request."
	if r := w.run(april); !r.Red || !strings.Contains(r.summary, "publish: pull-request") || len(w.open()) == 0 {
		t.Errorf("%v\n%s", r.Problems, r.summary)
	}
	delete(w.github.Protected, "main")
	if r := w.run(april); r.Red || r.outputs["commit"] != w.github.Commits("main")[0].Hash || !strings.Contains(w.github.Files("main")["README.md"], "2 of 12") {
		t.Errorf("%v %v", r.Problems, r.outputs)
	}
}
