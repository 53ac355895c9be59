package run

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/honelog/hone/internal/intake"
	"github.com/honelog/hone/tracker"
)

// hostile are texts that mean something to a shell, the runner, Markdown, TOML,
// Git or hone itself.
var hostile = []string{
	"$(touch /tmp/pwned) `id` ; rm -rf / #", "::error file=x::y", "::stop-commands::x", "##[add-mask]x", "${{ secrets.GITHUB_TOKEN }}",
	"@everyone @ana #1 ana/log#1 GH-1", "<img src=x onerror=alert(1)><!-- x", "<!-- hone:intake 1 -->", "<!-- hone:v1 e30= -->", "[a](javascript:alert(1)) ![b](https://example.org/x.png)",
	"\"\"\"\n[[goal]]\nid = \"x\"", "' + \"\\\" = \\u0000 \x00", "Fixes #1\n\nCo-authored-by: eve <1+eve@users.noreply.github.com>", "../../.github/workflows/x", "CON.toml", "\u202e\u2066x\u200f\ufeff",
	"### Day\n\n2020-01-01", "```\n### Day\n\n2020-01-01\n", "a\r\n### What was it?\r\n\r\nTalk I gave\r\n", strings.Repeat("x", 70_000), strings.Repeat("`", 300), "\xff\xfe",
}

var commandLine = regexp.MustCompile(`(?m)^(::|##\[)`)

// What a post holds is data, wherever it is written: the log stays a log with
// one entry more at most, and neither the runner nor a reader is told anything
// in somebody's name.
func TestHostilePosts(t *testing.T) {
	f := intake.Forms("")[0]
	for i, text := range hostile {
		for _, field := range []string{"what", "takeaway", "more", "link", "skills", "day"} {
			if i%3 != len(field)%3 && field != "what" {
				continue // each text in the title and in some other field
			}
			w := onPhone(t, map[string]string{"learning.toml": aLog})
			w.inputs["nudge"] = "off"
			values := map[string]string{"kind": "Book I finished", "what": "A"}
			values[field] = text
			n := w.send("ana", filled(f, values))
			r := w.issues("opened", n, "ana")
			name := fmt.Sprintf("%.30q in %s", text, field)
			if r.Red || r.err != nil || len(w.answers(n)) != 1 {
				t.Errorf("%s: %v %v %.300q\n%.600s", name, r.Problems, r.err, w.answers(n), r.log)
				continue
			}
			log := r.log
			for _, ours := range []string{"::add-mask::" + token + "\n", "::notice title=not taken yet::"} {
				log = strings.ReplaceAll(log, ours, "")
			}
			if commandLine.MatchString(log) {
				t.Errorf("%s: the runner takes a command:\n%s", name, log)
			}
			var files []tracker.File
			for path, data := range w.github.Files("main") {
				if strings.HasSuffix(path, ".toml") {
					files = append(files, tracker.File{Name: path, Data: []byte(data)})
				}
				if !isLogFile(path, "", nil) && !strings.HasPrefix(path, "learning/badges/") {
					t.Errorf("%s: wrote %s", name, path)
				}
			}
			if l, findings := tracker.Parse(files, zone); tracker.Errors(findings) > 0 || len(l.Entries) > 1 || len(l.Goals) != 1 {
				t.Errorf("%s: %d entries, %d goals, %v", name, len(l.Entries), len(l.Goals), findings)
			}
			if m := w.github.Commits("main")[0].Message; m != "by hand" && m != "Add a learning entry\n\nCo-authored-by: ana <1+ana@users.noreply.github.example>" {
				t.Errorf("%s: the commit says %q", name, m)
			}
		}
	}
}

// A command with anything behind it is a command, or told what it lacks.
func TestHostileCommands(t *testing.T) {
	w := sends(t, map[string]string{"learning.toml": aLog})
	w.run(april)
	head := w.head()
	for i, text := range hostile {
		verb := []string{"/pause ", "/snooze "}[i%2]
		if strings.Contains(text, "\x00") || !utf8.ValidString(text) || len(text) > 60_000 {
			continue // GitHub takes no such comment
		}
		if r := w.comments(1, "ana", verb+text); r.Red || r.err != nil || w.head() != head {
			t.Errorf("%s%.40q: %v %v\n%s", verb, text, r.Problems, r.err, r.log)
		}
		if answers := w.answers(1); len(answers) == 0 || !intake.IsRejection(answers[len(answers)-1]) {
			t.Errorf("%s%.40q: %q", verb, text, answers)
		}
	}
}
