package run

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/honelog/hone/internal/render"
)

// readmeBlock is a block that a README may have, with what stands in it.
type readmeBlock struct{ name, content string }

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
		if found && b.content == "" && strings.HasPrefix(b.name, "card-") {
			p.note("%s has the block %s, and the log draws no such card: the block is empty", in.Readme, name)
		}
	}
	if filled == 0 && faults > 0 {
		return
	}
	if filled == 0 {
		p.note("%s has no line <!-- hone:start %s -->: put it where the badges should stand, with <!-- hone:end %s --> below it", in.Readme, in.block("badges"), in.block("badges"))
		return
	}
	p.Readme = text
}

// blocks are what a README can show: badges, goals and the latest entries, and
// all cards as images, as pictures or as fragments. Each card also has a block of
// its own, `card-NAME`, which is empty where the log does not draw it, so that no
// README shows what is gone.
func blocks(m Material, in Inputs, public render.Status, badges []render.Badge, cards []render.Card, files map[string][]byte) []readmeBlock {
	base, link := addresses(m, in)
	all := []readmeBlock{
		{"badges", render.BadgesBlock(badges, base, link)},
		{"goals", render.GoalsBlock(public)},
		{"recent", render.RecentBlock(m.Log, public)},
		{"cards", render.CardsBlock(cards, files, render.AsImage, base, link)},
		{"cards-picture", render.CardsBlock(cards, files, render.AsPicture, base, link)},
		{"cards-fragment", render.CardsBlock(cards, files, render.AsFragments, base, link)},
	}
	drawn := map[string]bool{}
	for i, c := range cards {
		drawn[c.Name] = true
		all = append(all, readmeBlock{c.Name, render.CardsBlock(cards[i:i+1], files, render.AsImage, base, link)})
	}
	for _, name := range render.CardNames(m.Log) {
		if !drawn[name] {
			all = append(all, readmeBlock{name, ""})
		}
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
