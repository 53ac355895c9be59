package tracker

// This file is data: what every code means, with a log that has it and the same
// log mended.

var codes = []Code{
	{"syntax", Error, "The file is not TOML at this place. Most often a quote is left open, a text stands without quotes, or a line has no equals sign. The line is set aside and the rest is read, so that other findings come at once.", `
[[book]]
title = "Accelerate
finished = 2026-02-01
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
`},
	{"encoding", Error, "The file is not UTF-8 text, or holds a control character. Editors offer the encoding where they save.", "\n[[book]]\ntitle = \"M\xfcller\"\nfinished = 2026-02-01\n", `
[[book]]
title = "Müller"
finished = 2026-02-01
`},
	{"limit", Error, "The log is beyond what hone reads: 8 MB a file, 64 MB and 200,000 entries a log, 64 open brackets, 32 parts of a dotted key, 10,000 keys of one table, 64 KiB of one text, 1,000 texts in a list of an entry, 300 goals, 5,000 pauses, 1,000 skills of your own. No person's log comes near; the limits keep a stranger's pull request from stalling the check.", `
[[book]]
title = "Accelerate"
a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a = 1
`, `
[[book]]
title = "Accelerate"
`},
	{"no-log", Error, "There is no learning.toml and no learning/*.toml in this folder or above it, inside the repository. `hone init` starts one; `--log PATH` names one elsewhere.", "", ""},
	{"single-bracket", Error, "Entries, goals and pauses are many, so that their headers have two brackets.", `
[workshop]
title = "Event storming"
start = 2026-03-05
`, `
[[workshop]]
title = "Event storming"
start = 2026-03-05
`},
	{"misplaced-key", Error, "The key belongs to another table. In TOML a key belongs to the header above it, so that a setting at the end of a file lands in the last entry.", `
[[book]]
title = "Accelerate"
finished = 2026-02-01
timezone = "Europe/Berlin"
`, `
[settings]
timezone = "Europe/Berlin"

[[book]]
title = "Accelerate"
finished = 2026-02-01
`},
	{"unknown-key", Error, "The table has no such key. The help names the one that was probably meant; FORMAT.md lists all.", `
[[book]]
title = "Accelerate"
date = 2026-02-01
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
`},
	{"unknown-kind", Error, "There is no kind of that name. What fits none is an [[activity]] with a kind of your own.", `
[[meetup]]
title = "Rust Berlin"
date = 2026-02-01
`, `
[[community]]
title = "Rust Berlin"
date = 2026-02-01
`},
	{"missing-key", Error, "The entry, goal or pause cannot do without this key.", `
[[talk]]
title = "Postmortems without blame"
`, `
[[talk]]
title = "Postmortems without blame"
date = 2026-04-14
`},
	{"wrong-type", Error, "The value is of another type than the key takes: a number in quotes, a text where a list belongs.", `
[[book]]
title = "Accelerate"
finished = 2026-02-01
skills = "leadership"
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
skills = ["leadership"]
`},
	{"bad-value", Error, "The value is of the right type and still not one that the key takes.", `
[[book]]
title = "Accelerate"
finished = 2026-02-01
rating = 7
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
rating = 5
`},
	{"bad-date", Error, "The value is no day: write year, month and day without quotes, or a month in quotes. Nothing is guessed: 03/04/2026 is two days to two people.", `
[[book]]
title = "Accelerate"
finished = 2026-02-30
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-28
`},
	{"bad-url", Error, "The value is no whole web address.", `
[[article]]
title = "Choose boring technology"
date = 2026-02-01
url = "mcfunley.com/choose-boring-technology"
`, `
[[article]]
title = "Choose boring technology"
date = 2026-02-01
url = "https://mcfunley.com/choose-boring-technology"
`},
	{"month-needs-quotes", Error, "A month without a day is no TOML date; in quotes it is a text that hone reads as the month.", `
[[book]]
title = "Accelerate"
finished = 2026-02
`, `
[[book]]
title = "Accelerate"
finished = "2026-02"
`},
	{"unknown-skill", Error, "There is no skill of that name. A misspelt skill would silently fall out of the picture, so that it is an error; your own are defined once, with the area they belong to.", `
[[book]]
title = "Accelerate"
finished = 2026-02-01
skills = ["leadreship"]
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
skills = ["leadership"]
`},
	{"unknown-goal", Error, "There is no goal of that id; for a badge, no credential either.", `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[pause]]
from = 2026-07-06
until = 2026-07-26
goals = ["book"]
`, `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[pause]]
from = 2026-07-06
until = 2026-07-26
goals = ["books"]
`},
	{"unknown-credential", Error, "No [[certification]] has that id.", `
[[webinar]]
title = "Zero trust in practice"
date = 2026-02-01
credits.cisp = 1

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`, `
[[webinar]]
title = "Zero trust in practice"
date = 2026-02-01
credits.cissp = 1

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`},
	{"duplicate-id", Error, "Two things have one id. Goals and credentials share one space of ids, since each names a badge; entries have their own. The same goal again with a later from is a change, and the same certification again, earned later, a renewal.", `
[[goal]]
id = "cissp"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`, `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`},
	{"duplicate-settings", Error, "version, [settings], [preset], [badges] and [cards] stand in one file of a log at most, once.", `
[settings]
timezone = "Europe/Berlin"

[settings]
start = 2026-01-01
`, `
[settings]
timezone = "Europe/Berlin"
start = 2026-01-01
`},
	{"end-before-start", Error, "The last day lies before the first.", `
[[conference]]
title = "FOSDEM"
start = 2026-02-01
end = 2026-01-31
`, `
[[conference]]
title = "FOSDEM"
start = 2026-01-31
end = 2026-02-01
`},
	{"merge-conflict", Error, "Git left a merge unfinished. The part above ======= is read as the log until you have chosen.", `
<<<<<<< HEAD
[[book]]
title = "Accelerate"
finished = 2026-02-01
=======
[[book]]
title = "Team Topologies"
finished = 2026-02-03
>>>>>>> other
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01

[[book]]
title = "Team Topologies"
finished = 2026-02-03
`},
	{"fused-entries", Error, "Two entries seem to have become one: when two branches add an entry at the same place, Git takes the shared header out of the conflict, and keeping both sides puts the keys of both below one header.", `
[[book]]
title = "Accelerate"
finished = 2026-02-01
title = "Team Topologies"
finished = 2026-02-03
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01

[[book]]
title = "Team Topologies"
finished = 2026-02-03
`},
	{"too-many", Error, "More than 1,000 findings: the first are told.", "", ""},
	{"future-date", Warning, "The day is still to come, for something that is done when it is done. It counts from that day.", `
[[book]]
title = "Accelerate"
finished = 2062-02-01
`, `
[[book]]
title = "Accelerate"
finished = 2026-02-01
`},
	{"duplicate-entry", Warning, "The same kind, title and day twice. Both count: it may be two sessions of one thing.", `
[[article]]
title = "Choose boring technology"
date = 2026-02-01

[[article]]
title = "Choose boring technology"
date = 2026-02-01
`, `
[[article]]
title = "Choose boring technology"
date = 2026-02-01
`},
	{"before-earned", Warning, "Credits from a day before the credential was earned; bodies count from that day on.", `
[[webinar]]
title = "Zero trust in practice"
date = 2025-02-01
credits.cissp = 1

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`, `
[[webinar]]
title = "Zero trust in practice"
date = 2025-07-01
credits.cissp = 1

[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`},
	{"evidence-missing", Warning, "The file is not there, is no regular file, or lies behind a link. Paths begin at the log root.", `
[[workshop]]
title = "Event storming"
start = 2026-03-05
evidence = ["evidence/lost.pdf"]
`, `
[[workshop]]
title = "Event storming"
start = 2026-03-05
evidence = ["evidence/kept.pdf"]
`},
	{"evidence-untracked", Warning, "The file is there and Git does not know it, so that nobody else will have it. `git add` it.", `
[[workshop]]
title = "Event storming"
start = 2026-03-05
evidence = ["evidence/new.pdf"]
`, `
[[workshop]]
title = "Event storming"
start = 2026-03-05
evidence = ["evidence/kept.pdf"]
`},
	{"unknown-rule", Warning, "hone does not know this credit rule yet. The credential stands by its dates; the log is right as it is.", `
[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
rule = "isc2-cissp"
`, `
[[certification]]
id = "cissp"
title = "CISSP"
earned = 2025-06-01
`},
	{"no-start", Warning, "Neither the goal nor [settings] says from when on it counts, so that the whole period is expected and no period before is looked at.", `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
`, `
[settings]
start = 2026-01-01

[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
`},
	{"no-filter", Warning, "The goal says nothing of what counts, so that every entry does, assessments too.", `
[[goal]]
id = "learning"
target = 50
per = "year"
from = 2026-01-01
`, `
[[goal]]
id = "learning"
kinds = ["book", "course", "talk"]
target = 50
per = "year"
from = 2026-01-01
`},
	{"no-hours", Warning, "The entry is what a goal in hours asks for and names no hours: it counts 0.", `
[[goal]]
id = "business"
skills = ["business"]
unit = "hours"
target = 40
per = "year"
from = 2026-01-01

[[webinar]]
title = "Reading a balance sheet"
date = 2026-02-01
skills = ["business"]
`, `
[[goal]]
id = "business"
skills = ["business"]
unit = "hours"
target = 40
per = "year"
from = 2026-01-01

[[webinar]]
title = "Reading a balance sheet"
date = 2026-02-01
skills = ["business"]
hours = 1
`},
	{"steep-pause", Warning, "With keep-target the other days have to make up for the pause, from the first day of the period on. Here they have to by a quarter or more. Without it the target shrinks with the days.", `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[pause]]
from = 2026-06-01
until = 2026-08-31
keep-target = true
`, `
[[goal]]
id = "books"
kinds = ["book"]
target = 12
per = "year"
from = 2026-01-01

[[pause]]
from = 2026-06-01
until = 2026-08-31
`},
	{"not-private-here", Warning, "The repository is public: what hone publishes leaves this out, and everybody can read it in the log itself. A private repository, with the badges in a public one, keeps it to yourself.", `
[[feedback]]
date = 2026-02-01
public = false
`, `
[[feedback]]
date = 2026-02-01
`},
}
