package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// payloads are those of an event as GitHub's own collection has them, the newer
// ones last.
func payloads(t *testing.T, event string) (list []map[string]any) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(oracle.Package(t, "@octokit/webhooks-examples"), "api.github.com", "index.json"))
	if err != nil {
		t.Fatal(err)
	}
	var events []struct {
		Name     string
		Examples []map[string]any
	}
	if err := json.Unmarshal(text, &events); err != nil {
		t.Fatal(err)
	}
	for _, e := range events {
		if e.Name == event {
			list = append(list, e.Examples...)
		}
	}
	if len(list) == 0 {
		t.Fatalf("no payload of %s", event)
	}
	return list
}

// Every payload of a pull request that GitHub shows is taken: it says what the
// checkout does to the log.
func TestWebhookExamples(t *testing.T) {
	t.Parallel()
	all := payloads(t, "pull_request")
	if len(all) < 20 {
		t.Fatalf("%d payloads", len(all))
	}
	s := newPullServer(t)
	dir := s.checkout(t, s.merge, "--depth=1")
	for _, p := range all {
		text, err := json.Marshal(p)
		if err != nil {
			t.Fatal(err)
		}
		if r, summary := s.run(t, dir, string(text)); r.code != 0 || !strings.HasPrefix(summary, "**Learning log: 1 entry added") {
			t.Errorf("%v: exit code %d\n%s\n%s%s", p["action"], r.code, summary, r.out, r.talked)
		}
	}
}

// A payload of a fork, which the collection has not, is made from one that it
// has, and is what GitHub's schema allows.
func TestWebhookOfAFork(t *testing.T) {
	t.Parallel()
	s := newPullServer(t)
	var fork map[string]any
	for _, p := range payloads(t, "pull_request") {
		if p["action"] == "synchronize" {
			fork = p
		}
	}
	pr := fork["pull_request"].(map[string]any)
	base, head := pr["base"].(map[string]any), pr["head"].(map[string]any)
	bob := clone(t, head["user"])
	bob["login"], bob["id"] = "bob", 77
	theirs := clone(t, base["repo"])
	theirs["id"], theirs["full_name"], theirs["fork"], theirs["owner"] = 4712, "bob/log", true, bob
	head["repo"], head["user"], head["label"], head["ref"], head["sha"] = theirs, bob, "bob:@everyone/`topic`", "@everyone/`topic`", s.head
	base["sha"] = s.base
	pr["user"], pr["number"], fork["number"], fork["sender"] = bob, 1, 1, bob
	text, err := json.Marshal(fork)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "pull_request$synchronize", text)

	s.github.ReadOnly = true
	r, summary := s.run(t, s.checkout(t, s.merge, "--depth=1"), string(text))
	if r.code != 0 || !strings.HasPrefix(summary, "**Learning log: 1 entry added") || !strings.Contains(summary, "got no comment") || strings.Contains(summary+r.out, "everyone") || s.github.Writes() > 0 {
		t.Errorf("exit code %d\n%s\n%s%s", r.code, summary, r.out, r.talked)
	}
}

func clone(t *testing.T, v any) (c map[string]any) {
	t.Helper()
	text, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(text, &c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// valid holds a payload against GitHub's schema of an event.
func valid(t *testing.T, event string, payload []byte) {
	t.Helper()
	schema := filepath.Join(oracle.Package(t, "@octokit/webhooks-schemas"), "schema.json")
	oracle.Package(t, "ajv-formats")
	const script = `
const Ajv = require(process.argv[3]), formats = require(process.argv[4])
const schema = JSON.parse(require('fs').readFileSync(process.argv[1]))
const ajv = new Ajv({strict: false, allErrors: true, inlineRefs: false, validateSchema: false}) // as fast as it gets
formats(ajv)
ajv.addSchema(schema, 'github')
const check = ajv.getSchema('github#/definitions/' + process.argv[2])
if (!check(JSON.parse(require('fs').readFileSync(0)))) { console.log(JSON.stringify(check.errors, null, 1)); process.exit(1) }
`
	c := exec.Command("node", "-e", script, schema, event, oracle.Package(t, "ajv"), oracle.Package(t, "ajv-formats"))
	c.Stdin = strings.NewReader(string(payload))
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("no %s as GitHub describes it: %v\n%s", event, err, fmt.Sprintf("%.3000s", out))
	}
}
