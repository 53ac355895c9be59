package compat_test

import (
	"fmt"

	"github.com/honelog/hone/badges/compat"
)

func Example() {
	svg, err := compat.SVG(compat.Badge{Label: "build", Message: "passing", Color: "success"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.120s…", svg)
	// Output: <svg xmlns="http://www.w3.org/2000/svg" width="88" height="20" role="img" aria-label="build: passing"><title>build: pass…
}

func ExampleAppendSVG() {
	_, err := compat.AppendSVG(nil, compat.Badge{Label: "build", Message: "passing", Color: "RED"})
	fmt.Println(err)
	_, err = compat.AppendSVG(nil, compat.Badge{Label: "build", Message: "passing", Style: "flatsquare"})
	fmt.Println(err)
	_, err = compat.AppendSVG(nil, compat.Badge{Label: "build", Message: "passing", Links: [2]string{"javascript:alert(1)"}})
	fmt.Println(err)
	// Output:
	// unknown colour "RED"; did you mean "red"?
	// unknown style "flatsquare"; did you mean "flat-square"?
	// the link "javascript:alert(1)" is not of http, https or mailto, nor relative
}
