package run

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/forge/fakegithub"
	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/internal/repo/gitserver"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// onPhone is a world whose files and issues are all on the GitHub.
func onPhone(t *testing.T, files map[string]string) *world {
	t.Helper()
	w := &world{t: t, git: &gitserver.Server{URL: "https://github.example"}, github: fakegithub.New(t), inputs: map[string]string{"publish": "api"}, branch: "main", event: "schedule"}
	w.github.Token, w.github.Owner, w.github.Name = token, "ana", "log"
	w.github.Levels = map[string]string{"ana": "admin", "max": "write"}
	w.github.Labels = map[string]bool{intake.LabelEntry: true, intake.LabelBreak: true}
	w.github.Now = at(april).Now
	w.github.Push("main", data(files))
	w.before(func() {})
	return w
}

// before has something done before each call that the job makes for what was
// sent in and for commits.
func (w *world) before(do func()) {
	w.set = func(j *Job) {
		j.Where.Server, j.Where.Forge = "https://github.example", w.opens(do)
		j.Read = func() (Reading, error) { return w.readFrom(w.github.Files("main"), april), nil }
	}
}

// readFrom reads the log among files.
func (w *world) readFrom(all map[string]string, day civil.Date) Reading {
	r := Reading{Today: day, Forms: Forms{true, true}}
	var files []tracker.File
	for _, name := range slices.Sorted(maps.Keys(all)) {
		if isLogFile(name, "", nil) {
			files = append(files, tracker.File{Name: name, Data: []byte(all[name])})
			r.Names = append(r.Names, name)
		}
	}
	r.Log, r.Findings = tracker.Parse(files, zone)
	return r
}

// sources counts the files that have a source.
func (w *world) sources(source string) (n int) {
	for _, text := range w.github.Files("main") {
		n += strings.Count(text, fmt.Sprintf("source = %q", source))
	}
	return n
}

// isDone fails unless an issue is in the log, answered and closed, each once.
func (w *world) isDone(what string, number int) {
	w.t.Helper()
	if n, answers, state := w.sources(fmt.Sprintf("#%d", number)), w.answers(number), w.github.Issues()[number-1].State; n != 1 || len(answers) != 1 || intake.IsRejection(answers[0]) || state != "closed" {
		w.t.Errorf("%s: #%d is in the log %d times, is %s, and has the answers %q", what, number, n, state, answers)
	}
}

// Whatever goes wrong at any call, the entry is in the log once in the end, has
// one answer, and its issue is closed: by the run, or by that of the next day.
func TestEntryUnderFaults(t *testing.T) {
	html := "<html>"
	for name, fault := range map[string]*fakegithub.Fault{
		"the answer is lost":        {Effect: true, Status: 502, Body: html},
		"the connection is cut":     {Effect: true},
		"the answer breaks off":     {Effect: true, Short: true},
		"nothing comes of it":       {Status: 502, Body: html},
		"too many calls":            fakegithub.Refuse(429, "You have exceeded a secondary rate limit", "Retry-After: 1"),
		"it is refused":             fakegithub.Refuse(403, "Resource not accessible by integration"),
		"it is not there":           fakegithub.Refuse(404, "Not Found"),
		"the token is at its end":   fakegithub.Refuse(401, "Bad credentials"),
		"the answer has no body":    {Effect: true, Empty: true},
		"the server says it is bad": fakegithub.Refuse(422, "Validation Failed"),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for call := 0; ; call++ {
				w := onPhone(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
				w.inputs["nudge"] = "off"
				number := w.send("ana", aBook("Accelerate", "2026-04-03"))
				made := 0
				w.github.Inject = func(n int, _ fakegithub.Call) *fakegithub.Fault {
					if made++; n == call {
						return fault
					}
					return nil
				}
				w.issues("opened", number, "ana")
				w.github.Heal()
				if made <= call {
					if call < 15 {
						t.Errorf("only %d calls", call)
					}
					return
				}
				if len(w.answers(number)) > 1 || w.sources("#1") > 1 {
					t.Errorf("call %d: %q", call, w.answers(number))
				}
				if r := w.sweeps(); r.Red {
					t.Errorf("call %d: the next day is red: %v", call, r.Problems)
				}
				w.isDone(fmt.Sprintf("call %d", call), number)
				if call%4 != 0 {
					continue
				}
				writes := w.github.Writes()
				if r := w.sweeps(); r.Red || w.github.Writes() != writes {
					t.Errorf("call %d: the day after writes: %v\n%s", call, r.Problems, r.log)
				}
			}
		})
	}
}

// A run between any two calls of another, of the same issue or of another one:
// each entry is in the log once, with one answer.
func TestEntriesAtOnce(t *testing.T) {
	for name, other := range map[string]func(w *world, first, second int){
		"the same event":  func(w *world, first, _ int) { w.issues("edited", first, "ana") },
		"a day's run":     func(w *world, _, _ int) { w.sweeps() },
		"another entry":   func(w *world, _, second int) { w.issues("opened", second, "max") },
		"a slip, mended":  func(w *world, first, _ int) { w.mend(first) },
		"a person's push": func(w *world, _, _ int) { w.github.Push("main", data(map[string]string{"learning/x.toml": book(1)})) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			for call := 0; ; call++ {
				w := onPhone(t, map[string]string{"learning.toml": aLog, "README.md": aReadme})
				w.inputs["nudge"] = "off"
				body := aBook("Accelerate", "2026-04-03")
				if name == "a slip, mended" {
					body = aBook("Accelerate", "03/04/2026")
				}
				first := w.send("ana", body)
				second := w.send("max", aBook("Accelerate", "2026-04-03"))
				n, with := 0, *w
				w.before(func() {
					if n++; n == call+1 {
						other(&with, first, second)
					}
				})
				if r := w.issues("opened", first, "ana"); r.Red {
					t.Errorf("before call %d: %v", call, r.Problems)
				}
				if n <= call {
					return
				}
				w.before(func() {})
				if r := w.sweeps(); r.Red {
					t.Errorf("before call %d: the next day is red: %v", call, r.Problems)
				}
				w.isDone(fmt.Sprintf("before call %d", call), first)
				w.isDone(fmt.Sprintf("before call %d", call), second)
			}
		})
	}
}

// mend is a person who mends an issue, and the run that follows.
func (w *world) mend(number int) {
	w.github.Change(number, func(i *fakegithub.Issue) { i.Body = aBook("Accelerate", "2026-04-03") })
	w.issues("edited", number, "ana")
}

// Where the branch is protected the entry waits in a pull request; its issue is
// told, and closes with the run after the merge.
func TestEntryThatWaits(t *testing.T) {
	for _, way := range []string{"api", "pull-request"} {
		w := onPhone(t, map[string]string{"learning.toml": aLog})
		w.inputs["publish"], w.inputs["nudge"] = way, "off"
		w.github.Protected["main"] = "Changes must be made through a pull request."
		n := w.send("ana", aBook("Accelerate", "2026-04-03"))
		r := w.issues("opened", n, "ana")
		if answers := w.answers(n); r.Red || len(answers) != 1 || !strings.Contains(answers[0], "waits in pull request [2]") || w.github.Issues()[n-1].State != "open" {
			t.Fatalf("%s: %v %q\n%s", way, r.Problems, answers, r.log)
		}
		writes := w.github.Writes()
		if r := w.issues("edited", n, "ana"); r.Red || w.github.Writes() != writes {
			t.Errorf("%s: the same again writes: %v\n%s", way, r.Problems, r.log)
		}
		w.github.Merge(2)
		delete(w.github.Protected, "main")
		if r := w.sweeps(); r.Red {
			t.Errorf("%s: %v", way, r.Problems)
		}
		w.isDone(way, n)
	}
}

// More than a run takes waits for the next one, and nothing is left out.
func TestSweepOfMany(t *testing.T) {
	w := onPhone(t, map[string]string{"learning.toml": aLog})
	w.inputs["nudge"] = "off"
	const many = 12
	for n := range many {
		w.send("ana", aBook(fmt.Sprintf("Book %d", n), "2026-04-03"))
	}
	writes := w.github.Writes()
	r := w.sweeps()
	if n := w.github.Writes() - writes; r.Red || n > budget || !strings.Contains(r.summary, "wait for the next") {
		t.Errorf("%d writes, %v\n%s", n, r.Problems, r.summary)
	}
	w.sweeps()
	for n := range many {
		w.isDone("in the end", n+1)
	}
}

// Once the branch takes commits again, an entry that waits goes there, and its
// pull request closes.
func TestEntryThatNeedNotWait(t *testing.T) {
	w := onPhone(t, map[string]string{"learning.toml": aLog})
	w.inputs["nudge"] = "off"
	w.github.Protected["main"] = "Changes must be made through a pull request."
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	if w.issues("opened", n, "ana"); len(w.github.Pulls()) != 1 {
		t.Fatal("no pull request")
	}
	delete(w.github.Protected, "main")
	if r := w.sweeps(); r.Red || w.github.Pulls()[0].State != "closed" {
		t.Errorf("%v %+v\n%s", r.Problems, w.github.Pulls(), r.summary)
	}
	w.isDone("on the branch", n)
}

// A pull request that a person closed stays closed, and its entry out of the
// log: nobody is told twice.
func TestEntryThatAPersonRefused(t *testing.T) {
	w := onPhone(t, map[string]string{"learning.toml": aLog})
	w.inputs["nudge"] = "off"
	w.github.Protected["main"] = "Changes must be made through a pull request."
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	w.issues("opened", n, "ana")
	w.github.ChangePull(2, func(p *fakegithub.Pull) { p.State = "closed" })
	writes := w.github.Writes()
	if r := w.issues("edited", n, "ana"); r.Red || w.github.Writes() != writes || !strings.Contains(r.log, "a person closed pull request #2") {
		t.Errorf("%v, %d writes\n%s", r.Problems, w.github.Writes()-writes, r.log)
	}
}

// The name of a file says what is in it: a pull request with what is private
// does not tell it.
func TestPrivateEntryThatWaits(t *testing.T) {
	w := onPhone(t, map[string]string{"learning.toml": aLog})
	w.inputs["nudge"] = "off"
	w.github.Protected["main"] = "Changes must be made through a pull request."
	n := w.send("ana", filled(intake.Forms("")[0], map[string]string{"kind": "Book I finished", "what": "Hushwords", "more": "public = false"}))
	r := w.issues("opened", n, "ana")
	pulls := w.github.Pulls()
	if r.Red || len(pulls) != 1 {
		t.Fatalf("%v\n%s", r.Problems, r.log)
	}
	for where, text := range map[string]string{"pull request": pulls[0].Title + pulls[0].Body, "answer": strings.Join(w.answers(n), ""), "log": r.log, "summary": r.summary} {
		if strings.Contains(strings.ToLower(text), "hushwords") {
			t.Errorf("the %s names it:\n%s", where, text)
		}
	}
}

// One issue that cannot be taken does not keep out those behind it.
func TestSweepBehindOneThatFails(t *testing.T) {
	w := onPhone(t, map[string]string{"learning.toml": aLog})
	w.inputs["nudge"] = "off"
	w.github.Levels["a.b"] = "write" // nobody that a commit can credit
	w.send("a.b", aBook("Stuck", "2026-04-03"))
	n := w.send("ana", aBook("Accelerate", "2026-04-03"))
	if r := w.sweeps(); !r.Red || len(r.Problems) != 1 || !strings.Contains(r.Problems[0], "#1 ") {
		t.Errorf("%v", r.Problems)
	}
	w.isDone("behind", n)
}
