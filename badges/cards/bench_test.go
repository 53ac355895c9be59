package cards

import "testing"

// One operation is one card.
func BenchmarkAppendSVG(b *testing.B) {
	for _, c := range usual() {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			dst := make([]byte, 0, 32<<10)
			for b.Loop() {
				if _, err := AppendSVG(dst, c.card, Look{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
