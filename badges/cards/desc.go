package cards

import (
	"strings"
	"unicode/utf8"

	"github.com/honelog/hone/badges/internal/text"
	"github.com/rivo/uniseg"
)

// maxDesc bounds the description, in bytes.
const maxDesc = 2400

// long writes a text that may be longer than others: in pieces that end at a
// space where there is one.
func (s *sheet) long(words string) {
	cut := len(words) > maxDesc
	if cut {
		words = words[:spaceWithin(words, maxDesc)]
	}
	for words != "" {
		at := len(words)
		if most := text.Max - utf8.UTFMax; at > most {
			at = spaceWithin(words, most)
		}
		s.escaped(words[:at])
		if words = words[at:]; words != "" && strings.IndexByte(" \n", words[0]) >= 0 {
			s.put(` `)
		}
	}
	if cut {
		s.put(text.Ellipsis)
	}
}

// spaceWithin is where the last space in the first bytes of a text is, or the
// last cluster if there is none.
func spaceWithin(words string, within int) int {
	if at := strings.LastIndexAny(words[:within], " \n"); at > 0 {
		return at
	}
	end := 0
	for rest := words; ; {
		cluster, after, _, _ := uniseg.FirstGraphemeClusterInString(rest, -1)
		if end+len(cluster) > within {
			break
		}
		end += len(cluster)
		rest = after
	}
	if end == 0 { // no cluster that a reader could see is so long
		return within
	}
	return end
}
