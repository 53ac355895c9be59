package nudge

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker/civil"
)

// seen is an issue of ours, with what its body says.
type seen struct {
	Issue
	body
}

// dismissed reports whether a person closed the issue, rather than us. An issue
// that we closed, and a person opened and closed again on a later day, counts
// as theirs; a day is allowed for a run around midnight.
func (i *seen) dismissed() bool {
	if i.Open {
		return false
	}
	shut, ok := i.state.Shut.date()
	return i.state.Phase == phaseOpen || ok && i.Closed > shut+1
}

// held reports whether a person opened again what we had closed.
func (i *seen) held() bool { return i.Open && i.state.Phase == phaseClosed }

// issuesOf are the issues for one key.
type issuesOf struct {
	open   []*seen // the oldest first
	closed []*seen // the one closed last comes last; no duplicates that we closed
}

// claims reports whether a later version of hone looks after the open issue.
func (f *issuesOf) claimed() bool {
	return slices.ContainsFunc(f.open, func(i *seen) bool { return i.marked && !i.known })
}

// sortOut finds the issues of a log's name by their markers. What is not
// trusted, or is another's, is passed over.
func sortOut(w *Want, issues []Issue) map[Key]*issuesOf {
	found := map[Key]*issuesOf{}
	titles := titlesOf(w)
	for _, issue := range issues {
		i := &seen{issue, readBody(issue.Body)}
		if !i.marked {
			key, ok := titles.keyOf(issue)
			if !ok {
				continue
			}
			i.state = state{Key: key, Phase: phaseOpen}
		}
		if !issue.Trusted || i.state.Name != w.Name {
			continue
		}
		f := found[i.state.Key]
		if f == nil {
			f = &issuesOf{}
			found[i.state.Key] = f
		}
		switch {
		case i.Open:
			f.open = append(f.open, i)
		case i.marked && !i.known || i.state.Phase == phaseClosed && i.state.Why == whyDuplicate && !i.dismissed():
		default:
			f.closed = append(f.closed, i)
		}
	}
	for _, f := range found {
		slices.SortFunc(f.open, func(a, b *seen) int { return cmp.Compare(a.Number, b.Number) })
		slices.SortFunc(f.closed, func(a, b *seen) int {
			return cmp.Or(cmp.Compare(a.Closed, b.Closed), cmp.Compare(a.Number, b.Number))
		})
	}
	return found
}

// titles knows the issues of today's goals and credentials by the beginning of
// their titles, for one whose marker a person took away.
type titles map[string][]Key

var titleEnd = regexp.MustCompile(`^(.{1,40} to catch up|.{1,40} by [0-9]{1,2} [A-Z][a-z]{2}|(renew by|expired on) [0-9]{1,2} [A-Z][a-z]{2} [0-9]{4})$`)

func titlesOf(w *Want) titles {
	t := titles{}
	add := func(title string, k Key) {
		title = titled(w.Name, cut(words.Plain(title), maxTitle))
		t[title] = append(t[title], k)
	}
	for i := range w.Goals {
		add(w.Goals[i].Title, Key{w.Name, OfGoal, w.Goals[i].ID})
	}
	for i := range w.Credentials {
		add(w.Credentials[i].Title, Key{w.Name, OfCredential, w.Credentials[i].ID})
	}
	return t
}

// keyOf returns the key of an issue that we wrote, by its title. ok is false
// where the title is not exactly one of ours.
func (t titles) keyOf(i Issue) (k Key, ok bool) {
	at := strings.LastIndex(i.Title, ": ")
	if !i.Ours || at < 0 || !titleEnd.MatchString(i.Title[at+2:]) {
		return Key{}, false
	}
	if keys := t[i.Title[:at]]; len(keys) == 1 {
		return keys[0], true
	}
	return Key{}, false
}

// recent returns the issue that we closed last, if that was not long ago.
func (f *issuesOf) recent(today civil.Date) *seen {
	for _, i := range slices.Backward(f.closed) {
		if i.known && !i.dismissed() {
			if i.Closed+reopenDays > today {
				return i
			}
			return nil
		}
	}
	return nil
}
