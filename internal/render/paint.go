package render

import (
	"strings"

	"github.com/honelog/hone/tracker"
)

// Paint colours words for a terminal. The zero Paint leaves them as they are.
type Paint struct {
	Color bool
	ASCII bool // the terminal shows no UTF-8
}

func (p Paint) in(code, s string) string {
	if !p.Color {
		return s
	}
	return "\x1b[" + code + "m" + s + "\x1b[0m"
}

// Marks replaces the marks that hone draws, where a terminal shows no UTF-8.
func (p Paint) Marks(text string) string {
	if p.ASCII {
		return asciiMarks.Replace(text)
	}
	return text
}

var asciiMarks = strings.NewReplacer("█", "#", "░", ".", "·", "-", "…", "..", "“", `"`, "”", `"`)

// Severity colours a severity.
func (p Paint) Severity(s tracker.Severity) string {
	if s == tracker.Error {
		return p.in("31", string(s))
	}
	return p.in("33", string(s))
}

// Status colours the word for a status.
func (p Paint) Status(s tracker.Status, word string) string {
	switch s {
	case tracker.Done, tracker.Ahead, tracker.OnTrack:
		return p.in("32", word)
	case tracker.DueSoon, tracker.Behind:
		return p.in("33", word)
	case tracker.Paused:
		return p.in("34", word)
	case tracker.Invalid:
		return p.in("31", word)
	}
	return p.in("90", word)
}
