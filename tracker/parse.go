package tracker

import (
	"bytes"
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
		names: map[string]string{}, zone: zone, singles: map[string]Place{}, ids: map[string]Place{}, told: map[*place.Fault]bool{}, doubt: map[string]bool{}, maybe: map[string]bool{},
	}
	for i := range r.log.wishes {
		r.log.wishes[i] = One
	}
	files = slices.Clone(files)
	slices.SortStableFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	size, tables := 0, 0
	r.makeRoom(files)
	for _, f := range files {
		src := place.NewSource(f.Name, f.Data)
		r.log.sources = append(r.log.sources, src)
		r.log.Files++
		r.file, r.perFile = int32(r.log.Files), 0
		if size += len(f.Data); size > place.MaxLog {
			r.limit(place.Span{}, "the log is larger than 64 MB")
			continue
		}
		r.doc = nil // the last file's need not be kept beside this one's
		r.doc = place.Read(src, rules)
		if tables += r.doc.Tables; tables > place.MaxTables {
			r.limit(place.Span{}, "the log has more than 200,000 entries")
			continue
		}
		r.root()
	}
	r.doc = nil
	r.resolve()
	return r.log, r.log.markPrivate(Sort(r.findings))
}

// makeRoom sets aside the memory for the entries, so that they need not move.
func (r *reader) makeRoom(files []File) {
	n := 0
	for _, f := range files {
		n += bytes.Count(f.Data, []byte("\n[["))
	}
	r.log.Entries = make([]Entry, 0, min(n+1, place.MaxTables))
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
	r.log.settingsFault = r.log.settingsFault || touchesGoals(name)
	r.lose(name)
	src := r.log.sources[first.file-1]
	line, _ := src.Position(int(first.span.Start))
	r.report("duplicate-settings", at, fmt.Sprintf("%s stands twice in this log", quote(name)), fmt.Sprintf("keep one: the other is at %s:%d", shown(src.Name), line))
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

// tooMany reports tables beyond the limits of a log, once.
func (r *reader) tooMany(c *place.Node) bool {
	most, what := most(c.Name)
	before := r.entries
	switch c.Name {
	case "goal":
		before = len(r.goals)
	case "pause":
		before = len(r.log.Pauses)
	default:
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
	r.limit(at, what)
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
	r.mayDefine(near, raw)
	help := "the kinds are " + list(kindNames(), "and") + `; anything else is an [[activity]] with a kind of your own`
	if near != "" {
		help = "write " + headerOf(near)
	}
	if c.Kind != place.List {
		r.report("unknown-kind", c.Key, "there is no kind "+quote(c.Name), help)
		return
	}
	last := place.Span{Start: -1}
	for e := range r.doc.Tree.Children(c) {
		if e.Key != last { // those of a list in one line are one
			r.report("unknown-kind", e.Key, "there is no kind "+quote(c.Name), help)
		}
		if last = e.Key; !e.Headed() {
			break
		}
	}
}

// mayDefine takes note of the names that a table of an unknown kind would
// define under its right name.
func (r *reader) mayDefine(near string, raw any) {
	if near == "settings" || near == "preset" {
		r.lose(near)
	}
	tables := tablesOf(raw)
	if m, ok := raw.(map[string]any); ok {
		tables = append(tables, m)
	}
	for _, m := range tables {
		for key, v := range m {
			if name, ok := v.(string); ok && (key == "id" || key == "kind") {
				r.maybe[name] = true
			} else if _, ok := v.(map[string]any); ok {
				r.maybe[key] = true
			}
		}
	}
}

// looseKey reports a key that stands above the first header.
func (r *reader) looseKey(c *place.Node, name string) {
	for _, t := range []*Table{settingsTable, goalTable, kindByName["book"].table(), kindByName["talk"].table(), badgesTable, cardsTable} {
		if t.Key(name) != nil {
			r.report("misplaced-key", c.Key, fmt.Sprintf("%s stands above the first header", quote(c.Name)), fmt.Sprintf("move it below its header, like %s", headerOf(t.Name)))
			return
		}
	}
	if near := r.nearest(name, append(slices.Clip(tableNames()), "version")); near == "version" {
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

func kindNames() []string { return kindsNamed }

func tableNames() []string { return tablesNamed }

var kindsNamed, tablesNamed = func() (names, all []string) {
	for _, k := range kinds {
		names = append(names, k.Name)
	}
	return names, append(slices.Clip(names), "goal", "pause", "settings", "preset", "skill", "rule", "badges", "cards")
}()
