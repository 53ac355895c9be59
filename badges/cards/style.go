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
					b.WriteString("#" + id + " ." + class(kind, i) + "{" + property + ":" + s.colors.dark[i].String() + "}")
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

// forced writes the rules for readers who have their own few colours: all is of
// the colour of their text, and what is only there to guide the eye is faint. It
// is not of the colour for what is disabled, which may be a loud one.
func (s *sheet) forced(b *strings.Builder) {
	b.WriteString("@media(forced-colors:active){")
	for kind, property := range properties {
		var text []string
		for i := range inks {
			class := "#" + id + " ." + class(kind, i)
			switch {
			case !s.used[kind][i]:
			case i == surface:
				b.WriteString(class + "{" + property + ":Canvas}")
			case i == track:
				b.WriteString(class + "{" + property + "-opacity:.25}")
				fallthrough
			default:
				text = append(text, class)
			}
		}
		if text != nil {
			b.WriteString(strings.Join(text, ",") + "{" + property + ":CanvasText}")
		}
	}
	b.WriteString("}")
}
