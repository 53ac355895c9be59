// Package browsertest shows every picture that hone draws to a browser and to
// librsvg, and says what is wrong with it. Tests only.
package browsertest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// A picture is an SVG file to be judged.
type picture struct {
	name   string // how findings call it
	path   string
	group  string // pictures that may stand on one page
	badge  bool   // two halves; otherwise a card
	odd    bool   // of an odd log: another way to fill what is looked at in every way elsewhere
	source []byte
	width  int // as written on the root, in pixels
	height int
	fault  string // why it cannot be shown at all
}

// scheme is "light" or "dark" for a twin of a picture that follows the page.
func (p picture) scheme() string {
	for _, s := range []string{"light", "dark"} {
		if !p.badge && strings.HasSuffix(p.path, "-"+s+".svg") {
			return s
		}
	}
	return ""
}

// twin is the name of the picture that it is a twin of.
func (p picture) twin() string { return strings.TrimSuffix(p.name, "-"+p.scheme()+".svg") + ".svg" }

// follows reports whether it follows the page's colour scheme.
func (p picture) follows() bool { return bytes.Contains(p.source, []byte("prefers-color-scheme")) }

// moves reports whether it is animated.
func (p picture) moves() bool {
	return bytes.Contains(p.source, []byte("@keyframes")) || bytes.Contains(p.source, []byte("<animate")) || bytes.Contains(p.source, []byte("<set"))
}

// read makes a picture of a file. A name is the path below root.
func read(t *testing.T, root, path string) picture {
	t.Helper()
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	name, err := filepath.Rel(root, path)
	if err != nil {
		t.Fatal(err)
	}
	p := picture{name: filepath.ToSlash(name), path: path, source: source}
	p.group = filepath.ToSlash(filepath.Dir(name))
	p.badge = strings.HasPrefix(filepath.Base(path), "badge") || strings.Contains("/"+p.group+"/", "/badges/testdata/")
	if p.width, p.height, err = size(source); err != nil {
		p.fault = err.Error()
	}
	return p
}

// size reads the whole pixels of an SVG's root.
func size(source []byte) (width, height int, err error) {
	d := xml.NewDecoder(bytes.NewReader(source))
	for {
		token, err := d.Token()
		if err != nil {
			return 0, 0, fmt.Errorf("it is no XML: %v", err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		if e.Name.Local != "svg" || e.Name.Space != "http://www.w3.org/2000/svg" {
			return 0, 0, fmt.Errorf("its root is <%s>, not <svg>", e.Name.Local)
		}
		for _, a := range e.Attr {
			switch a.Name.Local {
			case "width":
				width, err = strconv.Atoi(a.Value)
			case "height":
				height, err = strconv.Atoi(a.Value)
			}
			if err != nil {
				return 0, 0, fmt.Errorf("its %s is %q, not whole pixels", a.Name.Local, a.Value)
			}
		}
		if width <= 0 || height <= 0 || width > sheetWidth-2*gap || height > 4000 {
			return 0, 0, fmt.Errorf("its size is %d x %d pixels", width, height)
		}
		return width, height, nil
	}
}

// A finding is one thing that is wrong with a picture.
type finding struct{ picture, look, fault string }

func (f finding) String() string {
	if f.look == "" {
		return f.picture + ": " + f.fault
	}
	return f.picture + ": " + f.look + ": " + f.fault
}
