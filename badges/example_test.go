package badges_test

import (
	"fmt"

	"github.com/honelog/hone/badges"
)

func ExampleSVG() {
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
	json, err := badges.Endpoint(badges.Badge{Label: "books", Message: "2 of 12", Color: badges.Green})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%s\n", json)
	// Output: {"schemaVersion":1,"label":"books","message":"2 of 12","color":"#4a7a00","labelColor":"#555555"}
}

func ExampleParseColor() {
	c, err := badges.ParseColor("teal")
	fmt.Println(c, err)
	_, err = badges.ParseColor("gren")
	fmt.Println(err)
	// Output:
	// #0b7a75 <nil>
	// unknown colour "gren"; did you mean "green"?
}
