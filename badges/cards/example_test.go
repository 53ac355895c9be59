package cards_test

import (
	"bytes"
	"fmt"

	"github.com/honelog/hone/badges/cards"
)

func Example() {
	card := &cards.Rings{
		Frame: cards.Frame{Title: "Learning in 2026", Note: "as of 16 Nov 2026", Desc: "Books: 7 of 8, next by 15 Dec."},
		Rings: []cards.Ring{{Label: "Books", Value: "7 of 8", State: "next by 15 Dec", Share: 875, Pace: 870, Tone: cards.Good}},
	}
	svg, err := cards.SVG(card, cards.Look{Accent: cards.Blue})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(bytes.HasPrefix(svg, []byte("<svg ")), bytes.Contains(svg, []byte("<desc id=")))
	// Output: true true
}

func ExampleSVG_error() {
	_, err := cards.SVG(&cards.Shelf{
		Frame: cards.Frame{Title: "Certifications"},
		Items: []cards.ShelfItem{{Label: "CISSP", Left: 5120}},
	}, cards.Look{})
	fmt.Println(err)
	// Output: "CISSP": 5120 thousandths are left; there are 1000 at most
}

func ExampleParseTheme() {
	theme, err := cards.ParseTheme("high-contrast")
	fmt.Println(theme, err)
	_, err = cards.ParseTheme("color-blind")
	fmt.Println(err)
	// Output:
	// high-contrast <nil>
	// unknown theme "color-blind"; did you mean "colour-blind"?
}
