package intake

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// plain is a form filled in with nothing unusual.
func plain() map[string]string {
	return map[string]string{"kind": "Book I finished", "what": "Accelerate", "day": "2026-05-03"}
}

// taken is the one table that plain gives, with what is said on top.
func taken(more map[string]any) map[string]any {
	want := map[string]any{"id": "2026-05-03-accelerate", "title": "Accelerate", "source": "#12"}
	for k, v := range more {
		want[k] = v
	}
	return want
}

// What a text holds stays the value of the field that it was written into.
func TestTextStaysInItsField(t *testing.T) {
	fence := "```"
	for name, c := range map[string]struct{ takeaway, want string }{
		"a heading of another field in a fence":  {fence + "\n### More details\n\nsource = #13\n" + fence, ""},
		"a longer fence with a shorter one in":   {"````md\n" + fence + "\n### Hours\n\n" + fence + "\n````", ""},
		"a fence of tildes":                      {"~~~\n### Hours\n" + fence + "\n~~~", ""},
		"a heading in mid-line":                  {"so ### More details\nit is", ""},
		"a heading with more behind it":          {"### More details, please", ""},
		"a heading with less":                    {"### More", ""},
		"a heading with two spaces":              {"###  More details", ""},
		"a heading of another level":             {"#### More details\n## Hours", ""},
		"an indented heading":                    {"x\n ### More details\n    ### Hours", ""},
		"a heading with its end":                 {"### More details ###", ""},
		"three marks within a line":              {fence + "code" + fence + "\nand on", ""},
		"a heading in a list":                    {"- ### More details", ""},
		"a heading in a quotation":               {"> ### More details", ""},
		"TOML":                                   {"\"\npublic = false\n[[goal]]\nid = \"x\"", ""},
		"TOML in three quotes":                   {"\"\"\"\n[[book]]\ntitle = '''x'''", ""},
		"a backslash at the end":                 {`x\`, ""},
		"None":                                   {"None", ""},
		"HTML":                                   {"<script>alert(1)</script><!-- hone:intake 12 -->", ""},
		"a marker on its own line":               {"a\n<!-- hone:intake 12 -->\n<!-- hone:v1 e30= -->\nb", ""},
		"commands of a runner":                   {"::set-output name=a::b\n##[add-mask]a\n::stop-commands::x", ""},
		"mentions":                               {"@everyone #1 GH-1 o/r#2 deadbeef1", ""},
		"control characters":                     {"a\x01\x1b[31mb\x7f\u0085\u009fc", "a[31mbc"},
		"characters that turn the direction":     {"a\u202eb\u2066c\u200fd\u061c\ufeff", "abcd"},
		"a heading behind a control character":   {"\x01### More details", "### More details"},
		"a heading with a control character":     {"### More \x01details", "### More details"},
		"the separators of lines that are none":  {"a\u2028### More details\u2029b", ""},
		"what GitHub writes for nothing, and on": {noResponse + "\n\nx", "x"},
	} {
		filled := plain()
		filled["takeaway"], filled["more"] = c.takeaway, "pages = 3"
		e, faults := take(learned, filled)
		if len(faults) > 0 {
			t.Errorf("%s: %s", name, told(faults))
			continue
		}
		want := c.want
		if want == "" {
			want = c.takeaway
		}
		got := tables(t, e)
		delete(got["book"][0], "finished")
		if diff := cmp.Diff(map[string][]map[string]any{"book": {taken(map[string]any{"takeaway": want, "pages": int64(3)})}}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// A body in which fields are in doubt is refused, and which line to change is
// said.
func TestForgery(t *testing.T) {
	with := func(id, value string) string {
		filled := plain()
		filled[id] = value
		return sent(learned, filled)
	}
	good := sent(learned, plain())
	var b strings.Builder
	for _, c := range []struct{ name, body string }{
		{"a field twice, the forged one first", with("takeaway", "x\n\n### More details\n\nsource = #13")},
		{"a field twice, in one line of text", with("what", "x\n### Hours\n40")},
		{"the last field twice", with("more", "pages = 3\n\n### More details\n\npages = 4")},
		{"a field of the top further down", with("more", "pages = 3\n### What was it?\nTalk I gave")},
		{"every field twice", good + "\n\n" + good},
		{"a fence that is never closed", with("takeaway", "```\nx")},
		{"a fence that is never closed, of tildes", with("takeaway", "~~~~\nx\n~~~")},
		{"a fence that spans fields", with("skills", "```\nx") + "\n```"},
		{"a fence within a list", with("takeaway", "- x\n  ```\ny")},
		{"a field taken out", strings.Replace(good, "### Hours\n\n_No response_\n\n", "", 1)},
		{"fields in another order", strings.Replace(strings.Replace(strings.Replace(good, "### Hours", "### H", 1), "### Skills", "### Hours", 1), "### H\n", "### Skills\n", 1)},
		{"a field that the form has not, behind an empty one", with("takeaway", noResponse+"\n\n### Mood\n\nhappy")},
		{"a form in other words", strings.NewReplacer("### What was it?", "### Was war es?", "### Day", "### Tag").Replace(good)},
		{"every field in other words", strings.ReplaceAll(good, "### ", "### Neu: ")},
		{"a title that nobody sees", with("what", "\u200b\u3164")},
		{"text above the fields", "Hello\n\n" + good},
		{"no form", "I read a book!"},
		{"nothing", ""},
		{"NUL", with("takeaway", "a\x00b")},
		{"not UTF-8", with("takeaway", "a\xffb")},
		{"more than 64 KiB", with("takeaway", strings.Repeat("x", maxBody))},
		{"None typed where a choice belongs", with("kind", "None")},
		{"two choices", with("kind", "Book I finished, Talk I gave")},
		{"an address of a script", with("link", "javascript:alert(1)")},
		{"an address of data", with("link", "data:text/html,x")},
		{"an address with a password", with("link", "https://a:b@example.org")},
		{"an address that closes a string", with("link", `https://example.org/"; x = 1`)},
		{"another key", with("more", "goal = x\n[[goal]]\nid = \"x\"\na.b.c = 1\n\"title\" = 2\n= 3\ntitle")},
		{"another key behind a value", with("more", "credits.cissp = 1, cissp.b=2\ncredits.cissp.a=1=2")},
	} {
		e, faults := book().Take(learned, Post{Issue: 12, Body: c.body})
		if len(faults) == 0 || e.Data != nil {
			t.Errorf("%s: taken\n%s", c.name, e.Data)
		}
		fmt.Fprintf(&b, "== %s\n%s\n", c.name, told(faults))
	}
	golden(t, "forgery.txt", []byte(b.String()))
}

// None, typed into a line or a text, is a word like any other.
func TestNoneIsAWord(t *testing.T) {
	filled := plain()
	filled["what"], filled["takeaway"] = "None", "none"
	e, faults := take(learned, filled)
	if got := tables(t, e); len(faults) > 0 || got["book"][0]["title"] != "None" || got["book"][0]["takeaway"] != "none" {
		t.Errorf("%v %s", faults, e.Data)
	}
}

// FuzzTake holds that whatever a body says, only keys that its kind takes come
// out, each with a value of a field; and that whatever was typed into a field
// stays there.
func FuzzTake(f *testing.F) {
	for _, s := range []string{"", "x", "### More details", "```", "~~~\n### Hours", "_No response_", "None", "\"\n[[goal]]", "a\x00", "\r\n### Skills\r\n", "public = false", "- Author: X, pages = 3", "technical: 4", "credits.cissp = 1", "2026-05-03"} {
		f.Add(s, s, "pages = 3", uint8(0))
		f.Add("Accelerate", s, s, uint8(len(s)))
	}
	f.Fuzz(func(t *testing.T, what, takeaway, more string, choice uint8) {
		o := options[int(choice)%len(options)]
		filled := map[string]string{"kind": o.says, "what": what, "day": "2026-05-03", "takeaway": takeaway, "more": more}
		p := Post{Issue: 12, Body: sent(learned, filled)}
		e, faults := book().Take(learned, p)
		Rejected(p, faults)
		if len(faults) > 0 {
			if e.Data != nil {
				t.Fatal("an entry with faults")
			}
			return
		}
		Added(p, e, Landing{})
		doc := tables(t, e)
		if len(doc) != 1 || len(doc[o.kind]) != 1 {
			t.Fatalf("%v", doc)
		}
		typed := map[string]string{} // of the last field: keys, and what they may hold
		for _, line := range strings.FieldsFunc(more, func(c rune) bool { return c == '\n' || c == '\r' }) {
			line = strings.TrimLeft(cleaned(line), "-*•` \t\u00a0")
			key, value := line, ""
			if at := strings.IndexAny(line, "=:"); at >= 0 {
				key, value = line[:at], line[at+1:]
			}
			base, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(key)), ".")
			typed[base] += value + "\n"
			if areaNamed(key) != "" {
				typed["scores"] += value + "\n"
			}
		}
		for key, value := range doc[o.kind][0] {
			switch _, inMore := typed[key]; {
			case key == "source" && value == "#12", key == "role" && value == o.role, key == "id", inMore && key != "source" && key != "title" && key != "with" && key != "takeaway":
				for _, text := range textsOf(value) {
					if inMore && !strings.Contains(letters(typed[key]), letters(text)) {
						t.Fatalf("%s has %q, and %q was typed", key, text, typed[key])
					}
				}
			case key == "takeaway" || key == "title" || key == "with":
				text := takeaway
				if key != "takeaway" {
					text = what
				}
				if _, ok := typed[key]; ok {
					text += typed[key]
				}
				if !strings.Contains(letters(text), letters(fmt.Sprint(value))) {
					t.Fatalf("%s is %q, and %q was typed", key, value, text)
				}
			case strings.HasPrefix(fmt.Sprint(value), "2026-05-03"):
			default:
				t.Fatalf("%s = %v was not meant by %q", key, value, more)
			}
		}
	})
}

// textsOf returns the texts of a value.
func textsOf(value any) (texts []string) {
	switch v := value.(type) {
	case string:
		return []string{v}
	case []any:
		for _, x := range v {
			texts = append(texts, textsOf(x)...)
		}
	}
	return texts
}

// letters is a text in lower case without what the parser may take out or write
// another way.
func letters(s string) string {
	s = cleaned(strings.NewReplacer("\r", "\n", "-", " ", "_", " ").Replace(strings.ToLower(s)))
	return strings.Join(strings.Fields(s), "")
}

// FuzzRead holds that any body is either refused or has its fields once, in
// order, and never panics.
func FuzzRead(f *testing.F) {
	good := sent(learned, plain())
	for _, s := range []string{"", good, strings.ReplaceAll(good, "\n", "\r\n"), good + "\n```", "### Day\n" + good, "/pause 2w books", "/pause until 2026-12-20 all\r\nx", "/snooze 03/04/2027", sent(rest, map[string]string{"until": "2w", "goals": "Books"})} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		for _, form := range Forms("") {
			values, faults := form.read(body)
			if values == nil && len(faults) == 0 {
				t.Fatal("neither values nor faults")
			}
			Rejected(Post{Issue: 1, Body: body}, faults)
			for _, x := range form.Fields {
				if values != nil && strings.Count("\n"+strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(body)+"\n", "\n### "+x.Label+"\n") == 0 {
					t.Fatalf("%s is not there", x.Label)
				}
			}
		}
		e, faults := book().Take(rest, Post{Issue: 12, Body: body})
		if (e.Data == nil) == (len(faults) == 0) {
			t.Fatal(faults)
		}
		book().Command(Post{Issue: 12, Comment: 3, Body: body}, "books")
	})
}
