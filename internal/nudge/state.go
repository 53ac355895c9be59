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
)

// state is what an issue remembers, in the marker in its body.
type state struct {
	Key
	Phase  string `json:"phase"`            // as we left it: open or closed
	Why    string `json:"why,omitempty"`    // why we closed it
	Reason string `json:"reason,omitempty"` // why it was opened
	Opened day    `json:"opened,omitempty"`
	Shut   day    `json:"shut,omitempty"`  // when we closed it
	From   day    `json:"from,omitempty"`  // of a long period or a span, its days
	Until  day    `json:"until,omitempty"` //
	Due    day    `json:"due,omitempty"`   // of a credential, its expiry
	AsOf   day    `json:"as-of,omitempty"` // the day that the text speaks of
	Rate   int    `json:"rate,omitempty"`  // the rate in the text, in days
	Hash   string `json:"hash,omitempty"`  // of the text, as we wrote it
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
	return (k.Of == OfGoal || k.Of == OfCredential) && slug.MatchString(k.ID)
}

func (s *state) valid() bool {
	for _, d := range []day{s.Opened, s.Shut, s.From, s.Until, s.Due, s.AsOf} {
		if !d.valid() {
			return false
		}
	}
	return s.Phase == phaseOpen || s.Phase == phaseClosed
}

// hashOf is short: it tells texts of ours apart, nothing more.
func hashOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:8])
}
