package tracker

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/civil"
	"github.com/honelog/hone/tracker/internal/place"
)

// Block is a table to insert, in double brackets. Values are TOML, as [Quote]
// and its like write them.
type Block struct {
	Table string
	Keys  []KeyValue
	On    civil.Date // where it belongs among its like; see Dated
	Dated bool
}

// KeyValue is a key, with dots where it has parts, and its value in TOML.
type KeyValue struct{ Key, Value string }

// Insert returns a text with a block in it. Every byte of the text stays, in
// order; the block comes where its date belongs among the entries, in the
// text's own style of line ends, blank lines, indents and equals signs. Insert
// parses the result: it fails, and returns nothing, when the block is not the
// only difference.
func Insert(text []byte, b Block) ([]byte, error) {
	bom := len(text) - len(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	body := text[bom:]
	if place.Look(body).Excess != nil {
		return nil, errors.New("the file is beyond what hone reads")
	}
	headers, end, err := place.Headers(body)
	if err != nil {
		return nil, fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	blocks := blocksOf(body, headers, end)
	at, neighbour := where(body, blocks, b)
	out := slices.Concat(text[:bom], body[:at], dress(body, blocks, at, neighbour, b), body[at:])
	if err := onlyAdds(text, out, b); err != nil {
		return nil, err
	}
	return out, nil
}

// block is a top-level table of a text with all that belongs to it.
type block struct {
	name       string
	array      bool
	start, end int // from the remarks right above its header to the next block
	header     int // offset of its header
}

// blocksOf cuts a text into its top-level tables. Tables within a table, as
// [book.credits] is in [[book]], belong to it.
func blocksOf(text []byte, headers []place.Header, end int) (blocks []block) {
	for _, h := range headers {
		if n := len(blocks); n > 0 && len(h.Path) > 1 && h.Path[0] == blocks[n-1].name {
			continue
		}
		b := block{name: h.Path[0], array: h.Array && len(h.Path) == 1, header: int(h.Start), end: len(text)}
		b.start = aboveRemarks(text, int(h.Start), int(h.Before))
		if n := len(blocks); n > 0 {
			blocks[n-1].end = b.start
		}
		blocks = append(blocks, b)
	}
	return blocks
}

// outline cuts a text into its top-level tables; of what is no TOML there are
// none.
func outline(text []byte) []block {
	headers, end, err := place.Headers(text)
	if err != nil {
		return nil
	}
	return blocksOf(text, headers, end)
}

// aboveRemarks returns the offset of the first of the remark lines that stand
// right above a header, but none that lies before the end of the last key.
func aboveRemarks(text []byte, header, before int) int {
	start := bytes.LastIndexByte(text[:header], '\n') + 1
	for start > before {
		up := bytes.LastIndexByte(text[:start-1], '\n') + 1
		if up < before || !bytes.HasPrefix(bytes.TrimLeft(text[up:start], " \t"), []byte("#")) {
			break
		}
		start = up
	}
	return start
}

// where returns the offset at which a block belongs, and the block whose style
// to imitate, or -1.
func where(text []byte, blocks []block, b Block) (at, neighbour int) {
	siblings, dates := siblingsOf(text, blocks, b)
	if len(siblings) == 0 {
		at = len(text)
		for i, x := range blocks {
			if x.array {
				neighbour = i
			}
			if b.Table == "pause" && x.name == "goal" {
				at = x.end
			}
		}
		if len(blocks) == 0 {
			neighbour = -1
		}
		return at, neighbour
	}
	if !b.Dated {
		n := siblings[len(siblings)-1]
		return blocks[n].end, n
	}
	if newestFirst(dates) {
		for i, n := range siblings {
			if dates[i].Set && dates[i].Last() <= b.On {
				return blocks[n].start, n
			}
		}
		n := siblings[len(siblings)-1]
		return blocks[n].end, n
	}
	after, dated := -1, -1
	for i := range siblings {
		if dates[i].Set {
			if dated < 0 {
				dated = i
			}
			if dates[i].Last() <= b.On {
				after = i
			}
		}
	}
	switch {
	case after >= 0:
		return blocks[siblings[after]].end, siblings[after]
	case dated >= 0:
		return blocks[siblings[dated]].start, siblings[dated]
	}
	n := siblings[len(siblings)-1]
	return blocks[n].end, n
}

// siblingsOf returns the blocks among which a block is put in order, with their
// days: pauses among pauses, entries among those of their kind where the text
// keeps kinds apart, and among all entries where it does not.
func siblingsOf(text []byte, blocks []block, b Block) (siblings []int, dates []Day) {
	l, _ := Parse([]File{{Name: "log.toml", Data: text}}, nil)
	days := map[int]Day{}
	for i := range l.Entries {
		days[int(l.Entries[i].at.span.Start)] = l.Entries[i].When
	}
	for i := range l.Pauses {
		if p := &l.Pauses[i]; !p.faulty {
			days[int(p.at.span.Start)] = OnDay(p.From)
		}
	}
	apart := keptApart(blocks)
	for i, x := range blocks {
		isEntry := kindByName[x.name] != nil
		if !x.array || b.Table == "pause" && x.name != "pause" || b.Table != "pause" && (!isEntry || apart && x.name != b.Table) {
			continue
		}
		siblings = append(siblings, i)
		dates = append(dates, days[x.header])
	}
	return siblings, dates
}

// keptApart reports whether a text keeps the entries of a kind together: there
// are kinds with several entries, and none comes back after another.
func keptApart(blocks []block) bool {
	seen := map[string]int{}
	previous, several := "", false
	for _, x := range blocks {
		if kindByName[x.name] == nil {
			continue
		}
		if seen[x.name] > 0 {
			if previous != x.name {
				return false
			}
			several = true
		}
		seen[x.name]++
		previous = x.name
	}
	return several && len(seen) > 1
}

// newestFirst reports whether days mostly go down.
func newestFirst(dates []Day) bool {
	up, down := 0, 0
	var last Day
	for _, d := range dates {
		if !d.Set {
			continue
		}
		if last.Set && d.Last() > last.Last() {
			up++
		} else if last.Set && d.Last() < last.Last() {
			down++
		}
		last = d
	}
	return down > up
}

// onlyAdds reports an error unless the second text holds just what the first
// does, and the block.
func onlyAdds(before, after []byte, b Block) error {
	var old, now map[string]any
	if _, err := toml.Decode(string(before), &old); err != nil {
		return fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	if _, err := toml.Decode(string(after), &now); err != nil {
		return fmt.Errorf("this file cannot take a [[%s]]: %w", b.Table, err)
	}
	had, has := tablesOf(old[b.Table]), tablesOf(now[b.Table])
	want := map[string]any{}
	var lines strings.Builder
	for _, kv := range b.Keys {
		fmt.Fprintf(&lines, "%s = %s\n", kv.Key, kv.Value)
	}
	if _, err := toml.Decode(lines.String(), &want); err != nil {
		return fmt.Errorf("the new entry is not TOML: %w", err)
	}
	delete(old, b.Table)
	delete(now, b.Table)
	if len(has) != len(had)+1 || !same(old, now) {
		return errors.New("the new entry would change others; nothing was written")
	}
	i := 0
	for i < len(had) && same(had[i], has[i]) {
		i++
	}
	if !same(want, has[i]) || !same(had[i:], has[i+1:]) {
		return errors.New("the new entry would change others; nothing was written")
	}
	return nil
}
