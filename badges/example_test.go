package badges_test

import (
	"errors"
	"fmt"
	"strings"

	"github.com/honelog/hone/badges"
)

func Example() {
	svg, err := badges.SVG(badges.Badge{Label: "books", Message: "2 of 12", Color: badges.Green})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.110s…", svg)
	// Output: <svg xmlns="http://www.w3.org/2000/svg" width="95" height="20" viewBox="0 0 95 20" role="img" aria-label="book…
}

func ExampleAppendSVG() {
	page := []byte("<p>")
	for _, message := range []string{"2 of 12", ""} {
		var err error
		if page, err = badges.AppendSVG(page, badges.Badge{Label: "books", Message: message}); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Printf("%.7s…\n", page)
	// Output:
	// a badge needs a message
	// <p><svg…
}

func ExampleEndpoint() {
	json, err := badges.Endpoint(badges.Badge{Label: "books", Message: "2 of 12", Color: badges.Green, Style: badges.Plastic})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", json)
	// Output: {"schemaVersion":1,"label":"books","message":"2 of 12","color":"#4a7a00","labelColor":"#555555","style":"plastic"}
}

func ExampleParseStyle() {
	style, err := badges.ParseStyle("for-the-badge")
	fmt.Println(style, err)
	_, err = badges.ParseStyle("flat_square")
	fmt.Println(err)
	// Output:
	// for-the-badge <nil>
	// unknown style "flat_square"; did you mean "flat-square"?
}

func ExampleStyles() {
	for style := range badges.Styles() {
		svg, err := badges.SVG(badges.Badge{Label: "größe", Message: "groß", Style: style})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(style, strings.Contains(string(svg), ">GROSS<"))
	}
	// Output:
	// flat false
	// flat-square false
	// plastic false
	// for-the-badge true
	// social false
}

func ExampleParseColor() {
	c, err := badges.ParseColor("teal")
	fmt.Println(c, err)
	_, err = badges.ParseColor("gren")
	fmt.Println(err)
	var unknown *badges.ColorError
	if errors.As(err, &unknown) {
		fmt.Println(unknown.Nearest)
	}
	// Output:
	// #0b7a75 <nil>
	// unknown colour "gren"; did you mean "green"?
	// green
}

func ExamplePalette_ParseColor() {
	for palette := range badges.Palettes() {
		c, err := palette.ParseColor("orange")
		fmt.Println(palette, c, err)
	}
	// Output:
	// aa #b04a00 <nil>
	// shields #ea7233 <nil>
	// classic #fe7d37 <nil>
}

func ExamplePalette_Colors() {
	for name, c := range badges.Shields.Colors() {
		fmt.Print(name, " ", c, "; ")
	}
	// Output: brightgreen #44bb00; green #67ac09; yellowgreen #95991a; yellow #d8b800; orange #ea7233; red #dd4343; blue #007ec6; lightgrey #939393; grey #555555; pink #ffc0cb; purple #800080; teal #008080;
}

func ExampleParseLogo() {
	logo, err := badges.ParseLogo("M4 13l5 5L20 7l-2-2-9 9-3-3z")
	if err != nil {
		fmt.Println(err)
		return
	}
	svg, err := badges.SVG(badges.Badge{Label: "books", Message: "done", Color: badges.BrightGreen, Logo: logo})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, drawn, _ := strings.Cut(string(svg), "<path d=")
	drawn, _, _ = strings.Cut(drawn, "/>")
	fmt.Println(drawn)

	_, err = badges.ParseLogo(`M4 13"/><script>`)
	fmt.Println(err)
	// Output:
	// "M4 13l5 5L20 7l-2-2-9 9-3-3z"
	// logo path, byte 5: a command is expected, not "\""
}

func ExampleBadge_links() {
	b := badges.Badge{Label: "books", Message: "done", Link: "https://example.org", LabelLink: "learning/books.md"}
	svg, err := badges.SVG(b)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range strings.SplitAfter(string(svg), ">") {
		if strings.HasPrefix(part, "<a ") {
			fmt.Println(part)
		}
	}
	b.Link = "javascript:alert(1)"
	_, err = badges.SVG(b)
	fmt.Println(err)
	// Output:
	// <a href="learning/books.md" aria-label="books">
	// <a href="https://example.org" aria-label="done">
	// the link "javascript:alert(1)" is not of http, https or mailto, nor relative
}

func ExampleBadge_maxWidth() {
	svg, err := badges.SVG(badges.Badge{Label: "books", Message: "the third one since the second of April", MaxWidth: 160})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, part := range strings.Split(string(svg), "</text>") {
		fmt.Println(part[strings.LastIndex(part, ">")+1:])
	}
	// Output:
	// books
	// the third one sin…
}

func ExampleBadge_idSuffix() {
	for _, suffix := range []string{"", "-1"} {
		svg, err := badges.SVG(badges.Badge{Label: "books", Message: "2 of 12", IDSuffix: suffix})
		if err != nil {
			fmt.Println(err)
			return
		}
		_, rest, _ := strings.Cut(string(svg), ` id="`)
		id, _, _ := strings.Cut(rest, `"`)
		fmt.Println(id)
	}
	// Output:
	// b9e1af4a2
	// b9e1af4a2-1
}
