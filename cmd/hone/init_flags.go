package main

// check refuses flags that make no sense, alone or together.
func (f *initFlags) check() error {
	switch {
	case f.given("books") && f.given("preset"):
		return usage("--books and --preset both say the goals: give one of them")
	case f.noGoals && (f.given("books") || f.given("preset")):
		return usage("--no-goals leaves out the goals that --books and --preset ask for: give one of them")
	case f.noWorkflow && f.given("nudge"):
		return usage("--nudge is for the workflow, which --no-workflow leaves out: give one of them")
	case f.preset != "" && f.preset != "technical-leader":
		return usage("--preset %q: there is technical-leader", f.preset)
	case f.books < 1 || f.books > 10_000:
		return usage("--books: write a number from 1 to 10,000")
	case f.nudge != "per-goal" && f.nudge != "digest" && f.nudge != "off":
		return usage("--nudge %q: write per-goal, digest or off", f.nudge)
	case f.timezone != "" && !knownZone(f.timezone):
		return noZone(f.timezone)
	}
	return nil
}

func noZone(name string) error {
	return usage("--timezone: there is no time zone %q; write an IANA name, like Europe/Berlin", name)
}

// idle says of each flag that has no effect why it has none: what it asks for is
// there already, as somebody wrote it.
func (a *app) idle(f initFlags, l found, r repository) {
	settings, goals := !l.lacks("settings"), !l.lacks("goals")
	for _, flag := range []struct {
		name string
		idle bool
		why  string
	}{
		{"timezone", settings, "[settings] is there already; change it in the log"},
		{"start", settings && (goals || f.noGoals || l.counts()), "[settings] is there already; change it in the log"},
		{"preset", goals, "the log has goals already"},
		{"books", goals, "the log has goals already"},
		{"no-goals", f.noGoals && goals, "the log has goals already, and they stay"},
		{"nudge", r.root == "", "there is no Git repository, and so no workflow"},
		{"nudge", r.taken && !r.runs, "no workflow was written"},
		{"nudge", r.runs, "there is a workflow already; write nudge below its `with:`"},
		{"no-workflow", f.noWorkflow && r.works(), "there is a workflow already, and it stays"},
	} {
		if flag.idle && f.given(flag.name) {
			a.say("note    --%s has no effect: %s", flag.name, flag.why)
		}
	}
}
