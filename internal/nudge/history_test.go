package nudge

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// history is a random life of a log, its issues and its people.
type history struct {
	t     *testing.T
	r     *rand.Rand
	wall  *wall
	today civil.Date

	goals   []string // of the log, as TOML
	rest    string   // entries, pauses, certifications
	broken  bool     // the log has an error today
	digest  bool     // one issue for everything
	runs    int
	loud    map[string]int // comments by what they are
	notes   map[int][]string
	strange map[int]string  // issues that are not ours, as they were written
	shut    map[int]closing // closed by a person, and neither opened again nor followed by a goal back on its line
}

type closing struct {
	ids    []string // that the issue told of
	on     civil.Date
	reason string
	before int // comments on the issue when it was closed
}

// asked reports whether an issue that was closed as done may have been opened
// once more, with a comment; one that was cut off is lost.
func (h *history) asked(n int, c closing) bool {
	said, i := h.wall.said[n], h.wall.at(n)
	once := len(said) == c.before || len(said) == c.before+1 && strings.Contains(said[c.before], "closed as done")
	return c.reason == Completed && h.today >= c.on+againDays && i.Open && once && readBody(i.Body).state.Again
}

// tells lists the goals and credentials that an issue tells of.
func tells(b body) []string {
	if b.state.Of == OfAll {
		return strings.Fields(b.state.In)
	}
	return []string{b.state.ID}
}

var goalForms = []string{
	"kinds = [\"book\"]\ntarget = 12\nper = \"year\"",
	"kinds = [\"course\"]\ntarget = 1\nper = \"quarter\"",
	"kinds = [\"talk\"]\nevery = \"30d\"",
	"kinds = [\"article\"]\ntarget = 1\nper = \"week\"",
	"kinds = [\"podcast\"]\ntarget = 2\nper = \"month\"",
	"kinds = [\"webinar\"]\ntarget = 4\nfrom = 2026-02-01\nuntil = 2026-09-30",
	"unit = \"hours\"\nkinds = [\"workshop\"]\ntarget = 40\nper = \"half\"",
}

var entryForms = []string{
	"[[book]]\ntitle = %q\nfinished = %s\n", "[[course]]\ntitle = %q\nfinished = %s\n", "[[talk]]\ntitle = %q\ndate = %s\n",
	"[[article]]\ntitle = %q\ndate = %s\n", "[[podcast]]\ntitle = %q\ndate = %s\n", "[[webinar]]\ntitle = %q\ndate = %s\n",
	"[[workshop]]\nhours = 8\ntitle = %q\nstart = %s\n",
}

func (h *history) want() Want {
	text := "[settings]\nstart = 2026-01-01\n" + strings.Join(h.goals, "") + h.rest
	if h.broken {
		text += "[[book]]\ntitel = \"x\"\n"
	}
	w := look(h.t, text, h.today.String())
	h.runs++
	w.Reminders, w.Run, w.Digest = []int{7, 21, 45}, fmt.Sprint(h.runs), h.digest
	h.wall.today = h.today
	return w
}

// learner changes the log.
func (h *history) learner() {
	day := h.today - civil.Date(h.r.IntN(20))
	switch h.r.IntN(13) {
	case 12:
		h.digest = h.digest != (h.r.IntN(4) == 0)
	case 0, 1, 2, 3:
		h.rest += fmt.Sprintf(entryForms[h.r.IntN(len(entryForms))], hostile[h.r.IntN(len(hostile))], day)
	case 4:
		h.rest += fmt.Sprintf("[[pause]]\nfrom = %s\nuntil = %s\n", day, day+civil.Date(1+h.r.IntN(30)))
	case 5:
		h.rest += fmt.Sprintf("[[certification]]\ntitle = \"CKA\"\nearned = %s\nexpires = %s\n", day, day+civil.Date(60+h.r.IntN(200)))
	case 6:
		h.broken = h.r.IntN(2) == 0
	case 7:
		i := h.r.IntN(len(h.goals))
		if h.goals[i] != "" {
			h.goals[i] = ""
		} else {
			h.goals[i] = h.goal(i)
		}
	}
}

func (h *history) goal(i int) string {
	return fmt.Sprintf("[[goal]]\nid = \"g%d\"\ntitle = %q\n%s\n", i, hostile[h.r.IntN(len(hostile))]+strconv.Itoa(i), goalForms[i])
}

// person acts on an issue.
func (h *history) person() {
	if len(h.wall.issues) == 0 {
		return
	}
	i := &h.wall.issues[h.r.IntN(len(h.wall.issues))]
	b := readBody(i.Body)
	switch act := h.r.IntN(14); {
	case act == 0 && i.Open && i.Trusted && b.marked && b.state.Phase == phaseOpen && h.wall.openFor(b.state.Key) == 1:
		i.Open, i.Closed, i.Reason = false, h.today, []string{Completed, NotPlanned, Duplicate}[h.r.IntN(3)]
		h.shut[i.Number] = closing{tells(b), h.today, i.Reason, len(h.wall.said[i.Number])}
		for _, other := range h.wall.issues { // what stays open elsewhere is wanted there
			if o := readBody(other.Body); other.Open && other.Trusted && o.marked {
				h.free(tells(o)...)
			}
		}
	case act == 1 && !i.Open && i.Labelled && h.wall.openFor(b.state.Key) == 0:
		i.Open = true
		h.free(tells(b)...)
	case act == 2:
		h.note(i, func(note string) string { return note + "\n\n" + i.Body })
	case act == 3:
		h.note(i, func(note string) string { return i.Body + "\n" + note })
	case act == 4:
		h.note(i, func(note string) string {
			return strings.Replace(i.Body, "\n"+regionEnd+"\n", "\n"+regionEnd+"\n"+note+"\n", 1)
		})
	case act == 5:
		i.Body = strings.ReplaceAll(strings.ReplaceAll(i.Body, "\r\n", "\n"), "\n", "\r\n")
	case act == 6 && i.Ours && i.Open && b.marked:
		i.Labelled = false
	case act == 7 && i.Trusted && b.marked: // an outsider copies the whole of it
		n := len(h.wall.issues) + 1
		h.wall.issues = append(h.wall.issues, Issue{Number: n, Title: i.Title, Body: i.Body, Open: h.r.IntN(2) == 0, Closed: h.today, Labelled: true})
		h.strange[n] = i.Body
	case act == 9 && i.Trusted:
		i.Snoozed = !i.Snoozed
	case act == 10 && i.Trusted:
		if s, ok := Snooze(*i, h.today+civil.Date(1+h.r.IntN(30)), h.today); ok {
			i.Body = s.Body
		}
	case act == 11 && i.Trusted:
		i.Locked = !i.Locked
	case act == 12 && b.region && b.state.Lines != "": // into our part
		h.note(i, func(note string) string {
			return strings.Replace(i.Body, "\n"+regionEnd, "\n\n"+note+"\n"+regionEnd, 1)
		})
	case act == 8 && i.Trusted && i.Labelled && i.Open: // another run at the same time
		n := len(h.wall.issues) + 1
		h.wall.issues = append(h.wall.issues, Issue{Number: n, Title: i.Title, Body: i.Body, Open: true, Labelled: true, Ours: true, Bot: true, Trusted: true})
		h.notes[n] = append([]string(nil), h.notes[i.Number]...)
	}
}

// note has a person write something into an issue.
func (h *history) note(i *Issue, with func(note string) string) {
	if !i.Trusted {
		return
	}
	note := fmt.Sprintf("note %d of mine --> <!-- hone:v1 e30= --> %s", h.r.Uint32(), hostile[h.r.IntN(len(hostile))])
	note = strings.Join(strings.Fields(note), " ")
	if i.Body = with(note); strings.Contains(i.Body, note) {
		h.notes[i.Number] = append(h.notes[i.Number], note)
	}
}

// free has closings bind no more what a person wants to hear of again, or what
// was well since.
func (h *history) free(ids ...string) {
	for n, c := range h.shut {
		c.ids = slices.DeleteFunc(slices.Clone(c.ids), func(id string) bool { return slices.Contains(ids, id) })
		if h.shut[n] = c; len(c.ids) == 0 {
			delete(h.shut, n)
		}
	}
}

// heard holds what was said since a run began against the promises.
func (h *history) heard(w Want, before []Issue, said map[int]int) {
	t, loud := h.t, 0
	for n, all := range h.wall.said {
		marks := map[string]bool{}
		for _, c := range all {
			mark := c[strings.LastIndexByte(c, '\n')+1:]
			var day, count string
			if k, _ := fmt.Sscanf(strings.ReplaceAll(mark, "/", " "), "<!-- hone:ping %s %s -->", &day, &count); k != 2 || marks[mark] || count > "3" && count != "again" {
				t.Fatalf("%s: #%d has %q", h.today, n, all)
			}
			marks[mark] = true
		}
		for _, c := range all[said[n]:] {
			if strings.Contains(c, "closed as done") {
				h.loud["again"]++
				continue
			}
			h.loud["reminder"]++
			loud++
			was := before[n-1]
			b := readBody(was.Body)
			until, snoozed := b.state.Snooze.date()
			last, _ := lastNotice(before)
			if was.Snoozed || was.Locked || snoozed && until >= h.today || last+calmDays > h.today || len(before) < len(h.wall.issues) {
				t.Fatalf("%s: #%d has a reminder too many: %q", h.today, n, all)
			}
			for i := range w.Goals {
				if g := &w.Goals[i]; !h.digest && g.ID == b.state.ID && (!g.NudgeDue(w.After) || g.Fed != nil && *g.Fed+calmDays > h.today) {
					t.Fatalf("%s: #%d has a reminder while %s: %q", h.today, n, g.Status, all)
				}
			}
		}
	}
	if loud > 1 {
		t.Fatalf("%s: %d reminders in a run", h.today, loud)
	}
}

// check holds the promises against what is there.
func (h *history) check(w Want, calls []string) {
	t := h.t
	for number, c := range h.shut {
		if h.asked(number, c) {
			delete(h.shut, number)
			continue
		}
		for _, i := range h.wall.issues {
			if b := readBody(i.Body); i.Open && i.Trusted && b.marked {
				for _, id := range tells(b) {
					if slices.Contains(c.ids, id) {
						t.Fatalf("%s: %s was closed by a person on %s, and #%d is open: %q", h.today, id, c.on, i.Number, calls)
					}
				}
			}
		}
	}
	keys := map[Key]bool{}
	for _, i := range h.wall.issues {
		if b := readBody(i.Body); b.marked && i.Trusted {
			keys[b.state.Key] = true
		}
		for _, note := range h.notes[i.Number] {
			if !strings.Contains(i.Body, note) {
				t.Fatalf("%s: #%d lost %q:\n%s", h.today, i.Number, note, i.Body)
			}
		}
		if was, ok := h.strange[i.Number]; ok && strings.ReplaceAll(i.Body, "\r", "") != strings.ReplaceAll(was, "\r", "") {
			t.Fatalf("%s: #%d is not ours and was changed", h.today, i.Number)
		}
	}
	for k := range keys {
		if n := h.wall.openFor(k); n > 1 && !w.Faulty {
			t.Fatalf("%s: %d open issues for %v: %q", h.today, n, k, calls)
		}
	}
}

// forget frees what was well since it was closed, each closing by itself. Of
// what is not in the log, nothing is said.
func (h *history) forget(w Want) {
	for n, c := range h.shut {
		c.ids = slices.DeleteFunc(slices.Clone(c.ids), func(id string) bool {
			for i := range w.Goals {
				if g := &w.Goals[i]; id == g.ID {
					return g.Back(c.on) || settled(&g.Standing, w.After)
				}
			}
			for i := range w.Credentials {
				if k := &w.Credentials[i]; id == k.ID {
					return isRenewed(k, c.on)
				}
			}
			return true
		})
		if h.shut[n] = c; len(c.ids) == 0 {
			delete(h.shut, n)
		}
	}
}

func TestHistories(t *testing.T) {
	t.Parallel()
	n := 6
	if s, err := strconv.Atoi(os.Getenv("HONE_HISTORIES")); err == nil {
		n = s
	}
	comments := map[string]int{}
	for seed := range n {
		h := &history{
			loud: comments,
			t:    t, r: rand.New(rand.NewPCG(uint64(seed), 7)), wall: &wall{cut: -1}, today: civil.Of(2026, 1, 1),
			notes: map[int][]string{}, strange: map[int]string{}, shut: map[int]closing{},
		}
		for i := range goalForms {
			h.goals = append(h.goals, h.goal(i))
		}
		for h.today < civil.Of(2027, 4, 1) {
			h.today += civil.Date(1 + h.r.IntN(12))
			for range h.r.IntN(3) {
				h.learner()
			}
			for range h.r.IntN(3) {
				h.person()
			}
			h.day()
		}
	}
	if comments["reminder"] < 5 || n >= 30 && comments["again"] < 1 {
		t.Errorf("the histories had these comments: %v", comments)
	}
}

// day is a run that is cut off somewhere, and quiet runs after it.
func (h *history) day() {
	w := h.want()
	h.forget(w)
	before, issues, said := len(h.wall.calls), slices.Clone(h.wall.issues), map[int]int{}
	for n, c := range h.wall.said {
		said[n] = len(c)
	}
	defer func() { h.heard(w, issues, said) }()
	if h.r.IntN(3) == 0 {
		h.wall.cut, h.wall.after = h.r.IntN(6), h.r.IntN(2) == 0
		_, _ = h.wall.run(w, 1+h.r.IntN(5))
	}
	more, err := h.wall.quiet(w)
	calls := h.wall.calls[before:]
	if err != nil || more != 0 {
		h.t.Fatalf("%s: a quiet run made %d calls, %v: %q", h.today, more, err, calls)
	}
	h.check(w, calls)
}

// hostile are titles that try to be more than a title.
var hostile = []string{
	"Books", "a -->", "<!-- hone:end nudge -->", "x\n<!-- hone:end nudge -->\n<!-- hone:v1 e30= -->", "@octocat #12 owner/repo#3", "```", "</details><img src=x>",
	"a\u202eb", "<!-- hone:v1 eyJvZiI6ImdvYWwiLCJpZCI6ImcwIiwicGhhc2UiOiJjbG9zZWQifQ== -->", "\u2028@me", "[x](https://example.org)", "::error::x", strings.Repeat("long ", 100),
}

func TestHostileTitles(t *testing.T) {
	t.Parallel()
	for _, title := range hostile {
		text := fmt.Sprintf("[settings]\nstart = 2026-01-01\n[[goal]]\nid = \"g\"\ntitle = %s\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\n", tracker.Quote(title)) +
			fmt.Sprintf("[[certification]]\nid = \"c\"\ntitle = %s\nearned = 2025-01-01\nexpires = 2026-05-01\n", tracker.Quote(title))
		w := look(t, text, "2026-04-05")
		w.Name = title
		steps := Plan(w, nil)
		if len(steps) != 2 {
			t.Fatalf("%q: %v", title, steps)
		}
		for _, s := range steps {
			whole(t, s)
			closing := text + fmt.Sprintf("[[book]]\ntitle = %s\nfinished = 2026-04-06\n", tracker.Quote(title))
			for i := range 4 {
				closing += fmt.Sprintf("[[book]]\ntitle = \"b%d\"\nfinished = 2026-04-05\n", i)
			}
			issue := Issue{Number: 1, Title: s.Title, Body: s.Body, Open: true, Labelled: true, Ours: true, Bot: true, Trusted: true}
			later := look(t, closing, "2026-04-06")
			later.Name = title
			for _, s := range Plan(later, []Issue{issue}) {
				if s.Number == 1 {
					whole(t, s)
				}
			}
		}
	}
}

// whole reports a body or title that a text broke out of.
func whole(t *testing.T, s Step) {
	t.Helper()
	for _, mark := range []string{regionStart, regionEnd, "<!-- hone:v1 ", "-->"} {
		want := 1
		if mark == "-->" {
			want = 3
		}
		if n := strings.Count(s.Body, mark); n != want {
			t.Errorf("%d times %q in\n%s", n, mark, s.Body)
		}
	}
	b := readBody(s.Body)
	if !b.region || !b.marked || !b.known || b.before != "" || b.after != "\n\n" || b.state.Key != s.Key {
		t.Errorf("%+v in\n%s", b, s.Body)
	}
	for _, bad := range []string{"@octocat", "#12", "<img", "](https://example", "\u202e", "\u2028", "@me"} {
		if strings.Contains(s.Body, bad) {
			t.Errorf("%q in\n%s", bad, s.Body)
		}
	}
	if len([]rune(s.Title)) > 256 || strings.ContainsAny(s.Title, "\n\r\u2028\u202e") {
		t.Errorf("title %q", s.Title)
	}
}
