package place

import (
	"bytes"
	"strconv"
	"strings"
)

// This file judges values that have the form of TOML: the walk takes any
// digits for a date, and the decoder would fail on the whole text for one that
// is none. The fault of a value is kept, and a number put in its place.

func (w *walker) judgeText(data []byte, span Span) {
	if len(data) > MaxText {
		w.faults = append(w.faults, Fault{Kind: LongText, At: At(int(span.Start), int(span.Start)+1), Message: "a text is longer than 64 KiB"})
	}
}

func (w *walker) judgeInteger(data []byte, span Span) {
	if len(data) < 18 {
		return
	}
	if _, err := strconv.ParseInt(string(data), 0, 64); err != nil {
		w.unfit(Fault{Kind: OutOfRange, At: span})
	}
}

func (w *walker) judgeFloat(data []byte, span Span) {
	if len(data) < 300 && !bytes.ContainsAny(data, "eE") {
		return
	}
	if _, err := strconv.ParseFloat(strings.ReplaceAll(string(data), "_", ""), 64); err != nil {
		w.unfit(Fault{Kind: OutOfRange, At: span})
	}
}

func (w *walker) judgeDate(data []byte, span Span) {
	const longest = 40
	token := string(data[:min(len(data), longest+1)])
	if isDay(token) {
		return
	}
	kind, odd := oddDate(token)
	switch {
	case odd:
	case len(data) <= longest && decodes(token):
		return
	default:
		kind = OddDate
	}
	w.unfit(Fault{Kind: kind, At: span, Name: token})
}

// unfit keeps a fault of a value, and puts a number in its place.
func (w *walker) unfit(f Fault) {
	w.faults = append(w.faults, f)
	w.own()
	overwrite(w.text[f.At.Start:f.At.End])
}
