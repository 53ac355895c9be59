package browsertest

import (
	"bytes"
	"fmt"
	"math"
)

// slack is how much a box may stand out, in pixels.
const slack = 0.5

// measured judges what the browser measured of one picture.
func measured(p picture, s seen) (faults []string) {
	say := func(format string, a ...any) { faults = append(faults, fmt.Sprintf(format, a...)) }
	if s.Fault != "" {
		say("the browser cannot read it: %s", s.Fault)
		return faults
	}
	if s.Natural != [2]float64{float64(p.width), float64(p.height)} {
		say("in <img> its size is %v x %v, not %d x %d", s.Natural[0], s.Natural[1], p.width, p.height)
	}
	for _, x := range s.Handlers {
		say("it would run a script: %s", x)
	}
	for _, x := range s.Outside {
		say("it refers to something outside itself: %q", x)
	}
	for _, x := range s.Asked {
		say("the browser asks the network for %q", x)
	}
	for _, x := range s.Said {
		say("the browser's console says %q", x)
	}
	if s.Ends < 0 {
		say("an animation never ends")
	} else if s.Ends > 5000 {
		say("its animations take %v ms", s.Ends)
	}
	for _, x := range s.Turned {
		say("in a page written from right to left the text %q runs so, too", x)
	}
	if s.Changed != "" {
		say("on one page with its neighbours, %s", s.Changed)
	}
	known := map[string]bool{}
	for _, id := range s.IDs {
		if known[id] {
			say("the id %q is there twice", id)
		}
		known[id] = true
	}
	return append(faults, places(p, s)...)
}

// places judges where texts and shapes stand.
func places(p picture, s seen) (faults []string) {
	say := func(format string, a ...any) { faults = append(faults, fmt.Sprintf(format, a...)) }
	frame, halves := frame(p, s), halves(s)
	for _, shape := range s.Shapes {
		if over := out(shape.box, s.Frame); over > 1 { // half a stroke of a frame may be lost
			say("%s at %v stands %.1f px out of the picture", shape.Words, shape.box, over)
		}
	}
	for i, text := range s.Texts {
		if !text.Seen {
			say("the text %q is hidden when no animation runs", text.Words)
			continue
		}
		if text.Late {
			say("the text %q is hidden at first", text.Words)
		}
		if text.Width == 0 || text.Height == 0 {
			say("the text %q takes no room", text.Words)
			continue
		}
		if over := out(text.box, s.Frame); over > slack {
			say("the text %q stands %.1f px out of the picture", text.Words, over)
		} else if over := out(text.box, frame); over > slack {
			say("the text %q stands %.1f px out of the card's frame", text.Words, over)
		} else if half, ok := home(text.box, halves); p.badge && ok && out(text.box, half) > slack {
			say("the text %q stands %.1f px over the end of its half", text.Words, out(text.box, half))
		}
		for _, other := range s.Texts[:i] {
			if text.Leaf && other.Leaf && other.Seen && !text.Shadow && !other.Shadow && meet(core(text.box), core(other.box)) {
				say("the texts %q and %q overlap", other.Words, text.Words)
			}
		}
	}
	return faults
}

func (b box) String() string {
	return fmt.Sprintf("%.4g,%.4g (%.4g x %.4g)", b.X, b.Y, b.Width, b.Height)
}

// out is how far a box stands out of another, in pixels.
func out(b, of box) float64 {
	return max(0, of.X-b.X, of.Y-b.Y, b.X+b.Width-of.X-of.Width, b.Y+b.Height-of.Y-of.Height)
}

// core is the part of a text's box that letters fill: the box has room for
// accents above and tails below.
func core(b box) box {
	return box{b.X + slack, b.Y + b.Height/5, max(0, b.Width-2*slack), b.Height * 3 / 5}
}

func meet(a, b box) bool {
	return a.X < b.X+b.Width && b.X < a.X+a.Width && a.Y < b.Y+b.Height && b.Y < a.Y+a.Height
}

// halves are the grounds of a badge's label and message: as high as the badge,
// not as wide, and no mere line.
func halves(s seen) (boxes []box) {
	for _, shape := range s.Shapes {
		if shape.Height >= s.Frame.Height-1.5 && shape.Width < s.Frame.Width-1.5 && shape.Width > 4 {
			boxes = append(boxes, shape.box)
		}
	}
	return boxes
}

// frame is the narrowest shape of a card that holds nearly all of it.
func frame(p picture, s seen) box {
	frame := s.Frame
	for _, shape := range s.Shapes {
		if !p.badge && shape.Width > 0.8*s.Frame.Width && shape.Height > 0.8*s.Frame.Height && shape.Width < frame.Width {
			frame = shape.box
		}
	}
	return frame
}

// home is the box in which a text has its middle.
func home(text box, boxes []box) (box, bool) {
	middle := text.X + text.Width/2
	for _, b := range boxes {
		if b.X <= middle && middle <= b.X+b.Width {
			return b, true
		}
	}
	return box{}, false
}

// shared finds ids that two different pictures of one group have in common.
func shared(pictures []picture, all []seen) (findings []finding) {
	type place struct{ group, id string }
	first := map[place]int{}
	for i, s := range all {
		for _, id := range s.IDs {
			at := place{pictures[i].group, id}
			j, known := first[at]
			if !known {
				first[at] = i
			} else if j != i && !bytes.Equal(pictures[i].source, pictures[j].source) {
				findings = append(findings, finding{pictures[i].name, "", fmt.Sprintf("the id %q is also one of %s", id, pictures[j].name)})
				break
			}
		}
	}
	return findings
}

// inked tells which texts and shapes of a picture do not show.
func inked(s seen, m *pixels, shapes bool) (faults []string) {
	for _, text := range s.Texts {
		r := around(text.box, 0)
		if !text.Seen || !text.Leaf || text.Shadow || r.Intersect(m.Bounds()).Empty() {
			continue // told elsewhere
		}
		if share := ink(m, r, ground(m, r), legible); share < 0.01 {
			faults = append(faults, fmt.Sprintf("the text %q does not show (%.1f %% ink)", text.Words, 100*share))
		}
	}
	for _, shape := range s.Shapes {
		r := around(shape.box, 2)
		if shapes && math.Min(shape.Width, shape.Height) >= 0.5 && flat(m, r) {
			faults = append(faults, fmt.Sprintf("%s at %v does not show", shape.Words, shape.box))
		}
	}
	if g := m.Bounds(); ink(m, g, ground(m, g), legible) < 0.002 {
		faults = append(faults, "it is blank")
	}
	return faults
}

// blanks tells which cells have ink in one drawing of a picture and none in
// another.
func blanks(of, in *pixels) (faults []string) {
	if of.Bounds() != in.Bounds() {
		return []string{fmt.Sprintf("its size is %v, not %v", in.Bounds().Size(), of.Bounds().Size())}
	}
	back := ground(of, of.Bounds())
	for _, cell := range grid(of.Bounds(), 40) {
		if ink(of, cell, back, legible) >= 0.05 && flat(in, cell) {
			faults = append(faults, fmt.Sprintf("nothing shows at %v, where the light page has something", cell))
		}
	}
	return faults
}
