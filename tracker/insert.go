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

// Inserted is a text with a block in it, and where the block stands: the line of
// its header, from 1, and how many lines it has.
type Inserted struct {
	Text        []byte
	Line, Lines int
}

// Insert returns a text with a block in it. Every byte of the text stays, in
// order; the block comes where its date belongs among the entries, in the
// text's own style of line ends, blank lines, indents and equals signs. Insert
// parses the result: it fails, and returns nothing, when the block is not the
// only difference.
func Insert(text []byte, b Block) (Inserted, error) {
	bom := len(text) - len(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	body := text[bom:]
	if place.Look(body).Excess != nil {
		return Inserted{}, errors.New("the file is beyond what hone reads")
	}
	headers, end, err := place.Headers(body)
	if err != nil {
		return Inserted{}, fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	blocks := blocksOf(body, headers, end)
	put := func(s spot) (Inserted, error) {
		before, piece, after := dress(body, blocks, s, b)
		out := slices.Concat(text[:bom], body[:s.at], before, piece, after, body[s.at:])
		line := 1 + bytes.Count(body[:s.at], []byte("\n")) + bytes.Count(before, []byte("\n"))
		return Inserted{out, line, 1 + len(b.Keys)}, onlyAdds(text, out, b)
	}
	s := where(body, blocks, b)
	in, err := put(s)
	if err != nil && s.at < len(body) { // a table that stands apart from its own may follow
		if atEnd, err := put(spot{at: len(body), neighbour: s.neighbour}); err == nil {
			return atEnd, nil
		}
	}
	if err != nil {
		return Inserted{}, err
	}
	return in, nil
}

// block is a top-level table of a text with all that belongs to it.
type block struct {
	name       string
	array      bool
	start, end int // from the remarks right above its header to the next block
	header     int // offset of its header
	done       int // behind its last line, and the remarks right below that
}

// blocksOf cuts a text into its top-level tables. Tables within a table, as
// [book.credits] is in [[book]], belong to it. last is the end of the last key.
func blocksOf(text []byte, headers []place.Header, last int) (blocks []block) {
	for _, h := range headers {
		if n := len(blocks); n > 0 && len(h.Path) > 1 && h.Path[0] == blocks[n-1].name {
			continue
		}
		b := block{name: h.Path[0], array: h.Array && len(h.Path) == 1, header: int(h.Start), end: len(text)}
		b.start = aboveRemarks(text, int(h.Start), int(h.Before))
		if n := len(blocks); n > 0 {
			blocks[n-1].end = b.start
			blocks[n-1].done = belowRemarks(text, int(h.Before), b.start)
		}
		blocks = append(blocks, b)
	}
	if n := len(blocks); n > 0 {
		blocks[n-1].done = belowRemarks(text, last, len(text))
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
// right above a header, but none that lies before the end of the last key. A
// line for editors, like #:schema, is the file's and not the table's.
func aboveRemarks(text []byte, header, before int) int {
	start := bytes.LastIndexByte(text[:header], '\n') + 1
	for start > before {
		up := bytes.LastIndexByte(text[:start-1], '\n') + 1
		if up < before || !isRemark(text[up:start]) || bytes.HasPrefix(text[up:start], []byte("#:")) {
			break
		}
		start = up
	}
	return start
}

// belowRemarks returns the offset behind the line that holds an offset, and
// behind the remark lines that stand right below it; none beyond the limit.
func belowRemarks(text []byte, at, limit int) int {
	for {
		n := bytes.IndexByte(text[at:limit], '\n')
		if n < 0 {
			return limit
		}
		at += n + 1
		if !isRemark(text[at:limit]) {
			return at
		}
	}
}

// isRemark reports whether a text begins with a line that is a remark.
func isRemark(text []byte) bool {
	return bytes.HasPrefix(bytes.TrimLeft(text, " \t"), []byte("#"))
}

// spot is where a block comes into a text.
type spot struct {
	at        int
	above     bool // right above a block rather than below one
	neighbour int  // the block whose style to imitate, or -1
}

// where returns the spot at which a block belongs.
func where(text []byte, blocks []block, b Block) spot {
	above := func(n int) spot { return spot{blocks[n].start, true, n} }
	below := func(n int) spot { return spot{blocks[n].done, false, n} }
	siblings, dates := siblingsOf(text, blocks, b)
	if len(siblings) == 0 {
		return amongNone(text, blocks, b)
	}
	last := siblings[len(siblings)-1]
	if !b.Dated {
		return below(last)
	}
	if newestFirst(dates) {
		for i, n := range siblings {
			if dates[i].Set && dates[i].Last() <= b.On {
				return above(n)
			}
		}
		return below(last)
	}
	first := -1
	for i := len(siblings) - 1; i >= 0; i-- {
		if !dates[i].Set {
			continue
		}
		if dates[i].Last() <= b.On {
			return below(siblings[i])
		}
		first = siblings[i]
	}
	if first >= 0 {
		return above(first)
	}
	return below(last)
}

// amongNone returns the spot for the first of its like: behind the settings and
// goals for a pause, else at the end.
func amongNone(text []byte, blocks []block, b Block) spot {
	s := spot{at: len(text), neighbour: len(blocks) - 1}
	for i, x := range blocks {
		if x.array {
			s.neighbour = i
		}
	}
	if b.Table != "pause" {
		return s
	}
	for i, x := range blocks {
		if x.name == "goal" || x.name == "preset" || x.name == "settings" {
			s = spot{at: x.done, neighbour: i}
		}
	}
	return s
}

// onlyAdds reports an error unless the second text holds just what the first
// does, and the block.
func onlyAdds(before, after []byte, b Block) error {
	var old, now map[string]any
	if _, err := toml.Decode(string(before), &old); err != nil {
		return fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	if _, err := toml.Decode(string(after), &now); err != nil {
		_, there := old[b.Table]
		if _, bare := toml.Decode(fmt.Sprintf("%s\n[[%s]]\n", before, b.Table), &now); there && bare != nil {
			return fmt.Errorf("%s = […] stands here as a list: write a header [[%[1]s]] for each, and its keys below it", b.Table)
		}
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
