package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/words"
)

func TestFillBlock(t *testing.T) {
	const start, end = "<!-- hone:start badges -->", "<!-- hone:end badges -->"
	tests := []struct {
		name, text, want string
		found            bool
		fault            string
	}{
		{"empty block", "# Hi\n" + start + "\n" + end + "\nbye\n", "# Hi\n" + start + "\nNEW\n" + end + "\nbye\n", true, ""},
		{"full block", start + "\nold\nold\n" + end, start + "\nNEW\n" + end, true, ""},
		{"CRLF", "a\r\n" + start + "\r\nold\r\n" + end + "\r\n", "a\r\n" + start + "\r\nNEW\r\n" + end + "\r\n", true, ""},
		{"twice", start + "\n" + end + "\n" + start + "\n" + end + "\n", start + "\nNEW\n" + end + "\n" + start + "\nNEW\n" + end + "\n", true, ""},
		{"none", "# Hi\n", "# Hi\n", false, ""},
		{"other block", "<!-- hone:start goals -->\n<!-- hone:end goals -->\n", "<!-- hone:start goals -->\n<!-- hone:end goals -->\n", false, ""},
		{"in a fence", "```html\n" + start + "\n" + end + "\n```\n", "```html\n" + start + "\n" + end + "\n```\n", false, ""},
		{"in a longer fence", "````\n```\n" + start + "\n````\n", "````\n```\n" + start + "\n````\n", false, ""},
		{"open", "a\n" + start + "\nkept\n", "", true, "line 2"},
		{"only ends", end + "\n", "", true, "line 1"},
		{"nested", start + "\n" + start + "\n" + end + "\n", "", true, "line 2"},
		{"within a line", "see " + start + " here\n", "see " + start + " here\n", false, ""},
	}
	for _, test := range tests {
		got, found, err := FillBlock([]byte(test.text), "badges", "NEW\n")
		switch {
		case test.fault != "":
			if err == nil || !strings.Contains(err.Error(), test.fault) {
				t.Errorf("%s: error %v, want one at %s", test.name, err, test.fault)
			}
		case err != nil || found != test.found || string(got) != test.want:
			t.Errorf("%s: %q, %v, %v; want %q", test.name, got, found, err, test.want)
		}
	}
}

var hostile = []string{
	"plain", `"><script>alert(1)</script>`, "<!-- hone:end badges -->", "\n<!-- hone:end badges -->\n", "--> <!-- hone:start goals -->",
	"]]>", "a|b|c", "`code`", "[x](javascript:alert(1))", "@everyone #1 GH-2", "www.example.com https://example.com", ":tada:", "a\r\nb\x00c\u2028d",
	"\u202egnirts", "'\"&<>", strings.Repeat("ü", 10_000), "*bold* _it_ ~~x~~ ![i](u)", "```\nfence", "| a |\n|---|\n",
}

// Whatever a title says, the block has as many images as badges, each with the
// alternative text that was meant, and the README around it stays as it was.
func FuzzBlocks(f *testing.F) {
	for _, h := range hostile {
		f.Add(h)
	}
	f.Fuzz(func(t *testing.T, title string) {
		made := []Badge{newBadge("a", title, "1 of 2", "green"), newBadge("b", title, title, "green")}
		block := BadgesBlock(made, "learning/badges/", "learning.toml")
		const before, after = "# Me\n\n<!-- hone:start badges -->\n", "<!-- hone:end badges -->\n\nrest\n"
		got, found, err := FillBlock([]byte(before+"old\n"+after), "badges", block)
		if err != nil || !found || !bytes.HasPrefix(got, []byte(before)) || !bytes.HasSuffix(got, []byte(after)) {
			t.Fatalf("%q, %v, %v", got, found, err)
		}
		again, _, err := FillBlock(got, "badges", block)
		if err != nil || !bytes.Equal(again, got) {
			t.Fatalf("a second filling changes it: %v\n%q\n%q", err, got, again)
		}
		inside := strings.TrimSuffix(strings.TrimPrefix(string(got), before), after)
		if alts := altsOf(t, inside); len(alts) != 2 || alts[0] != made[0].Alt || alts[1] != made[1].Alt {
			t.Fatalf("alternative texts %q in\n%s", alts, inside)
		}
		if n := strings.Count(inside, "\n"); n != 2 {
			t.Fatalf("%d lines:\n%s", n, inside)
		}
		if escaped := words.Escape(title); strings.ContainsAny(escaped, "\n\r<") { // and so no mark of a block
			t.Fatalf("%q escapes to %q", title, escaped)
		}
	})
}

// altsOf reads the images of a block as HTML that is XML, too, once images are
// closed: strict enough to show whatever breaks out.
func altsOf(t *testing.T, block string) (alts []string) {
	closed := strings.ReplaceAll(block, `"></a>`, `"/></a>`)
	d := xml.NewDecoder(strings.NewReader("<div>" + closed + "</div>"))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return alts
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, block)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		switch e.Name.Local {
		case "div", "a":
		case "img":
			for _, a := range e.Attr {
				if a.Name.Local == "alt" {
					alts = append(alts, a.Value)
				}
			}
		default:
			t.Fatalf("an element <%s> in\n%s", e.Name.Local, block)
		}
	}
}
