package tracker

import (
	"fmt"
	"hash/maphash"

	"github.com/honelog/hone/tracker/civil"
)

// warn finds what is no error in a log that needs nothing but the log.
func (r *reader) warn() {
	r.warnGoals()
	r.warnHours()
	r.warnSteep()
	r.warnDuplicates()
	r.warnCredentials()
}

func (r *reader) warnGoals() {
	presetTold := false
	for _, g := range r.log.Goals {
		d := &g.Definitions[0]
		if g.faulty {
			continue
		}
		if _, has := r.log.goalStart(g); !has && !(g.preset && presetTold) && !r.lost.settings {
			presetTold = presetTold || g.preset
			what := quote(g.ID)
			if g.preset {
				what = "the preset"
			}
			r.reportAt("no-start", d.at, what+" does not say from when on it counts", "add from = DATE here, or start = DATE below [settings]")
		}
		if len(d.Kinds)+len(d.Skills)+len(d.Tags)+len(d.Roles) == 0 && d.Credential == "" && (d.Unit == "entries" || d.Unit == "hours") {
			r.reportAt("no-filter", d.at, quote(g.ID)+" counts every entry", `add what counts, like kinds = ["book"]`)
		}
	}
}

// warnHours reports the entries without hours that goals in hours ask for.
func (r *reader) warnHours() {
	var inHours []*Goal
	for _, g := range r.log.Goals {
		for i := range g.Definitions {
			if g.Definitions[i].Unit == "hours" && !g.faulty {
				inHours = append(inHours, g)
				break
			}
		}
	}
	if len(inHours) == 0 {
		return
	}
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		if e.HasHours || !e.Counts() {
			continue
		}
		for _, g := range inHours {
			on := e.When.Last()
			d := g.definitionOn(on)
			start, has := r.log.goalStart(g)
			if d.Unit == "hours" && (!has || on >= start) && !(d.HasUntil && on > d.Until) && d.Matches(r.log, e) {
				r.reportAt("no-hours", e.at, fmt.Sprintf("%s counts in hours, and %s names none", quote(g.ID), e.Kind.article), "add hours = 1.5, or leave it to count 0")
				break
			}
		}
	}
}

// warnSteep reports pauses that keep the target and take a fifth or more of a
// period: the days left then have to bring a quarter more.
func (r *reader) warnSteep() {
	for i := range r.log.Pauses {
		p := &r.log.Pauses[i]
		if !p.KeepTarget || p.faulty {
			continue
		}
		for _, g := range r.log.Goals {
			if g.faulty || !p.For(g.ID) {
				continue
			}
			d := g.definitionOn(p.From)
			from, until := d.From, d.Until
			switch d.Form {
			case Every:
				continue
			case Per:
				from, until = d.Period.Around(p.From, r.log.Settings.YearStarts)
			}
			days := min(until, p.Until) - max(from, p.From) + 1
			if days > 0 && 5*days >= until-from+1 {
				r.reportAt("steep-pause", p.keepAt, fmt.Sprintf("%s keeps its target over %s without this pause's days", quote(g.ID), dayCount(int(days))), "take the line out, and the target shrinks with the days")
				break
			}
		}
	}
}

func dayCount(n int) string {
	if n == 1 {
		return "a day"
	}
	return fmt.Sprintf("%d days", n)
}

// warnDuplicates reports entries of the same kind, title and day; of those that
// have no title, of the same role and person.
func (r *reader) warnDuplicates() {
	seed := maphash.MakeSeed()
	seen := make(map[uint64]int32, len(r.log.Entries)) // by a hash of what must be the same
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		if !e.When.Set || e.faulty {
			continue
		}
		hash := maphash.String(seed, e.Title) ^ maphash.String(seed, e.Kind.Name+e.Activity)<<1 ^ uint64(e.When.date)*0x9e3779b97f4a7c15
		if e.Title == "" {
			hash ^= maphash.String(seed, e.Field("with")) << 2
		}
		first, met := seen[hash]
		if !met {
			seen[hash] = int32(i)
			continue
		}
		if !sameEntry(&r.log.Entries[first], e) {
			continue
		}
		file, line := r.log.Line(&r.log.Entries[first])
		r.reportAt("duplicate-entry", e.at, fmt.Sprintf("this %s stands twice", e.Kind.Name), fmt.Sprintf("take one out if it is one: the other is at %s:%d; both count", shown(file), line))
	}
}

// sameEntry reports whether two entries seem to be one.
func sameEntry(a, b *Entry) bool {
	return a.Kind == b.Kind && a.Activity == b.Activity && a.When == b.When && a.Title == b.Title &&
		(a.Title != "" || a.Role == b.Role && a.By == b.By && a.Field("with") == b.Field("with"))
}

func (r *reader) warnCredentials() {
	earned := map[string]civil.Date{}
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		if e.Kind.Name != "certification" {
			continue
		}
		if e.Rule != "" && !r.log.rules[e.Rule] {
			r.reportAt("unknown-rule", e.ruleAt, "hone does not know the rule "+quote(e.Rule)+" yet", "leave it: the credential stands by its dates until then")
		}
		if first, known := earned[e.ID]; e.ID != "" && e.When.Set && (!known || e.When.Last() < first) {
			earned[e.ID] = e.When.Last()
		}
	}
	for i := range r.log.Entries {
		e := &r.log.Entries[i]
		told := ""
		for _, c := range e.Credits {
			on, known := earned[c.Credential]
			if known && e.When.Set && e.When.Last() < on && told != c.Credential {
				told = c.Credential
				r.reportAt("before-earned", c.at, fmt.Sprintf("%s was earned on %s, after this", quote(c.Credential), on), "mend the day, or take the credits out")
			}
		}
	}
}
