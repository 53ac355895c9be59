package render

import (
	"fmt"
	"strings"

	"github.com/honelog/hone/tracker"
)

// Format is FORMAT.md: the format of a log, made from the tables that the
// parser reads by.
func Format() string {
	var b strings.Builder
	b.WriteString(formatHead)
	b.WriteString("## Kinds of entry\n\nKeys in **bold** are required.\n\n| kind | is | own keys | counts on |\n|---|---|---|---|\n")
	for _, k := range tracker.Kinds() {
		counts := "`" + k.Counts + "`"
		if k.Else != "" {
			counts += ", else `" + k.Else + "`"
		}
		fmt.Fprintf(&b, "| [`[[%s]]`](#%s) | %s | %s | %s |\n", k.Name, k.Name, k.Says, ownKeys(k), counts)
	}
	b.WriteString("\nEvery kind also takes:\n\n" + keyTable(sharedKeys()))
	for _, k := range tracker.Kinds() {
		fmt.Fprintf(&b, "\n### %s\n\n%s: it counts on `%s`", k.Name, capital(k.Says), k.Counts)
		if k.Else != "" {
			fmt.Fprintf(&b, ", or on `%s` where there is none", k.Else)
		}
		b.WriteString(".\n\n" + keyTable(k.Keys[:len(k.Keys)-len(sharedKeys())]))
	}
	b.WriteString(formatDates)
	b.WriteString("\n## Other tables\n")
	for _, t := range tracker.Tables() {
		header := "[" + t.Name + "]"
		if t.Many {
			header = "[[" + t.Name + "]]"
		}
		fmt.Fprintf(&b, "\n### %s\n\n`%s`: %s.\n", t.Name, header, t.Says)
		b.WriteString("\n" + keyTable(t.Keys))
		if t.Name == "goal" {
			b.WriteString(formatGoals)
		}
	}
	formatSkills(&b)
	formatPreset(&b)
	formatCodes(&b)
	return b.String()
}

const formatHead = `# The log format, version 1

<!-- Made from the tables in tracker/kinds.go, tracker/tables.go and tracker/codes.go by
     go test ./internal/render -run TestFormat -update; a test holds it true. -->

A log is TOML 1.0 in ` + "`learning.toml`, `learning/*.toml` and `learning/YYYY/*.toml`" + `, read as one: tables add up, and
order never matters. The log root is the nearest folder, upward and inside the repository, that has one of them.
` + "`version = 1`, `[settings]`, `[preset]`, `[badges]` and `[cards]`" + ` stand in one file at most. Limits: 8 MB a file, 64 MB and
200,000 entries a log. The smallest log that works:

` + "```toml" + `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[book]]
title = "The Manager's Path"
finished = 2026-01-18
` + "```" + `

`

const formatDates = `
## Dates

A day is written without quotes: ` + "`finished = 2026-01-18`" + `. A day known to the month is a text: ` + "`finished = \"2026-01\"`" + `; it counts on that
month's last day, or today while the month lasts, and is shown as "about". Future dates are planned and count from their
day. An entry counts on its date, never on its commit's; entries in a pause count. Without its counting date an entry is
in progress: shown, not counted. ` + "`dropped = DATE`" + ` says it was given up.
`

const formatGoals = `
A goal has one of three forms: ` + "`per`" + ` a period that recurs, ` + "`from` and `until`" + ` (a span), or ` + "`every`" + ` so often. Filters stand
beside each other: an entry passes all of them, and of each any one word. The same ` + "`id`" + ` again with a later ` + "`from`" + ` changes the
goal from that day, and what it does not restate is inherited; what was stays as it was. Goals and credentials share one
space of ids; ` + "`all`" + ` is reserved. Without a ` + "`notice`" + ` the longest of the goal's kinds holds, cut to a quarter of the time between
two steps.

Amounts are due in steps: a year has 12, a half 6, a quarter 3, a month 4, a week 1, unless ` + "`checkpoints`" + ` says otherwise.
Absent hours count 0.
`

// sharedKeys are the keys that every kind takes.
func sharedKeys() []tracker.Key {
	a, b := tracker.Kinds()[0].Keys, tracker.Kinds()[1].Keys
	n := 0
	for n < len(a) && n < len(b) && a[len(a)-1-n].Name == b[len(b)-1-n].Name {
		n++
	}
	return a[len(a)-n:]
}

func ownKeys(k *tracker.Kind) string {
	var names []string
	for _, key := range k.Keys[:len(k.Keys)-len(sharedKeys())] {
		if key.Required {
			names = append(names, "**"+key.Name+"**")
		} else {
			names = append(names, key.Name)
		}
	}
	return strings.Join(names, ", ")
}

// keyTable lists keys with the type and meaning of their values.
func keyTable(keys []tracker.Key) string {
	var b strings.Builder
	b.WriteString("| key | value | means |\n|---|---|---|\n")
	for _, k := range keys {
		name := "`" + k.Name + "`"
		if k.Required {
			name = "**" + name + "**"
		}
		says := k.Says
		if k.Default != "" {
			says += " (default " + k.Default + ")"
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", name, typeWords(k), strings.ReplaceAll(says, "|", "\\|"))
	}
	return b.String()
}

// typeWords says what a key's value looks like.
func typeWords(k tracker.Key) string {
	switch k.Type {
	case tracker.ChoiceType, tracker.UnitType, tracker.PerType:
		quoted := make([]string, len(k.Choices))
		for i, c := range k.Choices {
			quoted[i] = "`\"" + c + "\"`"
		}
		return strings.Join(quoted, ", ")
	case tracker.CardsType:
		return "list of `\"" + strings.Join(k.Choices, "\"`, `\"") + "\"`, `\"burnup-GOAL\"`"
	}
	return map[tracker.Type]string{
		tracker.TextType: "text", tracker.SlugType: "id", tracker.DateType: "day or `\"YYYY-MM\"`", tracker.ExactDayType: "day",
		tracker.HoursType: "number", tracker.WholeType: "whole number", tracker.RatingType: "1 to 5", tracker.BoolType: "`true` or `false`",
		tracker.URLType: "http(s) address", tracker.ISBNType: "text", tracker.TextsType: "list of texts", tracker.SkillsType: "list of skills",
		tracker.SessionsType: "list of texts, or whole number", tracker.EvidenceType: "list of paths or links", tracker.CreditsType: "numbers",
		tracker.SubmitsType: "days", tracker.ScoresType: "1 to 5 each", tracker.TargetType: "1 to 10,000", tracker.SpanType: "`\"30d\"` or `\"4w\"`",
		tracker.KindsType: "list of kinds", tracker.IDsType: "list of ids", tracker.ZoneType: "IANA name", tracker.YearDayType: "`\"MM-DD\"`",
		tracker.LabelsType: "texts", tracker.AnyType: "any value, kept for later",
	}[k.Type]
}

func formatSkills(b *strings.Builder) {
	b.WriteString("\n## Skills\n\nAn area stands for all its skills; your own are `[skill.NAME]` with an `area`.\n\n| area | is | skills |\n|---|---|---|\n")
	for a := range tracker.Area(tracker.NumAreas) {
		fmt.Fprintf(b, "| `%s` | %s | %s |\n", a, a.Title(), strings.Join(a.Skills(), ", "))
	}
}

func formatPreset(b *strings.Builder) {
	p := tracker.TechnicalLeader()
	fmt.Fprintf(b, "\n## The preset %s\n\nA `[[goal]]` with one of these ids inherits what it does not restate.\n\n| id | asks for | of | on |\n|---|---|---|---|\n", p.Name)
	on := map[string]bool{}
	for _, id := range p.On {
		on[id] = true
	}
	for _, g := range p.Goals {
		d := g.Definitions[0]
		what := strings.Join(d.Kinds, ", ")
		if len(d.Roles) > 0 {
			what += " (" + strings.Join(d.Roles, ", ") + ")"
		}
		yes := ""
		if on[g.ID] {
			yes = "yes"
		}
		fmt.Fprintf(b, "| `%s` | %s | %s | %s |\n", g.ID, d.Asks(), what, yes)
	}
}

func formatCodes(b *strings.Builder) {
	b.WriteString("\n## Findings\n\nAn error keeps a log from being trusted; a warning does not. `hone explain CODE` shows these on the screen.\n")
	for _, c := range tracker.Codes() {
		fmt.Fprintf(b, "\n### %s\n\n%s. %s\n", c.Name, capital(string(c.Severity)), c.Text)
		if c.Wrong == "" {
			continue
		}
		fence := func(s string) string {
			return "```toml\n" + strings.Trim(strings.ToValidUTF8(s, "\ufffd"), "\n") + "\n```\n"
		}
		fmt.Fprintf(b, "\nWrong:\n\n%s\nRight:\n\n%s", fence(c.Wrong), fence(c.Right))
	}
}
