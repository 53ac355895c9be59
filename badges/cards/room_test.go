package cards

import (
	"strings"
	"testing"
)

// TestAmountsAreWhole draws the longest amounts that a goal comes to: half of a
// number is another number.
func TestAmountsAreWhole(t *testing.T) {
	for _, value := range []string{
		"7 of 8", "84 h of 120 h", "59940 of 10000 p", "100000 of 20 p", "1234.75 of 10000 h", "9999 of 10000 cr", "100000 of 10000 p", "28% kept",
	} {
		svg, err := SVG(&Rings{Frame: Frame{Title: "Goals"}, Rings: []Ring{{Label: "Pages", Value: value, Pace: -1}}}, Look{})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(svg), "…") {
			t.Errorf("%q is cut:\n%s", value, svg)
		}
	}
}

// TestBarsOfSkills: without scores, the room of their dots is the bars'.
func TestBarsOfSkills(t *testing.T) {
	for _, test := range []struct {
		area SkillArea
		bar  string
	}{
		{SkillArea{Label: "People", Share: 1000, Wish: -1}, `x="188" y="60" width="284"`},
		{SkillArea{Label: "People", Share: 1000, Wish: -1, Score: 3}, `x="188" y="60" width="188"`},
		{SkillArea{Label: "People", Share: 1000, Wish: -1, Aim: 4}, `x="188" y="60" width="188"`},
	} {
		svg, err := SVG(&Skills{Frame: Frame{Title: "Skills"}, Areas: []SkillArea{test.area}}, Look{})
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(svg), test.bar) {
			t.Errorf("%+v: no bar with %s:\n%s", test.area, test.bar, svg)
		}
	}
}
