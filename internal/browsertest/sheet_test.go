package browsertest

import (
	"fmt"
	"path/filepath"
)

// A look is a way to look at pictures through <img>.
type look struct {
	Name   string  `json:"name"`
	OS     string  `json:"os"`   // colour scheme of the system
	Page   string  `json:"page"` // color-scheme of the page; empty: it says nothing
	Back   string  `json:"back"` // the page's background
	Forced bool    `json:"forced"`
	Still  bool    `json:"still"` // the person wishes less motion
	Rest   bool    `json:"rest"`  // look when every animation has ended
	Sheets []sheet `json:"sheets"`

	of  func(picture) bool // which pictures
	few bool               // few pictures a sheet, to be quick enough for their first frame
}

// A sheet is a page of pictures.
type sheet struct {
	File   string  `json:"file"`
	Width  int     `json:"width"`
	Height int     `json:"height"`
	Images []image `json:"images"`
}

// An image is a picture's place on a sheet.
type image struct {
	Picture int    `json:"picture"`
	Name    string `json:"name"`
	X       int    `json:"x"`
	Y       int    `json:"y"`
	Width   int    `json:"width"`
	Height  int    `json:"height"`
}

// GitHub's pages.
const (
	white = "#ffffff"
	night = "#0d1117"
)

// looks are all of them. The page's own color-scheme decides in a picture, and
// the system's only where the page says nothing.
func looks() []look {
	light := func(p picture) bool { return p.scheme() != "dark" }
	dark := func(p picture) bool { return p.scheme() != "light" }
	moves := func(p picture) bool { return p.scheme() == "" && p.moves() }
	follows := func(p picture) bool { return p.scheme() == "" && p.follows() && !p.odd }
	either := func(p picture) bool { return p.scheme() == "" }
	kept := func(p picture) bool { return p.scheme() == "" && !p.odd }
	return []look{
		{Name: "light", OS: "light", Page: "light", Back: white, Rest: true, of: light},
		{Name: "dark", OS: "light", Page: "dark", Back: night, Rest: true, of: dark},
		{Name: "light page, dark system", OS: "dark", Page: "light", Back: white, Rest: true, of: follows},
		{Name: "dark system", OS: "dark", Back: night, Rest: true, of: follows},
		{Name: "first frame", OS: "light", Page: "light", Back: white, of: moves, few: true},
		{Name: "less motion", OS: "light", Page: "light", Back: white, Still: true, of: moves},
		{Name: "forced colours", OS: "light", Page: "light", Back: white, Forced: true, Rest: true, of: either},
		{Name: "forced colours, dark", OS: "dark", Page: "dark", Back: night, Forced: true, Rest: true, of: kept},
	}
}

const (
	sheetWidth  = 1600
	sheetHeight = 2400
	gap         = 18 // between pictures, with room for a name
)

// place puts a look's pictures on sheets, in rows from the top.
func (l *look) place(pictures []picture, dir string) {
	l.Sheets = []sheet{}
	var s *sheet
	x, y, row := 0, 0, 0
	for i, p := range pictures {
		if p.fault != "" || !l.of(p) {
			continue
		}
		if s != nil && x+p.width+gap > sheetWidth {
			x, y, row = gap, y+row+gap, 0
		}
		if s == nil || l.few && len(s.Images) == 4 || y+p.height+gap > sheetHeight {
			file := filepath.Join(dir, fmt.Sprintf("%s %d.png", l.Name, len(l.Sheets)+1))
			l.Sheets = append(l.Sheets, sheet{File: file, Width: sheetWidth})
			s = &l.Sheets[len(l.Sheets)-1]
			x, y, row = gap, gap, 0
		}
		s.Images = append(s.Images, image{i, p.name, x, y, p.width, p.height})
		x += p.width + gap
		row = max(row, p.height)
		s.Height = max(s.Height, y+row+gap)
	}
}
