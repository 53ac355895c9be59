package tracker

import (
	"os"
	"reflect"
	"testing"

	"github.com/honelog/hone/tracker/civil"
)

func readLog(t *testing.T, text string) (*Log, []Finding) {
	t.Helper()
	return Parse([]File{{Name: "learning.toml", Data: []byte(text)}}, nil)
}

func TestDrawingSettings(t *testing.T) {
	text, err := os.ReadFile("testdata/ok/drawing.toml")
	if err != nil {
		t.Fatal(err)
	}
	l, _ := readLog(t, string(text))
	badges := BadgeSettings{
		Show: []string{"all", "secret", "books", "certified-scrum-master"}, Style: "for-the-badge", Palette: "shields",
		Labels: map[string]string{"all": "learning 📚", "certified-scrum-master": "CSM"},
	}
	cards := CardSettings{
		Show: []string{"burnup-books", "rings", "burnup-talk", "burnup"}, Theme: "colour-blind", Palette: "orange", WeekStarts: "sunday",
		Labels: map[string]string{"rings": "Where I stand", "burnup-books": "Books"},
	}
	if !reflect.DeepEqual(l.Badges, badges) {
		t.Errorf("badges: %+v", l.Badges)
	}
	if !reflect.DeepEqual(l.Cards, cards) {
		t.Errorf("cards: %+v", l.Cards)
	}
}

// What is not said is told from what is said to be none.
func TestDrawingSettingsUnsaid(t *testing.T) {
	l, _ := readLog(t, "[badges]\nstyle = \"flat\"\n")
	if l.Badges.Show != nil || l.Cards.Show != nil || l.Badges.Palette != "" || l.Badges.Labels != nil || l.Cards.WeekStarts != "" {
		t.Errorf("%+v, %+v", l.Badges, l.Cards)
	}
	l, _ = readLog(t, "badges.show = []\ncards.show = []\n")
	if l.Badges.Show == nil || l.Cards.Show == nil || len(l.Badges.Show)+len(l.Cards.Show) > 0 {
		t.Errorf("%#v, %#v", l.Badges.Show, l.Cards.Show)
	}
}

// A fault in what is drawn is an error, keeps what else could be read, and
// leaves the goals where they stand.
func TestDrawingFaultsTouchNoGoal(t *testing.T) {
	const goal = "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = 2026-01-01\n\n"
	for name, text := range map[string]string{
		"an unknown style":  "[badges]\nstyle = \"round\"\npalette = \"shields\"\n",
		"an unknown goal":   "[badges]\nshow = [\"boks\"]\npalette = \"shields\"\n",
		"an unknown key":    "[badges]\ncolours = \"aa\"\npalette = \"shields\"\n",
		"two brackets":      "badges.palette = \"shields\"\n\n[[cards]]\n",
		"a label of number": "[badges]\npalette = \"shields\"\nlabels.books = 1\n",
	} {
		t.Run(name, func(t *testing.T) {
			head := ""
			if text[0] != '[' {
				head, text = text, ""
			}
			l, found := readLog(t, head+"\n"+goal+text)
			if Errors(found) == 0 || l.Badges.Palette != "shields" || l.Badges.Style != "" {
				t.Errorf("%v, %+v", found, l.Badges)
			}
			if s := l.Standings(civil.Of(2026, 2, 1)); len(s) != 1 || s[0].Status == Invalid {
				t.Errorf("%+v", s)
			}
		})
	}
	two, found := Parse([]File{{Name: "a.toml", Data: []byte(goal + "[badges]\nstyle = \"flat\"\n")}, {Name: "b.toml", Data: []byte("[badges]\nstyle = \"social\"\n")}}, nil)
	if s := two.Standings(civil.Of(2026, 2, 1)); Errors(found) != 1 || found[0].Code != "duplicate-settings" || two.Badges.Style != "flat" || s[0].Status == Invalid {
		t.Errorf("%v, %+v, %v", found, two.Badges, s[0].Status)
	}
}

// A card is named without the word that its files begin with, and what stands
// for several has no label.
func TestCardNames(t *testing.T) {
	for text, want := range map[string]string{
		`show = ["card-rings"]`:   `there is no card "card-rings", did you mean "rings"?`,
		`labels.burnup = "Books"`: `"burnup" stands for the burn-ups of all goals, name one of them, like labels.burnup-GOAL = "…"`,
	} {
		l, found := readLog(t, "[cards]\n"+text+"\n")
		if len(found) != 1 || found[0].Message+", "+found[0].Help != want || len(l.Cards.Labels) > 0 {
			t.Errorf("%s: %v", text, found)
		}
	}
}
