package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// Verbs of commands.
const (
	VerbSnooze = "snooze"
	VerbPause  = "pause"
)

const (
	maxCommand = 500 // characters of a command
	maxSnooze  = 366 // days that an issue may be silent
)

// Forms of the commands, as faults show them.
const (
	snoozeForm = "write /snooze 2w, /snooze 10d or /snooze 2026-04-20"
	pauseForm  = "write /pause 2026-04-20, /pause 2026-04-06..2026-04-20 or /pause 2w, and behind it the goals if it is not for this one"
)

// Command is what a comment asks for.
type Command struct {
	Verb  string     // VerbSnooze or VerbPause
	Until civil.Date // of a snooze, the last day of silence
	Pause Entry      // of a pause
}

// Verb returns the verb of the command that a comment is, or "" where it is
// none: the first line begins with a slash and the verb.
func Verb(comment string) string {
	line, _, _ := strings.Cut(strings.ReplaceAll(comment, "\r", "\n"), "\n")
	word, _, _ := strings.Cut(strings.TrimRight(line, " \t")+" ", " ")
	for _, verb := range []string{VerbSnooze, VerbPause} {
		if strings.EqualFold(word, "/"+verb) {
			return verb
		}
	}
	return ""
}

// Command reads a comment on an issue. ok is false where it is no command; with
// any fault there is nothing to do but to tell them. goal is the one that the
// issue is for, and that a pause is for unless it names others; "" means all.
func (b Book) Command(p Post, goal string) (c Command, faults []Fault, ok bool) {
	if c.Verb = Verb(p.Body); c.Verb == "" {
		return Command{}, nil, false
	}
	line, _, _ := strings.Cut(strings.ReplaceAll(p.Body, "\r", "\n"), "\n")
	name := "/" + c.Verb
	if fault := unreadable(line); fault != nil || len([]rune(line)) > maxCommand {
		return Command{}, []Fault{{Field: name, Says: "this is no command that can be read", Help: formOf(c.Verb)}}, true
	}
	args := strings.Fields(words.Plain(cleaned(line)))[1:]
	if c.Verb == VerbSnooze {
		c.Until, faults = snooze(args, p.today(b.World.Today))
	} else {
		c.Pause, faults = b.pauseCommand(p, args, goal)
	}
	if len(faults) > 0 {
		c = Command{}
	}
	return c, faults, true
}

func formOf(verb string) string {
	if verb == VerbSnooze {
		return snoozeForm
	}
	return pauseForm
}

// snooze reads for how long an issue keeps silent: 10d, 2w, or a last day.
func snooze(args []string, today civil.Date) (until civil.Date, faults []Fault) {
	fault := func(says, help string) (civil.Date, []Fault) {
		return 0, []Fault{{Field: "/" + VerbSnooze, Says: says, Help: help}}
	}
	text := strings.Join(withoutWord(args, "until", "for"), " ")
	if text == "" {
		return fault("this does not say for how long", snoozeForm)
	}
	text = strings.TrimRight(text, ".,!")
	days, isSpell := spell(text)
	until = today + civil.Date(days)
	if !isSpell {
		day, err := dayReader(today, comingOnly)(text)
		var not notDay
		switch {
		case errors.As(err, &not) && not.doubt:
			return fault(not.says, not.help)
		case err != nil:
			return fault(quoted(text)+" is no length of time and no day", snoozeForm)
		}
		until = day.Last()
	}
	switch {
	case until < today:
		return fault(until.String()+" is over", snoozeForm)
	case until > today+maxSnooze:
		return fault("this is more than a year", "write a day up to "+(today+maxSnooze).String()+", or close the issue as not planned")
	}
	return until, nil
}

// pauseCommand reads a pause: the days, then the goals.
func (b Book) pauseCommand(p Post, args []string, goal string) (Entry, []Fault) {
	name := "/" + VerbPause
	log, findings := tracker.Parse(b.Files, b.Zone)
	d := draft{log: log, today: p.today(b.World.Today), source: p.Source(), dayHelp: pauseForm, ahead: nearest, given: map[string][]string{}, from: map[string]string{}}
	days, goals := d.daysFirst(withoutWord(args, "until", "for", "from"))
	first, last, two := span(days, d.isDay)
	switch {
	case days == "":
		d.fault(name, "this does not say until when", pauseForm)
		return b.entry(&d, findings)
	case !two:
		last = days
	case first == "" || last == "":
		d.fault(name, quoted(days)+" lacks a day", pauseForm)
		return b.entry(&d, findings)
	}
	if goals == "" {
		goals = goal
		if goal != "" && !slices.ContainsFunc(log.Goals, func(g *tracker.Goal) bool { return g.ID == goal }) { // a credential, or what the log had
			d.fault(name, "this issue is for no goal of the log, so there is no clock to stop", "name the goals behind the days, or all; /snooze 2w keeps this issue quiet")
			return b.entry(&d, findings)
		}
	}
	d.pause(first, last, goals, [2]string{name, name}, name)
	return b.entry(&d, findings)
}

// daysFirst parts the days that words begin with, as many words as they may be,
// from the rest. Where they begin with none, all that stands there is days, to be
// told as what it is.
func (d *draft) daysFirst(args []string) (days, rest string) {
	for n := len(args); n > 0; n-- {
		days := strings.TrimRight(strings.Join(args[:n], " "), ",;!")
		if !strings.HasSuffix(days, "..") {
			days = strings.TrimSuffix(days, ".")
		}
		first, last, two := span(days, d.isDay)
		if !two {
			first, last = "", days
		}
		_, isSpell := spell(last)
		if (first != "" || last != "") && (first == "" || d.isDay(first)) && (last == "" || isSpell || d.isDay(last)) {
			return days, strings.Join(args[n:], " ")
		}
	}
	return strings.Join(args, " "), ""
}

// withoutWord takes a little word off the front that people say and hone does
// not need.
func withoutWord(args []string, little ...string) []string {
	for _, w := range little {
		if len(args) > 0 && strings.EqualFold(args[0], w) {
			return args[1:]
		}
	}
	return args
}

// String is a command in short, for a plan that is printed.
func (c Command) String() string {
	if c.Verb == VerbSnooze {
		return fmt.Sprintf("snooze until %s", c.Until)
	}
	return "pause in " + c.Pause.File
}
