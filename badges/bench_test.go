package badges

import "testing"

// One operation is one badge.
func BenchmarkAppendSVG(b *testing.B) {
	for _, c := range []struct {
		name  string
		badge Badge
	}{
		{"ascii", Badge{Label: "build", Message: "passing", Color: BrightGreen}},
		{"words", Badge{Label: "books", Message: "2 of 12 · third since 2 Apr", Color: Orange}},
		{"chinese", Badge{Label: "读书", Message: "十二本中的两本", Color: Green}},
		{"arabic", Badge{Label: "كتب", Message: "٢ من ١٢ · التالي حتى فبراير", Color: Green}},
		{"emoji", Badge{Label: "📚 books", Message: "🎉 2 of 12", Color: Green}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			dst := make([]byte, 0, 4096)
			for b.Loop() {
				if _, err := AppendSVG(dst, c.badge); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "badges/s")
		})
	}
}

func BenchmarkAppendEndpoint(b *testing.B) {
	b.ReportAllocs()
	dst := make([]byte, 0, 4096)
	for b.Loop() {
		if _, err := AppendEndpoint(dst, Badge{Label: "books", Message: "2 of 12 · next by 2 Apr", Color: Green}); err != nil {
			b.Fatal(err)
		}
	}
}
