package tracker

import (
	"fmt"
	"slices"
	"strings"
)

// reference is a name that [badges] or [cards] shows or labels. What it means is
// known only when the whole log is read.
type reference struct {
	pendingName
	table string // badges or cards
}

// touchesGoals reports whether a fault in a table of which a log has one may
// change where goals stand.
func touchesGoals(table string) bool { return table != "badges" && table != "cards" }

func (r *reader) badges() {
	r.log.Badges = BadgeSettings{Show: r.show("badges"), Style: r.chosen("style"), Palette: r.chosen("palette"), Labels: r.labels("badges")}
}

func (r *reader) cards() {
	r.log.Cards = CardSettings{Show: r.show("cards"), Theme: r.chosen("theme"), Palette: r.chosen("palette"), WeekStarts: r.chosen("week-starts"), Labels: r.labels("cards")}
}

// chosen returns the choice that a key of the table last read makes, or "".
func (r *reader) chosen(key string) string {
	if v := r.value(key); v != nil && contains(v.key.Choices, v.text) {
		return v.text
	}
	return ""
}

// show reads what is shown, each name once; nil where the log does not say.
func (r *reader) show(table string) []string {
	v := r.value("show")
	if v == nil {
		return nil
	}
	shown := make([]string, 0, len(v.list))
	for i, name := range v.list {
		if slices.Contains(shown, name) {
			r.report("bad-value", v.spans[i], quote(name)+" is shown twice", "take one of the two out")
			continue
		}
		shown = append(shown, name)
		r.shown = append(r.shown, reference{pendingName{name, r.at(v.spans[i])}, table})
	}
	return shown
}

// labels reads texts by name.
func (r *reader) labels(table string) map[string]string {
	v := r.value("labels")
	if v == nil {
		return nil
	}
	m, _ := v.raw.(map[string]any)
	labels := make(map[string]string, len(m))
	for c := range r.doc.Tree.Children(v.node) {
		raw, known := m[c.Name]
		if !known {
			continue
		}
		r.shown = append(r.shown, reference{pendingName{c.Name, r.at(c.Key)}, table})
		text, isText := raw.(string)
		switch {
		case r.blamed(c, nil):
		case table == "cards" && c.Name == burnup:
			r.report("bad-value", c.Key, `"burnup" stands for the burn-ups of all goals`, "name one of them, like labels."+burnup+`-GOAL = "…"`)
		case !isText:
			r.report("wrong-type", c.Value, fmt.Sprintf("the label of %s is %s", quote(c.Name), typeName(raw)), "write a text in quotes, like labels."+slugOf(c.Name)+` = "…"`)
		case strings.TrimSpace(text) == "":
			r.report("bad-value", c.Value, fmt.Sprintf("the label of %s is empty", quote(c.Name)), "write what it shall say, or take the line out")
		default:
			labels[c.Name] = text
		}
	}
	return labels
}
