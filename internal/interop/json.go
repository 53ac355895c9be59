package interop

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/honelog/hone/internal/interop/sheet"
)

// The bounds of what is read. A small value in JSON is a large one in memory.
const (
	maxJSON   = 8 << 20
	maxThings = 100_000 // badges, books or conferences
)

// object is a JSON object. What is not there, or of another type than asked
// for, is empty.
type object map[string]any

// decode reads a JSON file; its faults go into r. ok is false with any.
func decode(data []byte, r *Reading) (value any, ok bool) {
	if f := noJSON(data); f != nil {
		r.Faults = append(r.Faults, *f)
		return nil, false
	}
	text, _ := sheet.Decode(data)
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	err := d.Decode(&value)
	if err == nil && d.More() {
		err = errors.New("there is more than one value in it")
	}
	if err == nil {
		return value, true
	}
	at := int(d.InputOffset())
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		at = int(syntax.Offset)
	case errors.Is(err, io.ErrUnexpectedEOF):
		at, err = len(strings.TrimSpace(text)), errors.New("it ends too early")
	}
	line := 1 + strings.Count(text[:min(max(at, 0), len(text))], "\n")
	r.fault(Place{Unit: "line", N: line}, "it is no JSON: "+strings.TrimPrefix(err.Error(), "json: "), "save the file again, as it came")
	return nil, false
}

// noJSON tells the files that are often taken for JSON.
func noJSON(data []byte) *Fault {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 512)], []byte("\xef\xbb\xbf")), " \t\r\n\x00")
	switch {
	case len(data) > maxJSON:
		return &Fault{Says: "it is larger than 8 MB", Help: "save it in parts"}
	case len(head) == 0:
		return &Fault{Says: "there is nothing in it", Help: "save the file again"}
	case bytes.HasPrefix(head, []byte("\x89PNG")):
		return &Fault{Says: "it is a picture with a badge baked into it", Help: "download the badge as JSON: hone does not unpack pictures"}
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return &Fault{Says: "it is an archive", Help: "unpack it first"}
	case bytes.HasPrefix(head, []byte("<svg")), bytes.Contains(head, []byte("http://www.w3.org/2000/svg")):
		return &Fault{Says: "it is a picture with a badge baked into it", Help: "download the badge as JSON: hone does not unpack pictures"}
	case head[0] == '<':
		return &Fault{Says: "it is a web page, no JSON", Help: "it may be a page that asks you to sign in: download the file in the browser"}
	case isJWT(data):
		return &Fault{Says: "it is a signed token (JWT), and what it says is packed inside", Help: "download the credential as JSON: hone reads no signatures, and trusts none"}
	}
	return nil
}

// isJWT reports whether a file is a signed token: three parts in base64 with
// points between them, the first an object.
func isJWT(data []byte) bool {
	s := strings.Trim(string(bytes.TrimSpace(data[:min(len(data), 1<<20)])), `"`)
	return strings.HasPrefix(s, "eyJ") && strings.Count(s, ".") == 2 && !strings.ContainsAny(s, " {}\n")
}

func asObject(v any) object {
	m, _ := v.(map[string]any)
	return m
}

// list returns a list, or the one value as a list of one; nil for nothing.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func (o object) object(key string) object { return asObject(o[key]) }

// text returns a text, or a number as it is written. Of a text in several
// languages it is one: English where there is English, else the first by name.
func (o object) text(key string) string { return textOf(o[key]) }

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case json.Number:
		return v.String()
	case map[string]any:
		if s, ok := v["en"].(string); ok {
			return strings.TrimSpace(s)
		}
		if s, ok := v["@value"].(string); ok {
			return strings.TrimSpace(s)
		}
		var names []string
		for k := range v {
			if _, ok := v[k].(string); ok && len(k) <= 5 && k != "id" && k != "type" && k != "name" {
				names = append(names, k)
			}
		}
		if len(names) > 0 {
			return strings.TrimSpace(v[sorted(names)[0]].(string))
		}
	}
	return ""
}

// first returns the first of some keys that has a text.
func (o object) first(keys ...string) (text, key string) {
	for _, k := range keys {
		if s := o.text(k); s != "" {
			return s, k
		}
	}
	return "", keys[0]
}

// number returns a number as TOML has it, or "".
func (o object) number(key string) string {
	f, err := strconv.ParseFloat(o.text(key), 64)
	if err != nil || math.IsNaN(f) || f < 0 || f > 1e6 {
		return ""
	}
	return strconv.FormatFloat(f, 'f', -1, 64)
}

// types returns the words of a key that holds a word or several.
func (o object) types(keys ...string) (words []string) {
	for _, k := range keys {
		for _, v := range list(o[k]) {
			words = append(words, textOf(v))
		}
	}
	return words
}

func is(words []string, any ...string) bool {
	for _, w := range words {
		for _, a := range any {
			if strings.EqualFold(w, a) {
				return true
			}
		}
	}
	return false
}

// things checks how many there are, and counts them.
func (r *Reading) things(items []any) []any {
	if r.Rows = len(items); len(items) > maxThings {
		r.fault(Place{}, fmt.Sprintf("there are %d of them in it", len(items)), "split it into files of at most 100,000")
		return nil
	}
	return items
}

// under returns the place of a key.
func (p Place) under(key string) Place {
	p.Name = key
	return p
}
