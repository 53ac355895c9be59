package action

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// What the runner makes of a step's log and files, written after its rules: two
// parsers for lines, one for files of names and values. The tests judge what
// the package writes by these alone.

// command is a command as the runner understands it.
type command struct {
	name  string // lower case
	props map[string]string
	data  string
}

var registered = map[string]bool{
	"stop-commands": true, "internal-set-repo-path": true, "set-env": true, "set-output": true, "save-state": true,
	"add-mask": true, "add-path": true, "add-matcher": true, "remove-matcher": true, "debug": true, "error": true,
	"warning": true, "notice": true, "group": true, "endgroup": true, "echo": true,
}

// commands returns the commands of a log, and the lines that are none.
func commands(log string) (found []command, text []string) {
	for _, line := range runnerLines(log) {
		if c, ok := parseLine(line); ok {
			found = append(found, c)
			continue
		}
		// The runner compares by the rules of a language, which have no weight
		// for some characters: a line must be harmless without them too.
		if c, ok := parseLine(weighty(line)); ok {
			found = append(found, c)
			continue
		}
		text = append(text, line)
	}
	return found, text
}

// runnerLines splits a stream at LF, CR and CR LF.
func runnerLines(log string) []string {
	log = strings.ReplaceAll(strings.ReplaceAll(log, "\r\n", "\n"), "\r", "\n")
	if log == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(log, "\n"), "\n")
}

func weighty(line string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r > unicode.MaxASCII && unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me, unicode.Other_Default_Ignorable_Code_Point) {
			return -1
		}
		return r
	}, line)
}

func parseLine(line string) (command, bool) {
	if c, ok := parseColons(line); ok {
		return c, true
	}
	return parseBrackets(line)
}

// parseColons reads ::name key=value,key=value::data after leading space.
func parseColons(line string) (command, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeftFunc(line, unicode.IsSpace), "::")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "::")
	if !ok {
		return command{}, false
	}
	return named(info, data, ",", []string{"%0D", "\r", "%0A", "\n", "%3A", ":", "%2C", ",", "%25", "%"},
		[]string{"%0D", "\r", "%0A", "\n", "%25", "%"})
}

// parseBrackets reads ##[name key=value;key=value]data anywhere in a line.
func parseBrackets(line string) (command, bool) {
	_, rest, ok := strings.Cut(line, "##[")
	if !ok {
		return command{}, false
	}
	info, data, ok := strings.Cut(rest, "]")
	if !ok {
		return command{}, false
	}
	escapes := []string{"%3B", ";", "%0D", "\r", "%0A", "\n", "%5D", "]", "%25", "%"}
	return named(info, data, ";", escapes, escapes)
}

func named(info, data, separator string, inProps, inData []string) (command, bool) {
	name, props, _ := strings.Cut(info, " ")
	c := command{strings.ToLower(name), map[string]string{}, unescape(data, inData)}
	if !registered[c.name] {
		return command{}, false
	}
	for _, p := range strings.Split(strings.TrimSpace(props), separator) {
		if key, value, ok := strings.Cut(p, "="); ok && key != "" && value != "" {
			c.props[key] = unescape(value, inProps)
		}
	}
	return c, true
}

// unescape replaces in the runner's order, one pair after the other.
func unescape(s string, pairs []string) string {
	for i := 0; i < len(pairs); i += 2 {
		s = strings.ReplaceAll(s, pairs[i], pairs[i+1])
	}
	return s
}

// fileValues reads a file of names and values: NAME=VALUE or NAME<<MARK. windows
// says whether a line may also end with CR LF.
func fileValues(text string, windows bool) (map[string]string, error) {
	values := map[string]string{}
	at := 0
	next := func() (line string, end int, ok bool) {
		if at >= len(text) {
			return "", 0, false
		}
		rest := text[at:]
		i := strings.IndexByte(rest, '\n')
		if i < 0 {
			at = len(text)
			return rest, 0, true
		}
		at += i + 1
		if windows && i > 0 && rest[i-1] == '\r' {
			return rest[:i-1], 2, true
		}
		return rest[:i], 1, true
	}
	for {
		line, _, ok := next()
		if !ok {
			return values, nil
		}
		equals, heredoc := strings.Index(line, "="), strings.Index(line, "<<")
		switch {
		case line == "":
		case equals >= 0 && (heredoc < 0 || equals < heredoc):
			values[line[:equals]] = line[equals+1:]
		case heredoc > 0 && heredoc+2 < len(line):
			mark, start, stop := line[heredoc+2:], at, at
			for {
				inner, end, ok := next()
				if !ok {
					return nil, fmt.Errorf("no line %q", mark)
				}
				if inner == mark {
					break
				}
				stop = at - end
			}
			values[line[:heredoc]] = text[start:max(start, stop)]
		default:
			return nil, fmt.Errorf("line %q is none of NAME=VALUE and NAME<<MARK", line)
		}
	}
}

// The port is held against lines whose meaning is known.
func TestRunnersParsers(t *testing.T) {
	for line, want := range map[string]string{
		"::error file=a,line=3::x":        "error map[file:a line:3] x",
		"  \t\u00a0::ERROR::x%0Ay%25":     "error map[] x\ny%",
		"::warning title=a%3Ab%2Cc::":     "warning map[title:a:b,c] ",
		"::nothing::x":                    "",
		"::error:x":                       "",
		"text ::error::x":                 "",
		"text ##[error]x%5D":              "error map[] x]",
		"##[add-mask a=b;c=d]x":           "add-mask map[a:b c:d] x",
		"##[error":                        "",
		"::nothing::##[error]x":           "error map[] x",
		"##\u200b[error]x":                "error map[] x",
		":\u00ad:add-mask::x":             "add-mask map[] x",
		"\ufeff::stop-commands::abc":      "stop-commands map[] abc",
		"##[set-output name=a%3Bb;]value": "set-output map[name:a;b] value",
	} {
		got := ""
		if found, _ := commands(line); len(found) == 1 {
			got = fmt.Sprintf("%s %v %s", found[0].name, found[0].props, found[0].data)
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", line, got, want)
		}
	}
	values, err := fileValues("a=1\n\nb<<X\n1\n2\nX\nc<<Y\nY\n", false)
	if err != nil || fmt.Sprint(values) != "map[a:1 b:1\n2 c:]" {
		t.Errorf("got %q, %v", values, err)
	}
	for _, bad := range []string{"a", "<<X\nX\n", "a<<\n", "a<<X\n1\n"} {
		if values, err := fileValues(bad, false); err == nil {
			t.Errorf("%q: got %q, want an error", bad, values)
		}
	}
}
