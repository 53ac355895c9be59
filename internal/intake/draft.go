package intake

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// draft is a table in the making: what is given for its keys, and the field
// that each of them came from.
type draft struct {
	form   *Form
	log    *tracker.Log
	today  civil.Date
	source string

	dayHelp string // for what is like no day; "" for the usual
	ahead   int    // how far ahead a day without a year may lie, in days

	table  string
	keys   []tracker.Key // that the table takes
	name   string        // of its file, behind the day
	on     civil.Date
	rests  *tracker.Stretch // of a pause, its days
	given  map[string][]string
	from   map[string]string // by the first part of a key: the label of its field
	faults []Fault

	private bool // it names a goal that is kept from the public
}

func (d *draft) fault(field, says, help string) {
	d.faults = append(d.faults, Fault{Field: field, Says: says, Help: help})
}

// set gives a key its value, or a further one.
func (d *draft) set(key, field string, values ...string) {
	d.given[key] = append(d.given[key], values...)
	d.from[key] = field
}

// has reports whether anything is given for a key.
func (d *draft) has(key string) bool { return len(d.given[key]) > 0 }

// day reads a day as people type it.
func (d *draft) day(s string) (tracker.Day, error) { return dayReader(d.today, d.ahead)(s) }

// isDay reports whether a text is a day, or is like one.
func (d *draft) isDay(s string) bool {
	_, err := d.day(s)
	var not notDay
	return err == nil || errors.As(err, &not) && not.doubt
}

// block writes the table, its id first, then its keys in the order of the
// format. A value that is none is a fault, and left out.
func (d *draft) block() tracker.Block {
	b := tracker.Block{Table: d.table, On: d.on, Dated: true}
	for _, id := range []bool{true, false} {
		for _, key := range d.keys {
			if (key.Name == "id") != id || !d.has(key.Name) {
				continue
			}
			b.Keys = append(b.Keys, d.lines(&key)...)
		}
	}
	return b
}

// lines writes what is given for a key. Of several parts, as credits have them,
// each is told that is none.
func (d *draft) lines(key *tracker.Key) []tracker.KeyValue {
	given := d.given[key.Name]
	lines, whole := key.Write(given, d.day)
	if whole == nil {
		return lines
	}
	told := len(d.faults)
	for _, g := range given {
		good, err := key.Write([]string{g}, d.day)
		if err != nil {
			d.wrong(key.Name, err)
		}
		lines = append(lines, good...)
	}
	if len(d.faults) == told { // each is right, and they do not go together
		d.wrong(key.Name, whole)
		return nil
	}
	return lines
}

// wrong tells of a value that is none; of which key, where its field has many.
func (d *draft) wrong(key string, err error) {
	var not notDay
	says, help := strings.TrimPrefix(err.Error(), key+": "), ""
	if errors.As(err, &not) {
		says, help = not.says, not.help
	}
	if d.from[key] == fieldMore {
		says = key + ": " + says
	}
	d.fault(d.from[key], says, help)
}

// Take reads an issue that was made with a form, into an entry or a pause. With
// any fault there is none; all faults come at once.
func (b Book) Take(f Form, p Post) (Entry, []Fault) {
	values, faults := f.read(p.Body)
	if values == nil {
		return Entry{}, faults
	}
	log, findings := tracker.Parse(b.Files, b.Zone)
	d := draft{form: &f, log: log, today: p.today(b.World.Today), source: p.Source(), given: map[string][]string{}, from: map[string]string{}, faults: faults}
	f.takes(&d, values)
	e, faults := b.entry(&d, findings)
	slices.SortStableFunc(faults, func(x, y Fault) int { return f.place(x) - f.place(y) })
	return e, faults
}

// place returns where in a form a fault stands; behind all fields what is of
// none.
func (f *Form) place(x Fault) int {
	if i := slices.IndexFunc(f.Fields, func(field Field) bool { return field.Label == x.Field }); i >= 0 {
		return i
	}
	return len(f.Fields)
}

// entry makes a draft into a file, and checks the log with it in.
func (b Book) entry(d *draft, before []tracker.Finding) (Entry, []Fault) {
	e := Entry{Source: d.source, Today: b.World.Today, Before: d.log, Block: d.block(), Break: d.rests}
	if n := tracker.Errors(before); n > 0 {
		d.faults = append(d.faults, logFault(before, n))
		return Entry{}, d.faults
	}
	if d.table == "" {
		return Entry{}, d.faults
	}
	in, err := tracker.Insert(nil, e.Block)
	if err != nil {
		if len(d.faults) == 0 {
			d.fault("", err.Error(), "write it more simply")
		}
		return Entry{}, d.faults
	}
	e.Data = in.Text
	e.File = freeName(b.Files, d.log.NewID(d.on, d.name))
	public := tracker.KeyValue{Key: "public", Value: "false"}
	e.Private = d.private || slices.Contains(e.Block.Keys, public)
	checked, keys := in, slices.DeleteFunc(slices.Clone(e.Block.Keys), func(kv tracker.KeyValue) bool { return kv == public })
	if e.Private {
		// Its faults are told to the one who wrote it, where it was written; what
		// is private elsewhere in the log is not.
		checked, _ = tracker.Insert(nil, tracker.Block{Table: d.table, Keys: keys}) // a line less than what went well
	}
	log, findings := b.with(tracker.File{Name: e.File, Data: checked.Text})
	for _, f := range append(findings, log.Check(b.World)...) {
		switch {
		case f.File == e.File && f.Severity == tracker.Warning:
			e.Warnings = append(e.Warnings, f)
		case f.Severity == tracker.Error && (f.File != e.File || f.Code != "missing-key"): // that is told already, in the form's words
			field := ""
			if n := f.Line - checked.Line - 1; f.File == e.File && n >= 0 && n < len(keys) {
				key, _, _ := strings.Cut(keys[n].Key, ".")
				field = d.from[key]
			}
			f = f.Public()
			d.fault(field, f.Message, f.Help)
		}
	}
	if len(d.faults) > 0 {
		return Entry{}, d.faults
	}
	e.After, _ = b.with(tracker.File{Name: e.File, Data: e.Data})
	return e, nil
}

// with reads the log with a file more.
func (b Book) with(f tracker.File) (*tracker.Log, []tracker.Finding) {
	return tracker.Parse(append(slices.Clone(b.Files), f), b.Zone)
}

// logFault tells that the log itself has to be mended first.
func logFault(findings []tracker.Finding, n int) Fault {
	i := slices.IndexFunc(findings, func(f tracker.Finding) bool { return f.Severity == tracker.Error })
	f := findings[i].Public()
	says := fmt.Sprintf("the log itself has a fault in %s, line %d: %s", f.File, f.Line, f.Message)
	if n > 1 {
		says = fmt.Sprintf("the log itself has %d faults, the first in %s, line %d: %s", n, f.File, f.Line, f.Message)
	}
	return Fault{Says: says, Help: "mend the log; this waits for it", Waits: true}
}

// freeName returns the name of a new file for a table that begins with its day.
func freeName(files []tracker.File, id string) string {
	base := "learning/" + id[:4] + "/" + id
	name := base + ".toml"
	for n := 2; slices.ContainsFunc(files, func(f tracker.File) bool { return strings.EqualFold(f.Name, name) }); n++ {
		name = fmt.Sprintf("%s-%d.toml", base, n)
	}
	return name
}
