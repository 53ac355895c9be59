package badges

import "testing"

// One operation is one badge.
func BenchmarkAppendSVG(b *testing.B) {
	for _, c := range []example{
		{"ascii", Badge{Label: "build", Message: "passing", Color: BrightGreen}},
		{"words", Badge{Label: "books", Message: "2 of 12 · third since 2 Apr", Color: Orange}},
		{"chinese", Badge{Label: "读书", Message: "十二本中的两本", Color: Green}},
		{"arabic", Badge{Label: "كتب", Message: "٢ من ١٢ · التالي حتى فبراير", Color: Green}},
		{"emoji", Badge{Label: "📚 books", Message: "🎉 2 of 12", Color: Green}},
		{"logo", Badge{Label: "books", Message: "done", Color: Green, Logo: tick}},
		{"links", Badge{Label: "books", Message: "done", Color: Green, LabelLink: "https://example.org/books", MessageLink: "learning/2026.md"}},
		{"max-width", Badge{Label: "a long label of a badge", Message: "and a message that is longer still", Color: Blue, MaxWidth: 160}},
	} {
		b.Run(c.name, func(b *testing.B) { benchmark(b, []Badge{c.badge}) })
	}
	for style := range Styles() {
		b.Run(style.String(), func(b *testing.B) {
			benchmark(b, []Badge{{Label: "books", Message: "2 of 12", Color: Green, Style: style}})
		})
	}
}

// benchmark draws the badges one after the other, into the same buffer.
func benchmark(b *testing.B, badges []Badge) {
	b.ReportAllocs()
	dst := make([]byte, 0, 4096)
	i := 0
	for b.Loop() {
		if _, err := AppendSVG(dst, badges[i]); err != nil {
			b.Fatal(err)
		}
		if i++; i == len(badges) {
			i = 0
		}
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "badges/s")
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

func BenchmarkParseLogo(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := ParseLogo(tick.path); err != nil {
			b.Fatal(err)
		}
	}
}
