package brute

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

const seeds = 200

func TestWriteIsTOML(t *testing.T) {
	for seed := range uint64(seeds) {
		l, _ := Random(seed)
		var whole map[string]any
		if _, err := toml.Decode(Write(l), &whole); err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, Write(l))
		}
		if n := tables(whole); n != len(l.Entries)+len(l.Goals)+len(l.Pauses) {
			t.Errorf("seed %d: %d tables", seed, n)
		}
		n := 0
		for path, text := range WriteFiles(l) {
			var file map[string]any
			if _, err := toml.Decode(text, &file); err != nil {
				t.Fatalf("seed %d: %s: %v", seed, path, err)
			}
			n += tables(file)
		}
		if n != len(l.Entries)+len(l.Goals)+len(l.Pauses) {
			t.Errorf("seed %d: %d tables in files", seed, n)
		}
	}
}

func tables(file map[string]any) int {
	n := 0
	for _, v := range file {
		if list, ok := v.([]map[string]any); ok {
			n += len(list)
		}
	}
	return n
}

// The generator reaches every status, form, unit and result.
func TestRandomReach(t *testing.T) {
	seen := map[string]int{}
	for seed := range uint64(seeds) {
		l, today := Random(seed)
		again, _ := Random(seed)
		if Write(l) != Write(again) {
			t.Fatalf("seed %d: not the same twice", seed)
		}
		for _, r := range Standings(l, today) {
			seen[r.Status]++
			seen[r.Form]++
			seen[r.Unit]++
			if r.Last != nil {
				seen["last "+r.Last.Result]++
			}
		}
	}
	for _, word := range strings.Fields(`upcoming not-due done missed paused behind due-soon ahead on-track
		per span every entries hours pages credits areas`) {
		if seen[word] == 0 {
			t.Errorf("never %s", word)
		}
	}
	for _, result := range []string{"done", "missed", "not-due", "changed"} {
		if seen["last "+result] == 0 {
			t.Errorf("never a last period %s", result)
		}
	}
	for _, word := range slices.Sorted(maps.Keys(seen)) {
		t.Logf("%4d %s", seen[word], word)
	}
}

// A further reduce pause never raises R, moves a due date earlier or makes a
// goal late (rule 12).
func TestPausesNeverHurt(t *testing.T) {
	for seed := range uint64(seeds) {
		l, today := Random(seed)
		before := Standings(l, today)
		d := dice{Rand: newRand(seed), today: today}
		p := d.pause(l)
		p.KeepTarget = false
		l.Pauses = append(slices.Clone(l.Pauses), p)
		for i, r := range Standings(l, today) {
			b := before[i]
			if !started(l, r.ID) {
				continue
			}
			if r.Required != nil && *r.Required > *b.Required {
				t.Errorf("seed %d, %s: required %v, was %v", seed, r.ID, *r.Required, *b.Required)
			}
			if r.Due != nil && b.Due != nil && *r.Due < *b.Due {
				t.Errorf("seed %d, %s: due %v, was %v", seed, r.ID, *r.Due, *b.Due)
			}
			if worse[r.Status] > worse[b.Status] {
				t.Errorf("seed %d, %s: %s, was %s", seed, r.ID, r.Status, b.Status)
			}
			if r.LateDays > b.LateDays {
				t.Errorf("seed %d, %s: %d days late, was %d", seed, r.ID, r.LateDays, b.LateDays)
			}
		}
	}
}

// A further entry never makes a goal late or moves a due date earlier (rule 12).
func TestEntriesNeverHurt(t *testing.T) {
	for seed := range uint64(seeds) {
		l, today := Random(seed)
		before := Standings(l, today)
		d := dice{Rand: newRand(seed), today: today}
		l.Entries = append(slices.Clone(l.Entries), d.entry(999))
		for i, r := range Standings(l, today) {
			b := before[i]
			if !started(l, r.ID) {
				continue
			}
			if r.Done < b.Done || r.LateDays > b.LateDays || worse[r.Status] > worse[b.Status] ||
				r.Due != nil && b.Due != nil && *r.Due < *b.Due {
				t.Errorf("seed %d, %s: %s, due %v, late %d; was %s, due %v, late %d",
					seed, r.ID, r.Status, r.Due, r.LateDays, b.Status, b.Due, b.LateDays)
			}
		}
	}
}

var worse = map[string]int{"ahead": 1, "on-track": 2, "due-soon": 3, "missed": 4, "behind": 4}

func started(l Log, id string) bool { return l.Start != nil || l.course(id).defs[0].From != nil }

func TestCompare(t *testing.T) {
	l, today := Random(1)
	want := Standings(l, today)
	document := func(goals any) []byte {
		text, err := json.Marshal(map[string]any{"version": 1, "goals": goals})
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	if diffs := Compare(want, document(want)); len(diffs) != 0 {
		t.Errorf("the same: %q", diffs)
	}
	one := Result{ID: "a", Status: "done", Done: 1.5, Period: &Period{1, 2}}
	other := plain(one)
	other["done"] = 2
	other["period"] = map[string]any{"from": "1970-01-02"}
	delete(other, "kept")
	got := Compare([]Result{one, {ID: "b"}}, document([]any{other, map[string]any{"id": "c"}}))
	expected := []string{
		`goal a: done: got 2, want 1.5`,
		`goal a: kept: key missing, want null`,
		`goal a: period.until: key missing, want "1970-01-03"`,
		`goal b: missing, want it `,
		`goal c: there, want none`,
	}
	if !slices.Equal(got, expected) {
		t.Errorf("got %q", got)
	}
	if diffs := Compare(nil, []byte("{}")); len(diffs) != 1 {
		t.Errorf("no goals: %q", diffs)
	}
}
