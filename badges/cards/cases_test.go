package cards

import (
	"reflect"
	"strings"
)

// A testCase is a card that is drawn and kept in testdata.
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
				{"Feedback", "", "next by 12 Jan", 750, -1, Soon},
				{"Deep work", "84 h of 120 h", "6 h ahead", 700, 650, Good},
				{"German", "11 of 40", "paused to 10 Jan", 275, 400, Rest},
			}, Line: "even line today"}},
		{"bars", &Rings{Frame: Frame{Title: "Learning in 2026", Note: as, Desc: "Eight goals."}, Rings: manyRings(8), More: "and %d more", Line: "even line today"}},
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

// stairs are as many even steps of the band, and some of the amounts.
func stairs(target int64) *Burnup {
	b := usualBurnup()
	b.Target, b.High, b.Low, b.Y = target, target, target/2, []Tick{{0, "0"}, {target, "all"}}
	for d := range b.Days {
		b.Required[d] = target * int64(d) / int64(b.Days-1)
		b.Upper[d] = min(b.Required[d]+1, target)
		if d <= b.Today {
			b.Done[d] = target * int64(d/2) / int64(b.Days)
		}
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

// unusual are the same cards with nothing, with one thing, with more than fits,
// and in other words.
func unusual() (list []testCase) {
	add := func(name string, c Card) { list = append(list, testCase{name, c}) }
	f := Frame{Title: "Learning", Note: as, Desc: "Nothing yet.", Empty: "Nothing is logged yet. The first entry will show here."}
	add("rings-empty", &Rings{Frame: f})
	add("heatmap-empty", &Heatmap{Frame: f})
	add("heatmap-none", &Heatmap{Frame: f, Counts: make([]int, 366), Months: monthTicks, Weekdays: weekdays, Less: "Less", More: "More", Summary: "0 entries"})
	add("burnup-empty", &Burnup{Frame: f})
	add("skills-empty", &Skills{Frame: f})
	add("shelf-empty", &Shelf{Frame: f})
	add("year-empty", &Year{Frame: f, Months: make([]int, 12), Names: make([]string, 12)})
	add("recent-empty", &Recent{Frame: f})

	millionths := usualBurnup()
	for _, list := range [][]int64{millionths.Done, millionths.Required, millionths.Upper} {
		for i := range list {
			list[i] *= 1e6
		}
	}
	for i := range millionths.Y {
		millionths.Y[i].At *= 1e6
	}
	millionths.Target, millionths.Low, millionths.High = 8e9, 7e9, 9e9
	add("burnup-millionths", millionths)

	one := usual()
	for _, c := range one {
		switch c := c.card.(type) {
		case *Rings:
			c.Rings = c.Rings[:1]
		case *Heatmap:
			c.First, c.Counts = 6, yearCounts(366, 1)
			c.Counts[0] = 1
		case *Burnup:
			c.Days, c.Today, c.Done, c.Required, c.Upper, c.Target = 1, 0, []int64{1}, []int64{1}, []int64{1}, 1
			c.Pauses, c.Forecast, c.X, c.Y = nil, false, c.X[:1], []Tick{{0, "0"}, {1, "1"}}
		case *Skills:
			c.Areas = c.Areas[4:5]
		case *Shelf:
			c.Items = c.Items[:1]
		case *Year:
			c.Numbers, c.Months = c.Numbers[:1], make([]int, 12)
			c.Months[0] = 1
		case *Recent:
			c.Items = c.Items[:1]
		}
		if c.name != "bars" {
			add(c.name+"-one", c.card)
		}
	}
	for _, c := range many(30) {
		add(c.name+"-many", c.card)
	}
	for name, words := range map[string]func(string) string{
		"long":    func(s string) string { return strings.Repeat(s+" ", 8) + strings.Repeat("Donaudampfschiff", 8) },
		"chinese": func(string) string { return "领导力与工程管理的学习记录一览" },
		"arabic":  func(string) string { return "التعلم في القيادة الهندسية ٢٠٢٦" },
		"emoji":   func(s string) string { return "📚 " + s + " 👩‍💻" },
	} {
		for _, c := range usual() {
			add(c.name+"-"+name, reworded(c.card, words))
		}
	}
	return list
}

// many are cards of n things each.
func many(n int) []testCase {
	list := usual()
	for _, c := range list {
		switch c := c.card.(type) {
		case *Rings:
			c.Rings, c.More = manyRings(n), "and %d more"
		case *Heatmap:
			for d := range c.Counts {
				c.Counts[d] = d * d % (n + 1)
			}
		case *Burnup:
			n := min(n, 3000)
			c.Days, c.Today = 12*n, 11*n-1
			c.Done, c.Required, c.Upper, c.Pauses = nil, nil, nil, nil
			for d := range c.Days {
				c.Required = append(c.Required, int64(d*900/c.Days*10+d%7))
				c.Upper = append(c.Upper, c.Required[d]+1000)
				if d <= c.Today {
					c.Done = append(c.Done, int64(d*8000/c.Days))
				}
			}
			for i := range n / 3 {
				c.Pauses = append(c.Pauses, [2]int{i * 30, i*30 + 5})
			}
			c.X = nil
			for i := range 12 {
				c.X = append(c.X, Tick{int64(c.Days / 12 * i), monthTicks[i].Label + " 2026"})
			}
		case *Skills:
			c.Areas = repeated(c.Areas, n)
		case *Shelf:
			c.Items = repeated(c.Items, n)
		case *Year:
			c.Numbers = repeated(c.Numbers, 8)
			for m := range c.Months {
				c.Months[m] = n * n * m
			}
		case *Recent:
			c.Items = repeated(c.Items, n)
		}
	}
	return list[1:]
}

func repeated[T any](list []T, n int) (more []T) {
	for i := range n {
		more = append(more, list[i%len(list)])
	}
	return more
}

// reworded says other words on a card, which it changes, but not what others
// share with it.
func reworded(c Card, words func(string) string) Card {
	var walk func(v reflect.Value)
	walk = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.String:
			v.SetString(words(v.String()))
		case reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).Name != "Lang" {
					walk(v.Field(i))
				}
			}
		case reflect.Slice:
			own := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
			reflect.Copy(own, v)
			v.Set(own)
			fallthrough
		case reflect.Array:
			for i := range v.Len() {
				walk(v.Index(i))
			}
		}
	}
	walk(reflect.ValueOf(c).Elem())
	return c
}
