package browsertest

import (
	"bytes"
	"fmt"
	goimage "image"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// judge shows pictures to the browser and to librsvg, and says what is wrong.
func judge(t *testing.T, pictures []picture) (findings []finding) {
	t.Helper()
	_, _, rsvg := programs(t)
	dir := os.Getenv("HONE_PICTURES") // for a person to look
	if dir == "" {
		dir = t.TempDir()
	}
	dir = filepath.Join(dir, t.Name())
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	looks := looks()
	for i := range looks {
		looks[i].place(pictures, dir)
	}
	all, said := browse(t, pictures, looks)
	for _, text := range said {
		findings = append(findings, finding{"the pages", "", text})
	}
	for i, p := range pictures {
		if p.fault != "" {
			findings = append(findings, finding{p.name, "", p.fault})
			continue
		}
		for _, fault := range measured(p, all[i]) {
			findings = append(findings, finding{p.name, "", fault})
		}
	}
	findings = append(findings, shared(pictures, all)...)

	drawn := drawings{}
	for _, l := range looks {
		for _, s := range l.Sheets {
			page, err := open(s.File)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range s.Images {
				drawn[drawing{l.Name, i.Name}] = cut(page, goimage.Rect(i.X, i.Y, i.X+i.Width, i.Y+i.Height))
			}
		}
	}
	second, faults := librsvg(t, rsvg, dir, pictures)
	findings = append(findings, faults...)
	for name, m := range second {
		drawn[drawing{"librsvg", name}] = m
	}
	for i, p := range pictures {
		if p.fault == "" && all[i].Fault == "" {
			findings = append(findings, drawn.judge(p, all[i])...)
		}
	}
	slices.SortStableFunc(findings, func(a, b finding) int { return strings.Compare(a.picture, b.picture) })
	return slices.Compact(findings)
}

// A drawing is a picture in a look.
type drawing struct{ look, picture string }

type drawings map[drawing]*pixels

// judge compares the drawings of one picture with what is in it, and with each
// other.
func (d drawings) judge(p picture, s seen) (findings []finding) {
	say := func(look string, faults ...string) {
		for _, f := range faults {
			findings = append(findings, finding{p.name, look, f})
		}
	}
	same := func(look string, as drawing) {
		a, b := d[drawing{look, p.name}], d[as]
		if a == nil || b == nil {
			return
		}
		if by := differ(a, b); by.share > 0.0005 {
			say(look, fmt.Sprintf("it is not as %s on the %s look: %v", as.picture, as.look, by))
		}
	}
	for _, l := range append(looks(), look{Name: "librsvg"}) {
		if m := d[drawing{l.Name, p.name}]; m != nil {
			say(l.Name, inked(s, m, l.Name != "first frame")...) // a bar may grow
		}
	}
	same("light page, dark system", drawing{"light", p.name})
	same("dark system", drawing{"dark", p.name})
	same("less motion", drawing{"light", p.name})
	if scheme := p.scheme(); scheme != "" {
		same(scheme, drawing{scheme, p.twin()})
	}
	if light := d[drawing{"light", p.name}]; light != nil {
		for _, other := range []string{"dark", "forced colours", "forced colours, dark", "librsvg"} {
			if m := d[drawing{other, p.name}]; m != nil {
				say(other, blanks(light, m)...)
			}
		}
	}
	return findings
}

// librsvg draws pictures with the other renderer, which knows no animation and
// no colour scheme.
func librsvg(t *testing.T, program, dir string, pictures []picture) (map[string]*pixels, []finding) {
	t.Helper()
	drawn := make([]*pixels, len(pictures))
	faults := make([]string, len(pictures))
	var work sync.WaitGroup
	room := make(chan struct{}, 2)
	for i, p := range pictures {
		if p.fault != "" || p.scheme() == "light" {
			continue // the one that follows the page is drawn as a light one
		}
		work.Add(1)
		go func() {
			defer work.Done()
			room <- struct{}{}
			defer func() { <-room }()
			back := white
			if p.scheme() == "dark" {
				back = night
			}
			file := filepath.Join(dir, fmt.Sprintf("librsvg %03d.png", i))
			if out, err := exec.Command(program, "--background-color", back, "-o", file, p.path).CombinedOutput(); err != nil {
				faults[i] = fmt.Sprintf("it cannot draw it: %v: %s", err, bytes.TrimSpace(out))
				return
			}
			m, err := open(file)
			if err != nil {
				faults[i] = err.Error()
				return
			}
			if size := m.Bounds().Size(); size != goimage.Pt(p.width, p.height) {
				faults[i] = fmt.Sprintf("its size is %v, not %d x %d", size, p.width, p.height)
				return
			}
			drawn[i] = m
		}()
	}
	work.Wait()
	by, findings := map[string]*pixels{}, []finding(nil)
	for i, p := range pictures {
		if drawn[i] != nil {
			by[p.name] = drawn[i]
		}
		if faults[i] != "" {
			findings = append(findings, finding{p.name, "librsvg", faults[i]})
		}
	}
	return by, findings
}
