package compat

import "testing"

// One operation is one badge.
func BenchmarkAppendSVG(b *testing.B) {
	long := "2 of 12 · third since 2 Apr"
	for _, c := range []struct {
		name  string
		badge Badge
	}{
		{"flat", Badge{Label: "build", Message: "passing", Color: "green"}},
		{"flat-square", Badge{Label: "build", Message: "passing", Style: "flat-square"}},
		{"plastic", Badge{Label: "build", Message: "passing", Style: "plastic"}},
		{"for-the-badge", Badge{Label: "build", Message: "passing", Style: "for-the-badge"}},
		{"social", Badge{Label: "build", Message: "passing", Style: "social"}},
		{"words", Badge{Label: "books", Message: long, Color: "orange"}},
		{"chinese", Badge{Label: "读书", Message: "十二本中的两本"}},
		{"css", Badge{Label: "build", Message: "passing", Color: "rgb(1 2 3 / 50%)", LabelColor: "tomato"}},
		{"links", Badge{Label: "build", Message: "passing", Links: [2]string{"https://example.com/a", "https://example.com/b"}}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			dst := make([]byte, 0, 8192)
			for b.Loop() {
				if _, err := AppendSVG(dst, c.badge); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "badges/s")
		})
	}
}

func BenchmarkUnpack(b *testing.B) {
	for b.Loop() {
		unpack(verdana11Data)
	}
}
