package brute

import "slices"

// cadence fills in a goal that wants k entries every N days (rules 8 to 10).
func (x era) cadence(t Day, r *Result) {
	def := x.in(t)
	k := floor(def.Target.rat())
	r.Target = float(def.Target.rat())
	r.Done = float64(x.window(t, def.Every))
	r.Kept = x.kept(t)
	if x.g != nil && t < *x.g {
		r.Status = "upcoming"
		return
	}
	due := x.cadenceDue(t)
	safe := 0
	if due != nil {
		safe = x.safe(t, *due)
		r.Due, r.SafeDays = due, &safe
		r.Next = &Next{float64(x.missing(t, *due)), *due}
		if safe < 0 {
			r.LateDays, r.LateSince = -safe, due
		}
	}
	slot := div(whole(def.Every), whole(k))
	paused, _ := x.pause(t)
	switch {
	case paused:
		r.Status = "paused"
	case safe < 0:
		r.Status = "behind"
	case due != nil && safe <= notice(def, floor(div(slot, whole(4)))) && !x.anyCounting(t+1, *due):
		r.Status = "due-soon"
	default:
		r.Status = "on-track"
	}
}

// missing is how many entries of today it takes, added one by one, until the due
// date is a later one and not over; no more than are asked for.
func (x era) missing(t, due Day) int {
	dates, k := x.dates(t), floor(x.in(t).Target.rat())
	for n := 1; n < k; n++ {
		dates = append(dates, t)
		if next := x.dueAfter(dates, t); next == nil || *next > due && *next >= t {
			return n
		}
	}
	return k
}

// dates are the days of the entries that count up to t, ascending.
func (x era) dates(t Day) (dates []Day) {
	for _, e := range x.log.Entries {
		if x.counting(e) && *e.Date <= t && (x.g == nil || *e.Date >= *x.g) {
			dates = append(dates, *e.Date)
		}
	}
	slices.Sort(dates)
	return dates
}

// cadenceDue is q and N active days on, with the definition in force on t and
// the entries up to t. It is nil while nothing is due: without a start until
// there are k entries, and where the goal ends before N active days are over.
func (x era) cadenceDue(t Day) *Day { return x.dueAfter(x.dates(t), t) }

// dueAfter is [era.cadenceDue] with entries on these days.
func (x era) dueAfter(dates []Day, t Day) *Day {
	def := x.in(t)
	var q Day
	switch k := floor(def.Target.rat()); {
	case len(dates) >= k:
		q = dates[len(dates)-k]
	case x.g != nil:
		q = *x.g
	default:
		return nil
	}
	// After the last pause and the last change nothing new can happen.
	end := q
	for _, p := range x.log.Pauses {
		end = max(end, p.Until)
	}
	for _, g := range x.defs[1:] {
		end = max(end, *g.From)
	}
	end += Day(def.Every)
	n := 0
	for d := q + 1; d <= end; d++ {
		if x.active(d) {
			n++
		}
		if n == def.Every {
			return &d
		}
	}
	return nil
}

func (x era) safe(t, due Day) int {
	if due >= t {
		return int(due - t)
	}
	return -x.activeIn(due+1, t)
}

// window counts the counting entries of the last n active days up to t, and of
// the paused days between them, none before the start.
func (x era) window(t Day, n int) int {
	first := t
	for d := t; n > 0 && (x.g == nil || d >= *x.g); d-- {
		first = d
		if x.active(d) {
			n--
		}
	}
	count := 0
	for _, e := range x.log.Entries {
		if x.counting(e) && *e.Date >= first && *e.Date <= t && (x.g == nil || *e.Date >= *x.g) {
			count++
		}
	}
	return count
}

// kept is the share of the active days of the last 365, from the start on, on
// which nothing was late; each day is taken as it was seen then.
func (x era) kept(t Day) *float64 {
	days, good := 0, 0
	for d := t - 364; d <= t; d++ {
		if !x.active(d) {
			continue
		}
		days++
		due := x.cadenceDue(d)
		if due == nil || x.safe(d, *due) >= 0 {
			good++
		}
	}
	if days == 0 {
		return nil
	}
	return ptr(float(rat(good, days)))
}
