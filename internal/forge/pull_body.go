package forge

import (
	"crypto/sha256"
	"fmt"
	"regexp"
	"strings"
)

// A pull request of ours has a region, which is ours, and a marker as its last
// line. All the rest, and the title once it is there, is a person's; so is the
// region once a person has written into it.
const (
	pullStart = "<!-- hone:start pull -->"
	pullEnd   = "<!-- hone:end pull -->"
)

// The phases of a pull request of ours. One that is closed while it is marked
// as open was closed by somebody else.
const (
	openPhase   = "open"
	closedPhase = "closed"
)

var pullMarker = regexp.MustCompile(`^<!-- hone:pull (open|closed) ([0-9a-f]{1,64}) ([0-9a-f]{16}) -->$`)

// pullBody is the text of a pull request, taken apart.
type pullBody struct {
	before, after string // what stands around the region; without it, before is everything but the marker
	region        bool   // it is there, as we wrote it

	phase string // empty: there is no marker
	state string // what it is about, a hash
}

// newPullBody is that of one that is to be opened: nothing but a region.
var newPullBody = pullBody{region: true}

// readPullBody takes a text apart.
func readPullBody(text string) (b pullBody) {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
	last := strings.LastIndexByte(text, '\n') + 1
	m := pullMarker.FindStringSubmatch(text[last:])
	if m == nil {
		b.before = text
		return b
	}
	b.before, b.phase, b.state = text[:last], m[1], m[2]
	before, rest, starts := strings.Cut(b.before, pullStart+"\n")
	inside, after, ends := strings.Cut(rest, "\n"+pullEnd)
	if b.region = starts && ends && hashOfText(inside) == m[3]; b.region {
		b.before, b.after = before, after
	}
	return b
}

// write puts the text together again, with another in the region, unless that is
// a person's now.
func (b pullBody) write(text, phase, state string) string {
	out, wrote := b.before, hashOfText("")
	if b.region {
		text = strings.TrimSpace(text)
		out, wrote = b.before+pullStart+"\n"+text+"\n"+pullEnd+b.after, hashOfText(text)
	}
	return strings.TrimRight(out, "\n") + "\n\n<!-- hone:pull " + phase + " " + state + " " + wrote + " -->\n"
}

// hashOfText is short: it tells whether a person changed a text of ours.
func hashOfText(text string) string {
	return fmt.Sprintf("%x", sha256.Sum256([]byte(text)))[:16]
}
