package cards

import "strings"

// A motion is how a part comes to be what it is. Each runs once, and only for
// readers who do not ask for less motion; without it the part simply is there.
type motion int

const (
	growX   motion = iota // from the left
	growY                 // from below
	fill                  // along a ring
	motions = 3
)

var motionRules = [motions]struct{ class, rule, from string }{
	growX: {"mx", "transform-box:fill-box;transform-origin:0 50%", "transform:scaleX(0)"},
	growY: {"my", "transform-box:fill-box;transform-origin:50% 100%", "transform:scaleY(0)"},
	fill:  {"mr", "", "stroke-dasharray:0 217"},
}

// move writes the class of a motion for a part that has no colour of its own.
func (s *sheet) move(m motion) {
	s.motions[m] = true
	s.put(` class="`+motionRules[m].class, `"`)
}

// appendStyle appends the rules that attributes cannot give: another page, the
// reader's own colours, motion. All of them hold for this card alone.
func (s *sheet) appendStyle(dst []byte, l Look) []byte {
	var b strings.Builder
	if l.Scheme == Auto {
		b.WriteString("@media(prefers-color-scheme:dark){")
		for i := range inks {
			for kind, property := range properties {
				if s.used[kind][i] {
					b.WriteString("#" + id + " ." + i.class(property[0]) + "{" + property + ":" + s.colors.dark[i].String() + "}")
				}
			}
		}
		b.WriteString("}")
	}
	s.forced(&b)
	s.moving(&b)
	dst = append(dst, `<style>`...)
	dst = append(dst, b.String()...)
	return append(dst, `</style>`...)
}

var properties = [2]string{"fill", "stroke"}

// forced writes the rules for readers who have their own few colours.
func (s *sheet) forced(b *strings.Builder) {
	b.WriteString("@media(forced-colors:active){")
	for _, system := range [...]string{"Canvas", "GrayText", "CanvasText"} {
		for kind, property := range properties {
			var names []string
			for i := range inks {
				if s.used[kind][i] && i.system() == system {
					names = append(names, "#"+id+" ."+i.class(property[0]))
				}
			}
			if names != nil {
				b.WriteString(strings.Join(names, ",") + "{" + property + ":" + system + "}")
			}
		}
	}
	b.WriteString("}")
}

// system is the system colour that stands for an ink.
func (i ink) system() string {
	switch i {
	case surface:
		return "Canvas"
	case track:
		return "GrayText"
	}
	return "CanvasText"
}

func (s *sheet) moving(b *strings.Builder) {
	if s.motions == [motions]bool{} {
		return
	}
	b.WriteString("@media(prefers-reduced-motion:no-preference){")
	for m, used := range s.motions {
		if r := motionRules[m]; used {
			name := id + "-" + r.class
			b.WriteString("@keyframes " + name + "{from{" + r.from + "}}#" + id + " ." + r.class + "{animation:" + name + " .8s ease-out;" + r.rule + "}")
		}
	}
	b.WriteString("}")
}
