package badges

import "github.com/honelog/hone/badges/internal/text"

// Endpoint writes a badge as JSON for https://shields.io/endpoint.
func Endpoint(b Badge) ([]byte, error) {
	return AppendEndpoint(make([]byte, 0, 256), b)
}

// AppendEndpoint appends a badge as JSON for https://shields.io/endpoint, so
// that anybody can have it in another style. The keys are schemaVersion, label,
// message, color and, where they say something, labelColor, style and logoSvg;
// others are rejected there. The texts are whole, up to the limit of a title;
// links, Title, MaxWidth and IDSuffix have no key. On an error it returns dst as
// it was.
func AppendEndpoint(dst []byte, b Badge) ([]byte, error) {
	var label, message text.Room
	d := drawing{label: text.Clean(label[:0], b.Label), message: text.Clean(message[:0], b.Message)}
	if err := b.check(len(d.label) > 0, len(d.message) > 0); err != nil {
		return dst, err
	}
	style := b.Style
	b.Style = Flat // shields.io knows no light fills of Social
	d.paint(&b)
	dst = append(dst, `{"schemaVersion":1,"label":`...)
	dst = appendQuoted(dst, d.label)
	dst = append(dst, `,"message":`...)
	dst = appendQuoted(dst, d.message)
	dst = append(dst, `,"color":"`...)
	dst = d.fill.appendHex(dst)
	if d.halved { // shields.io draws an empty label if it is given a colour
		dst = append(dst, `","labelColor":"`...)
		dst = d.labelFill.appendHex(dst)
	}
	if style != Flat {
		dst = append(dst, `","style":"`...)
		dst = append(dst, style.String()...)
	}
	if d.logo.given() {
		if style == Social && b.LogoColor == 0 { // which shields.io draws light, whatever the colours
			d.logoFill = black
		}
		dst = append(dst, `","logoSvg":"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='`...)
		dst = d.logoFill.appendHex(dst)
		dst = append(dst, `' d='`...)
		dst = append(dst, d.logo.path...)
		dst = append(dst, `'/></svg>`...)
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
