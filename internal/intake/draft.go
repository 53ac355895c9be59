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

	table  string
	keys   []tracker.Key // that the table takes
	name   string        // of its file, behind the day
	on     civil.Date
	rests  *tracker.Stretch // of a pause, its days
	given  map[string][]string
	from   map[string]string // by the first part of a key: the label of its field
	faults []Fault
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
func (d *draft) day(s string) (tracker.Day, error) { return dayReader(d.today)(s) }

// block writes the table, its id first, then its keys in the order of the
// format. A value that is none is a fault, and left out.
func (d *draft) block() tracker.Block {
	b := tracker.Block{Table: d.table, On: d.on, Dated: true}
	for _, id := range []bool{true, false} {
		for _, key := range d.keys {
			if (key.Name == "id") != id || !d.has(key.Name) {
				continue
			}
			lines, err := key.Write(d.given[key.Name], d.day)
			var not notDay
			switch {
			case errors.As(err, &not):
				d.fault(d.from[key.Name], not.says, not.help)
			case err != nil:
				d.fault(d.from[key.Name], strings.TrimPrefix(err.Error(), key.Name+": "), "")
			}
			b.Keys = append(b.Keys, lines...)
		}
	}
	return b
}

// Take reads an issue that was made with a form, into an entry or a pause. With
// any fault there is none; all faults come at once.
func (b Book) Take(f Form, p Post) (Entry, []Fault) {
	values, faults := f.read(p.Body)
	if values == nil {
		return Entry{}, faults
	}
	log, findings := tracker.Parse(b.Files, b.Zone)
	d := draft{form: &f, log: log, today: b.World.Today, source: p.Source(), given: map[string][]string{}, from: map[string]string{}, faults: faults}
	f.takes(&d, values)
	return b.entry(&d, findings)
}

// entry makes a draft into a file, and checks the log with it in.
func (b Book) entry(d *draft, before []tracker.Finding) (Entry, []Fault) {
	e := Entry{Source: d.source, Today: d.today, Before: d.log, Block: d.block(), Break: d.rests}
	if n := tracker.Errors(before); n > 0 {
		d.faults = append(d.faults, logFault(before, n))
		return Entry{}, d.faults
	}
	if d.table == "" {
		return Entry{}, d.faults
	}
	in, err := tracker.Insert(nil, e.Block)
	if err != nil {
		d.fault("", err.Error(), "write it more simply")
		return Entry{}, d.faults
	}
	e.Data = in.Text
	e.File = freeName(b.Files, d.log.NewID(d.on, d.name))
	files := append(slices.Clone(b.Files), tracker.File{Name: e.File, Data: e.Data})
	var after []tracker.Finding
	e.After, after = tracker.Parse(files, b.Zone)
	known := map[tracker.Finding]bool{}
	for _, f := range before {
		known[f] = true
	}
	for _, f := range append(after, e.After.Check(b.World)...) {
		switch {
		case f.Severity == tracker.Warning && f.File == e.File:
			e.Warnings = append(e.Warnings, f)
		case f.Severity == tracker.Error && !known[f]:
			d.blame(f, &e, in)
		}
	}
	if len(d.faults) > 0 {
		return Entry{}, d.faults
	}
	e.Private = slices.ContainsFunc(e.Block.Keys, func(kv tracker.KeyValue) bool { return kv == tracker.KeyValue{Key: "public", Value: "false"} })
	return e, nil
}

// blame makes a finding a fault of the field whose value it is about.
func (d *draft) blame(f tracker.Finding, e *Entry, in tracker.Inserted) {
	if f.Code == "missing-key" && f.File == e.File {
		return // told already, in the form's words
	}
	field := ""
	if n := f.Line - in.Line - 1; f.File == e.File && n >= 0 && n < len(e.Block.Keys) {
		key, _, _ := strings.Cut(e.Block.Keys[n].Key, ".")
		field = d.from[key]
	}
	d.fault(field, f.Message, f.Help)
}

// logFault tells that the log itself has to be mended first.
func logFault(findings []tracker.Finding, n int) Fault {
	i := slices.IndexFunc(findings, func(f tracker.Finding) bool { return f.Severity == tracker.Error })
	f := findings[i].Public()
	says := fmt.Sprintf("the log itself has a fault in %s, line %d: %s", f.File, f.Line, f.Message)
	if n > 1 {
		says = fmt.Sprintf("the log itself has %d faults, the first in %s, line %d: %s", n, f.File, f.Line, f.Message)
	}
	return Fault{Says: says, Help: "mend the log; this waits for it"}
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
