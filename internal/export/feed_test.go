package export

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed/atom"
)

// unheld are characters that XML cannot hold.
var unheld = strings.NewReplacer("\ufffe", "\ufffd", "\uffff", "\ufffd")

// A reader of feeds finds every entry, with its day, its words and its link.
func TestAtomWithGofeed(t *testing.T) {
	o := Options{Today: today, Private: true, Name: "Ada", URL: "https://ada.example/learning.atom"}
	type item struct{ Title, Day, Kind, Link string }
	for _, l := range calendars(t) {
		parser := atom.Parser{}
		feed, err := parser.Parse(bytes.NewReader(Atom(l, o)))
		if err != nil {
			t.Fatal(err)
		}
		if feed.ID != o.URL || feed.Title != "Learning of Ada" || len(feed.Authors) != 1 || feed.UpdatedParsed == nil || feed.Links[0].Rel != "self" {
			t.Errorf("%+v", feed)
		}
		var got, want []item
		for _, e := range feed.Entries {
			x := item{Title: e.Title, Day: e.UpdatedParsed.Format("2006-01-02"), Kind: e.Categories[0].Term}
			if len(e.Links) > 0 {
				x.Link = e.Links[0].Href
			}
			got = append(got, x)
		}
		entries := o.Entries(l)
		for i := len(entries) - 1; i >= 0; i-- {
			if e := entries[i]; o.done(e) {
				kind := e.Kind.Name
				if e.Activity != "" {
					kind = e.Activity
				}
				want = append(want, item{unheld.Replace(nameOf(e)), firstOf(e.When).String(), kind, uri(e.Field("url"))})
			}
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Error(d)
		}
	}
}
