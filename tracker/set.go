package tracker

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/tracker/internal/place"
)

// SetKey returns a text in which the table in double brackets whose header
// stands on a line, from 1, has one more key: behind the key named after, where
// the table has it on a line of its own, else behind its last one. Every byte of
// the text stays, in order. SetKey parses the result: it fails, and returns
// nothing, when the key is not the only difference.
func SetKey(text []byte, line int, kv KeyValue, after string) (Inserted, error) {
	bom := len(text) - len(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	body := text[bom:]
	if place.Look(body).Excess != nil {
		return Inserted{}, errors.New("the file is beyond what hone reads")
	}
	headers, end, err := place.Headers(body)
	if err != nil {
		return Inserted{}, fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	n := slices.IndexFunc(headers, func(h place.Header) bool {
		return 1+bytes.Count(body[:h.Start], []byte("\n")) == line
	})
	if n < 0 || !headers[n].Array || len(headers[n].Path) != 1 {
		return Inserted{}, errors.New("it has no header of its own in double brackets: write the key by hand")
	}
	if n+1 < len(headers) {
		end = int(headers[n+1].Before)
	}
	start := int(headers[n].End)
	written := keyAs(body, headers, end, n, kv)
	put := func(at int) (Inserted, error) {
		piece := written.text
		if at == len(body) && at > 0 && body[at-1] != '\n' {
			piece = written.newline + strings.TrimSuffix(piece, written.newline)
		}
		out := slices.Concat(text[:bom], body[:at], []byte(piece), body[at:])
		row := 1 + bytes.Count(body[:at], []byte("\n"))
		if strings.HasPrefix(piece, written.newline) {
			row++
		}
		return Inserted{out, row, 1}, onlySets(text, out, headers[:n+1], kv)
	}
	if at := lineBelow(body, start, end, after); at > 0 {
		if in, err := put(at); err == nil {
			return in, nil
		}
	}
	in, err := put(lineEnd(body, end))
	if err != nil {
		return Inserted{}, err
	}
	return in, nil
}

// keyLineOf is a key as a line of a text.
type keyLineOf struct{ text, newline string }

// keyAs writes a key in the style of the n-th table of a text.
func keyAs(text []byte, headers []place.Header, end, n int, kv KeyValue) keyLineOf {
	_, last, _ := place.Headers(text)
	blocks := blocksOf(text, headers, last)
	at := slices.IndexFunc(blocks, func(b block) bool { return b.header == int(headers[n].Start) })
	s := styleOf(text, blocks, at)
	key := kv.Key
	if s.aligned {
		width := 0
		for _, line := range keyLines(string(text[headers[n].Start:end])) {
			if m := keyLine.FindStringSubmatch(line); m != nil {
				width = max(width, utf8.RuneCountInString(m[2]))
			}
		}
		key += strings.Repeat(" ", max(width-utf8.RuneCountInString(key), 0))
	}
	return keyLineOf{s.key + key + s.equals + kv.Value + s.newline, s.newline}
}

// lineBelow returns the offset behind the line between two offsets that begins
// with a key, or 0.
func lineBelow(text []byte, start, end int, key string) int {
	for at := lineEnd(text, start); at < end; at = lineEnd(text, at) {
		if m := keyLine.FindSubmatch(text[at:end]); m != nil && string(m[2]) == key {
			return lineEnd(text, at)
		}
	}
	return 0
}

// lineEnd returns the offset behind the line that an offset stands on.
func lineEnd(text []byte, at int) int {
	if i := bytes.IndexByte(text[at:], '\n'); i >= 0 {
		return at + i + 1
	}
	return len(text)
}

// onlySets reports an error unless the second text holds just what the first
// does, and the key in the last of the tables.
func onlySets(before, after []byte, upTo []place.Header, kv KeyValue) error {
	var old, now, want map[string]any
	if _, err := toml.Decode(string(before), &old); err != nil {
		return fmt.Errorf("the file has a fault to mend first: %w", err)
	}
	if _, err := toml.Decode(string(after), &now); err != nil {
		return fmt.Errorf("this file cannot take the key: %w", err)
	}
	if _, err := toml.Decode(kv.Key+" = "+kv.Value+"\n", &want); err != nil {
		return fmt.Errorf("the new value is not TOML: %w", err)
	}
	table := upTo[len(upTo)-1].Path[0]
	i := -1
	for _, h := range upTo {
		if h.Array && len(h.Path) == 1 && h.Path[0] == table {
			i++
		}
	}
	had := tablesOf(old[table])
	if i >= len(had) {
		return errors.New("the key would change another table; nothing was written")
	}
	for key, value := range want {
		if _, there := had[i][key]; there {
			return fmt.Errorf("%s has a value already", key)
		}
		had[i][key] = value
	}
	if !same(old, now) {
		return errors.New("the key would change more than its table; nothing was written")
	}
	return nil
}
