package brute

import "fmt"

func (d dice) entry(i int) Entry {
	e := Entry{Kind: pick(d, kinds), Title: fmt.Sprintf("Entry %d: \"ä\"", i+1)}
	if d.chance(30) {
		e.Kind = "book"
	}
	date := d.around(450, 120)
	if d.chance(5) {
		date -= 600
	}
	e.Date = &date
	begun, counts := keys(e.Kind)
	if begun != "" && d.chance(50) {
		e.Begun = ptr(date - Day(d.IntN(20)))
	}
	if counts == "finished" && d.chance(10) {
		e.Date, e.Begun = nil, ptr(date) // in progress
	}
	if d.chance(4) {
		e.Dropped = ptr(date)
	}
	e.Role = d.role(e.Kind)
	if e.Kind == "book" && d.chance(80) {
		e.Pages = 20 + d.IntN(600)
	}
	if d.chance(60) {
		e.Hours = Milli(250 * (1 + d.IntN(60)))
		if d.chance(15) {
			e.Hours = Milli(1 + d.IntN(9000))
		}
	}
	if d.chance(60) {
		e.Skills = d.some(skills, 3)
	}
	if d.chance(40) {
		e.Tags = d.some(tags, 2)
	}
	for _, credential := range credentials {
		if !d.chance(40) {
			continue
		}
		if d.chance(50) {
			e.Credits = append(e.Credits, Credit{credential, "", d.credit()})
			continue
		}
		e.Credits = append(e.Credits, Credit{credential, "a", d.credit()})
		if d.chance(40) {
			e.Credits = append(e.Credits, Credit{credential, "b", d.credit()})
		}
	}
	return e
}

func (d dice) credit() Milli { return Milli(250 * (1 + d.IntN(80))) }

// role gives one of the kind's own roles, where the kind has a fixed set.
func (d dice) role(kind string) string {
	switch kind {
	case "community":
		return pick(d, []string{"", "attended", "helped", "organised"})
	case "mentoring":
		return pick(d, []string{"mentor", "mentee"})
	case "feedback":
		return pick(d, []string{"", "received", "given"})
	}
	return ""
}
