package action

import (
	"io"
	"strings"
	"unicode"
)

// Say prints text, line by line. No line of it can be a command: the runner
// takes "::name::" at a line's start and "##[name]" anywhere for one, so a space
// goes between their signs. Characters that steer a terminal are left out.
func (s *Step) Say(text string) {
	s.log.flush()
	for _, line := range lines(text) {
		io.WriteString(s.out, safe(line)+"\n")
	}
}

// Log returns a writer whose lines come out as with [Step.Say]. A line is
// printed when it ends, or before the next command.
func (s *Step) Log() io.Writer { return s.log }

type logWriter struct {
	out     io.Writer
	pending []byte // a line that has not ended
}

func (w *logWriter) Write(p []byte) (int, error) {
	w.pending = append(w.pending, p...)
	// A line end splits CR LF or stands for itself; a last CR waits for its LF.
	end := strings.LastIndexAny(string(w.pending), "\n")
	if end >= 0 {
		whole := strings.TrimSuffix(string(w.pending[:end]), "\r")
		w.pending = append([]byte(nil), w.pending[end+1:]...)
		for _, line := range lines(whole) {
			io.WriteString(w.out, safe(line)+"\n")
		}
	}
	return len(p), nil
}

func (w *logWriter) flush() {
	if len(w.pending) > 0 {
		w.Write([]byte("\n"))
	}
}

// lines splits text as the runner does: at LF, CR, and both together. A line
// end at the very end begins no line.
func lines(text string) []string {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	return strings.Split(strings.TrimSuffix(text, "\n"), "\n")
}

// safe returns a line that is no command of the runner.
func safe(line string) string { return calm(oneLine(line)) }

// oneLine returns text as one line of valid UTF-8 without control characters
// and without marks that turn the direction of what follows.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return r
		case r == '\n', r == '\r', r == '\u0085', r == '\u2028', r == '\u2029':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, unicode.Is(unicode.Bidi_Control, r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\uFFFD"))
}

// calm parts the signs that make a line a command. It looks past characters
// that have no width, because the runner may compare without them.
func calm(line string) string {
	var b strings.Builder
	leading := true       // nothing but space so far, or space and one colon
	var last, before rune // the two signs before, those without width left out
	for _, r := range line {
		if !ignorable(r) {
			switch {
			case r == '[' && last == '#' && before == '#':
				b.WriteByte(' ')
			case leading && last == ':':
				if r == ':' {
					b.WriteByte(' ')
				}
				leading = false
			case r != ':' && !unicode.IsSpace(r):
				leading = false
			}
			before, last = last, r
		}
		b.WriteRune(r)
	}
	return b.String()
}

// ignorable reports whether a character has no weight in a comparison by the
// rules of a language.
func ignorable(r rune) bool {
	return r > unicode.MaxASCII && (unicode.In(r, unicode.Cf, unicode.Mn, unicode.Me) ||
		unicode.Is(unicode.Other_Default_Ignorable_Code_Point, r))
}
