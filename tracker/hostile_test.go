package tracker

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// hostile are logs that nobody keeps. Each ends soon, in little memory, with a
// finding of an error, and the words of every finding stay fit to be shown.
func hostile() map[string]func() string {
	const mega = 1 << 20
	rep := strings.Repeat
	numbered := func(n int, format string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	return map[string]func() string{
		"brackets":            func() string { return rep("[", 2*mega) },
		"braces":              func() string { return rep("{", 2*mega) },
		"open lists":          func() string { return "a=" + rep("[", 2*mega) },
		"open lists in lines": func() string { return "a=" + rep("[\n", mega) },
		"closed lists":        func() string { return "a=" + rep("[", mega) + rep("]", mega) },
		"open tables":         func() string { return "a=" + rep("{a=", mega/2) },
		"dotted key":          func() string { return rep("a.", 200_000) + "a=1" },
		"dotted header":       func() string { return "[" + rep("a.", 200_000) + "a]" },
		"dotted keys": func() string {
			return "[[book]]\n" + numbered(100_000, "a%d.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x=1\n")
		},
		"empty tables":                func() string { return numbered(220_000, "[a%d]\n") },
		"as many tables as may be":    func() string { return numbered(199_999, "[a%d]\n") },
		"empty books":                 func() string { return rep("[[book]]\n", 220_000) },
		"as many books as may be":     func() string { return rep("[[book]]\n", 199_999) },
		"single brackets":             func() string { return rep("[book]\n", 50_000) },
		"open headers":                func() string { return rep("[[book]\n", 199_999) },
		"NUL":                         func() string { return rep("\x00", mega) },
		"control":                     func() string { return rep("\x01", 8*mega) },
		"Latin-1":                     func() string { return rep("[[book]]\ntitle = \"M\xfcller\"\n", 100_000) },
		"Latin-1 everywhere":          func() string { return rep("\xfc", 8*mega) },
		"UTF-16":                      func() string { return "\xff\xfe" + rep("t\x00i\x00=\x001\x00\n\x00", 100_000) },
		"long text":                   func() string { return "[[book]]\ntitle = \"" + rep("x", 1_900_000) + "\"\n" },
		"long text of escapes":        func() string { return "[[book]]\ntitle = \"" + rep(`\u0041`, 300_000) + "\"\n" },
		"long literal":                func() string { return "[[book]]\ntitle = '''" + rep("x\n", 900_000) + "'''\n" },
		"quotes":                      func() string { return rep(`"`, mega) },
		"quotes in lines":             func() string { return rep("\"\n", mega) },
		"open texts":                  func() string { return rep("a=\"\"\"\n", mega) },
		"open texts and headers":      func() string { return rep("takeaway=\"\"\"\n[[book]]\n", 50_000) },
		"keys in one table":           func() string { return "[[book]]\n" + numbered(100_000, "key%d=1\n") },
		"keys at the top":             func() string { return numbered(499_000, "key%d=1\n") },
		"keys beyond":                 func() string { return numbered(600_000, "k%d=1\n") },
		"one key":                     func() string { return "[[book]]\n" + rep("title='a'\n", 150_000) },
		"one key not fusing":          func() string { return "[[book]]\ntitle='a'\n" + rep("rating=1\n", 150_000) },
		"long list":                   func() string { return "[[book]]\ntitle=\"a\"\ntags=[" + rep("1,", 1_000_000) + "]\n" },
		"list of lists":               func() string { return "a=[" + rep("[],", 90_000) + "]\n" },
		"many lists":                  func() string { return "[[book]]\n" + numbered(4, "a%d=["+rep("1,", 90_000)+"]\n") },
		"long list of tags":           func() string { return "[[book]]\ntitle=\"a\"\ntags=[" + rep("'t',", 99_000) + "]\n" },
		"long list of dates":          func() string { return "a=[" + rep("3/4/2026,", 99_000) + "]\n" },
		"long list of days":           func() string { return "a=[" + rep("2026-02-30,", 99_000) + "]\n" },
		"long list of times":          func() string { return "a=[" + rep("10:00:00,", 40_000) + "]\n" },
		"inline books in a line":      func() string { return "book=[" + rep("{},", 2_700_000) + "]" },
		"inline books with one id":    func() string { return "book=[" + rep(`{title="ü",id="a"},`, 90_000) + "]" },
		"inline books with faults":    func() string { return "book=[" + rep(`{titel="ü"},`, 40_000) + "]" },
		"inline tables in each other": func() string { return "a=" + rep("{a=", 60) + "1" + rep("}", 60) },
		"goals":                       func() string { return numbered(200_000, "[[goal]]\nid=\"g%d\"\n") },
		"goals of one id":             func() string { return rep("[[goal]]\nid=\"g\"\n", 100_000) },
		"pauses": func() string {
			return numbered(100_000, "[[pause]]\nfrom=2026-01-01\nuntil=2026-01-02\nsource=\"%d\"\n")
		},
		"pauses for no goal": func() string {
			return "[[goal]]\nid=\"g\"\ntarget=1\nper=\"year\"\n" + rep("[[pause]]\nfrom=2026-01-01\nuntil=2026-01-02\ngoals=["+rep("'x',", 999)+"]\n", 100)
		},
		"steep pauses": func() string {
			return numbered(300, "[[goal]]\nid=\"g%d\"\nkinds=['book']\nfrom=2026-01-01\ntarget=1\nper=\"year\"\n") + rep("[[pause]]\nfrom=2026-01-01\nuntil=2026-12-02\nkeep-target=true\ngoals=['g299','x']\n", 5000)
		},
		"a span of all time": func() string {
			return "[[goal]]\nid=\"g\"\nkinds=['book']\ntarget=10000\nfrom=0001-01-01\nuntil=9999-12-31\n"
		},
		"weeks of all time": func() string { return "[[goal]]\nid=\"g\"\nkinds=['book']\ntarget=1\nper='week'\nfrom=0001-01-01\n" },
		"skills":            func() string { return numbered(50_000, "[skill.s%d]\narea='people'\n") },
		"unknown skills": func() string {
			return numbered(900, "[skill.sk%d]\narea='people'\n") + numbered(20_000, "[[book]]\ntitle='a'\nskills=['skx%d']\n")
		},
		"unknown credentials": func() string {
			return numbered(20_000, "[[certification]]\nid='c%d'\ntitle='a'\nearned=2026-01-01\n") + numbered(20_000, "[[talk]]\ntitle='a'\ndate=2026-01-01\ncredits.d%d=1\n")
		},
		"badges and cards of nothing": func() string {
			return "[badges]\nshow=[" + numbered(1000, "'b%d',") + "]\n[badges.labels]\n" + numbered(9_000, "c%d='x'\n") +
				"[cards]\nshow=[" + numbered(1000, "'burnup-d%d',") + "]\n[cards.labels]\n" + numbered(9_000, "e%d='x'\n") +
				numbered(300, "[[goal]]\nid=\"g%d\"\nkinds=['book']\ntarget=1\nper=\"year\"\n") + numbered(100_000, "[[certification]]\nid='f%d'\ntitle='a'\nearned=2026-01-01\n")
		},
		"scores":                     func() string { return "[[assessment]]\ndate=2026-01-01\n" + numbered(190_000, "scores.technicl%d=1\n") },
		"no TOML":                    func() string { return rep("x\n", 4*mega) },
		"no TOML in long lines":      func() string { return rep(rep("x ", 2000)+"\n", 2000) },
		"no TOML in one line":        func() string { return rep("x ", 4*mega) },
		"no values":                  func() string { return rep("a=\n", 400_000) },
		"carriage returns":           func() string { return rep("\r", 8*mega) },
		"carriage returns in a text": func() string { return "a='" + rep("\r", 8*mega) },
		"returns and line ends":      func() string { return rep("\r\r\n", 2*mega) },
		"line ends":                  func() string { return rep("\n", 8*mega) + "x" },
		"remarks":                    func() string { return rep("#,=[\n", 800_000) + "x" },
		"marks of merges":            func() string { return rep("<<<<<<< a\n", 50_000) + rep(">>>>>>> b\n", 50_000) },
		"merges":                     func() string { return rep("<<<<<<< a\n[[book]]\ntitle='x'\n=======\n>>>>>>> b\n", 20_000) },
		"marks of merges in a list":  func() string { return "a=[\n" + rep("<<<<<<< a\n1,\n", 50_000) + "]" },
		"rows of equals":             func() string { return rep("=======\n", mega) },
		"commas":                     func() string { return rep(",", 8*mega) },
		"equals":                     func() string { return rep("=", 8*mega) },
		"commas in a remark":         func() string { return "#" + rep(",=", 4*mega-10) + "\nx" },
		"too large":                  func() string { return rep("#", 9*mega) },
		"long key":                   func() string { return "[[book]]\n" + rep("k", 4*mega) + " = 1\ntitle = 'a'\n" },
		"long header":                func() string { return "[[" + rep("k", 4*mega) + "]]\n" },
		"long value":                 func() string { return "[[book]]\ntitle = " + rep("k", 4*mega) + "\n" },
		"long number":                func() string { return "[[book]]\ntitle = 'a'\nhours = " + rep("1", 4*mega) + "\n" },
		"long date":                  func() string { return "[[book]]\ntitle = 'a'\nfinished = 2026-" + rep("1", 4*mega) + "\n" },
		"long exponent":              func() string { return "[[book]]\ntitle = 'a'\nhours = 1e" + rep("9", mega) + "\n" },
		"not what the decoder takes": func() string { return rep("[[book]]\ntitle='a'\n[book.x]\ny=1\n[book]\nx.z=1\n", 20_000) },
	}
}

// What grows faster than its input takes minutes for logs of this size, and
// more memory than a runner should give. The limits are for that alone: they
// are far above what it takes, whatever else the machine does.
func TestHostileLogs(t *testing.T) {
	if testing.Short() {
		t.Skip("long")
	}
	if raceDetector {
		t.Skip("one goroutine reads, many times slower: without the race detector it is run whole")
	}
	for name, text := range hostile() {
		t.Run(name, func(t *testing.T) {
			data := []byte(text())
			stop, peak := watchHeap()
			start := time.Now()
			found := findingsOf([]File{{Name: "learning.toml", Data: data}})
			took := time.Since(start)
			stop()
			t.Logf("%v, %d MB, %d findings, the first %v", took.Round(time.Millisecond), *peak>>20, len(found), found[:min(1, len(found))])
			if took > 2*time.Minute {
				t.Errorf("it takes %v", took)
			}
			if *peak > 700<<20 {
				t.Errorf("it takes %d MB", *peak>>20)
			}
			if Errors(found) == 0 {
				t.Error("no error is found")
			}
			for _, f := range found[:min(20, len(found))] {
				checkWords(t, f)
			}
		})
	}
}

// watchHeap samples by how much the heap grows.
func watchHeap() (stop func(), peak *uint64) {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	before, done, ended := m.HeapAlloc, make(chan bool), make(chan bool)
	peak = new(uint64)
	go func() {
		defer close(ended)
		for {
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
				runtime.ReadMemStats(&m)
				if m.HeapAlloc > before {
					*peak = max(*peak, m.HeapAlloc-before)
				}
			}
		}
	}()
	return func() { close(done); <-ended }, peak
}
