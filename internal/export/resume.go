package export

import (
	"encoding/json"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// Resume is what of a log a JSON Resume has a place for, of schema version
// 1.0.0: credentials that are held as certificates, voluntary work as
// volunteer, talks as publications, and projects. What is planned or given up
// stays out, and so does a credential that has expired: a résumé has no place
// to say so.
func Resume(l *tracker.Log, o Options) []byte {
	doc := resume{
		Schema:       "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
		Certificates: []resumeCertificate{}, Volunteer: []resumeVolunteer{}, Publications: []resumePublication{}, Projects: []resumeProject{},
	}
	if o.Name != "" {
		doc.Basics = &resumeBasics{Name: o.Name}
	}
	for _, c := range o.credentials(l) {
		if c.Status != tracker.CredentialExpired && o.within(c.Earned) {
			doc.Certificates = append(doc.Certificates, resumeCertificate{c.Title, resumeDay(c.Entry.When), c.Issuer, uri(c.Entry.Field("url"))})
		}
	}
	for _, e := range o.Entries(l) {
		going := e.Kind.Name == "project" && !e.When.Set && e.Begun.Set && !e.Dropped.Set && e.Begun.On(o.Today) <= o.Today
		if !o.done(e) && !going {
			continue
		}
		day, link := resumeDay(e.When), uri(e.Field("url"))
		switch e.Kind.Name {
		case "volunteering":
			doc.Volunteer = append(doc.Volunteer, resumeVolunteer{e.Title, e.Role, link, day, day, e.Field("takeaway")})
		case "talk":
			doc.Publications = append(doc.Publications, resumePublication{e.Title, e.Field("at"), day, link, e.Field("takeaway")})
		case "project":
			p := resumeProject{e.Title, e.Field("outcome"), resumeDay(e.Begun), day, nil, link, skillTitles(l, e.Skills)}
			if e.Role != "" {
				p.Roles = []string{e.Role}
			}
			doc.Projects = append(doc.Projects, p)
		}
	}
	b, err := json.MarshalIndent(doc, "", "  ")
	if err != nil {
		panic(err) // plain values only
	}
	return append(b, '\n')
}

// resumeDay is a day as the schema takes it: of the years 1000 to 2999.
func resumeDay(d tracker.Day) string {
	if s := d.String(); s != "" && (s[0] == '1' || s[0] == '2') {
		return s
	}
	return ""
}

// skillTitles are skills as people call them.
func skillTitles(l *tracker.Log, names []string) (titles []string) {
	for _, name := range names {
		title := strings.ReplaceAll(name, "-", " ")
		for _, s := range l.Skills {
			if s.Name == name && s.Title != "" {
				title = s.Title
			}
		}
		titles = append(titles, words.Plain(title))
	}
	return titles
}

type (
	resume struct {
		Schema       string              `json:"$schema"`
		Basics       *resumeBasics       `json:"basics,omitempty"`
		Volunteer    []resumeVolunteer   `json:"volunteer"`
		Certificates []resumeCertificate `json:"certificates"`
		Publications []resumePublication `json:"publications"`
		Projects     []resumeProject     `json:"projects"`
	}
	resumeBasics struct {
		Name string `json:"name"`
	}
	resumeVolunteer struct {
		Organization string `json:"organization"`
		Position     string `json:"position,omitempty"`
		URL          string `json:"url,omitempty"`
		StartDate    string `json:"startDate,omitempty"`
		EndDate      string `json:"endDate,omitempty"`
		Summary      string `json:"summary,omitempty"`
	}
	resumeCertificate struct {
		Name   string `json:"name"`
		Date   string `json:"date,omitempty"`
		Issuer string `json:"issuer,omitempty"`
		URL    string `json:"url,omitempty"`
	}
	resumePublication struct {
		Name        string `json:"name"`
		Publisher   string `json:"publisher,omitempty"`
		ReleaseDate string `json:"releaseDate,omitempty"`
		URL         string `json:"url,omitempty"`
		Summary     string `json:"summary,omitempty"`
	}
	resumeProject struct {
		Name        string   `json:"name"`
		Description string   `json:"description,omitempty"`
		StartDate   string   `json:"startDate,omitempty"`
		EndDate     string   `json:"endDate,omitempty"`
		Roles       []string `json:"roles,omitempty"`
		URL         string   `json:"url,omitempty"`
		Keywords    []string `json:"keywords,omitempty"`
	}
)
