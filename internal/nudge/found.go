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
// that we closed, and a person opened and closed again on a later day, or as not
// planned where we had closed it as done, counts as theirs; a day is allowed for
// a run around midnight.
func (i *seen) dismissed() bool {
	if i.Open {
		return false
	}
	shut, ok := i.state.Shut.date()
	return i.state.Phase == phaseOpen || ok && i.Closed > shut+1 || i.state.As == Completed && i.Reason == NotPlanned
}

// held reports whether a person opened again what we had closed.
func (i *seen) held() bool { return i.Open && i.state.Phase == phaseClosed }

// takenOut reports whether a person took our part out of an open issue: its
// body is left alone.
func (i *seen) takenOut() bool { return i.marked && !i.region && i.Open && !i.held() }

// asDone reports whether a person closed the issue as done, rather than as not
// planned, and has not been asked about it again.
func (i *seen) asDone() bool {
	return i.dismissed() && (i.Reason == Completed || i.Reason == "") && !i.state.Again
}

// adoptable reports whether an issue without a marker can be one that we wrote, if
// its title is: a person whose token we have writes issues too, and those are
// never ours to close.
func (i *seen) adoptable() bool { return i.Ours && (i.Bot || i.Labelled && i.region) }

// tellsOf reports whether an issue is about a goal or credential, alone or among
// others.
func (i *seen) tellsOf(id string) bool {
	return i.state.Of != OfAll || i.state.In == "" || slices.Contains(strings.Fields(i.state.In), id)
}

// snoozed reports whether a person silenced the issue, on a day.
func (i *seen) snoozed(today civil.Date) bool {
	until, ok := i.state.Snooze.date()
	return i.Snoozed || ok && today <= until
}

// issuesOf are the issues for one key.
type issuesOf struct {
	open   []*seen // the oldest first
	closed []*seen // the one closed last comes last; no duplicates that we closed
}

// all returns the issues for a key, if there are any.
func (f *issuesOf) all() []*seen {
	if f == nil {
		return nil
	}
	return slices.Concat(f.open, f.closed)
}

// claimed reports whether a later version of hone looks after the open issue.
func (f *issuesOf) claimed() bool {
	return slices.ContainsFunc(f.open, func(i *seen) bool { return i.marked && !i.known })
}

// sortOut finds the issues of a log's name by their markers. What is not
// trusted, or is another's, is passed over.
func sortOut(w *Want, issues []Issue) map[Key]*issuesOf {
	found := map[Key]*issuesOf{}
	titles := titlesOf(w)
	digest := digestTitle(w.Name)
	for _, issue := range issues {
		i := &seen{issue, readBody(issue.Body)}
		if !i.marked {
			key, ok := titles.keyOf(issue.Title)
			if issue.Title == digest {
				key, ok = Key{w.Name, OfAll, OfAll}, true
			}
			if !ok || !i.adoptable() {
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

// keyOf returns the key that a title speaks of. ok is false where it is not
// exactly one of ours.
func (t titles) keyOf(title string) (k Key, ok bool) {
	at := strings.LastIndex(title, ": ")
	if at < 0 || !titleEnd.MatchString(title[at+2:]) {
		return Key{}, false
	}
	if keys := t[title[:at]]; len(keys) == 1 {
		return keys[0], true
	}
	return Key{}, false
}

// recent returns the issue that was closed last, if that was not long ago and
// not by a person who wanted no more of it.
func (f *issuesOf) recent(today civil.Date) *seen {
	for _, i := range slices.Backward(f.closed) {
		switch {
		case !i.known:
		case i.dismissed() && !i.asDone() || i.Closed+reopenDays <= today:
			return nil
		default:
			return i
		}
	}
	return nil
}

// lastNotice returns the last day on which people were told of any issue that
// a marker of ours is believed in, whatever the log's name.
func lastNotice(issues []Issue) (last civil.Date, ok bool) {
	for _, i := range issues {
		b := readBody(i.Body)
		if d, is := b.state.notified(); i.Trusted && b.known && is && (!ok || d > last) {
			last, ok = d, true
		}
	}
	return last, ok
}
