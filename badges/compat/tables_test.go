package compat

import (
	"encoding/binary"
	"hash/fnv"
	"math"
	"testing"
)

// The tables are those that TestParityOfCodePoints found to be badge-maker's,
// so that they are guarded where there is no node.
func TestTables(t *testing.T) {
	h := fnv.New64a()
	var row []byte
	for c := range rune(0x110000) {
		row = row[:0]
		for _, f := range [...]*font{verdana11(), verdana10(), verdana10Bold(), helvetica11()} {
			row = binary.LittleEndian.AppendUint64(row, math.Float64bits(f.advance(c)))
		}
		h.Write(appendUpper(row, c))
	}
	for _, n := range cssNames {
		h.Write(binary.LittleEndian.AppendUint32([]byte(n.name), n.rgb))
	}
	const want = 0x9db4b819aa8bd30a
	if got := h.Sum64(); got != want {
		t.Errorf("the tables have the sum %#x, want %#x", got, uint64(want))
	}
}
