package render

import (
	"bytes"
	"cmp"
	"encoding/json"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// StatusFile is status.json, version 1: a public status, as [AsOf] returns it, for
// other programs, in amounts and dates, so that it changes only when a standing does; a due date
// that moves while a month lasts is there as the month will leave it. as_of is the
// day of its last change; a heartbeat renews it.
func StatusFile(s Status, asOf civil.Date) []byte {
	doc := statusFile{Version: 1, AsOf: asOf.String(), Message: words.WholeBadge(s.Goals), Goals: []goalFile{}, Credentials: []credentialFile{}}
	for i := range s.Goals {
		g := &s.Goals[i]
		f := goalFile{ID: g.ID, Title: words.Plain(g.Title), Status: g.Status, Unit: g.Unit, Target: g.Target, Due: day(cmp.Or(g.DueAbout, g.Due)), LateSince: day(g.LateSince), Message: words.Badge(g)}
		if g.Form != tracker.Every {
			f.Done = &g.Done
		}
		if g.Period != nil {
			f.Period = &stretchJSON{g.Period.From.String(), g.Period.Until.String()}
		}
		doc.Goals = append(doc.Goals, f)
	}
	for i := range s.Credentials {
		c := &s.Credentials[i]
		doc.Credentials = append(doc.Credentials, credentialFile{c.ID, words.Plain(c.Title), string(c.Status), day(c.Expires), words.CredentialBadge(c)})
	}
	return marshal(doc)
}

type statusFile struct {
	Version     int              `json:"version"`
	AsOf        string           `json:"as_of"`
	Message     string           `json:"message"`
	Goals       []goalFile       `json:"goals"`
	Credentials []credentialFile `json:"credentials"`
}

type goalFile struct {
	ID        string          `json:"id"`
	Title     string          `json:"title"`
	Status    tracker.Status  `json:"status"`
	Message   string          `json:"message"`
	Unit      string          `json:"unit"`
	Done      *tracker.Amount `json:"done"`
	Target    *tracker.Amount `json:"target"`
	Due       *string         `json:"due"`
	LateSince *string         `json:"late_since"`
	Period    *stretchJSON    `json:"period"`
}

type credentialFile struct {
	ID      string  `json:"id"`
	Title   string  `json:"title"`
	Status  string  `json:"status"`
	Expires *string `json:"expires"`
	Message string  `json:"message"`
}

// RenewStatusFile returns status.json for a day: the old one where nothing in
// it has changed and no heartbeat is due, else one as of today. old may be nil
// or anything.
func RenewStatusFile(s Status, today civil.Date, old []byte, heartbeat bool) []byte {
	var was struct {
		AsOf string `json:"as_of"`
	}
	if json.Unmarshal(old, &was) == nil && !heartbeat {
		if asOf, err := civil.Parse(was.AsOf); err == nil && asOf <= today {
			if same := StatusFile(s, asOf); bytes.Equal(same, old) {
				return same
			}
		}
	}
	return StatusFile(s, today)
}
