package tracker

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
)

// SchemaURL is where editors find the JSON Schema of the format.
const SchemaURL = "https://raw.githubusercontent.com/honelog/hone/main/learning.schema.json"

const (
	startSchema  = "#:schema " + SchemaURL + "\n"
	startRemark  = "# What you learn, and how much of it you mean to. `hone status` shows where you stand.\n"
	startExample = `
# An entry stands below a header in two brackets, one of many:
#
# [[book]]
# title = "The Manager's Path"
# finished = 2026-01-18
# skills = ["leadership"]
`
)

// StartSettings is the [settings] of a new log.
func StartSettings(zone string, start civil.Date) string {
	return fmt.Sprintf("[settings]\ntimezone = %s  # decides when today begins\nstart = %s  # nothing is expected before this day\n", Quote(zone), start)
}

// StartZone is a [settings] that says the time zone alone, and so changes no
// goal's line.
func StartZone(zone string) string {
	return fmt.Sprintf("[settings]\ntimezone = %s  # decides when today begins\n", Quote(zone))
}

// StartFrom is the last line of a [[goal]] or [preset] that counts from a day,
// where [settings] says none.
func StartFrom(start civil.Date) string {
	return fmt.Sprintf("from = %s  # nothing is expected before this day\n", start)
}

// StartBook is a first goal: so many books a year.
func StartBook(n int) string {
	title := fmt.Sprintf("%d books a year", n)
	if n == 12 {
		title = "A book a month"
	}
	return fmt.Sprintf("[[goal]]\nid = \"books\"\ntitle = %s\nkinds = [\"book\"]\ntarget = %d\nper = \"year\"\n", Quote(title), n)
}

// StartPreset is the preset with its goals written out: those that are on, and
// the rest as remarks.
func StartPreset() string {
	p := TechnicalLeader()
	var b strings.Builder
	fmt.Fprintf(&b, "[preset]\nname = %s\ngoals = [\n", Quote(p.Name))
	for _, g := range p.Goals {
		mark := "# "
		if contains(p.On, g.ID) {
			mark = ""
		}
		fmt.Fprintf(&b, "  %s%s,  # %s\n", mark, Quote(g.ID), g.Definitions[0].Asks())
	}
	b.WriteString("]\n")
	return b.String()
}

// Asks says in short what a definition asks for: 6 a year, every 30 days.
func (d *Definition) Asks() string {
	if d.Form == Every {
		return fmt.Sprintf("every %d days", d.Days)
	}
	unit := " "
	if d.Unit != "entries" {
		unit = " " + d.Unit + " "
	}
	if d.Target == One {
		unit = strings.Replace(unit, "s ", " ", 1)
	}
	return fmt.Sprintf("%s%sper %s", d.Target, unit, d.Period)
}

// Complete returns the text of learning.toml with what the log lacks: settings
// at the top, goals behind them. Files are all files of the log, text the one
// to add to. added names what was added; every byte that was there stays, and
// means what it did.
func Complete(files []File, text []byte, settings, goals string) (out []byte, added []string, err error) {
	l, findings := Parse(files, nil)
	if n := Errors(findings); n == 1 {
		return nil, nil, errors.New("the log has an error to mend first: hone check")
	} else if n > 1 {
		return nil, nil, fmt.Errorf("the log has %d errors to mend first: hone check", n)
	}
	body, mark := bytes.CutPrefix(text, []byte("\xef\xbb\xbf"))
	out = bytes.Clone(body)
	fresh := len(bytes.TrimSpace(body)) == 0
	if len(l.Goals) == 0 && goals != "" {
		out = joinBlock(out, goals)
		added = append(added, "goals")
	}
	if !l.hasSettings {
		out = aboveTables(out, settings)
		added = append([]string{"settings"}, added...)
	}
	if fresh && len(added) > 0 {
		out = append([]byte(inStyle(text, startSchema+startRemark+"\n")), out...)
		out = append(out, inStyle(text, startExample)...)
	}
	if mark {
		out = append([]byte("\xef\xbb\xbf"), out...)
	}
	return out, added, onlyCompletes(text, out)
}

// onlyCompletes reports an error unless the second text means all that the
// first does.
func onlyCompletes(before, after []byte) error {
	var old, now map[string]any
	if _, err := toml.Decode(string(before), &old); err != nil {
		return fmt.Errorf("learning.toml has a fault to mend first: %w", err)
	}
	if _, err := toml.Decode(string(after), &now); err != nil {
		return fmt.Errorf("learning.toml cannot take settings or goals: %w", err)
	}
	for name := range old {
		if !same(old[name], now[name]) {
			return fmt.Errorf("learning.toml cannot take settings or goals: %q would change", name)
		}
	}
	return nil
}

// joinBlock puts a table at the end of a text, after an empty line.
func joinBlock(text []byte, table string) []byte {
	if len(text) > 0 {
		gap := "\n\n"
		if trailingBlanks(text) > 0 {
			gap = ""
		} else if text[len(text)-1] == '\n' {
			gap = "\n"
		}
		text = append(text, inStyle(text, gap)...)
	}
	return append(text, inStyle(text, table)...)
}

// aboveTables puts a table before the first header of a text, behind the plain
// keys and remarks that stand above it.
func aboveTables(text []byte, table string) []byte {
	blocks := outline(text)
	if len(blocks) == 0 {
		return joinBlock(text, table)
	}
	at := blocks[0].start
	gap := ""
	if len(bytes.TrimSpace(text[:at])) > 0 && trailingBlanks(text[:at]) == 0 {
		gap = "\n"
	}
	return slices.Concat(text[:at], []byte(inStyle(text, gap+table+"\n")), text[at:])
}

// inStyle gives a table the line ends of a text.
func inStyle(text []byte, table string) string {
	if bytes.Contains(text, []byte("\r\n")) {
		return strings.ReplaceAll(table, "\n", "\r\n")
	}
	return table
}
