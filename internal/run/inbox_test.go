package run

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/repo/gitserver"
)

// filled is an issue as GitHub makes it of a form.
func filled(f intake.Form, values map[string]string) string {
	var b strings.Builder
	for _, x := range f.Fields {
		v := values[x.ID]
		if v == "" {
			v = "_No response_"
		}
		fmt.Fprintf(&b, "### %s\n\n%s\n\n", x.Label, v)
	}
	return strings.TrimRight(b.String(), "\n")
}

// aBook is a book that was finished on a day.
func aBook(title, day string) string {
	return filled(intake.Forms("")[0], map[string]string{"kind": "Book I finished", "what": title, "day": day})
}

// sends is a world whose owner has a phone: the API is there too.
func sends(t *testing.T, files map[string]string) *world {
	w := newWorld(t, files)
	w.github.Levels = map[string]string{"ana": "admin", "max": "write", "tri": "read"}
	w.github.Labels = map[string]bool{intake.LabelEntry: true, intake.LabelBreak: true}
	w.set = func(j *Job) {
		j.Where.Forge = w.opens(func() {})
		read := j.Read
		j.Read = func() (Reading, error) {
			r, err := read()
			r.Forms = Forms{true, true}
			return r, err
		}
	}
	return w
}

// opens opens a client that does something before each call.
func (w *world) opens(do func()) func() (*forge.Client, error) {
	return func() (*forge.Client, error) {
		return forge.New(forge.Options{
			API: w.github.API(), GraphQL: w.github.GraphQL(), Repository: "ana/log", Token: token, Labels: []string{"learning"},
			Timeout: 5 * time.Second, Sleep: func(ctx context.Context, _ time.Duration) error { return ctx.Err() }, Transport: before{do},
		})
	}
}

// send puts an issue of a form in, by a login, and returns its number.
func (w *world) send(login, body string) int {
	return w.github.Send(fakegithub.Issue{Title: "I learned something", Body: body, Author: login, Labels: []string{intake.LabelEntry}})
}

const payloadHead = `"repository":{"name":"log","full_name":"ana/log","default_branch":"main","visibility":"private","private":true,"owner":{"login":"ana","type":"User"}}`

// issues runs the job on an event of an issue.
func (w *world) issues(action string, number int, sender string) ran {
	w.t.Helper()
	i := w.github.Issues()[number-1]
	labels := ""
	for _, l := range i.Labels {
		labels += fmt.Sprintf(`,{"name":%q}`, l)
	}
	kind := "User"
	if strings.HasSuffix(sender, "[bot]") {
		kind = "Bot"
	}
	w.event = "issues"
	w.payload = fmt.Sprintf(`{"action":%q,%s,"sender":{"login":%q,"id":7,"type":%q},"issue":{"number":%d,"user":{"login":%q,"id":7,"type":"User"},"labels":[%s]}}`,
		action, payloadHead, sender, kind, number, i.Author, strings.TrimPrefix(labels, ","))
	return w.run(april)
}

// sweeps runs the job of a day.
func (w *world) sweeps() ran {
	w.event, w.payload = "schedule", ""
	return w.run(april)
}

// answers are our comments on an issue.
func (w *world) answers(number int) (texts []string) {
	for _, c := range w.github.Comments(number) {
		if c.Author == w.github.Login {
			texts = append(texts, c.Body)
		}
	}
	return texts
}

// entries counts the files of a source.
func (w *world) entries(source string) (n int) {
	for _, text := range gitserver.Files(w.t, w.dir, "main") {
		n += strings.Count(text, fmt.Sprintf("source = %q", source))
	}
	return n
}

// The whole way from a phone: an entry is in the log, answered, its issue closed,
// and the goal's issue with it. Nothing of that is done twice.
func TestEntryFromAPhone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
	if w.run(april); len(w.open()) != 1 {
		t.Fatalf("open are %v", w.open())
	}
	w.commit(map[string]string{"learning/2026/two.toml": book(1) + book(2)})
	n := w.send("ana", aBook("The Manager's Path", "2026-03-30"))
	r := w.issues("opened", n, "ana")
	if r.Red || r.err != nil || w.entries("#2") != 1 {
		t.Fatalf("%v %v\n%s", r.Problems, r.err, r.log)
	}
	answers := w.answers(n)
	if len(answers) != 1 || !strings.Contains(answers[0], "**Added** to `learning/2026/2026-03-30-the-managers-path.toml` in commit [`"+r.outputs["commit"][:7]+"`]") || !strings.Contains(answers[0], "Books") {
		t.Errorf("the answer is %q", answers)
	}
	if issues := w.github.Issues(); len(w.open()) != 0 || issues[1].Reason != "completed" || r.outputs["issues-closed"] != "1" {
		t.Errorf("open are %v, outputs %v", w.open(), r.outputs)
	}
	if !strings.Contains(r.log, "#2 is in the log, commit "+r.outputs["commit"][:7]) || !strings.Contains(r.summary, "is in the log, commit") {
		t.Errorf("the summary is\n%s", r.summary)
	}
	if files := gitserver.Files(t, w.dir, "main"); !strings.Contains(files["README.md"], "3 of 12") {
		t.Errorf("the badges do not know it:\n%s", files["README.md"])
	}
	if m := gitserver.Git(t, w.dir, "log", "-1", "--format=%B", "main"); !strings.Contains(m, "Co-authored-by: ana <1+ana@") {
		t.Errorf("the commit says %q", m)
	}
	head, writes := w.head(), w.github.Writes()
	for _, action := range []string{"opened", "edited", "reopened"} {
		if again := w.issues(action, n, "ana"); again.Red || w.head() != head || w.github.Writes() != writes {
			t.Errorf("%s again: %v\n%s", action, again.Problems, again.log)
		}
	}
	if again := w.sweeps(); again.Red || w.head() != head || w.github.Writes() != writes {
		t.Errorf("a day's run writes: %v\n%s", again.Problems, again.log)
	}
}

// A slip is told in one answer, which is edited as the issue is, and is no
// failure of the run.
func TestSlipFromAPhone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	n := w.send("ana", aBook("Accelerate", "03/04/2026"))
	r := w.issues("opened", n, "ana")
	if r.Red || w.entries("#2") != 0 || len(w.answers(n)) != 1 || !strings.Contains(w.answers(n)[0], "one thing to mend") || !strings.Contains(r.log, "::notice title=not taken yet::#2 has one thing to mend") && !strings.Contains(r.log, "#2 has 1 thing to mend") {
		t.Fatalf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
	writes := w.github.Writes()
	if r := w.sweeps(); r.Red || w.github.Writes() != writes {
		t.Errorf("a day's run writes: %v\n%s", r.Problems, r.log)
	}
	if r := w.issues("edited", n, "ana"); r.Red || w.github.Writes() != writes {
		t.Errorf("the same again writes: %v\n%s", r.Problems, r.log)
	}
	w.github.Change(n, func(i *fakegithub.Issue) { i.Body = aBook("Accelerate", "2026-04-03") })
	r = w.issues("edited", n, "ana")
	if r.Red || w.entries("#2") != 1 || len(w.answers(n)) != 1 || !strings.Contains(w.answers(n)[0], "**Added**") || w.github.Issues()[n-1].State != "closed" {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
}

// Nothing is taken from those who may not write here, from bots, and from issues
// that are none of our business. Nobody is told of it.
func TestNotOurBusiness(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	head, writes := w.head(), w.github.Writes()
	good := aBook("Accelerate", "2026-04-03")
	add := func(i fakegithub.Issue) int { return w.github.Add(i) }
	entry := []string{intake.LabelEntry}
	for name, x := range map[string]struct {
		number int
		action string
		sender string
	}{
		"an outsider":                  {w.send("eve", good), "opened", "eve"},
		"somebody who may triage":      {w.send("tri", good), "opened", "tri"},
		"an outsider's, edited by ana": {w.send("eve", good), "edited", "ana"},
		"ana's, reopened by triage":    {w.send("ana", good), "reopened", "tri"},
		"a bot":                        {w.send("ana", good), "edited", "github-actions[bot]"},
		"a bot's issue":                {w.send("dependabot[bot]", good), "opened", "ana"},
		"another action":               {w.send("ana", good), "labeled", "ana"},
		"no label":                     {add(fakegithub.Issue{Author: "ana", Body: good}), "opened", "ana"},
		"another log's":                {add(fakegithub.Issue{Author: "ana", Body: good, Labels: []string{intake.LabelEntry + "-bob"}}), "opened", "ana"},
		"a pull request":               {add(fakegithub.Issue{Author: "ana", Body: good, Labels: entry, PullRequest: true}), "opened", "ana"},
		"deleted":                      {add(fakegithub.Issue{Author: "ana", Body: good, Labels: entry, Deleted: true}), "opened", "ana"},
		"transferred":                  {add(fakegithub.Issue{Author: "ana", Body: good, Labels: entry, MovedTo: "bob/other"}), "opened", "ana"},
		"closed":                       {add(fakegithub.Issue{Author: "ana", Body: good, Labels: entry, State: "closed"}), "edited", "ana"},
	} {
		r := w.issues(x.action, x.number, x.sender)
		if r.Red || r.err != nil || w.head() != head || w.github.Writes() != writes || len(w.answers(x.number)) > 0 || r.summary != "" {
			t.Errorf("%s: %v %v, %d writes\n%s\n%s", name, r.Problems, r.err, w.github.Writes()-writes, r.log, r.summary)
		}
	}
}

// A locked conversation takes no answer; the entry is taken all the same.
func TestLockedConversation(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	w.github.Change(n, func(i *fakegithub.Issue) { i.Locked = true })
	if r := w.issues("opened", n, "ana"); r.Red || w.entries("#2") != 1 || w.github.Issues()[n-1].State != "closed" || !strings.Contains(r.summary, "is locked") {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
}

// What is private is named nowhere: not in the answer, the log or the summary.
func TestPrivateFromAPhone(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	n := w.send("ana", filled(intake.Forms("")[0], map[string]string{"kind": "Book I finished", "what": "Hushwords", "more": "public = false"}))
	check := func(r ran) {
		t.Helper()
		for where, text := range map[string]string{"answer": strings.Join(w.answers(n), ""), "log": r.log, "summary": r.summary, "outputs": fmt.Sprint(r.outputs)} {
			if strings.Contains(strings.ToLower(text), "hushwords") {
				t.Errorf("the %s names it:\n%s", where, text)
			}
		}
	}
	r := w.issues("opened", n, "ana")
	if check(r); r.Red || w.entries("#2") != 1 || len(w.answers(n)) != 1 {
		t.Fatalf("%v\n%s", r.Problems, r.log)
	}
	w.github.Change(n, func(i *fakegithub.Issue) { i.State, i.Comments = "open", nil })
	r = w.issues("reopened", n, "ana")
	if check(r); r.Red || len(w.answers(n)) != 1 || !strings.Contains(w.answers(n)[0], "kept private") || w.github.Issues()[n-1].State != "closed" {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
}

// A log with errors takes nothing, and the answer says so; once it is mended,
// the next run takes what waits.
func TestEntryForAFaultyLog(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog + "\n[[book]]\ntitel = \"A\"\n"})
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	r := w.issues("opened", n, "ana")
	if r.Red || w.entries("#1") != 0 || len(w.answers(n)) != 1 || !strings.Contains(w.answers(n)[0], "log itself has a fault") {
		t.Fatalf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
	w.commit(map[string]string{"learning.toml": aLog})
	r = w.sweeps()
	if r.Red || w.entries("#1") != 1 || len(w.answers(n)) != 1 || !strings.Contains(w.answers(n)[0], "**Added**") || w.github.Issues()[n-1].State != "closed" {
		t.Errorf("%v %q %d %+v\n%s", r.Problems, w.answers(n), w.entries("#1"), w.github.Issues(), r.log)
	}
}

// Where nothing may be written nothing is, and the run says why.
func TestNothingIsTaken(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	bad := w.send("ana", aBook("Accelerate", "soon"))
	head, writes := w.head(), w.github.Writes()
	w.inputs["publish"] = "none"
	if r := w.issues("opened", n, "ana"); r.Red || !strings.Contains(r.log, "publish is none") || !strings.Contains(r.summary, "publish is none") {
		t.Errorf("publish none: %s", r.log)
	}
	w.inputs = map[string]string{"dry-run": "true"}
	if r := w.issues("opened", n, "ana"); r.Red || !strings.Contains(r.log, "would take #1 into the log") {
		t.Errorf("dry run: %v\n%s", r.Problems, r.log)
	}
	if r := w.issues("opened", bad, "ana"); r.Red || !strings.Contains(r.log, "would answer to #2: one thing to mend") && !strings.Contains(r.log, "would answer to #2: 1 thing to mend") {
		t.Errorf("dry run: %v\n%s", r.Problems, r.log)
	}
	if r := w.sweeps(); r.Red || !strings.Contains(r.log, "would take #1") {
		t.Errorf("dry run of a day: %v\n%s", r.Problems, r.log)
	}
	if w.head() != head || w.github.Writes() != writes {
		t.Error("something was written")
	}
	w.inputs = map[string]string{"nudge": "off"}
	if r := w.issues("opened", n, "ana"); r.Red || w.entries("#1") != 1 || len(w.open()) != 1 {
		t.Errorf("nudge off: %v, open are %v\n%s", r.Problems, w.open(), r.log)
	}
}

// Each of several logs takes what its own forms made.
func TestEntryForOneOfTwoLogs(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	f := intake.Forms("ana")[0]
	n := w.github.Add(fakegithub.Issue{Author: "ana", Body: filled(f, map[string]string{"kind": "Book I finished", "what": "Accelerate"}), Labels: []string{f.Label}})
	head := w.head()
	if r := w.issues("opened", n, "ana"); r.Red || w.head() != head {
		t.Errorf("the log without a name takes it: %v", r.Problems)
	}
	w.inputs["name"] = "ana"
	if r := w.issues("opened", n, "ana"); r.Red || w.entries("#1") != 1 {
		t.Errorf("%v\n%s", r.Problems, r.log)
	}
}

// A log that came from another repository has its issues' numbers in it: an issue
// of here is another, and is taken, once.
func TestEntryOfAMovedLog(t *testing.T) {
	old := "\n[[book]]\ntitle = \"Of old\"\nfinished = 2025-02-01\nsource = \"#1\"\n\n[[pause]]\nfrom = 2025-03-01\nuntil = 2025-03-09\nsource = \"#1\"\n"
	w := sends(t, map[string]string{"learning.toml": strings.Replace(aLog, "start = 2026-01-01", "start = 2025-01-01", 1) + old})
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	for _, what := range []string{"opened", "reopened"} {
		r := w.issues(what, n, "ana")
		text := gitserver.Files(t, w.dir, "main")["learning/2026/2026-04-03-accelerate.toml"]
		if r.Red || !strings.Contains(text, `source = "#1"`) || w.entries("#1") != 3 || len(w.answers(n)) != 1 {
			t.Errorf("%s: %v %q %q\n%s", what, r.Problems, text, w.answers(n), r.log)
		}
	}
	// The run was cut off before it answered, and the title was mended since.
	w = sends(t, map[string]string{"learning.toml": aLog + "\n[[book]]\ntitle = \"Acelerate\"\nfinished = 2026-04-03\nsource = \"#1\"\n"})
	n = w.send("ana", aBook("Accelerate", "2026-04-03"))
	if r := w.issues("edited", n, "ana"); r.Red || w.entries("#1") != 1 || !strings.Contains(strings.Join(w.answers(n), ""), "in the log already") {
		t.Errorf("%v %q\n%s", r.Problems, w.answers(n), r.log)
	}
}
