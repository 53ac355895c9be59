package interop

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

var scientific = regexp.MustCompile(`(?i)^\d[.,]\d+e\+?\d+$`)

// cellValue turns the text of a cell into what is given for a key. part is the
// credential, area or such that a key with parts is for.
func cellValue(key *tracker.Key, part, text string, dates sheet.Dates) (given []string, fault *sheet.Fault) {
	number := func() (string, *sheet.Fault) {
		n, err := sheet.Number(text)
		if err != nil {
			f, _ := err.(*sheet.Fault)
			return "", f
		}
		return n, nil
	}
	switch key.Type {
	case tracker.DateType, tracker.ExactDayType, tracker.SubmitsType:
		day, err := dates.Day(text)
		if err != nil {
			f, _ := err.(*sheet.Fault)
			return nil, f
		}
		if part != "" {
			return []string{part + "=" + day.String()}, nil
		}
		return []string{day.String()}, nil
	case tracker.HoursType, tracker.CreditsType:
		n, fault := number()
		switch {
		case fault != nil:
			return nil, fault
		case n == "0": // nothing to say
			return nil, nil
		case part != "":
			return []string{part + "=" + n}, nil
		}
		return []string{n}, nil
	case tracker.WholeType, tracker.RatingType, tracker.ScoresType:
		n, fault := number()
		if fault == nil && strings.Contains(n, ".") {
			fault = &sheet.Fault{Says: quoted(text) + " is no whole number", Help: "write it like 4"}
		}
		switch {
		case fault != nil:
			return nil, fault
		case n == "0" && key.Type != tracker.WholeType:
			return nil, nil
		case part != "":
			return []string{part + "=" + n}, nil
		}
		return []string{n}, nil
	case tracker.BoolType:
		if v, ok := yesNo[strings.ToLower(text)]; ok {
			return []string{v}, nil
		}
		return nil, &sheet.Fault{Says: quoted(text) + " is neither yes nor no", Help: "write yes or no"}
	case tracker.ISBNType:
		if scientific.MatchString(text) {
			return nil, &sheet.Fault{Says: quoted(text) + " is what a spreadsheet made of an ISBN", Help: "give the column the format of a text or of a whole number, and save it again"}
		}
	case tracker.ChoiceType, tracker.SlugType:
		return []string{strings.ToLower(text)}, nil
	case tracker.TextsType, tracker.SkillsType:
		return tags(strings.ReplaceAll(text, ";", ",")), nil
	case tracker.EvidenceType, tracker.SessionsType: // links and titles have commas of their own
		return items(text), nil
	}
	return []string{text}, nil
}

var yesNo = map[string]string{
	"yes": "true", "y": "true", "true": "true", "1": "true", "x": "true", "ja": "true", "oui": "true", "wahr": "true", "vrai": "true", "online": "true",
	"no": "false", "n": "false", "false": "false", "0": "false", "nein": "false", "non": "false", "falsch": "false", "faux": "false",
}

// breaks part the items of a list of links or titles: lines, and semicolons
// before a space, as links have others.
var breaks = regexp.MustCompile(`\s*[\r\n]\s*|;\s+|;$`)

func items(text string) (out []string) {
	for _, s := range breaks.Split(text, -1) {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// quoted writes a text in quotes for a message, cut to a line.
func quoted(s string) string { return fmt.Sprintf("%q", short(s)) }

func short(s string) string { return words.Short(words.Plain(s), 60) }
