package run

import (
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// readmeBlock is a block that a README may have, with what stands in it and, if
// it is there, what a person should know of it.
type readmeBlock struct{ name, content, note string }

// fillReadme fills the blocks that the README has.
func (p *Plan) fillReadme(m Material, in Inputs, blocks []readmeBlock) {
	if in.Readme == "" {
		return
	}
	if m.Readme == nil {
		p.note("%s is not there: no block was filled", in.Readme)
		return
	}
	text, filled, faults := m.Readme, 0, 0
	for _, b := range blocks {
		name := in.block(b.name)
		out, found, err := render.FillBlock(text, name, b.content)
		if err != nil {
			p.note("%s, %v: the block stays as it is", in.Readme, err)
			faults++
			continue
		}
		if found {
			text = out
			filled++
		}
		if found && b.note != "" {
			p.note("%s, the block %s: %s", in.Readme, name, b.note)
		}
	}
	p.noteStrange(m.Readme, in, blocks)
	if filled == 0 && faults > 0 {
		return
	}
	if filled == 0 {
		p.note("%s has no line <!-- hone:start %s -->: put it where the badges should stand, with <!-- hone:end %s --> below it", in.Readme, in.block("badges"), in.block("badges"))
		return
	}
	p.Readme = text
}

// noteStrange tells of blocks of this log that there are none of, with the
// nearest name. Those of another log of the repository are its own.
func (p *Plan) noteStrange(text []byte, in Inputs, blocks []readmeBlock) {
	var names []string
	for _, b := range blocks {
		if b.content != "" || b.note != "" { // of the others nothing is told
			names = append(names, in.block(b.name))
		}
	}
	for _, name := range render.Blocks(text) {
		named, _, _ := strings.Cut(name, "/")
		other := strings.Contains(name, "/") && (in.Name == "" || named != in.Name) || !strings.Contains(name, "/") && in.Name != ""
		if other || slices.ContainsFunc(blocks, func(b readmeBlock) bool { return in.block(b.name) == name }) {
			continue
		}
		known := "there are " + words.List(names, "and")
		if near := tracker.Nearest(strings.ToLower(name), names); near != "" {
			known = fmt.Sprintf("did you mean %q?", near)
		}
		p.note("%s: there is no block %q; %s", in.Readme, words.Plain(name), known)
	}
}

// blocks are what a README can show: badges, goals and the latest entries, and
// all cards as images, as pictures or as fragments. Each card also has a block of
// its own, `card-NAME`, which is empty where the log does not draw it, so that no
// README shows what is gone.
func blocks(m Material, in Inputs, shown render.Status, badges []render.Badge, cards []render.Card, files map[string][]byte) []readmeBlock {
	base, link := addresses(m, in)
	all := []readmeBlock{
		{name: "badges", content: render.BadgesBlock(badges, base, link)},
		{name: "goals", content: render.GoalsBlock(shown)},
		{name: "recent", content: render.RecentBlock(m.Log, shown)},
		{name: "cards", content: render.CardsBlock(cards, files, render.AsImage, base, link)},
		{name: "cards-picture", content: render.CardsBlock(cards, files, render.AsPicture, base, link)},
		{name: "cards-fragment", content: render.CardsBlock(cards, files, render.AsFragments, base, link)},
	}
	drawn := map[string]bool{}
	for i, c := range cards {
		drawn[c.Name] = true
		all = append(all, readmeBlock{name: c.Name, content: render.CardsBlock(cards[i:i+1], files, render.AsImage, base, link)})
	}
	could, never := render.CardNames(m.Log)
	for _, name := range could {
		if !drawn[name] {
			all = append(all, readmeBlock{name: name, note: "the log draws no such card"})
		}
	}
	for _, name := range never { // and nothing is told of them
		all = append(all, readmeBlock{name: name})
	}
	return all
}

// addresses are those of the folder of the pictures, with its slash, and of the
// log, as the README's links name them.
func addresses(m Material, in Inputs) (base, link string) {
	from := path.Dir(in.Readme)
	base = m.PictureURL
	if base == "" {
		base = segments(relative(from, in.Output)) + "/"
	}
	link = "learning.toml"
	if len(m.Names) > 0 {
		link = m.Names[0]
	}
	return base, segments(relative(from, link))
}

// block is the name of a README block; with several logs in a repository, each
// has its own.
func (in *Inputs) block(name string) string {
	if in.Name == "" {
		return name
	}
	return in.Name + "/" + name
}

// relative returns a path as seen from a folder, with slashes.
func relative(from, to string) string {
	rel, err := filepath.Rel(filepath.FromSlash(from), filepath.FromSlash(to))
	if err != nil {
		return to
	}
	return filepath.ToSlash(rel)
}
