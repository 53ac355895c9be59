package brute

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
)

// Compare holds a status document against the expected results and returns a
// line for every difference, the goal and the key named. Keys that Result does
// not know are left alone; a key that is absent is a difference even where null
// is expected.
func Compare(want []Result, got []byte) []string {
	var document struct {
		Goals []map[string]any `json:"goals"`
	}
	if err := json.Unmarshal(got, &document); err != nil {
		return []string{"not a status document: " + err.Error()}
	}
	if document.Goals == nil {
		return []string{"no goals in the document"}
	}

	var diffs []string
	byID := map[string]map[string]any{}
	var order []string
	for _, g := range document.Goals {
		id := fmt.Sprint(g["id"])
		if byID[id] != nil {
			diffs = append(diffs, fmt.Sprintf("goal %s: twice in the document", id))
		}
		byID[id] = g
		order = append(order, id)
	}
	var expected []string
	for _, r := range want {
		expected = append(expected, r.ID)
		g := byID[r.ID]
		if g == nil {
			diffs = append(diffs, fmt.Sprintf("goal %s: missing, want it %s", r.ID, r.Status))
			continue
		}
		diffs = append(diffs, differences("goal "+r.ID+": ", plain(r), g)...)
	}
	for _, id := range order {
		if !slices.Contains(expected, id) {
			diffs = append(diffs, fmt.Sprintf("goal %s: there, want none", id))
		}
	}
	if len(diffs) == 0 && !slices.Equal(order, expected) {
		diffs = append(diffs, fmt.Sprintf("goals in the order %v, want %v", order, expected))
	}
	return diffs
}

// plain returns a result as JSON would be read.
func plain(r Result) map[string]any {
	text, err := json.Marshal(r)
	if err != nil {
		panic(err)
	}
	var m map[string]any
	if err := json.Unmarshal(text, &m); err != nil {
		panic(err)
	}
	return m
}

// differences walks the wanted keys in alphabetical order.
func differences(path string, want, got map[string]any) []string {
	var diffs []string
	for _, key := range slices.Sorted(maps.Keys(want)) {
		w := want[key]
		g, there := got[key]
		wantMap, both := w.(map[string]any)
		gotMap, ok := g.(map[string]any)
		switch {
		case !there:
			diffs = append(diffs, fmt.Sprintf("%s%s: key missing, want %s", path, key, show(w)))
		case both && ok:
			diffs = append(diffs, differences(path+key+".", wantMap, gotMap)...)
		case both || ok || !equal(w, g):
			diffs = append(diffs, fmt.Sprintf("%s%s: got %s, want %s", path, key, show(g), show(w)))
		}
	}
	return diffs
}

// equal compares values that are no objects.
func equal(want, got any) bool { return show(want) == show(got) }

func show(v any) string {
	text, err := json.Marshal(v)
	if err != nil {
		return err.Error()
	}
	return string(text)
}
