package cards

// A case is a card that is drawn and kept in testdata.
type testCase struct {
	name string
	card Card
}

var as = "as of 16 Nov 2026"

func usual() []testCase {
	return []testCase{
		{"rings", &Rings{Frame: Frame{Title: "Learning in 2026", Note: as, Desc: "Books: 7 of 8, next by 15 Dec, on track. Courses: 2 of 3, third since 2 Nov, late. Community: 6 of 6, done. Feedback: every 90 days, next by 12 Jan. Hours: 84 h of 120 h, 6 h ahead. German: paused to 10 Jan."},
			Rings: []Ring{
				{"Books", "7 of 8", "next by 15 Dec", 875, 870, Good},
				{"Courses", "2 of 3", "third since 2 Nov", 667, 870, Late},
				{"Community talks", "6 of 6", "done", 1000, -1, Done},
				{"Feedback", "3 of 4", "next by 12 Jan", 750, 760, Soon},
				{"Deep work", "84 h of 120 h", "6 h ahead", 700, 650, Good},
				{"German", "11 of 40", "paused to 10 Jan", 275, 400, Rest},
			}}},
		{"bars", &Rings{Frame: Frame{Title: "Learning in 2026", Note: as, Desc: "Eight goals."}, Rings: manyRings(8), More: "and %d more"}},
		{"heatmap", &Heatmap{Frame: Frame{Title: "A year of learning", Note: "2026", Desc: "142 entries on 97 days of 2026."}, First: 3, Counts: yearCounts(365, 320),
			Months: monthTicks, Weekdays: weekdays, Less: "Less", More: "More", Summary: "142 entries on 97 days"}},
		{"burnup", usualBurnup()},
		{"skills", &Skills{Frame: Frame{Title: "Where learning goes", Note: "last 12 months", Desc: "Architecture 31 %, wish 25 %."},
			Areas: []SkillArea{
				{"Architecture", 310, 250, 4, 5, "last on 3 Nov", false},
				{"Leadership", 270, 250, 3, 4, "last on 28 Oct", false},
				{"Security", 180, 200, 4, 4, "last on 14 Nov", false},
				{"Data", 140, 100, 2, 3, "last on 9 Sep", false},
				{"Public speaking", 60, 150, 2, 4, "quiet since March", true},
				{"Finance", 40, 50, 1, 2, "quiet since May", true},
			}, Legend: SkillWords{"share of effort", "wish", "self-score", "aim"}, Summary: "Weak: Public speaking, Finance"}},
		{"shelf", &Shelf{Frame: Frame{Title: "Certifications", Note: as, Desc: "CISSP to 31 May 2028."},
			Items: []ShelfItem{
				{"CISSP", "ISC2", "to 31 May 2028", 512, Good},
				{"AWS Solutions Architect – Professional", "Amazon Web Services", "to 14 Feb 2027", 81, Soon},
				{"Certified Kubernetes Administrator", "The Linux Foundation", "expired 3 Oct 2026", 0, Broken},
				{"Professional Scrum Master II", "Scrum.org", "since 2 Apr 2021", -1, Done},
			}, More: "and %d more"}},
		{"year", &Year{Frame: Frame{Title: "2026 in numbers", Note: as, Desc: "142 entries."},
			Numbers: []Number{{"142", "entries"}, {"97", "days"}, {"11", "books"}, {"84 h", "of study"}},
			Months:  []int{14, 9, 17, 12, 8, 15, 6, 11, 16, 19, 15, 0}, Names: []string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}}},
		{"recent", &Recent{Frame: Frame{Title: "Lately learned", Note: as, Desc: "Six things."},
			Items: []RecentItem{
				{"Team Topologies", "book", "14 Nov"},
				{"Threat modelling for leaders", "course", "9 Nov"},
				{"Platform meetup: talk on golden paths", "community", "3 Nov"},
				{"Designing Data-Intensive Applications, second edition", "book", "28 Oct"},
				{"360° feedback round", "feedback", "15 Oct"},
				{"KubeCon Europe", "conference", "2 Oct"},
			}}},
	}
}

func usualBurnup() *Burnup {
	const days, today = 365, 319
	b := &Burnup{Frame: Frame{Title: "Books", Note: as, Desc: "7 of 8."}, Days: days, Today: today, Target: 8000,
		Pauses: [][2]int{{196, 226}}, Low: 7000, High: 9000, Forecast: true, Tone: Good, State: "7 of 8 · next by 15 Dec", Outlook: "probably 7 to 9 by 31 Dec",
		Y:      []Tick{{0, "0"}, {2000, "2"}, {4000, "4"}, {6000, "6"}, {8000, "8"}},
		X:      []Tick{{0, "Jan"}, {90, "Apr"}, {181, "Jul"}, {273, "Oct"}},
		Legend: BurnupWords{"read", "even line to one ahead", "pause", "probable"}}
	due := 0
	for d := range days {
		if d < 196 || d > 226 {
			due++
		}
		v := int64(8000 * due / (days - 31))
		b.Required = append(b.Required, v)
		b.Upper = append(b.Upper, min(v+1000, 8000))
	}
	read := []int{20, 58, 101, 130, 171, 250, 301}
	for d := 0; d <= today; d++ {
		n := int64(0)
		for _, r := range read {
			if d >= r {
				n += 1000
			}
		}
		b.Done = append(b.Done, n)
	}
	return b
}

func manyRings(n int) (rings []Ring) {
	some := []Ring{
		{"Books", "7 of 8", "next by 15 Dec", 875, 870, Good},
		{"Courses", "2 of 3", "third since 2 Nov", 667, 870, Late},
		{"Community talks", "6 of 6", "done", 1000, -1, Done},
		{"Feedback", "", "next by 12 Jan", 750, 760, Soon},
		{"Deep work", "84 h of 120 h", "6 h ahead", 700, 650, Good},
		{"German", "11 of 40", "paused to 10 Jan", 275, 400, Rest},
		{"Conference", "0 of 1", "resting to 31 Dec", 0, -1, Quiet},
		{"Security training", "", "log needs a fix", 0, -1, Broken},
	}
	for i := range n {
		rings = append(rings, some[i%len(some)])
	}
	return rings
}

var monthTicks = []Tick{{0, "Jan"}, {31, "Feb"}, {59, "Mar"}, {90, "Apr"}, {120, "May"}, {151, "Jun"}, {181, "Jul"}, {212, "Aug"}, {243, "Sep"}, {273, "Oct"}, {304, "Nov"}, {334, "Dec"}}

var weekdays = [7]string{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}

// yearCounts are counts up to a day, then days to come.
func yearCounts(days, known int) []int {
	counts := make([]int, days)
	seed := uint32(7)
	for d := range counts {
		seed = seed*1664525 + 1013904223
		switch r := seed >> 24; {
		case d >= known:
			counts[d] = -1
		case r < 48:
			counts[d] = 1
		case r < 66:
			counts[d] = 2
		case r < 76:
			counts[d] = 3
		case r < 82:
			counts[d] = 5
		}
	}
	return counts
}

func unusual() []testCase { return nil }
