package tracker

// slips are the likely mistakes, asked before any likeness of letters: what a
// person wrote, by table ("" for any), and the key that says it.
var slips = map[string]map[string]string{
	"": {
		"name": "title", "note": "takeaway", "notes": "takeaway", "comment": "takeaway", "summary": "takeaway", "lesson": "takeaway",
		"link": "url", "href": "url", "website": "url", "uri": "url",
		"skill": "skills", "areas": "skills", "area": "skills", "topics": "skills", "tag": "tags", "labels": "tags", "label": "tags",
		"hour": "hours", "duration": "hours", "time": "hours", "cpe": "credits", "cpes": "credits", "pdu": "credits", "pdus": "credits", "points": "credits", "credit": "credits",
		"proof": "evidence", "file": "evidence", "files": "evidence", "certificate": "evidence",
		"abandoned": "dropped", "gave-up": "dropped", "stopped": "dropped", "private": "public",
		"when": "date", "day": "date", "on": "date",
	},
	"book":          {"date": "finished", "end": "finished", "ended": "finished", "read": "finished", "completed": "finished", "done": "finished", "when": "finished", "on": "finished", "start": "started", "begin": "started", "began": "started", "by": "author", "authors": "author", "writer": "author", "stars": "rating", "page": "pages"},
	"course":        {"date": "finished", "end": "finished", "ended": "finished", "completed": "finished", "done": "finished", "when": "finished", "on": "finished", "start": "started", "by": "provider", "school": "provider", "platform": "provider", "issuer": "provider"},
	"workshop":      {"date": "start", "when": "start", "on": "start", "from": "start", "started": "start", "until": "end", "to": "end", "finished": "end", "ended": "end", "at": "place", "location": "place", "city": "place", "where": "place", "remote": "online", "talks": "sessions"},
	"conference":    {"date": "start", "when": "start", "on": "start", "from": "start", "started": "start", "until": "end", "to": "end", "finished": "end", "ended": "end", "at": "place", "location": "place", "city": "place", "where": "place", "remote": "online", "talks": "sessions"},
	"webinar":       {"finished": "date", "start": "date", "started": "date", "end": "date", "author": "by", "speaker": "by", "provider": "by", "host": "by"},
	"article":       {"finished": "date", "read": "date", "published": "date", "author": "by", "writer": "by"},
	"podcast":       {"finished": "date", "heard": "date", "published": "date", "show": "by", "author": "by", "host": "by"},
	"talk":          {"finished": "date", "start": "date", "end": "date", "place": "at", "where": "at", "venue": "at", "event": "at", "conference": "at", "location": "at"},
	"community":     {"finished": "date", "start": "date", "end": "date"},
	"volunteering":  {"finished": "date", "start": "date", "end": "date"},
	"mentoring":     {"from": "with", "who": "with", "whom": "with", "by": "with", "finished": "date", "start": "date"},
	"feedback":      {"from": "with", "who": "with", "whom": "with", "by": "with", "finished": "date"},
	"leadership":    {"date": "started", "start": "started", "when": "started", "on": "started", "from": "started", "end": "finished", "until": "finished", "ended": "finished"},
	"project":       {"date": "finished", "end": "finished", "until": "finished", "ended": "finished", "done": "finished", "when": "finished", "start": "started", "from": "started", "result": "outcome"},
	"certification": {"date": "earned", "issued": "earned", "passed": "earned", "obtained": "earned", "when": "earned", "on": "earned", "start": "earned", "valid-until": "expires", "valid-to": "expires", "expiry": "expires", "expiration": "expires", "until": "expires", "end": "expires", "by": "issuer", "authority": "issuer", "provider": "issuer", "license": "number", "licence": "number", "renewal": "rule"},
	"assessment":    {"score": "scores", "ratings": "scores", "levels": "scores", "finished": "date", "from": "by"},
	"activity":      {"type": "kind", "finished": "date", "start": "date"},
	"goal":          {"name": "title", "kind": "kinds", "type": "kinds", "skill": "skills", "area": "skills", "areas": "skills", "tag": "tags", "role": "roles", "goal": "target", "amount": "target", "count": "target", "number": "target", "period": "per", "interval": "every", "cadence": "every", "start": "from", "since": "from", "end": "until", "to": "until", "lead": "notice", "warn": "notice", "steps": "checkpoints", "private": "public", "units": "unit"},
	"pause":         {"start": "from", "to": "until", "end": "until", "goal": "goals", "ids": "goals", "hold": "keep-target", "effect": "keep-target", "why": "reason", "note": "reason", "title": "reason"},
	"settings":      {"tz": "timezone", "time-zone": "timezone", "zone": "timezone", "from": "start", "started": "start", "year-start": "year-starts", "fiscal-year": "year-starts"},
	"preset":        {"id": "name", "preset": "name", "goal": "goals", "start": "from"},
	"badges":        {"shown": "show", "only": "show", "which": "show", "ids": "show", "goals": "show", "list": "show", "shape": "style", "look": "style", "colors": "palette", "colours": "palette", "color": "palette", "colour": "palette", "label": "labels", "titles": "labels", "names": "labels", "texts": "labels"},
	"cards":         {"shown": "show", "only": "show", "which": "show", "cards": "show", "list": "show", "mode": "theme", "scheme": "theme", "color-scheme": "theme", "colour-scheme": "theme", "hue": "palette", "colors": "palette", "colours": "palette", "color": "palette", "colour": "palette", "first-day": "week-starts", "weekday": "week-starts", "label": "labels", "titles": "labels", "names": "labels", "headings": "labels"},
	"skill.NAME":    {"areas": "area", "parent": "area", "of": "area", "name": "title", "weight": "wish", "target": "aim", "goal": "aim"},
}

// cardSlips are likely mistakes in the names of cards.
var cardSlips = map[string]string{
	"calendar": "heatmap", "contributions": "heatmap", "days": "heatmap", "burndown": burnup, "progress": burnup, "goals": "rings", "goal": "rings", "circles": "rings",
	"books": "shelf", "bookshelf": "shelf", "library": "shelf", "radar": "skills", "areas": "skills", "latest": "recent", "entries": "recent", "annual": "year", "wrapped": "year",
}

// tableSlips are likely mistakes in the names of tables.
var tableSlips = map[string]string{
	"books": "book", "courses": "course", "class": "course", "training": "course", "workshops": "workshop", "conferences": "conference", "conf": "conference",
	"webinars": "webinar", "articles": "article", "blog": "article", "post": "article", "paper": "article", "podcasts": "podcast", "episode": "podcast",
	"talks": "talk", "presentation": "talk", "speech": "talk", "meetup": "community", "meetups": "community", "communities": "community",
	"volunteer": "volunteering", "mentor": "mentoring", "mentorship": "mentoring", "mentee": "mentoring", "feedbacks": "feedback",
	"lead": "leadership", "projects": "project", "cert": "certification", "certificate": "certification", "certs": "certification", "certifications": "certification", "certificates": "certification", "exam": "certification",
	"assess": "assessment", "assessments": "assessment", "self-assessment": "assessment", "activities": "activity", "event": "activity", "events": "activity", "entry": "activity",
	"goals": "goal", "pauses": "pause", "break": "pause", "vacation": "pause", "holiday": "pause", "setting": "settings", "config": "settings", "presets": "preset",
	"badge": "badges", "card": "cards", "skills": "skill", "rules": "rule",
}
