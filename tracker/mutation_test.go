package tracker

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// row is a line of a log with the findings that it is to have.
type row struct {
	text  string
	wants []want
}

// part is a header with what stands below it.
type part []*row

func (r *row) want(code string, offset int) {
	r.wants = append(r.wants, want{code: code, column: 1 + utf8.RuneCountInString(r.text[:offset])})
}

// find returns the row of a key, and the offset of its value.
func (p part) find(key string) (r *row, value int) {
	re := regexp.MustCompile(`^[ \t]*` + key + `[ \t]*=[ \t]*`)
	for _, r := range p {
		if m := re.FindString(r.text); m != "" {
			return r, len(m)
		}
	}
	return nil, 0
}

// set puts a value in the place of a key's, and wants a finding there.
func (p part) set(key, value, code string) bool {
	r, at := p.find(key)
	if r == nil || strings.HasPrefix(r.text[at:], `"""`) || strings.HasSuffix(r.text, "[") {
		return false
	}
	r.text = r.text[:at] + value
	r.want(code, at)
	return true
}

// insert puts a line below the header, and wants a finding at an offset of it.
func (p *part) insert(line, code string, offset int) bool {
	r := &row{text: line}
	if code != "" {
		r.want(code, offset)
	}
	*p = slices.Insert(*p, 1, r)
	return true
}

func (p part) kind() string { return strings.Trim(strings.TrimSpace(p[0].text), "[]") }

func (p part) isEntry() bool {
	return strings.HasPrefix(strings.TrimSpace(p[0].text), "[[") && kindByName[p.kind()] != nil && p.kind() != "certification"
}

func (p part) dateKey() string {
	k := kindByName[p.kind()]
	if k.Else != "" {
		return k.Else
	}
	return k.Counts
}

// mutations each put one fault into an entry; false when it does not fit.
var mutations = map[string]func(p *part) bool{
	"a month":       func(p *part) bool { return p.set(p.dateKey(), "2026-02", "month-needs-quotes") },
	"no day":        func(p *part) bool { return p.set(p.dateKey(), "2026-02-30", "bad-date") },
	"slashes":       func(p *part) bool { return p.set(p.dateKey(), "3/4/2026", "bad-date") },
	"points":        func(p *part) bool { return p.set(p.dateKey(), "15.11.2026", "bad-date") },
	"a date quoted": func(p *part) bool { return p.set(p.dateKey(), `"2026-02-03"`, "bad-date") },
	"a time":        func(p *part) bool { return p.set(p.dateKey(), "2026-02-03T10:00:00Z", "bad-date") },
	"a number for a title": func(p *part) bool {
		return p.set("title", "5", "wrong-type")
	},
	"an empty title": func(p *part) bool { return p.set("title", `""`, "bad-value") },
	"a misspelt key": func(p *part) bool {
		r, _ := p.find("title")
		if r == nil {
			return false
		}
		at := strings.Index(r.text, "title")
		r.text = r.text[:at] + "tilte" + r.text[at+5:]
		r.want("unknown-key", at)
		return true
	},
	"an unknown key": func(p *part) bool { return p.insert("\tzzzzzz = 1", "unknown-key", 1) },
	"a slip":         func(p *part) bool { return p.insert(`name = "x"`, "unknown-key", 0) },
	"a setting": func(p *part) bool {
		*p = append(*p, &row{text: "timezone = 'UTC'"})
		(*p)[len(*p)-1].want("misplaced-key", 0)
		return true
	},
	"a bad address": func(p *part) bool { return !p.has("url") && p.insert(`  url = "example.org"`, "bad-url", 8) },
	"an unknown skill": func(p *part) bool {
		return !p.has("skills") && p.insert(`skills = ["ü🙂", "people"]`, "unknown-skill", 10)
	},
	"a second skill": func(p *part) bool {
		return !p.has("skills") && p.insert(`skills = ["people", "pepole"]`, "unknown-skill", 20)
	},
	"a skill alone": func(p *part) bool { return !p.has("skills") && p.insert(`skills = "people"`, "wrong-type", 9) },
	"a number in tags": func(p *part) bool {
		return !p.has("tags") && p.insert(`tags = ["ü🙂", 3]`, "wrong-type", strings.Index(`tags = ["ü🙂", 3]`, "3"))
	},
	"hours in quotes": func(p *part) bool { return !p.has("hours") && p.insert(`hours = "3"`, "wrong-type", 8) },
	"hours below 0":   func(p *part) bool { return !p.has("hours") && p.insert(`hours = -3`, "bad-value", 8) },
	"a credential": func(p *part) bool {
		return !p.has("credits.*") && p.insert(`credits.cisp = 1`, "unknown-credential", 8)
	},
	"a path upwards": func(p *part) bool { return !p.has("evidence") && p.insert(`evidence = ["../x"]`, "bad-value", 12) },
	"a bad id":       func(p *part) bool { return !p.has("id") && p.insert(`id = "A b"`, "bad-value", 5) },
	"single brackets": func(p *part) bool {
		h := (*p)[0]
		at := strings.Index(h.text, "[[")
		h.text = h.text[:at] + "[" + p.kind() + "]"
		h.want("single-bracket", at)
		return true
	},
	"an unknown kind": func(p *part) bool {
		h := (*p)[0]
		at := strings.Index(h.text, "[[")
		h.text = h.text[:at] + "[[zzzz]]"
		h.want("unknown-kind", at)
		return true
	},
	"an end before": func(p *part) bool {
		if p.kind() != "book" && p.kind() != "course" || p.has("started") {
			return false
		}
		r, at := p.find("finished")
		if r == nil {
			return false
		}
		r.want("end-before-start", at)
		return p.insert("started = 2031-01-01", "", 0)
	},
	"a merge": func(p *part) bool {
		if p.has("rating") || p.kind() != "book" {
			return false
		}
		p.insert(">>>>>>> other", "", 0)
		p.insert("rating = 9", "", 0)
		p.insert("=======", "", 0)
		p.insert("rating = 4", "", 0)
		return p.insert("<<<<<<< HEAD", "merge-conflict", 0)
	},
	"a merge with its base": func(p *part) bool {
		*p = append(*p, &row{text: "<<<<<<< HEAD"}, &row{text: "[[book]]"}, &row{text: "title = 'ours'"}, &row{text: "||||||| base"}, &row{text: "[[bok]]"},
			&row{text: "======="}, &row{text: "[[book]]"}, &row{text: "title = 'theirs'"}, &row{text: ">>>>>>> other"})
		(*p)[len(*p)-9].want("merge-conflict", 0)
		return true
	},
	"fused": func(p *part) bool {
		first, value := p.find("[a-z]+")
		if r, _ := p.find("title"); r == nil || first != r || first != (*p)[1] {
			return false
		}
		second := &row{text: first.text[:value] + `"and another"`}
		second.want("fused-entries", strings.Index(second.text, "title"))
		*p = append(*p, second)
		if r, at := p.find(p.dateKey()); r != nil {
			*p = append(*p, &row{text: r.text[:at] + "2026-03-04"})
		}
		return true
	},
}

// syntaxes each put one fault of syntax into an entry. Only the line is sure.
var syntaxes = map[string]func(p *part) bool{
	"an open quote": func(p *part) bool { return p.break_("title", `"without end`) },
	"no value":      func(p *part) bool { return p.break_("title", "") },
	"bare text":     func(p *part) bool { return p.break_("title", "Accelerate # it") },
	"two values":    func(p *part) bool { return p.break_("title", `"the "best" one"`) },
	"an open list":  func(p *part) bool { return !p.has("tags") && p.insert(`tags = ["a",  "b"`, "syntax", 7) },
	"an open text":  func(p *part) bool { return !p.has("takeaway") && p.insert(`takeaway = """It is`, "syntax", 11) },
	"a bare line":   func(p *part) bool { return p.insert("as I said", "syntax", 0) },
	"a comma":       func(p *part) bool { return !p.has("hours") && p.insert("hours = 1,5", "syntax", 9) },
	"an escape":     func(p *part) bool { return !p.has("audience") && p.insert(`audience = "C:\my"`, "syntax", 14) },
	"zeros":         func(p *part) bool { return !p.has("hours") && p.insert("hours = 05", "syntax", 8) },
	"a bad header": func(p *part) bool {
		h := (*p)[0]
		h.text = strings.TrimSuffix(strings.TrimRight(h.text, " \t"), "]")
		h.want("syntax", strings.Index(h.text, "["))
		return true
	},
}

func (p part) has(key string) bool { r, _ := p.find(key); return r != nil }

func (p part) break_(key, value string) bool {
	r, at := p.find(key)
	if r == nil {
		return false
	}
	r.text = r.text[:at] + value
	r.wants = append(r.wants, want{code: "syntax"})
	return true
}
