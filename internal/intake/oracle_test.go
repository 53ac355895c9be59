package intake

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/honelog/hone/internal/oracle"
)

// issueParser runs GitHub's parser of issue forms, an npm module, over bodies,
// with the form as GitHub has it.
func issueParser(t *testing.T, cases []parserCase) []map[string]any {
	t.Helper()
	node, dir := oracle.Program(t, "node"), oracle.Package(t, "@github/issue-parser")
	in, err := json.Marshal(cases)
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(node, filepath.Join("testdata", "issue-parser.mjs"), dir)
	c.Stdin, c.Stderr = bytes.NewReader(in), os.Stderr
	out, err := c.Output()
	var parsed []map[string]any
	if err == nil {
		err = json.Unmarshal(out, &parsed)
	}
	if err != nil || len(parsed) != len(cases) {
		t.Fatalf("%v\n%s", err, out)
	}
	return parsed
}

type parserCase struct {
	Template string `json:"template"`
	Body     string `json:"body"`

	name    string
	form    Form
	differs map[string]any // what the other is known to make of a field; nil: nothing
}

// GitHub's own parser finds the same values in bodies that try no trick, and in
// those that do only the differences that are listed here.
func TestIssueParser(t *testing.T) {
	var cases []parserCase
	add := func(name string, f Form, filled map[string]string, differs map[string]any) {
		cases = append(cases, parserCase{string(f.YAML()), sent(f, filled), name, f, differs})
		if differs == nil {
			cases = append(cases, parserCase{string(f.YAML()), strings.ReplaceAll(sent(f, filled), "\n", "\r\n"), name + ", CRLF", f, nil})
		}
	}
	for _, o := range options {
		add(o.says, learned, map[string]string{"kind": o.says, "what": "The Manager's Path", "more": "author = Camille Fournier\npages = 226"}, nil)
	}
	add("everything", learned, map[string]string{"kind": "Book I finished", "what": "Ä “b” 世界 🎉", "day": "today", "hours": "1,5", "skills": "a, b", "link": "https://example.org/?a=b#c", "takeaway": "One\n\nTwo  \n- three\n\n> four", "more": "a = b\n\nc = d"}, nil)
	add("other headings", learned, map[string]string{"kind": "Book I finished", "takeaway": "## Two\n#### Four"}, map[string]any{"takeaway": "## Two"})
	add("nothing", learned, map[string]string{"kind": "Book I finished"}, nil)
	add("a break", rest, map[string]string{"from": "today", "until": "2w", "goals": "books, courses"}, nil)
	add("a break with an end", rest, map[string]string{"until": "2027-01-02"}, nil)
	add("a code block", learned, map[string]string{"kind": "Book I finished", "takeaway": "```go\nx := 1\n```"}, nil)
	add("None is a word", learned, map[string]string{"kind": "Book I finished", "what": "None", "takeaway": "none"}, map[string]any{"what": nil, "takeaway": nil})
	add("a heading in a fence", learned, map[string]string{"kind": "Book I finished", "takeaway": "x\n```\n### Day\n\n1999-01-01\n```"}, map[string]any{"takeaway": "x\n```", "day": "1999-01-01\n```"})
	add("a heading in mid-line", learned, map[string]string{"kind": "Book I finished", "takeaway": "so ### it\nis"}, map[string]any{"takeaway": "so \n### it\nis"})
	for i, theirs := range issueParser(t, cases) {
		c := cases[i]
		ours, faults := c.form.read(c.Body)
		if len(faults) > 0 {
			t.Errorf("%s: %s", c.name, told(faults))
			continue
		}
		want := map[string]any{}
		for _, x := range c.form.Fields {
			value, ok := ours[x.ID]
			switch {
			case ok && x.Type == Dropdown:
				want[x.ID] = []any{value}
			case ok:
				want[x.ID] = value
			}
		}
		for id, v := range c.differs {
			if want[id] = v; v == nil {
				delete(want, id)
			}
		}
		if diff := cmp.Diff(want, theirs); diff != "" {
			t.Errorf("%s (-want +theirs):\n%s", c.name, diff)
		}
	}
}

// linked are what GitHub makes a link of after the Markdown is read.
var linked = regexp.MustCompile(`@[A-Za-z0-9]|#[0-9]|\bGH-[0-9]|(?:^|[^\x{200b}0-9A-Za-z])[0-9a-f]{7,40}\b`)

// What GitHub would show of an answer has no link but ours, no picture, no
// mention, and no HTML but the marker.
func TestMarkdown(t *testing.T) {
	cmark := oracle.Program(t, "cmark-gfm")
	names, texts := replies(t)
	for i, text := range texts {
		c := exec.Command(cmark, "-t", "xml", "-e", "table", "-e", "tasklist", "-e", "strikethrough", "-e", "autolink", "-e", "tagfilter", "-e", "footnotes")
		c.Stdin = strings.NewReader(text)
		out, err := c.Output()
		if err != nil {
			t.Fatal(err)
		}
		markers := 0
		var within []string
		d := xml.NewDecoder(bytes.NewReader(out))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			switch x := token.(type) {
			case xml.StartElement:
				within = append(within, x.Name.Local)
				switch x.Name.Local {
				case "image", "html_inline", "heading", "table", "footnote_reference", "strikethrough", "block_quote":
					t.Errorf("%s has %s:\n%s", names[i], x.Name.Local, text)
				case "html_block":
					markers++
				case "link":
					for _, a := range x.Attr {
						if a.Name.Local == "destination" && !strings.HasPrefix(a.Value, "https://github.com/o/r/") {
							t.Errorf("%s links to %s", names[i], a.Value)
						}
					}
				}
			case xml.EndElement:
				within = within[:len(within)-1]
			case xml.CharData:
				if n := len(within); n > 1 && within[n-1] == "text" && within[n-2] != "link" && linked.Match(x) {
					t.Errorf("%s mentions %q:\n%s", names[i], linked.Find(x), text)
				}
			}
		}
		if markers != 1 {
			t.Errorf("%s has %d blocks of HTML:\n%s", names[i], markers, text)
		}
	}
}
