package interop

import (
	"fmt"
	"strings"
	"testing"

	"github.com/honelog/hone/tracker"
)

func TestGuess(t *testing.T) {
	for _, c := range []struct {
		file, text string
		want       string
	}{
		{file: "cpe.csv", want: "webinar? dmy date=Date title=Activity by=Provider hours=Hours credits.cissp.a=Group A credits.cissp.b=Group B credits.pmp=PDU evidence=Proof; Triangle"},
		{file: "cpe-us.csv", want: " mdy kind=Type title=Title date=Completion Date hours=Hours credits.cissp=CISSP number=Certificate Number; "},
		{file: "fortbildung.csv", want: " dmy title=Titel kind=Art date=Abgeschlossen am hours=Stunden by=Anbieter; "},
		{file: "formations.csv", want: "webinar?  title=Intitulé by=Organisme date=Date de fin hours=Durée; "},
		{text: "Date,Title,CPE,Group A,Group B\n2026-01-02,A course on Go,3,2,1\n", want: "course  finished=Date title=Title credits.cissp.a=Group A credits.cissp.b=Group B; CPE"},
		{text: "Name,Issuer,Issued,Expires\nCKA,CNCF,2024-01-02,2027-01-02\n", want: "certification  title=Name issuer=Issuer earned=Issued expires=Expires; "},
		{text: "Buch;Autor;Gelesen am;Seiten;Bewertung\nPeopleware;Tom DeMarco;3.2.2026;245;5\n", want: "book  title=Buch author=Autor finished=Gelesen am pages=Seiten rating=Bewertung; "},
		{text: "Event,Start,End,City\nFOSDEM,2026-01-31,2026-02-01,Brussels\n", want: "conference  title=Event start=Start end=End place=City; "},
		{text: "What I did,When,Why\nRead the specification of TOML from end to end,2026-01-02,fun\n", want: "webinar?  title=What I did date=When; Why"},
		{text: "Date,Title\n03/04/2026,A\n04/05/2026,B\n", want: "webinar?  date=Date title=Title; "},
		{text: "Date,Title\n13/04/2026,A\n04/25/2026,B\n", want: "webinar?  date=Date title=Title; "},
		{text: "Date,Title,Title\n2026-01-02,,A course on Go\n", want: "course  finished=Date title=C; Title"},
	} {
		data := []byte(c.text)
		if c.file != "" {
			data = fixture(t, c.file)
		}
		g, faults := GuessCSV(data, Options{}, []tracker.Credential{{ID: "cissp", Title: "CISSP"}, {ID: "pmp", Title: "PMP"}})
		var b strings.Builder
		b.WriteString(g.Kind)
		if !g.Sure {
			b.WriteString("?")
		}
		fmt.Fprintf(&b, " %s", g.Dates)
		for _, m := range g.Map {
			fmt.Fprintf(&b, " %s=%s", m.Key, m.Column)
		}
		fmt.Fprintf(&b, "; %s", strings.Join(g.Left, ", "))
		if b.String() != c.want || len(faults) > 0 {
			t.Errorf("%s%.40q: faults %v, guessed\n%s\nwant\n%s", c.file, c.text, faults, b.String(), c.want)
		}
	}
}

// A title above the columns' names is told once, with the row that it stands in.
func TestGuessBelowTitle(t *testing.T) {
	for _, text := range []string{"My record\n\nDay;Title;Hours\n2026-01-02;A;1,5\n", "My record,,\n,,\nDay,Title,Hours\n2026-01-02,A,1\n"} {
		_, faults := GuessCSV([]byte(text), Options{}, nil)
		if len(faults) != 1 || faults[0].Place.N != 1 || !strings.Contains(faults[0].Says, "row 3 has 3") {
			t.Errorf("%q: %v", text, faults)
		}
		if _, faults = GuessCSV([]byte(text), Options{Map: mapped("title=B", "date=A")}, nil); len(faults) > 0 {
			t.Errorf("%q with columns said: %v", text, faults)
		}
	}
}

// Credits are for a credential only where there is one that they can be for.
func TestGuessCredits(t *testing.T) {
	for _, c := range []struct {
		header string
		held   string
		want   string
	}{
		{"CPE", "cissp", "credits.cissp"},
		{"CPEs (h)", "cisa", "credits.cisa"},
		{"CPE", "cissp cisa", ""},
		{"CISA CPE", "cissp cisa", "credits.cisa"},
		{"Group A", "cissp cisa", "credits.cissp.a"},
		{"PDU", "pmi-acp", "credits.pmi-acp"},
		{"CEUs", "comptia-security", "credits.comptia-security"},
		{"PDU", "", ""},
		{"Cost", "cissp", ""},
	} {
		var held []tracker.Credential
		for _, id := range strings.Fields(c.held) {
			held = append(held, tracker.Credential{ID: id, Title: strings.ToUpper(id)})
		}
		if got := creditKey(c.header, held); got != c.want {
			t.Errorf("%q with %s is %q, want %q", c.header, c.held, got, c.want)
		}
	}
}

// The tables of names hold no name twice, and know only keys and kinds that
// there are.
func TestNames(t *testing.T) {
	seen := map[string]string{}
	for _, h := range headers {
		if h.key != "kind" && !anyKindHas(h.key) {
			t.Errorf("no kind has %q", h.key)
		}
		for _, n := range h.names {
			if other, twice := seen[n]; twice {
				t.Errorf("%q stands for %s and %s", n, other, h.key)
			}
			if seen[n] = h.key; plainHeader(n) != n {
				t.Errorf("%q is never found", n)
			}
		}
	}
	words := map[string]string{}
	for name, list := range kindWords {
		if tracker.KindOf(name) == nil {
			t.Errorf("there is no kind %q", name)
		}
		for _, w := range strings.Fields(list) {
			if other, twice := words[w]; twice && other != name {
				t.Errorf("%q stands for %s and %s", w, other, name)
			}
			words[w] = name
		}
	}
}
