package change

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// thing is an entry on its way to the entry that it was, or is now.
type thing struct {
	entry *tracker.Entry
	pairs pairs
	print string
	met   bool
}

func (c *Change) thingsOf(l *tracker.Log) []*thing {
	all := make([]*thing, len(l.Entries))
	for i := range l.Entries {
		e := &l.Entries[i]
		p := pairsOf(e)
		all[i] = &thing{entry: e, pairs: p, print: p.print()}
		c.prints[e] = all[i].print
	}
	return all
}

// entries finds for each entry after the one that it was: one that says the
// same, else that of its id, else of its source, else the most alike of its
// kind and title, else the one of its kind and day whose title is nearly the
// same.
func (c *Change) entries() {
	before, after := c.thingsOf(c.before), c.thingsOf(c.after)
	sources := onlyOnce(before, after, func(t *thing) string { return t.entry.Field("source") })
	c.meet(before, after, func(t *thing) string { return t.print }, nil)
	c.meet(before, after, certification, nil)
	c.meet(before, after, func(t *thing) string { return t.entry.ID }, sameSort)
	c.meet(before, after, sources, nil)
	c.meet(before, after, func(t *thing) string { return kindAndName(t) + "\x00" + t.entry.When.String() }, nil)
	c.meet(before, after, kindAndName, notTwoIDs)
	c.meet(before, after, onlyOnce(open(before), open(after), kindAndDay), func(a, b *thing) bool { return notTwoIDs(a, b) && almostNamed(a, b) })
	for _, t := range open(after) {
		c.Added = append(c.Added, t.entry)
	}
	for _, t := range open(before) {
		c.Removed = append(c.Removed, t.entry)
	}
	slices.SortStableFunc(c.Added, c.compare)
	slices.SortStableFunc(c.Removed, c.compare)
	slices.SortStableFunc(c.Edited, func(a, b Edit) int { return c.compare(a.After, b.After) })
}

// open returns the things that have not met theirs.
func open(things []*thing) (rest []*thing) {
	for _, t := range things {
		if !t.met {
			rest = append(rest, t)
		}
	}
	return rest
}

// certification is the key of one of a credential's renewals.
func certification(t *thing) string {
	if t.entry.Kind.Name != "certification" || t.entry.ID == "" {
		return ""
	}
	return t.entry.ID + " " + t.entry.When.String()
}

// sameSort holds the ids of credentials, which are goals' neighbours, apart from
// those of entries.
func sameSort(a, b *thing) bool {
	return (a.entry.Kind.Name == "certification") == (b.entry.Kind.Name == "certification")
}

func kindAndName(t *thing) string {
	return t.entry.Kind.Name + "\x00" + t.entry.Activity + "\x00" + t.entry.Name()
}

func kindAndDay(t *thing) string {
	return t.entry.Kind.Name + "\x00" + t.entry.When.String()
}

// notTwoIDs refuses entries that say themselves that they are not one.
func notTwoIDs(a, b *thing) bool {
	return a.entry.ID == "" || b.entry.ID == "" || a.entry.ID == b.entry.ID
}

// almostNamed reports whether one title is the other mended.
func almostNamed(a, b *thing) bool {
	x, y := beginning(a.entry.Title), beginning(b.entry.Title)
	return x == "" || y == "" || tracker.Nearest(x, []string{y}) != ""
}

// beginning is as much of a title as is compared.
func beginning(title string) string {
	return strings.ToLower(title[:min(len(title), 60)])
}

// onlyOnce returns a key that only those things have that share it with no
// other on their side.
func onlyOnce(before, after []*thing, key func(*thing) string) func(*thing) string {
	var count [2]map[string]int
	for i, side := range [][]*thing{before, after} {
		count[i] = map[string]int{}
		for _, t := range side {
			count[i][key(t)]++
		}
	}
	return func(t *thing) string {
		if k := key(t); k != "" && count[0][k] == 1 && count[1][k] == 1 {
			return k
		}
		return ""
	}
}

// meet brings open things together that have a key in common; sound may refuse
// two.
func (c *Change) meet(before, after []*thing, key func(*thing) string, sound func(a, b *thing) bool) {
	groups := map[string]*[2][]*thing{}
	for i, side := range [][]*thing{open(before), open(after)} {
		for _, t := range side {
			k := key(t)
			if k == "" {
				continue
			}
			if groups[k] == nil {
				groups[k] = &[2][]*thing{}
			}
			groups[k][i] = append(groups[k][i], t)
		}
	}
	for _, k := range slices.Sorted(maps.Keys(groups)) {
		if g := groups[k]; len(g[0]) > 0 && len(g[1]) > 0 {
			c.pair(g[0], g[1], sound)
		}
	}
}

// mostPairs bounds how many pairs of a group are weighed.
const mostPairs = 40_000

// pair brings the most alike together: those with the fewest days between them,
// then with the fewest keys that differ. In a group that is too large for that
// they meet in the order of their days.
func (c *Change) pair(before, after []*thing, sound func(a, b *thing) bool) {
	for _, side := range [][]*thing{before, after} {
		slices.SortFunc(side, func(a, b *thing) int {
			return cmp.Or(cmp.Compare(a.entry.When.Last(), b.entry.When.Last()), cmp.Compare(a.print, b.print))
		})
	}
	if before[0].print == after[0].print || len(before)*len(after) > mostPairs {
		for i := range min(len(before), len(after)) {
			if sound == nil || sound(before[i], after[i]) {
				c.match(before[i], after[i])
			}
		}
		return
	}
	type couple struct {
		a, b       *thing
		days, keys int
	}
	var couples []couple
	for _, a := range before {
		for _, b := range after {
			if sound == nil || sound(a, b) {
				couples = append(couples, couple{a, b, apart(a.entry.When.Last(), b.entry.When.Last()), len(differ(a.pairs, b.pairs))})
			}
		}
	}
	slices.SortStableFunc(couples, func(x, y couple) int { return cmp.Or(cmp.Compare(x.days, y.days), cmp.Compare(x.keys, y.keys)) })
	for _, x := range couples {
		if !x.a.met && !x.b.met {
			c.match(x.a, x.b)
		}
	}
}

func apart(a, b civil.Date) int { return int(max(a-b, b-a)) }

func (c *Change) match(a, b *thing) {
	a.met, b.met = true, true
	c.origin[b.entry] = a.entry
	if a.print != b.print {
		c.edited[b.entry] = true
		c.Edited = append(c.Edited, Edit{a.entry, b.entry, differ(a.pairs, b.pairs)})
	}
}

// compare orders entries by their day, kind and name, and what else they say.
func (c *Change) compare(a, b *tracker.Entry) int {
	return cmp.Or(cmp.Compare(a.When.Last(), b.When.Last()), cmp.Compare(a.Kind.Name, b.Kind.Name),
		cmp.Compare(a.Name(), b.Name()), cmp.Compare(c.prints[a], c.prints[b]))
}
