package render

import (
	"maps"
	"os"
	"os/exec"
	"slices"
	"testing"

	"github.com/honelog/hone/internal/brute"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// parsed reads a model through its text.
func parsed(t *testing.T, model brute.Log) *tracker.Log {
	t.Helper()
	texts := brute.WriteFiles(model)
	var files []tracker.File
	for _, name := range slices.Sorted(maps.Keys(texts)) {
		files = append(files, tracker.File{Name: name, Data: []byte(texts[name])})
	}
	l, findings := tracker.Parse(files, nil)
	if tracker.Errors(findings) > 0 {
		t.Fatalf("%v\n%s", findings, brute.Write(model))
	}
	return l
}

// rank orders statuses from the worst; those of days without a clock count as
// well as any.
var rank = map[tracker.Status]int{tracker.Missed: 0, tracker.Behind: 0, tracker.DueSoon: 1, tracker.OnTrack: 2, tracker.Ahead: 3,
	tracker.Done: 4, tracker.Paused: 4, tracker.NotDue: 4, tracker.Upcoming: 4}

// worse says in what a standing is worse than another of the same goal and
// day, or "".
func worse(was, now *tracker.Standing) string {
	switch {
	case rank[now.Status] < rank[was.Status]:
		return "its status"
	case now.LateDays > was.LateDays:
		return "its late days"
	case was.Due != nil && now.Due != nil && *now.Due < *was.Due:
		return "its due date"
	case !was.NudgeDue(NudgeAfter) && now.NudgeDue(NudgeAfter):
		return "a nudge"
	}
	return ""
}

// For goals with a start: an entry never worsens a standing, and a pause that
// shrinks the target never raises what is required, moves a due date earlier,
// worsens a status or opens a nudge.
func TestNothingGoodHurts(t *testing.T) {
	for seed := range uint64(400) {
		model, brutal := brute.Random(seed)
		today, err := civil.Parse(brutal.String())
		if err != nil {
			t.Fatal(err)
		}
		before := map[string]tracker.Standing{}
		was := parsed(t, model)
		for _, s := range was.Standings(today) {
			before[s.ID] = s
		}
		check := func(what string, changed brute.Log, paused bool) {
			for _, s := range parsed(t, changed).Standings(today) {
				old, known := before[s.ID]
				if !known || old.Starts == 0 {
					continue
				}
				if w := worse(&old, &s); w != "" {
					t.Errorf("seed %d, %v: %s worsens %s of %s: %v then %v\n%s", seed, today, what, w, s.ID, old.Status, s.Status, brute.Write(changed))
				}
				if paused && old.Required != nil && s.Required != nil && *s.Required > *old.Required {
					t.Errorf("seed %d, %v: %s raises what %s requires", seed, today, what, s.ID)
				}
			}
		}
		other, _ := brute.Random(seed + 1_000_000)
		if len(other.Entries) > 0 {
			more := model
			e := other.Entries[int(seed)%len(other.Entries)]
			e.ID, e.Credits, e.Skills = "", nil, nil
			more.Entries = append(slices.Clone(model.Entries), e)
			if e.Kind != "certification" {
				check("an entry", more, false)
			}
		}
		for _, p := range other.Pauses {
			p.Goals, p.KeepTarget = nil, false
			more := model
			more.Pauses = append(slices.Clone(model.Pauses), p)
			check("a pause", more, true)
		}
	}
}

// No time zone of the machine matters: the comparison with brute force holds
// east and west of the date line.
func TestTimeZones(t *testing.T) {
	for _, zone := range []string{"Pacific/Kiritimati", "America/Los_Angeles", "UTC"} {
		c := exec.Command(os.Args[0], "-test.run=TestStandingsAgreeWithBruteForce")
		c.Env = append(os.Environ(), "TZ="+zone, "HONE_LOGS=150")
		if out, err := c.CombinedOutput(); err != nil {
			t.Errorf("%s: %v\n%s", zone, err, out)
		}
	}
}
