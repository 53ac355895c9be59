// Package render turns findings and standings into what people and programs
// read: text, JSON, Markdown, badges. It makes bytes and writes none.
package render

import (
	"encoding/json"
	"math/big"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// FindingsJSON is the document of `hone check --format json`, version 1.
func FindingsJSON(findings []tracker.Finding) []byte {
	if findings == nil {
		findings = []tracker.Finding{}
	}
	return marshal(struct {
		Version  int               `json:"version"`
		Findings []tracker.Finding `json:"findings"`
	}{1, findings})
}

// Status is everything that `hone status` shows of a day.
type Status struct {
	Today       civil.Date
	Timezone    string
	Goals       []tracker.Standing
	Credentials []tracker.Credential
	Coverage    tracker.Coverage
	Errors      int // of the log, which are the next thing to mend

	public tracker.Coverage // what of Coverage may be published
}

// StatusOf collects where a log stands on a day.
func StatusOf(l *tracker.Log, today civil.Date) Status {
	return Status{
		Today: today, Timezone: l.Settings.Timezone,
		Goals: l.Standings(today), Credentials: l.Credentials(today), Coverage: l.Coverage(today), public: l.PublicCoverage(today),
	}
}

// Public returns what of a status may be published.
func (s Status) Public() Status {
	p := s
	p.Goals, p.Credentials, p.Coverage = nil, nil, s.public
	for _, g := range s.Goals {
		if !g.Definition.Private {
			p.Goals = append(p.Goals, g)
		}
	}
	for _, c := range s.Credentials {
		if !c.Private {
			p.Credentials = append(p.Credentials, c)
		}
	}
	return p
}

// JSON is the document of `hone status --format json`, version 1. Every key is
// always there, null where it has no meaning; amounts have at most three
// decimals, rounded half to even.
func (s Status) JSON() []byte {
	doc := struct {
		Version     int                    `json:"version"`
		Today       string                 `json:"today"`
		Timezone    string                 `json:"timezone"`
		Summary     map[tracker.Status]int `json:"summary"`
		Goals       []goalJSON             `json:"goals"`
		Credentials []credentialJSON       `json:"credentials"`
		Balance     *number                `json:"balance"`
		Skills      []skillJSON            `json:"skills"`
	}{
		Version: 1, Today: s.Today.String(), Timezone: s.Timezone, Summary: Tally(s.Goals),
		Goals: []goalJSON{}, Credentials: []credentialJSON{}, Balance: rat(s.Coverage.Balance), Skills: []skillJSON{},
	}
	for i := range s.Goals {
		doc.Goals = append(doc.Goals, goalDoc(&s.Goals[i]))
	}
	for _, c := range s.Credentials {
		doc.Credentials = append(doc.Credentials, credentialJSON{
			ID: c.ID, Title: c.Title, Status: string(c.Status), Earned: c.Earned.String(), Expires: day(c.Expires), DaysLeft: c.DaysLeft,
		})
	}
	for i := range s.Coverage.Areas {
		doc.Skills = append(doc.Skills, skillDoc(&s.Coverage.Areas[i]))
	}
	return marshal(doc)
}

// Tally counts the goals of each status; every status is there.
func Tally(goals []tracker.Standing) map[tracker.Status]int {
	counts := map[tracker.Status]int{}
	for _, s := range tracker.Statuses() {
		counts[s] = 0
	}
	for i := range goals {
		counts[goals[i].Status]++
	}
	return counts
}

type goalJSON struct {
	ID          string          `json:"id"`
	Title       string          `json:"title"`
	Form        string          `json:"form"`
	Status      tracker.Status  `json:"status"`
	Unit        string          `json:"unit"`
	Done        *tracker.Amount `json:"done"`
	Target      *tracker.Amount `json:"target"`
	GoalTarget  *tracker.Amount `json:"goal_target"`
	Expected    *number         `json:"expected"`
	Required    *tracker.Amount `json:"required"`
	Upper       *tracker.Amount `json:"upper"`
	BehindBy    *tracker.Amount `json:"behind_by"`
	AheadBy     *tracker.Amount `json:"ahead_by"`
	SafeDays    *int            `json:"safe_days"`
	LateDays    int             `json:"late_days"`
	LateSince   *string         `json:"late_since"`
	Due         *string         `json:"due"`
	PausedUntil *string         `json:"paused_until"`
	RateDays    *int            `json:"rate_days"`
	Period      *stretchJSON    `json:"period"`
	Last        *lastJSON       `json:"last"`
	Kept        *number         `json:"kept"`
	Next        *nextJSON       `json:"next"`
	Forecast    *forecastJSON   `json:"forecast"`
}

type stretchJSON struct {
	From  string `json:"from"`
	Until string `json:"until"`
}

type lastJSON struct {
	stretchJSON
	Done   tracker.Amount `json:"done"`
	Target tracker.Amount `json:"target"`
	Result tracker.Result `json:"result"`
}

type nextJSON struct {
	Amount tracker.Amount `json:"amount"`
	By     string         `json:"by"`
}

type forecastJSON struct {
	Low  tracker.Amount `json:"low"`
	High tracker.Amount `json:"high"`
}

type credentialJSON struct {
	ID       string          `json:"id"`
	Title    string          `json:"title"`
	Status   string          `json:"status"`
	Earned   string          `json:"earned"`
	Expires  *string         `json:"expires"`
	DaysLeft *int            `json:"days_left"`
	Done     *tracker.Amount `json:"done"`
	Target   *tracker.Amount `json:"target"`
	Needs    *string         `json:"needs"`
}

type skillJSON struct {
	ID     string     `json:"id"`
	Title  string     `json:"title"`
	Effort *number    `json:"effort"`
	Share  *number    `json:"share"`
	Wish   *number    `json:"wish"`
	Last   *string    `json:"last"`
	Quiet  bool       `json:"quiet"`
	Weak   bool       `json:"weak"`
	Aim    *int       `json:"aim"`
	Scores []viewJSON `json:"scores"`
}

type viewJSON struct {
	By     string `json:"by"`
	Score  int    `json:"score"`
	On     string `json:"on"`
	Growth *int   `json:"growth"`
	Stale  bool   `json:"stale"`
}

func goalDoc(s *tracker.Standing) goalJSON {
	g := goalJSON{
		ID: s.ID, Title: s.Title, Form: formName(s.Form), Status: s.Status, Unit: s.Unit,
		Target: s.Target, GoalTarget: s.GoalTarget, Expected: rat(s.Expected), Required: s.Required, Upper: s.Upper,
		BehindBy: s.BehindBy, AheadBy: s.AheadBy, SafeDays: s.SafeDays, LateDays: s.LateDays, LateSince: day(s.LateSince),
		Due: day(s.Due), PausedUntil: day(s.PausedUntil), RateDays: s.RateDays, Kept: rat(s.Kept),
	}
	if s.Target != nil {
		g.Done = &s.Done
	}
	if s.Period != nil {
		g.Period = &stretchJSON{s.Period.From.String(), s.Period.Until.String()}
	}
	if c := s.Last; c != nil {
		g.Last = &lastJSON{stretchJSON{c.From.String(), c.Until.String()}, c.Done, c.Target, c.Result}
	}
	if s.Next != nil {
		g.Next = &nextJSON{s.Next.Amount, s.Next.By.String()}
	}
	if s.Forecast != nil {
		g.Forecast = &forecastJSON{s.Forecast.Low, s.Forecast.High}
	}
	return g
}

// formName names a goal's form; a goal whose form could not be read has none.
func formName(f tracker.Form) string {
	if f == 0 {
		return "per"
	}
	return f.String()
}

func skillDoc(a *tracker.AreaStanding) skillJSON {
	s := skillJSON{
		ID: a.Area.String(), Title: a.Area.Title(), Effort: rat(a.Effort), Share: rat(a.Share), Wish: rat(a.Wish),
		Last: day(a.Last), Quiet: a.Quiet, Weak: a.Weak, Scores: []viewJSON{},
	}
	if a.Aim > 0 {
		s.Aim = &a.Aim
	}
	for _, v := range a.Views {
		s.Scores = append(s.Scores, viewJSON{v.By, v.Score, v.On.String(), v.Growth, v.Stale})
	}
	return s
}

// number is a rational with at most three decimals.
type number struct{ *big.Rat }

// MarshalJSON rounds half to even.
func (n number) MarshalJSON() ([]byte, error) { return json.Marshal(tracker.Round(n.Rat)) }

func rat(r *big.Rat) *number {
	if r == nil {
		return nil
	}
	return &number{r}
}

func day(d *civil.Date) *string {
	if d == nil {
		return nil
	}
	s := d.String()
	return &s
}

func marshal(v any) []byte {
	b, err := json.MarshalIndent(v, "", "  ")
	if err != nil {
		panic(err) // plain values only
	}
	return append(b, '\n')
}
