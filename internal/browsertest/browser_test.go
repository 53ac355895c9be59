package browsertest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// A box is a place in a picture, in pixels from its corner.
type box struct{ X, Y, Width, Height float64 }

// A part is a text or a shape of a picture.
type part struct {
	box
	Words  string
	Leaf   bool // a text without texts in it
	Shadow bool // hidden from those who listen: a copy for the eye
	Late   bool // hidden when animations begin
	Seen   bool // neither transparent nor hidden once no animation runs
}

// seen is what the browser says of a picture. look.cjs fills it in.
type seen struct {
	Fault    string // of its XML
	Frame    box
	IDs      []string
	Outside  []string // what it refers to outside itself
	Handlers []string // scripts and what would run one
	Asked    []string // addresses that the browser asked the network for
	Said     []string // errors and warnings of the console
	Texts    []part
	Shapes   []part
	Ends     float64    // when its animations have ended, in milliseconds; -1: never
	Natural  [2]float64 // width and height in <img>; 0: it is not shown
	Turned   []string   // texts that run as the page does, not as the picture says
	Changed  string     // what other pictures on the page change in it
}

// programs are those that every picture is shown to.
func programs(t *testing.T) (node, browser, rsvg string) {
	t.Helper()
	node, browser, rsvg = oracle.Program(t, "node"), oracle.Program(t, "chromium"), oracle.Program(t, "rsvg-convert")
	if exec.Command(node, "-e", "require.resolve('playwright-core')").Run() != nil {
		oracle.Missing(t, "playwright-core is not where NODE_PATH says")
	}
	return node, browser, rsvg
}

// browse shows pictures to the browser in every look: one process for all.
// The second value is what it said that belongs to no picture.
func browse(t *testing.T, pictures []picture, looks []look) ([]seen, []string) {
	t.Helper()
	node, browser, _ := programs(t)
	type file struct {
		Path  string `json:"path"`
		Group string `json:"group"`
	}
	in := struct {
		Browser  string `json:"browser"`
		Pictures []file `json:"pictures"`
		Looks    []look `json:"looks"`
	}{Browser: browser, Looks: looks}
	for _, p := range pictures {
		in.Pictures = append(in.Pictures, file{p.path, p.group})
	}
	manifest, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat("look.cjs"); err != nil { // the test's cache depends on it
		t.Fatal(err)
	}
	c := exec.Command(node, "look.cjs")
	var stderr bytes.Buffer
	c.Stdin, c.Stderr = bytes.NewReader(manifest), &stderr
	answer, err := c.Output()
	if err != nil {
		t.Fatalf("look.cjs: %v\n%s", err, stderr.Bytes())
	}
	var out struct {
		Pictures []seen
		Said     []string
	}
	if err := json.Unmarshal(answer, &out); err != nil {
		t.Fatal(err)
	}
	return out.Pictures, out.Said
}
