package change

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

var today = civil.Of(2026, 11, 21)

// logOf reads a log of one file, or of several: "== NAME" begins one.
func logOf(text string) (*tracker.Log, []tracker.Finding) {
	var files []tracker.File
	for i, part := range strings.Split("\n"+text, "\n== ") {
		name, rest, _ := strings.Cut(part, "\n")
		if i == 0 {
			if rest == "" {
				continue
			}
			name = "learning.toml"
		}
		files = append(files, tracker.File{Name: name, Data: []byte(rest)})
	}
	l, found := tracker.Parse(files, nil)
	return l, tracker.Sort(append(found, l.Check(tracker.World{Today: today})...))
}

// told is a change in lines.
func told(c *Change) string {
	var b strings.Builder
	for _, e := range c.Added {
		fmt.Fprintf(&b, "+ %s %s %s\n", e.Kind.Name, e.Name(), e.When)
	}
	for _, e := range c.Removed {
		fmt.Fprintf(&b, "- %s %s %s\n", e.Kind.Name, e.Name(), e.When)
	}
	for _, e := range c.Edited {
		fmt.Fprintf(&b, "~ %s %s%s\n", e.Before.Kind.Name, e.Before.Name(), keysOf(e.Keys))
	}
	for _, t := range c.Tables {
		fmt.Fprintf(&b, "%s %s %s%s\n", t.How, t.Name, t.ID, keysOf(t.Keys))
	}
	return b.String()
}

func keysOf(keys []Key) (s string) {
	for _, k := range keys {
		s += fmt.Sprintf(" %s(%s>%s)", k.Name, k.Before, k.After)
	}
	return s
}

const books = "[[goal]]\nid = \"books\"\nkinds = [\"book\"]\ntarget = 12\nper = \"year\"\nfrom = 2026-01-01\n"

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, before, after, want string }{
		{"nothing", books, books, ""},
		{"an entry", "[[book]]\ntitle = \"A\"\n", "[[book]]\ntitle = \"A\"\n[[book]]\ntitle = \"B\"\nfinished = 2026-02-01\n", "+ book B 2026-02-01\n"},
		{"an entry less", "[[book]]\ntitle = \"A\"\n[[book]]\ntitle = \"B\"\n", "[[book]]\ntitle = \"B\"\n", "- book A \n"},
		{"one of two alike", "[[book]]\ntitle = \"A\"\n[[book]]\ntitle = \"A\"\n", "[[book]]\ntitle = \"A\"\n", "- book A \n"},
		{"another file, order, style", "[[book]]\ntitle = \"A\"\nfinished = 2026-02-01\nskills = [\"go\", \"people\"]\nhours = 2\n[[talk]]\ntitle = \"T\"\ndate = 2026-01-01\n[skill.go]\narea = \"technical\"\n",
			"talk = [{title = 'T', date = 2026-01-01}]\nskill.go.area = \"technical\"\n== learning/2026.toml\n# books\n  [[ book ]]\r\n\tskills = [\n  'people',\n 'go' ]\nfinished=2026-02-01\nhours = 2.0\n\"title\" = \"\"\"A\"\"\"\n", ""},
		{"a default written out", "[[feedback]]\ndate = 2026-02-01\n[[assessment]]\ndate = 2026-02-01\nscores.technical = 4\n[settings]\n",
			"[settings]\ntimezone = \"UTC\"\nyear-starts = \"01-01\"\n[[feedback]]\nrole = \"received\"\ndate = 2026-02-01\npublic = true\n[[assessment]]\nby = \"self\"\ndate = 2026-02-01\nscores = {technical = 4}\n", ""},
		{"by id", "[[book]]\nid = \"a\"\ntitle = \"A\"\nfinished = 2026-02-01\n", "[[course]]\nid = \"a\"\ntitle = \"Another\"\nfinished = 2026-09-01\n",
			"~ book A table(book>course) title(A>Another) finished(2026-02-01>2026-09-01)\n"},
		{"by source", "[[book]]\nsource = \"#12\"\ntitle = \"A\"\n", "[[article]]\nsource = \"#12\"\ntitle = \"A\"\ndate = 2026-01-01\n", "~ book A table(book>article) date(>2026-01-01)\n"},
		{"a source of many is none", "[[book]]\nsource = \"x\"\ntitle = \"A\"\n[[book]]\nsource = \"x\"\ntitle = \"B\"\n", "[[book]]\nsource = \"x\"\ntitle = \"B\"\n[[book]]\nsource = \"x\"\ntitle = \"Zebras of the east\"\nfinished = 2026-01-01\n",
			"+ book Zebras of the east 2026-01-01\n- book A \n"},
		{"by title and day", "[[community]]\ntitle = \"Rust\"\ndate = 2026-01-01\n[[community]]\ntitle = \"Rust\"\ndate = 2026-02-01\n",
			"[[community]]\ntitle = \"Rust\"\ndate = 2026-02-01\nrole = \"helped\"\n[[community]]\ntitle = \"Rust\"\ndate = 2026-01-01\n", "~ community Rust role(>helped)\n"},
		{"by title, the nearest day", "[[community]]\ntitle = \"Rust\"\ndate = 2026-05-03\n", "[[community]]\ntitle = \"Rust\"\ndate = 2026-01-01\n[[community]]\ntitle = \"Rust\"\ndate = 2026-05-04\n",
			"+ community Rust 2026-01-01\n~ community Rust date(2026-05-03>2026-05-04)\n"},
		{"two ids are two", "[[book]]\nid = \"a\"\ntitle = \"A\"\nfinished = 2026-01-01\n", "[[book]]\nid = \"b\"\ntitle = \"A\"\nfinished = 2026-03-01\n", "+ book A 2026-03-01\n- book A 2026-01-01\n"},
		{"a slip mended", "[[book]]\ntitle = \"The Managers Path\"\nfinished = 2026-01-01\n", "[[book]]\ntitle = \"The Manager's Path\"\nfinished = 2026-01-01\n", "~ book The Managers Path title(The Managers Path>The Manager's Path)\n"},
		{"another book of that day", "[[book]]\ntitle = \"Dune\"\nfinished = 2026-01-01\n", "[[book]]\ntitle = \"Accelerate\"\nfinished = 2026-01-01\n", "+ book Accelerate 2026-01-01\n- book Dune 2026-01-01\n"},
		{"a renewal", "[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-01\nexpires = 2026-12-31\n",
			"[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-01\nexpires = 2026-12-31\n[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2026-11-01\nexpires = 2029-11-01\n", "+ certification CKA 2026-11-01\n"},
		{"every key", "[[conference]]\nid = \"x\"\ntitle = \"C\"\nstart = 2026-03-01\nend = 2026-03-02\n",
			"[[conference]]\nid = \"x\"\ntitle = \"C\"\nstart = 2026-03-02\nend = 2026-03-03\nplace = \"Rome\"\nonline = true\nhours = 1.25\nskills = [\"technical\"]\ntags = [\"a\"]\nurl = \"https://example.com\"\nevidence = [\"a.pdf\"]\ntakeaway = \"t\"\npublic = false\nsource = \"s\"\ndropped = 2026-03-04\n",
			"~ conference C start(2026-03-01>2026-03-02) end(2026-03-02>2026-03-03) dropped(>2026-03-04) hours(>1.25) skills(>technical) tags(>a) evidence(>a.pdf) public(>false) online(>true) place(>Rome) source(>s) takeaway(>t) url(>https://example.com)\n"},
		{"a goal's target", books, strings.Replace(books, "12", "8", 1), "changed goal books target(12>8)\n"},
		{"a goal from a day on", books, books + "[[goal]]\nid = \"books\"\nfrom = 2026-06-01\ntarget = 8\n",
			"changed goal books target(12>8) from(2026-01-01>2026-06-01) 2026-01-01 title(>Books) 2026-01-01 kinds(>book) 2026-01-01 unit(>entries) 2026-01-01 target(>12) 2026-01-01 per(>year) 2026-01-01 from(>2026-01-01)\n"},
		{"a goal more and one less", books, strings.ReplaceAll(books, "books", "reading"), "removed goal books title(Books>) kinds(book>) unit(entries>) target(12>) per(year>) from(2026-01-01>)\nadded goal reading title(>Reading) kinds(>book) unit(>entries) target(>12) per(>year) from(>2026-01-01)\n"},
		{"pauses", "[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-09\n[[pause]]\nfrom = 2026-03-01\nuntil = 2026-03-09\n", "[[pause]]\nfrom = 2026-03-01\nuntil = 2026-03-10\nreason = \"sun\"\n[[pause]]\nfrom = 2026-05-01\nuntil = 2026-05-09\n",
			"changed pause  until(2026-03-09>2026-03-10) reason(>sun)\nadded pause  from(>2026-05-01) until(>2026-05-09)\nremoved pause  from(2026-01-01>) until(2026-01-09>)\n"},
		{"settings", "[settings]\ntimezone = \"Europe/Berlin\"\n", "[settings]\nstart = 2026-01-01\nyear-starts = \"04-01\"\n", "changed settings  start(>2026-01-01) year-starts(>04-01) timezone(Europe/Berlin>)\n"},
		{"a preset", "[preset]\nname = \"technical-leader\"\ngoals = [\n  \"books\", # mine\n]\nfrom = 2026-01-01\n", "[preset]\nfrom = 2026-01-01\nname = \"technical-leader\"\ngoals = [\n  \"books\",\n  \"talk\",\n]\n", ""},
		{"skills", "[skill.go]\narea = \"technical\"\n[skill.business]\nwish = 2\n", "[skill.business]\nwish = 3\naim = 4\n[skill.rust]\narea = \"technical\"\n", "changed skill business aim(>4) wish(2>3)\nremoved skill go area(technical>)\nadded skill rust area(>technical)\n"},
		{"rules, badges, cards", "[rule.mine]\ntotal = 120\n[badges]\nstyle = \"flat\"\n", "[rule.mine]\ntotal = 60\n[badges]\nlabels.all = \"me\"\n[cards]\nshow = []\n", "changed rule mine total(120>60)\nchanged badges  labels.all(>me) style(flat>)\nadded cards  show(>[])\n"},
	} {
		before, _ := logOf(c.before)
		after, _ := logOf(c.after)
		got := told(Diff(before, after, today))
		if c.name == "a preset" {
			if !strings.Contains(got, "added goal talk") || !strings.Contains(got, "changed preset") {
				t.Errorf("%s:\n%s", c.name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s:\ngot  %swant %s", c.name, got, c.want)
		}
	}
}

// Where goals and credentials stood and stand.
func TestMoves(t *testing.T) {
	before, _ := logOf(books + "[[goal]]\nid = \"old\"\nkinds = [\"talk\"]\ntarget = 1\nper = \"year\"\n[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2024-01-01\nexpires = 2026-12-31\n")
	after, _ := logOf(books + "[[goal]]\nid = \"new\"\nkinds = [\"talk\"]\ntarget = 1\nper = \"year\"\n[[book]]\ntitle = \"A\"\nfinished = 2026-03-01\n[[certification]]\nid = \"cka\"\ntitle = \"CKA\"\nearned = 2026-10-01\nexpires = 2028-12-31\n")
	c := Diff(before, after, today)
	var got []string
	for _, m := range c.Goals {
		s := m.ID
		for _, at := range []*tracker.Standing{m.Before, m.After} {
			if at == nil {
				s += " none"
			} else {
				s += " " + at.Done.String()
			}
		}
		got = append(got, s)
	}
	if want := "[books 0 1 new none 0 old 0 none]"; fmt.Sprint(got) != want {
		t.Errorf("got %v, want %s", got, want)
	}
	if len(c.Credentials) != 1 || c.Credentials[0].Before.Earned == c.Credentials[0].After.Earned {
		t.Errorf("credentials %+v", c.Credentials)
	}
}

// Nothing that is private in either log is in what may be published.
func TestPublic(t *testing.T) {
	before, _ := logOf(books + "[[goal]]\nid = \"secret-goal\"\nkinds = [\"talk\"]\ntarget = 1\nper = \"year\"\npublic = false\n[[book]]\nid = \"a\"\ntitle = \"secret-a\"\npublic = false\n[[book]]\ntitle = \"secret-gone\"\npublic = false\n[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-02\n")
	after, _ := logOf(books + "[[goal]]\nid = \"secret-goal\"\nkinds = [\"talk\"]\ntarget = 2\nper = \"year\"\n[[book]]\nid = \"a\"\ntitle = \"open\"\n[[book]]\ntitle = \"secret-new\"\npublic = false\n[[pause]]\nfrom = 2026-01-01\nuntil = 2026-01-03\nreason = \"secret-why\"\n[[pause]]\nfrom = 2026-02-01\nuntil = 2026-02-03\ngoals = [\"secret-goal\", \"books\"]\n[badges]\nlabels.secret-goal = \"x\"\n[[certification]]\nid = \"secret-cert\"\ntitle = \"secret\"\nearned = 2026-01-01\npublic = false\n")
	c := Diff(before, after, today)
	p := c.Public()
	text := told(p)
	for _, m := range p.Goals {
		text += m.ID
	}
	if strings.Contains(text, "secret") || len(p.Credentials) > 0 || !strings.Contains(text, "added pause") {
		t.Errorf("public:\n%s", text)
	}
	if !strings.Contains(told(c), "secret") {
		t.Errorf("all:\n%s", told(c))
	}
}

// What is public may earn credits for what is not: nothing names that.
func TestPublicNamesNoPrivateCredential(t *testing.T) {
	log := func(credits, credential string) *tracker.Log {
		l, _ := logOf(books + "[[certification]]\nid = \"hush\"\ntitle = \"Hush\"\nearned = 2026-01-01\nexpires = 2028-01-01\npublic = false\n" +
			"[[goal]]\nid = \"points\"\nunit = \"credits\"\ntarget = 20\nper = \"year\"\nfrom = 2026-01-01\n" + credential +
			"[[book]]\nid = \"a\"\ntitle = \"A\"\nfinished = 2026-02-01\n" + credits)
		return l
	}
	c := Diff(log("", ""), log("credits.hush.a = 2\nsubmitted.hush = 2026-03-01\ncredits.cissp.a = 2\n", "credential = \"hush\"\n"), today)
	if text := told(c); strings.Count(text, "hush") != 3 {
		t.Fatalf("the change is\n%s", text)
	}
	if text := told(c.Public()); strings.Contains(text, "hush") || !strings.Contains(text, "credits.cissp.a") || !strings.Contains(told(c), "hush") {
		t.Errorf("the public change is\n%s", text)
	}
}
