package cards

import "strings"

// appendStyle appends the rules that attributes cannot give: another page, the
// reader's own colours. All of them hold for this card alone.
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
