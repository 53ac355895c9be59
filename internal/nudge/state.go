package nudge

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"github.com/honelog/hone/tracker/civil"
)

// Key is what an issue is for. Two logs of one repository differ in Name and
// never touch each other's issues.
type Key struct {
	Name string `json:"name,omitempty"` // of the log: the input `name`
	Of   string `json:"of"`             // goal or credential
	ID   string `json:"id"`
}

// What an issue can be for.
const (
	OfGoal       = "goal"
	OfCredential = "credential"
	OfAll        = "all" // everything: the one issue of a digest
)

// state is what an issue remembers, in the marker in its body.
type state struct {
	Key
	Phase  string `json:"phase"`            // as we left it: open or closed
	Why    string `json:"why,omitempty"`    // why we closed it
	As     string `json:"as,omitempty"`     // how we closed it, as GitHub spells it
	Reason string `json:"reason,omitempty"` // why it was opened
	Opened day    `json:"opened,omitempty"` // or opened again, by us
	Shut   day    `json:"shut,omitempty"`   // when we closed it
	From   day    `json:"from,omitempty"`   // of a long period or a span, its days
	Until  day    `json:"until,omitempty"`  //
	Due    day    `json:"due,omitempty"`    // of a credential, its expiry
	AsOf   day    `json:"as-of,omitempty"`  // the day that the text speaks of
	Rate   int    `json:"rate,omitempty"`   // the rate in the text, in days
	Hash   string `json:"hash,omitempty"`   // of the text, as we wrote it
	Lines  string `json:"lines,omitempty"`  // of the region, a hash of every line that we wrote
	In     string `json:"in,omitempty"`     // of a digest, the ids that its text tells of, with spaces between

	Told   int    `json:"told,omitempty"`          // how many reminders there were since Opened
	Spoke  day    `json:"spoke,omitempty"`         // our last comment
	Run    string `json:"run,omitempty"`           // the run that made it
	Again  bool   `json:"again,omitempty"`         // we opened it once more though a person had closed it as done
	Snooze day    `json:"snoozed-until,omitempty"` // no reminders up to this day; the text says so
	Pause  day    `json:"paused-until,omitempty"`  // the end of a short pause that the text names
}

const (
	phaseOpen   = "open"
	phaseClosed = "closed"

	reasonLate   = "late"   // something is late or owed
	reasonLast   = "last"   // the last step is close
	reasonExpiry = "expiry" // a credential ends

	whyBack      = "back"
	whyResult    = "result"
	whyPause     = "pause"
	whyRemoved   = "removed"
	whyOff       = "off"
	whyMode      = "mode"
	whyDuplicate = "duplicate"
)

// day is a date as a marker writes it, or "".
type day string

func dayOf(d civil.Date) day { return day(d.String()) }

// date returns the date of a day; ok is false for "".
func (d day) date() (date civil.Date, ok bool) {
	date, err := civil.Parse(string(d))
	return date, err == nil
}

func (d day) valid() bool {
	_, ok := d.date()
	return ok || d == ""
}

var slug = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// marker writes a state as a line that a reader of the issue does not see.
// Standard base64 keeps every other character of Markdown and HTML out.
func (s state) marker() string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // texts and numbers only
	}
	return "<!-- hone:v1 " + base64.StdEncoding.EncodeToString(text) + " -->"
}

// readMarker reads a line as a marker. ours is false for any other line; known
// is false for one of a later version, of which only the key is read.
func readMarker(line string) (s state, known, ours bool) {
	line = strings.TrimSpace(line)
	line, begins := strings.CutPrefix(line, "<!-- hone:v")
	line, ends := strings.CutSuffix(line, " -->")
	version, code, parted := strings.Cut(line, " ")
	if !begins || !ends || !parted || len(line) > maxMarker {
		return state{}, false, false
	}
	text, err := base64.StdEncoding.Strict().DecodeString(code)
	if n, bad := strconv.Atoi(version); err != nil || bad != nil || n < 1 || json.Unmarshal(text, &s) != nil || !s.Key.valid() {
		return state{}, false, false
	}
	if version != "1" {
		return state{Key: s.Key}, false, true
	}
	return s, true, s.valid()
}

func (k Key) valid() bool {
	return (k.Of == OfGoal || k.Of == OfCredential || k.Of == OfAll) && slug.MatchString(k.ID)
}

func (s *state) valid() bool {
	for _, d := range []day{s.Opened, s.Shut, s.From, s.Until, s.Due, s.AsOf, s.Spoke, s.Snooze, s.Pause} {
		if !d.valid() {
			return false
		}
	}
	return s.Told >= 0 && (s.Phase == phaseOpen || s.Phase == phaseClosed)
}

// opened returns the state of an issue that is open from a day on, if it was
// not before: its reminders begin anew.
func (s state) opened(today civil.Date) state {
	if s.Phase != phaseOpen || s.Opened == "" {
		s.Opened, s.Told, s.Spoke, s.Again = dayOf(today), 0, "", false
	}
	s.Phase, s.Why, s.As, s.Shut = phaseOpen, "", "", ""
	return s
}

// notified returns the last day on which people were told of an issue: opened,
// closed or commented on by us.
func (s state) notified() (last civil.Date, ok bool) {
	for _, d := range []day{s.Opened, s.Shut, s.Spoke} {
		if date, is := d.date(); is && (!ok || date > last) {
			last, ok = date, true
		}
	}
	return last, ok
}

// hashOf is short: it tells texts of ours apart, nothing more.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
