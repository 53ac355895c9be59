package tracker

import (
	"fmt"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker/civil"
	"github.com/honelog/hone/tracker/internal/place"
)

// File is one file of a log: its bytes, and its name relative to the log root,
// with slashes.
type File struct {
	Name string
	Data []byte
}

// Parse reads the files of a log as one. All findings that need nothing but the
// files come at once, sorted; a log with errors holds what could be read.
// zone says whether an IANA time zone is known; nil takes any.
//
// Parse never fails and never panics, on any bytes.
func Parse(files []File, zone func(name string) bool) (*Log, []Finding) {
	r := &reader{
		log:   &Log{Settings: Settings{Timezone: "UTC", YearStarts: civil.January}, rules: map[string]bool{}},
		names: map[string]string{}, zone: zone, singles: map[string]Place{}, ids: map[string]Place{}, told: map[*place.Fault]bool{}, doubt: map[string]bool{},
	}
	for i := range r.log.wishes {
		r.log.wishes[i] = One
	}
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	size, tables := 0, 0
	for _, f := range files {
		src := place.NewSource(f.Name, f.Data)
		r.log.sources = append(r.log.sources, src)
		r.log.Files++
		r.file, r.perFile = int32(r.log.Files), 0
		if size += len(f.Data); size > place.MaxLog {
			r.limit(place.Span{}, "the log is larger than 64 MB")
			continue
		}
		r.doc = place.Read(src, rules)
		if tables += r.doc.Tables; tables > place.MaxTables {
			r.limit(place.Span{}, "the log has more than 200,000 entries")
			continue
		}
		r.root()
	}
	r.doc = nil
	r.resolve()
	return r.log, Sort(r.findings)
}

func (r *reader) limit(at place.Span, what string) {
	r.log.unreadable, r.lost = true, everythingLost
	r.report("limit", at, what, "split the log into smaller files, or take out what is no log")
}

// root reads a file: its faults, then its tables in the order written.
func (r *reader) root() {
	r.faults()
	defer r.valueFaults()
	if r.doc.Values == nil {
		return
	}
	for c := range r.doc.Tree.Children(r.doc.Tree.Root()) {
		raw, ok := r.doc.Values[c.Name]
		if !ok {
			continue
		}
		switch {
		case c.Name == "version":
			r.version(c, raw)
		case isMany(c.Name):
			r.elements(c, raw)
		case c.Name == "skill" || c.Name == "rule":
			r.named(c, raw)
		case single[c.Name] != nil:
			r.single(c, raw)
		default:
			r.unknownTable(c, raw)
		}
	}
}

// version reads the version of the format, and takes 1.
func (r *reader) version(c *place.Node, raw any) {
	if r.once("version", c.Key) && !r.blamed(c, nil) && raw != int64(1) {
		r.log.unreadable = true
		r.report("bad-value", c.Value, "this log is of a version that hone does not know", "write version = 1, or take a newer hone")
	}
}

// once reports a table that a log has twice.
func (r *reader) once(name string, at place.Span) bool {
	first, twice := r.singles[name]
	if !twice {
		r.singles[name] = r.at(at)
		return true
	}
	r.log.settingsFault = true
	r.lose(name)
	src := r.log.sources[first.file-1]
	line, _ := src.Position(int(first.span.Start))
	r.report("duplicate-settings", at, fmt.Sprintf("%s stands twice in this log", quote(name)), fmt.Sprintf("keep one: the other is at %s:%d", src.Name, line))
	return false
}

// elements reads the tables of one kind.
func (r *reader) elements(c *place.Node, raw any) {
	maps := tablesOf(raw)
	if maps == nil || c.Kind != place.List {
		r.log.unreadable = true
		r.lose(c.Name)
		at, help := c.Key, "write a header of its own: [["+c.Name+"]]"
		if c.Kind == place.Scalar {
			help += ", and its keys below it"
		}
		r.report("single-bracket", at, fmt.Sprintf("%s is one of many, not a key", quote(c.Name)), help)
		return
	}
	if r.tooMany(c) {
		return
	}
	i := 0
	for e := range r.doc.Tree.Children(c) {
		if i >= len(maps) {
			break
		}
		switch c.Name {
		case "goal":
			r.goal(e, maps[i])
		case "pause":
			r.pause(e, maps[i])
		default:
			r.entry(kindByName[c.Name], e, maps[i])
		}
		i++
	}
}

// The limits of what there is one of for every period, badge or day: each meets
// every entry.
const (
	maxGoals  = 300
	maxPauses = 5000
	maxSkills = 1000 // of a user's own
	maxList   = 1000 // texts in one list
)

// tooMany reports tables beyond the limits of a log, once.
func (r *reader) tooMany(c *place.Node) bool {
	before, most, what := len(r.log.Pauses), maxPauses, "5,000 pauses"
	switch c.Name {
	case "goal":
		before, most, what = len(r.goals), maxGoals, "300 goals"
	case "pause":
	default:
		before, most, what = r.entries, place.MaxTables, "200,000 entries"
		r.entries += c.Len()
	}
	if before+c.Len() <= most {
		return false
	}
	r.lose(c.Name)
	at := c.Key
	i := before
	for e := range r.doc.Tree.Children(c) {
		if i++; i > most {
			at = e.Key
			break
		}
	}
	r.limit(at, "the log has more than "+what)
	return true
}

// tablesOf returns the tables of a list of tables, or nil.
func tablesOf(raw any) []map[string]any {
	switch raw := raw.(type) {
	case []map[string]any:
		return raw
	case []any:
		maps := make([]map[string]any, 0, len(raw))
		for _, e := range raw {
			m, ok := e.(map[string]any)
			if !ok {
				return nil
			}
			maps = append(maps, m)
		}
		return maps
	}
	return nil
}

// unknownTable reports a table or key at the top that is none of the log's.
func (r *reader) unknownTable(c *place.Node, raw any) {
	r.log.unreadable = true
	name := strings.ToLower(c.Name)
	if c.Kind != place.Table && tablesOf(raw) == nil {
		r.looseKey(c, name)
		return
	}
	near := tableSlips[name]
	if near == "" {
		near = r.nearest(name, tableNames())
	}
	r.lose(near)
	help := "the kinds are " + list(kindNames(), "and") + `; anything else is an [[activity]] with a kind of your own`
	if near != "" {
		help = "write " + headerOf(near)
	}
	r.report("unknown-kind", c.Key, "there is no kind "+quote(c.Name), help)
}

// looseKey reports a key that stands above the first header.
func (r *reader) looseKey(c *place.Node, name string) {
	for _, t := range []*Table{settingsTable, goalTable, kindByName["book"].table(), kindByName["talk"].table()} {
		if t.Key(name) != nil {
			r.report("misplaced-key", c.Key, fmt.Sprintf("%s stands above the first header", quote(c.Name)), fmt.Sprintf("move it below its header, like %s", headerOf(t.Name)))
			return
		}
	}
	if near := r.nearest(name, append(tableNames(), "version")); near == "version" {
		r.report("unknown-key", c.Key, "there is no "+quote(c.Name), `did you mean "version"?`)
		return
	}
	r.report("unknown-key", c.Key, fmt.Sprintf("there is no %s at the top of a log", quote(c.Name)), "only version = 1 stands above the first header")
}

func (k *Kind) table() *Table { return &k.Table }

// headerOf returns the header of a table as a log writes it.
func headerOf(name string) string {
	switch {
	case isMany(name):
		return "[[" + name + "]]"
	case name == "skill" || name == "rule":
		return "[" + name + ".NAME]"
	}
	return "[" + name + "]"
}

func kindNames() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.Name
	}
	return names
}

func tableNames() []string {
	return append(kindNames(), "goal", "pause", "settings", "preset", "skill", "rule", "badges", "cards")
}
