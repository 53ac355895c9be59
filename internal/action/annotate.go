package action

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/sethvargo/go-githubactions"
)

// Level says how much an annotation weighs.
type Level string

// The levels, as the runner names its commands.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Notice  Level = "notice"
)

// GitHub keeps ten annotations of a level for a step and drops the others
// without a word. One warning and one notice are left to the Install step, which
// shares the allowance, and one notice to say how many did not fit.
var room = map[Level]int{Error: 10, Warning: 9, Notice: 8}

// maxMessage is how many UTF-16 units of a message are shown; GitHub cuts at 4,096.
const maxMessage = 4000

// Annotation is a remark on a place of the repository, or on the run as a whole
// where File is empty. Lines and columns count from 1; 0 is unknown. The end
// column is the one behind the last character.
type Annotation struct {
	Level                            Level
	Title, Message                   string
	File                             string // from the repository's root, with slashes
	Line, Column, EndLine, EndColumn int
}

// Annotate shows remarks, errors before warnings before notices and each in the
// order given, as far as there is room; [Step.Close] says how many did not fit.
// Outside Actions it shows none.
func (s *Step) Annotate(remarks ...Annotation) {
	if !s.InActions() {
		return
	}
	s.log.flush()
	for _, level := range []Level{Error, Warning, Notice} {
		for _, a := range remarks {
			switch {
			case a.Level != level:
			case s.told[level] >= room[level]:
				s.rest[level]++
			default:
				s.told[level]++
				s.issue(a)
			}
		}
	}
}

func (s *Step) issue(a Annotation) {
	message := a.Message
	if strings.TrimSpace(message) == "" {
		message = a.Title
	}
	command := &githubactions.Command{Name: string(a.Level), Message: clip(paragraphs(message)), Properties: a.properties()}
	s.gha.IssueCommand(command)
}

// properties leaves out what the runner would drop together with the rest.
func (a Annotation) properties() githubactions.CommandProperties {
	p := githubactions.CommandProperties{}
	set := func(key, value string) {
		if value != "" && value != "0" {
			p[key] = value
		}
	}
	set("title", strings.TrimSpace(oneLine(a.Title)))
	if a.File == "" {
		return p
	}
	set("file", oneLine(strings.ReplaceAll(a.File, `\`, "/")))
	if a.Line < 1 {
		return p
	}
	end := max(a.Line, a.EndLine)
	set("line", strconv.Itoa(a.Line))
	set("endLine", strconv.Itoa(end))
	if end == a.Line && a.Column > 0 { // columns count within one line only
		set("col", strconv.Itoa(a.Column))
		set("endColumn", strconv.Itoa(max(a.Column, a.EndColumn)))
	}
	return p
}

// sumUp says in one notice how many annotations did not fit.
func (s *Step) sumUp() {
	var parts []string
	for _, level := range []Level{Error, Warning, Notice} {
		switch n := s.rest[level]; {
		case n == 1:
			parts = append(parts, "1 more "+string(level))
		case n > 1:
			parts = append(parts, fmt.Sprintf("%d more %ss", n, level))
		}
	}
	if len(parts) == 0 {
		return
	}
	clear(s.rest)
	s.log.flush()
	s.issue(Annotation{Level: Notice, Title: "Not all is shown here", Message: strings.Join(parts, ", ") + ": the job summary and the log have all of them."})
}

// paragraphs cleans a text that may have several lines.
func paragraphs(text string) string {
	all := lines(text)
	for i := range all {
		all[i] = oneLine(all[i])
	}
	return strings.Join(all, "\n")
}

func clip(text string) string {
	units := utf16.Encode([]rune(text))
	if len(units) <= maxMessage {
		return text
	}
	cut := string(utf16.Decode(slices.Clone(units[:maxMessage-1])))
	return strings.TrimSuffix(cut, "\uFFFD") + "…"
}
