package intake

import (
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The files are what `hone init` writes; -update renews them from the tables.
func TestYAML(t *testing.T) {
	for _, f := range Forms("") {
		golden(t, f.File, f.YAML())
	}
}

// What GitHub asks of a form, by its documentation of the form schema and of
// common validation errors.
func TestFormsAreValid(t *testing.T) {
	reserved := strings.Fields("y Y yes Yes YES n N no No NO true True TRUE false False FALSE on On ON off Off OFF none None NONE")
	ofURL := strings.Fields("template title body labels assignees projects milestone type") // parameters of GitHub's own
	for _, f := range append(Forms(""), Forms("ana")...) {
		if f.Name == "" || f.Says == "" || f.Title == "" || f.Label == "" || strings.ContainsAny(f.Label, ",/?#%") || len(f.Fields) == 0 {
			t.Errorf("%+v", f)
		}
		ids, labels := map[string]bool{}, map[string]bool{}
		for _, x := range f.Fields {
			if !regexp.MustCompile(`^[A-Za-z0-9_-]+$`).MatchString(x.ID) || ids[x.ID] || slices.Contains(ofURL, x.ID) {
				t.Errorf("%s: the id %q", f.File, x.ID)
			}
			if strings.TrimSpace(x.Label) == "" || labels[x.Label] || strings.Contains(strings.ToLower(x.Label), "password") || strings.ContainsAny(x.Label, "\n`*_<") {
				t.Errorf("%s: the label %q", f.File, x.Label)
			}
			ids[x.ID], labels[x.Label] = true, true
			options := map[string]bool{}
			for _, o := range x.Options {
				if strings.TrimSpace(o) != o || o == "" || options[o] || slices.Contains(reserved, o) || strings.ContainsAny(o, ",\n") {
					t.Errorf("%s: the choice %q", f.File, o)
				}
				options[o] = true
			}
			if (x.Type == Dropdown) != (len(x.Options) > 0) || x.Type != Dropdown && x.Max == 0 {
				t.Errorf("%s: %s", f.File, x.ID)
			}
		}
	}
}

func TestFormsOfSeveralLogs(t *testing.T) {
	var files, labels, names []string
	for _, f := range slices.Concat(Forms(""), Forms("ana"), Forms("ben")) {
		if slices.Contains(files, f.File) || slices.Contains(labels, f.Label) || slices.Contains(names, f.Name) {
			t.Errorf("%s, %s, %s: twice", f.File, f.Label, f.Name)
		}
		files, labels, names = append(files, f.File), append(labels, f.Label), append(names, f.Name)
	}
	if f, ok := FormOf("ana", []string{"x", "learning-break-ana"}); !ok || f.File != "break-ana.yml" {
		t.Error(f.File, ok)
	}
	if _, ok := FormOf("ana", []string{LabelEntry, LabelBreak, "learning-entry-ben"}); ok {
		t.Error("a form of another log")
	}
}

func TestLink(t *testing.T) {
	link := learned.Link("https://github.com/o/r", map[string]string{"kind": Option("community", "helped"), "what": "a) [b] & c"})
	u, err := url.Parse(link)
	if err != nil || u.Path != "/o/r/issues/new" || strings.ContainsAny(link, "()[] <>") {
		t.Fatal(link, err)
	}
	q := u.Query()
	if len(q) != 3 || q.Get("template") != "learned.yml" || q.Get("kind") != "Meetup or community: helped" || q.Get("what") != "a) [b] & c" {
		t.Error(q)
	}
}
