// Package cards draws SVG cards for a README: rings and bars of goals, a
// heatmap of a year, a burn-up, skills, a shelf of certifications, a year in
// numbers, the latest things learned.
//
// A card is plain values: words that are ready to be read, shares in
// thousandths, days as numbers. The package knows no goals, no dates and no
// words of its own. It promises, for any input whatever, either an error that
// names the value at fault, or a picture of which is true:
//
//   - The same card gives the same bytes, on any machine: geometry is whole
//     numbers.
//   - It is well-formed XML and only a picture: no script, no handler, no
//     reference to anything outside, no byte of the caller's text unescaped. It
//     may be shown as an image or pasted into a page, next to any number of
//     others: ids and style rules are the card's own.
//   - What it shows needs no style sheet and no animation. The style only follows
//     the page's colour scheme and a reader's own colours.
//   - Letters have a contrast of 4.5:1 or more with the card, and signs, bars and
//     lines that mean something 3:1 (WCAG 2 AA); colour never says it alone.
//   - Text stays in its box in every script. What is cut ends in "…", and its
//     title says the whole; [Frame] Desc has the data in words.
//   - A card of usual contents has at most 12 kB, a heatmap 20 kB.
package cards

// A Card is something that [AppendSVG] draws: [Rings], [Heatmap], [Burnup],
// [Skills], [Shelf], [Year] or [Recent].
type Card interface {
	frame() *Frame
	empty() bool         // whether there is nothing to show
	draw(s *sheet) error // below the heading; sets the height
}

// A Frame is what every card has.
type Frame struct {
	Title string // the heading; required
	Note  string // small, at the end of the heading's line: "as of 16 Nov 2026"
	Desc  string // the card's data in sentences, for those who do not see it
	Lang  string // BCP 47 tag of the words; "en" if not given
	Empty string // what the card says when it has nothing to show
}

func (f *Frame) frame() *Frame { return f }

// A Tone is what a part of a card means; the theme gives it a colour, and the
// card a mark, so that colour never says it alone.
type Tone int

// The tones.
const (
	Quiet  Tone = iota // nothing is asked now
	Done               // reached
	Good               // on the line or ahead of it
	Soon               // due soon
	Late               // behind
	Rest               // paused
	Broken             // cannot be read, or expired
)

// Rings shows every goal as a ring, or, when there are more than six, as a bar;
// of those, twelve.
type Rings struct {
	Frame
	Rings []Ring
	More  string // what stands below when not all are shown: a format with one %d; "+3" if empty
	Line  string // names the mark of the pace below the rings; not drawn if empty
}

// A Ring is how much of one goal is done.
type Ring struct {
	Label string // its name
	Value string // "5 of 12"; a long one is broken in two, at its line break if it has one
	State string // "next by 2 Dec"
	Share int    // done, in thousandths; more than 1000 is drawn as full
	Pace  int    // where the even line is, in thousandths; negative: no mark; more than 1000 is drawn at the end
	Tone  Tone
}

// Heatmap shows a calendar year, a square a day.
type Heatmap struct {
	Frame
	First    int    // weekday of 1 January, counted from the day that weeks begin with: 0 to 6
	Counts   []int  // entries of each day of the year, 365 or 366; negative: still to come
	Months   []Tick // names of the months and the days, from 0, on which they begin
	Weekdays [7]string
	Less     string // the legend's ends
	More     string
	Summary  string // "142 entries on 97 days"
}

// A Tick is a word at a place of an axis.
type Tick struct {
	At    int64
	Label string
}

// Burnup shows the amount of one goal over its period: as steps, between the
// edges of a band. With no days it is empty.
type Burnup struct {
	Frame
	Days     int     // of the period
	Today    int     // the day, from 0, up to which Done is known; -1 before the first
	Done     []int64 // at the end of each day up to Today, in any unit
	Required []int64 // the lower edge of the band, for each day of the period
	Upper    []int64 // its upper edge
	Target   int64
	Pauses   [][2]int // first and last day of each
	Low      int64    // the forecast's range at the period's end, in the unit of Done
	High     int64
	Forecast bool   // whether there is one
	Tone     Tone   // of the state
	State    string // "5 of 12 · next by 2 Dec"
	Outlook  string // "probably 9 to 12", or why there is no forecast
	X, Y     []Tick // of days, and of amounts in the unit of Done
	Legend   BurnupWords
}

// BurnupWords names the parts of a [Burnup].
type BurnupWords struct{ Done, Band, Pause, Forecast string }

// Skills shows how learning spreads over areas. The longest of the shares and
// wishes has the longest bar.
type Skills struct {
	Frame
	Areas   []SkillArea // 12 are shown
	Legend  SkillWords
	Summary string // which areas are weak
}

// A SkillArea is one row of [Skills].
type SkillArea struct {
	Label string
	Share int    // of all effort, in thousandths
	Wish  int    // share wished; negative: no mark
	Score int    // self-score, 1 to 5; 0: none
	Aim   int    // score aimed at, 1 to 5; 0: none
	State string // "quiet since March"
	Weak  bool
}

// SkillWords names the parts of [Skills]; one without a name is not explained.
type SkillWords struct{ Share, Wish, Score, Aim string }

// Shelf shows what is held, and for how long: the first ten.
type Shelf struct {
	Frame
	Items []ShelfItem
	More  string // as in [Rings]
}

// A ShelfItem is one thing that is held.
type ShelfItem struct {
	Label string // its name
	By    string // who gave it
	State string // "to 31 May 2028"
	Left  int    // of its validity, in thousandths; negative: it does not end
	Tone  Tone
}

// Year is a year in numbers. With twelve months of no entries it is empty.
type Year struct {
	Frame
	Numbers []Number // eight at most
	Months  []int    // entries of each month, 12
	Names   []string // of the months, short
}

// A Number is an amount and what it counts.
type Number struct{ Value, Label string }

// Recent lists the latest things learned: the first ten.
type Recent struct {
	Frame
	Items []RecentItem
}

// A RecentItem is one thing learned.
type RecentItem struct{ Label, Kind, Day string }
