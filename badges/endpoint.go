package badges

import "github.com/honelog/hone/badges/internal/text"

// Endpoint writes a badge as JSON for https://shields.io/endpoint.
func Endpoint(b Badge) ([]byte, error) {
	return AppendEndpoint(make([]byte, 0, 256), b)
}

// AppendEndpoint appends a badge as JSON for https://shields.io/endpoint, so
// that anybody can have it in another style. The keys are schemaVersion, label,
// message, color and, with a label, labelColor; the texts are whole, up to the
// limit of a title. On an error it returns dst as it was.
func AppendEndpoint(dst []byte, b Badge) ([]byte, error) {
	var label, message text.Room
	d := drawing{
		label:     text.Line{Text: text.Clean(label[:0], b.Label)},
		message:   text.Line{Text: text.Clean(message[:0], b.Message)},
		labelFill: b.LabelColor.or(Grey),
		fill:      b.Color.or(LightGrey),
	}
	if err := d.check(); err != nil {
		return dst, err
	}
	dst = append(dst, `{"schemaVersion":1,"label":`...)
	dst = appendQuoted(dst, d.label.Text)
	dst = append(dst, `,"message":`...)
	dst = appendQuoted(dst, d.message.Text)
	dst = append(dst, `,"color":"`...)
	dst = d.fill.appendHex(dst)
	if d.hasLabel() { // shields.io draws an empty label if it is given a colour
		dst = append(dst, `","labelColor":"`...)
		dst = d.labelFill.appendHex(dst)
	}
	return append(dst, `"}`...), nil
}

// appendQuoted appends clean text, which has no control characters, as a JSON
// string.
func appendQuoted(dst, clean []byte) []byte {
	dst = append(dst, '"')
	for _, c := range clean {
		if c == '"' || c == '\\' {
			dst = append(dst, '\\')
		}
		dst = append(dst, c)
	}
	return append(dst, '"')
}
