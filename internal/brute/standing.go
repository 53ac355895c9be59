package brute

// Result is what the status document says of one goal, under its keys. Amounts
// are rounded to three decimals, half to even; all comparisons were made before.
type Result struct {
	ID          string   `json:"id"`
	Title       string   `json:"title"`
	Form        string   `json:"form"`
	Status      string   `json:"status"`
	Unit        string   `json:"unit"`
	Done        float64  `json:"done"`
	Target      float64  `json:"target"`
	GoalTarget  float64  `json:"goal_target"`
	Expected    *float64 `json:"expected"`
	Required    *float64 `json:"required"`
	Upper       *float64 `json:"upper"`
	BehindBy    *float64 `json:"behind_by"`
	AheadBy     *float64 `json:"ahead_by"`
	SafeDays    *int     `json:"safe_days"`
	LateDays    int      `json:"late_days"`
	LateSince   *Day     `json:"late_since"`
	Due         *Day     `json:"due"`
	PausedUntil *Day     `json:"paused_until"`
	RateDays    *int     `json:"rate_days"`
	Period      *Period  `json:"period"`
	Last        *Last    `json:"last"`
	Kept        *float64 `json:"kept"`
	Next        *Next    `json:"next"`
}

// Period is the natural period, both days included.
type Period struct {
	From  Day `json:"from"`
	Until Day `json:"until"`
}

// Last is the last closed period of a recurring goal.
type Last struct {
	From   Day     `json:"from"`
	Until  Day     `json:"until"`
	Done   float64 `json:"done"`
	Target float64 `json:"target"`
	Result string  `json:"result"`
}

// Next is the next step.
type Next struct {
	Amount float64 `json:"amount"`
	By     Day     `json:"by"`
}

// Standings returns where every goal stands on a day, in the order of the
// goals' first tables. A recurring goal or a cadence that has ended is left out.
func Standings(l Log, today Day) []Result {
	list := []Result{}
	seen := map[string]bool{}
	for _, g := range l.Goals {
		if seen[g.ID] {
			continue
		}
		seen[g.ID] = true
		c := l.course(g.ID)
		x := c.era(c.inForce(today))
		def := x.in(today)
		if def.Form() != "span" && def.Until != nil && today > *def.Until {
			continue
		}
		r := Result{
			ID: g.ID, Title: def.Title, Form: def.Form(), Unit: def.Unit,
			GoalTarget:  float(def.Target.rat()),
			PausedUntil: c.pausedUntil(today),
		}
		if def.Form() == "every" {
			x.cadence(today, &r)
		} else {
			x.standing(today, &r)
		}
		list = append(list, r)
	}
	return list
}

func ptr[T any](v T) *T { return &v }

// standing fills in a goal per period or a span (rules 1 to 7, 9 and 10).
func (x era) standing(t Day, r *Result) {
	holds := t
	if x.g != nil {
		holds = max(t, *x.g)
	}
	p := x.stretch(holds)
	y := p.done(t)
	left := p.left()
	target := p.level(left)
	required := p.level(min(left, floor(p.f(t))))
	upper := p.level(min(left, ceil(p.f(t+1))))

	r.Done, r.Target = float(y), float(target)
	r.Expected = ptr(float(mul(p.step(), p.f(t))))
	r.Required, r.Upper = ptr(float(required)), ptr(float(upper))
	r.BehindBy = ptr(float(atLeastZero(sub(required, y))))
	r.AheadBy = ptr(float(atLeastZero(sub(y, upper))))
	r.Period = &Period{p.s, p.e}
	r.Last = x.lastClosed(t)

	since, owed := x.owed(t)
	late := func(days int, due *Day) {
		r.LateDays = max(0, days, owed)
		switch {
		case r.LateDays == 0:
		case owed >= days:
			r.LateSince = since
		default:
			r.LateSince = due
		}
	}

	switch {
	case x.g != nil && t < *x.g:
		r.Status = "upcoming"
	case p.notDue():
		r.Status = "not-due"
	case !less(y, target):
		r.Status = "done"
	case r.Form == "span" && t > p.e:
		r.Status = "missed"
	}
	if r.Status != "" {
		late(0, nil)
		return
	}

	j := p.next(y)
	due := p.due(j)
	safe := int(due - t)
	if due < t {
		safe = -p.days(active, due+1, t)
	}
	r.Due, r.SafeDays = &due, &safe
	r.Next = &Next{float(sub(p.level(j), y)), due}
	late(-safe, &due)
	if days := p.days(active, t, p.e); days > 0 {
		r.RateDays = ptr(floor(div(whole(days), sub(target, y))))
	}

	slot := div(whole(int(p.e-p.s)+1), whole(p.n()))
	paused, _ := x.pause(t)
	switch {
	case paused:
		r.Status = "paused"
	case safe < 0 || since != nil:
		r.Status = "behind"
	case safe <= notice(p.def, floor(div(slot, whole(4)))) && !x.anyCounting(t+1, due):
		r.Status = "due-soon"
	case less(upper, y):
		r.Status = "ahead"
	default:
		r.Status = "on-track"
	}
}

// notice in days: the given one or the largest of the goal's kinds, cut to a
// quarter of a slot (rule 6).
func notice(g Goal, cut int) int {
	days := 0
	for _, kind := range g.Kinds {
		n := 7
		switch kind {
		case "certification":
			n = 90
		case "leadership", "project":
			n = 60
		case "conference":
			n = 45
		case "talk":
			n = 30
		case "course", "workshop":
			n = 14
		case "community":
			n = 10
		}
		days = max(days, n)
	}
	if len(g.Kinds) == 0 {
		days = 7
	}
	if g.Notice != nil {
		days = *g.Notice
	}
	return min(days, cut)
}
