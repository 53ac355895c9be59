package cards

import "fmt"

// marks are the signs of the tones, 12 pixels wide and high: each has a shape of
// its own, so that colour never says it alone. Those of the first string are
// filled, those of the second are lines.
var marks = [...]struct{ fill, line string }{
	Quiet:  {line: "M2.5 6h7"},
	Done:   {line: "M1.5 6.5l3 3 6-7"},
	Good:   {fill: "M2 6a4 4 0 1 1 8 0 4 4 0 1 1-8 0z"},
	Soon:   {line: "M1 6a5 5 0 1 1 10 0 5 5 0 1 1-10 0zM6 3.2V6l2 1.4"},
	Late:   {line: "M6 1L.9 10.5h10.2zM6 4.6v2.6M6 8.7v.1"},
	Rest:   {line: "M4 2.5v7M8 2.5v7"},
	Broken: {line: "M2.5 2.5l7 7M9.5 2.5l-7 7"},
}

// mark draws a tone's sign; x and y are its upper left corner.
func (s *sheet) mark(x, y int, t Tone) {
	s.put(`<path transform="translate(`, x, ` `, y, `)"`)
	s.sign(t)
}

// largeMark draws a tone's sign at twice its size around a centre.
func (s *sheet) largeMark(cx, cy int, t Tone) {
	s.put(`<path transform="translate(`, cx-12*px, ` `, cy-12*px, `)scale(2)"`)
	s.sign(t)
}

// sign writes a path from its d on.
func (s *sheet) sign(t Tone) {
	m := marks[t]
	if m.fill != "" {
		s.put(` d="`+m.fill, `"`)
		s.paint(t.ink(), none)
	} else {
		s.put(` d="`+m.line, `" stroke-width="`+lineWidth(t), `" stroke-linecap="round" stroke-linejoin="round"`)
		s.paint(none, t.ink())
	}
	s.put(`/>`)
}

func lineWidth(t Tone) string {
	switch t {
	case Soon, Late:
		return "1.5"
	}
	return "2"
}

func (t Tone) check() error {
	if t < Quiet || t > Broken {
		return fmt.Errorf("%d is not a tone", int(t))
	}
	return nil
}
