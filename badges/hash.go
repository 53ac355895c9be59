package badges

// A hash is an FNV-1a sum.
type hash uint32

const newHash hash = 2166136261

func (h hash) byte(c byte) hash { return (h ^ hash(c)) * 16777619 }

// text adds a text and a zero byte, which parts it from the next.
func (h hash) text(t []byte) hash {
	for _, c := range t {
		h = h.byte(c)
	}
	return h.byte(0)
}

func (h hash) string(s string) hash {
	for i := range len(s) {
		h = h.byte(s[i])
	}
	return h.byte(0)
}

func (h hash) color(c Color) hash { return h.byte(c.red()).byte(c.green()).byte(c.blue()) }

func (h hash) number(n int) hash {
	for shift := 0; shift < 32; shift += 8 {
		h = h.byte(byte(n >> shift))
	}
	return h
}
