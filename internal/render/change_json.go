package render

import (
	"github.com/honelog/hone/internal/change"
	"github.com/honelog/hone/tracker"
)

// changeJSON is the document of `hone check --base REV --format json`, version
// 1: that of `hone check` with the findings of the change alone, and more keys.
type changeJSON struct {
	Version   int               `json:"version"`
	Findings  []tracker.Finding `json:"findings"`  // of the change
	Base      string            `json:"base"`      // the commit before, in full
	Elsewhere int               `json:"elsewhere"` // findings that are not of the change
	Entries   struct {
		Added   []entryJSON `json:"added"`
		Changed []editJSON  `json:"changed"`
		Removed []entryJSON `json:"removed"` // where they stood
	} `json:"entries"`
	Tables []tableJSON `json:"tables"` // what else came, changed or went
	Goals  []moveJSON  `json:"goals"`  // every one, on the same day before and after

	Credentials []renewalJSON `json:"credentials"` // those that are others now
}

type entryJSON struct {
	Kind  string  `json:"kind"`
	ID    string  `json:"id"`
	Title string  `json:"title"`
	Date  *string `json:"date"` // the day it counts on, or a month; null: in progress
	File  string  `json:"file"`
	Line  int     `json:"line"`
}

type editJSON struct {
	entryJSON
	Keys []keyJSON `json:"keys"`
}

type keyJSON struct {
	Key    string  `json:"key"`
	Before *string `json:"before"` // as a text; null: not there
	After  *string `json:"after"`
}

type tableJSON struct {
	Table  string     `json:"table"` // goal, pause, settings, preset, skill, rule, badges, cards
	ID     string     `json:"id"`
	Change change.How `json:"change"` // added, changed, removed
	Keys   []keyJSON  `json:"keys"`
}

type moveJSON struct {
	ID     string    `json:"id"`
	Before *goalJSON `json:"before"` // as `hone status` has it; null: no such goal
	After  *goalJSON `json:"after"`
}

type renewalJSON struct {
	ID     string          `json:"id"`
	Before *credentialJSON `json:"before"` // as `hone status` has it; null: not held
	After  *credentialJSON `json:"after"`
}

// ChangeJSON is the document of a change. Every key is always there.
func ChangeJSON(c Change) []byte {
	doc := changeJSON{Version: 1, Findings: c.Findings, Base: c.Base, Elsewhere: c.Elsewhere, Tables: []tableJSON{}, Goals: []moveJSON{}, Credentials: []renewalJSON{}}
	if doc.Findings == nil {
		doc.Findings = []tracker.Finding{}
	}
	doc.Entries.Added, doc.Entries.Removed, doc.Entries.Changed = entryDocs(c.After, c.Added), entryDocs(c.Before, c.Removed), []editJSON{}
	for _, e := range c.Edited {
		doc.Entries.Changed = append(doc.Entries.Changed, editJSON{entryDoc(c.After, e.After), keyDocs(e.Keys)})
	}
	for _, t := range c.Tables {
		doc.Tables = append(doc.Tables, tableJSON{t.Name, t.ID, t.How, keyDocs(t.Keys)})
	}
	for _, m := range c.Goals {
		doc.Goals = append(doc.Goals, moveJSON{m.ID, standingDoc(m.Before), standingDoc(m.After)})
	}
	for _, r := range c.Credentials {
		one := r.After
		if one == nil {
			one = r.Before
		}
		doc.Credentials = append(doc.Credentials, renewalJSON{one.ID, heldDoc(r.Before), heldDoc(r.After)})
	}
	return marshal(doc)
}

func heldDoc(c *tracker.Credential) *credentialJSON {
	if c == nil {
		return nil
	}
	return &credentialJSON{ID: c.ID, Title: c.Title, Status: string(c.Status), Earned: c.Earned.String(), Expires: day(c.Expires), DaysLeft: c.DaysLeft}
}

func standingDoc(s *tracker.Standing) *goalJSON {
	if s == nil {
		return nil
	}
	g := goalDoc(s)
	return &g
}

func entryDocs(l *tracker.Log, entries []*tracker.Entry) []entryJSON {
	docs := []entryJSON{}
	for _, e := range entries {
		docs = append(docs, entryDoc(l, e))
	}
	return docs
}

func entryDoc(l *tracker.Log, e *tracker.Entry) entryJSON {
	doc := entryJSON{Kind: e.Kind.Name, ID: e.ID, Title: e.Title, Date: text(e.When.String())}
	doc.File, doc.Line = l.Line(e)
	return doc
}

func keyDocs(keys []change.Key) []keyJSON {
	docs := []keyJSON{}
	for _, k := range keys {
		docs = append(docs, keyJSON{k.Name, text(k.Before), text(k.After)})
	}
	return docs
}

// text is nil for a text that is not there.
func text(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}
