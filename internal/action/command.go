package action

import "strings"

// Group prints what body says under a title that can be folded. Outside
// Actions the title is a line.
func (s *Step) Group(title string, body func()) {
	if !s.InActions() {
		s.Say(title)
		body()
		return
	}
	s.log.flush()
	s.gha.Group(oneLine(title))
	defer func() {
		s.log.flush()
		s.gha.EndGroup()
	}()
	body()
}

// Mask hides a secret in every log of the job from now on, whole and line by
// line. A blank one, and one outside Actions, is not printed at all.
func (s *Step) Mask(secret string) {
	if !s.InActions() {
		return
	}
	s.log.flush()
	for _, line := range lines(secret) {
		if line = strings.TrimSpace(line); line != "" {
			s.gha.AddMask(line)
		}
	}
}
