//go:build linux || darwin

package main

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/creack/pty"
)

// terminal is a command in a pseudo-terminal: what a person sees, and types.
type terminal struct {
	t    *testing.T
	run  *exec.Cmd
	tty  *os.File
	done chan struct{}

	mu   sync.Mutex
	seen bytes.Buffer
	read int // how much of seen was expected already
}

// atTerminal starts hone in a folder, in a window of 60 columns.
func atTerminal(t *testing.T, dir string, args ...string) *terminal {
	t.Helper()
	x := &terminal{t: t, run: exec.Command("hone", append([]string{"-C", dir}, args...)...), done: make(chan struct{})}
	x.run.Env = append(os.Environ(),
		"HONE_NOW=2026-11-21T12:00:00Z", "TZ=Europe/Berlin", "LANG=en_GB.UTF-8", "NO_COLOR=1", "VISUAL=", "EDITOR=",
		"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull, "HOME="+t.TempDir(),
		"GIT_AUTHOR_NAME=Ada", "GIT_AUTHOR_EMAIL=ada@example.com", "GIT_COMMITTER_NAME=Ada", "GIT_COMMITTER_EMAIL=ada@example.com",
	)
	tty, err := pty.StartWithSize(x.run, &pty.Winsize{Rows: 24, Cols: 60})
	if errors.Is(err, pty.ErrUnsupported) {
		t.Skip("no pseudo-terminals here")
	}
	if err != nil {
		t.Fatal(err)
	}
	x.tty = tty
	go func() {
		defer close(x.done)
		part := make([]byte, 4096)
		for {
			n, err := tty.Read(part)
			x.mu.Lock()
			x.seen.Write(part[:n])
			x.mu.Unlock()
			if err != nil {
				return
			}
		}
	}()
	t.Cleanup(func() {
		x.run.Process.Kill()
		x.tty.Close()
	})
	return x
}

// all is what was on the screen, in lines.
func (x *terminal) all() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return strings.ReplaceAll(x.seen.String(), "\r\n", "\n")
}

// sees waits for a text.
func (x *terminal) sees(text string) *terminal {
	x.t.Helper()
	for range 2000 {
		all := x.all()
		if i := strings.Index(all[x.read:], text); i >= 0 {
			x.read += i + len(text)
			return x
		}
		time.Sleep(5 * time.Millisecond)
	}
	x.t.Fatalf("%q does not show:\n%s", text, x.all())
	return x
}

func (x *terminal) types(text string) *terminal {
	if _, err := x.tty.WriteString(text); err != nil {
		x.t.Fatal(err)
	}
	return x
}

// ends waits for the end, with an exit code, and returns the screen.
func (x *terminal) ends(code int) string {
	x.t.Helper()
	timer := time.AfterFunc(30*time.Second, func() { x.run.Process.Kill() })
	defer timer.Stop()
	x.run.Wait()
	select {
	case <-x.done:
	case <-time.After(2 * time.Second): // a terminal whose end is not told
	}
	if got := x.run.ProcessState.ExitCode(); got != code {
		x.t.Fatalf("exit code %d, want %d:\n%s", got, code, x.all())
	}
	return x.all()
}

// A new user: four times Enter, one title, and the log is begun and committed.
func TestWalk(t *testing.T) {
	dir := t.TempDir()
	gitIn(t, dir, "init", "-q", "-b", "main")
	fill(t, dir, "README.md", "# Me\n")
	x := atTerminal(t, dir, "init")
	x.sees("Time zone [Europe/Berlin]: ").types("\r")
	x.sees("Hold you to what?").sees("  1  12 books a year").sees("Number or name [1]: ").types("\r")
	x.sees("Counting from").sees("Number or name [1]: ").types("\r")
	x.sees("Open an issue when a goal is late? [Y/n] ").types("\r")
	screen := x.ends(0)
	for _, line := range strings.Split(screen, "\n") {
		if strings.Contains(line, "\x1b") {
			t.Errorf("colours, or movement, in %q", line)
		}
	}
	if !strings.HasSuffix(screen, "next    hone add book \"Title\"    then    hone status\n") {
		t.Errorf("it ends with\n%s", screen)
	}
	atTerminal(t, dir, "add", "book", "--commit").sees("Title: ").types("The Manager's Path\r").
		sees(`title = "The Manager's Path"`).sees("books: 1 of ").sees("committed ").ends(0)
	if is := gitIn(t, dir, "log", "--format=%an %s", "--name-only"); is != "Ada Add book: The Manager's Path\n\nlearning.toml\n" {
		t.Errorf("the history is\n%s", is)
	}
	atTerminal(t, dir).sees("books").sees("1 of ").ends(0)
	if is := gitIn(t, dir, "status", "--porcelain"); is != "?? .github/\n?? README.md\n" {
		t.Errorf("the rest is\n%s", is)
	}
	atTerminal(t, dir, "init").sees("nothing to add").ends(0)
}

// Of a log with entries init asks from when its first goals count.
func TestInitAsksTheStart(t *testing.T) {
	for settings, want := range map[string]string{"": "\nstart = 2026-01-01", "[settings]\ntimezone = \"UTC\"\n\n": "\nfrom = 2026-01-01"} {
		dir := t.TempDir()
		fill(t, dir, "learning.toml", settings+"[[book]]\ntitle = \"A\"\nfinished = 2026-02-01\n")
		x := atTerminal(t, dir, "init", "--timezone", "UTC")
		x.sees("Hold you to what?").types("\r").sees("Counting from").sees("Number or name [1]: ").types("2\r").ends(0)
		if is := tree(t, dir); !strings.Contains(is, want) {
			t.Errorf("the log is\n%s\nwithout\n%s", is, want)
		}
	}
}

const begunLog = `[settings]
start = 2026-01-01

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01

[[book]]
title = "A"
started = 2026-11-01

[[course]]
title = "B"
started = 2026-11-01

[[assessment]]
date = 2026-05-01
scores.technical = 4

[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
`

// dialogues are commands that ask: each question, and what to answer.
var dialogues = map[string][][2]string{
	"init":                           {{"Time zone", "Asia/Tokyo"}, {"Number", "2"}, {"Number", "2"}, {"[Y/n]", "n"}},
	"add":                            {{"Number", "talk"}, {"Title", "A talk"}},
	"add bok Title":                  {{`Did you mean "book"?`, "y"}},
	"add book B --skills leadreship": {{`Did you mean "leadership"?`, ""}},
	"add webinar B --credits cisp=1": {{`Did you mean "cissp"?`, "yes"}},
	"add mentoring":                  {{"Number", "mentee"}},
	"add activity":                   {{"Kind", "meetup"}, {"Title", "Rust"}},
	"add book A":                     {{"Finish that one?", ""}},
	"add book a --on yesterday":      {{"Finish that one?", "y"}},
	"add assessment":                 {{"[4]: ", ""}, {"Leadership: ", "3"}, {"Communication: ", "9"}, {"Communication: ", "expert"}, {"Strategic", ""}, {"Problem", "-"}, {"Business", "1"}, {"Project", "2"}, {"People", "5"}},
	"start":                          {{"Number", "1"}, {"Title", "C"}},
	"finish":                         {{"Number", "2"}},
	"finish Bb":                      {{"[Y/n]", "n"}, {"Number", "x"}, {"Number", "2"}},
	"pause":                          {{"First day [today]", "tomorrow"}, {"Last day", "soon"}, {"Last day", "2w"}},
	"pause today..2w book":           {{`There is no goal "book". Did you mean "books"?`, ""}},
	"edit cisp":                      {{`Did you mean "cissp"?`, "n"}},
}

// prepared is a folder for a dialogue.
func prepared(t *testing.T, command string) string {
	dir := t.TempDir()
	if command == "init" {
		if err := os.Mkdir(filepath.Join(dir, ".git"), 0o755); err != nil {
			t.Fatal(err)
		}
		fill(t, dir, "README.md", "# Me\n")
		return dir
	}
	fill(t, dir, "learning.toml", begunLog)
	return dir
}

// Every dialogue leads to its end.
func TestDialogues(t *testing.T) {
	want := map[string]string{
		"init":                           "timezone = \"Asia/Tokyo\"  # decides when today begins\nstart = 2026-01-01",
		"add":                            "[[talk]]\nid = \"2026-11-21-a-talk\"\ntitle = \"A talk\"",
		"add bok Title":                  "title = \"Title\"\nfinished = 2026-11-21",
		"add book B --skills leadreship": "skills = [\"leadership\"]",
		"add webinar B --credits cisp=1": "credits.cissp = 1",
		"add mentoring":                  "role = \"mentee\"",
		"add activity":                   "kind = \"meetup\"\ntitle = \"Rust\"",
		"add book A":                     "title = \"A\"\nstarted = 2026-11-01\nfinished = 2026-11-21\n\n[[course]]",
		"add book a --on yesterday":      "title = \"A\"\nstarted = 2026-11-01\nfinished = 2026-11-20\n\n[[course]]",
		"add assessment":                 "scores.technical = 4\nscores.leadership = 3\nscores.communication = 5\nscores.business = 1\nscores.projects = 2\nscores.people = 5\n",
		"start":                          "title = \"C\"\nstarted = 2026-11-21\n",
		"finish":                         "title = \"B\"\nstarted = 2026-11-01\nfinished = 2026-11-21\n",
		"finish Bb":                      "title = \"B\"\nstarted = 2026-11-01\nfinished = 2026-11-21\n",
		"pause today..2w book":           "from = 2026-11-21\nuntil = 2026-12-04\ngoals = [\"books\"]\n",
		"pause":                          "from = 2026-11-22\nuntil = 2026-12-05\n",
	}
	for command, questions := range dialogues {
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			dir := prepared(t, command)
			x := atTerminal(t, dir, strings.Fields(command)...)
			for _, q := range questions {
				x.sees(q[0]).types(q[1] + "\r")
			}
			if command == "edit cisp" {
				x.ends(exitUsage)
				return
			}
			x.ends(0)
			if is := tree(t, dir); !strings.Contains(is, want[command]) {
				t.Errorf("the log is\n%s\nwithout\n%s", is, want[command])
			}
		})
	}
}

// Ctrl-C, and the end of the input, at any question leaves nothing behind.
func TestStopAnywhere(t *testing.T) {
	for command, questions := range dialogues {
		t.Run(command, func(t *testing.T) {
			t.Parallel()
			for n := range questions {
				for _, key := range []string{"\x03", "\x04"} {
					dir := prepared(t, command)
					before := tree(t, dir)
					x := atTerminal(t, dir, strings.Fields(command)...)
					for _, q := range questions[:n] {
						x.sees(q[0]).types(q[1] + "\r")
					}
					screen := x.sees(questions[n][0]).types(key).ends(exitStopped)
					// A terminal throws away what it has not shown yet at Ctrl-C, so that
					// the last line may be missing then.
					if key == "\x04" && !strings.HasSuffix(screen, "\nhone: stopped; nothing was written\n") {
						t.Errorf("at question %d: it ends with %q", n+1, screen)
					}
					if after := tree(t, dir); after != before {
						t.Errorf("at question %d: what is there became\n%s", n+1, after)
					}
				}
			}
		})
	}
}

// Without a terminal nothing is asked, whatever is on its input.
func TestNothingAskedOfAPipe(t *testing.T) {
	dir := prepared(t, "init")
	run := exec.Command("hone", "-C", dir, "init")
	run.Env = append(os.Environ(), "HONE_NOW=2026-11-21T12:00:00Z", "TZ=UTC")
	run.Stdin = strings.NewReader("Asia/Tokyo\n")
	if out, err := run.CombinedOutput(); err != nil || strings.Contains(string(out), "Time zone") {
		t.Errorf("%v\n%s", err, out)
	}
	if is := tree(t, dir); !strings.Contains(is, `timezone = "UTC"`) {
		t.Error(is)
	}
}
