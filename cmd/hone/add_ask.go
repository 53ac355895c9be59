package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// levels are the words for the scores from 1 to 5.
var levels = [...]string{"novice", "advanced beginner", "competent", "proficient", "expert"}

// fillIn asks for what an entry lacks, and for names that are none. Where
// nobody can be asked it names the flags, and the check tells of the names.
func (a *app) fillIn(b *logbook, w *wish) error {
	q := a.asking()
	if q == nil {
		return w.complete()
	}
	for _, key := range w.lacks() {
		if key.Type == tracker.DateType {
			continue
		}
		values, err := q.valuesOf(key, b, *w)
		if err != nil {
			return err
		}
		w.given[key.Name] = values
	}
	if err := w.complete(); err != nil {
		return err
	}
	if err := q.meant(w.given, "skills", "skill", b.skills(), ""); err != nil {
		return err
	}
	return q.meant(w.given, "credits", "credential", b.credentials(), ".=")
}

// valuesOf asks for the value of a key.
func (q *asker) valuesOf(key *tracker.Key, b *logbook, w wish) ([]string, error) {
	label := strings.TrimSuffix(words.Sentence(key.Name), ".")
	if key.Name != "title" {
		label += ", " + key.Says
	}
	switch {
	case key.Type == tracker.ScoresType:
		return q.scores(b.scores(w))
	case len(key.Choices) > 0:
		at, err := q.choice(label, key.Choices, 0)
		if err != nil {
			return nil, err
		}
		return []string{key.Choices[at]}, nil
	}
	s, err := q.text(label, "", func(s string) error { return faultOf(w.kind, key, s) })
	return []string{s}, err
}

// faultOf says how to mend a text that a key does not take.
func faultOf(k *tracker.Kind, key *tracker.Key, s string) error {
	entry := fmt.Sprintf("[[%s]]\n%s = %s\n", k.Name, key.Name, tracker.Quote(s))
	_, findings := tracker.Parse([]tracker.File{{Name: "learning.toml", Data: []byte(entry)}}, nil)
	for _, f := range findings {
		if f.Line == 2 && f.Severity == tracker.Error {
			return errors.New(f.Help)
		}
	}
	return nil
}

// scores asks for a score of each area. An empty answer keeps the last one.
func (q *asker) scores(last map[tracker.Area]int) (given []string, err error) {
	fmt.Fprintln(q.out, "Where do you stand?")
	for i, level := range levels {
		fmt.Fprintf(q.out, "%3d  %s\n", i+1, level)
	}
	fmt.Fprintln(q.out, "Enter keeps the score of last time, in brackets; - leaves an area out.")
	for a := tracker.Area(0); a < tracker.NumAreas; {
		question := a.Title() + ": "
		if last[a] > 0 {
			question = fmt.Sprintf("%s [%d]: ", a.Title(), last[a])
		}
		s, err := q.line(question)
		if err != nil {
			return nil, err
		}
		score := last[a]
		if s != "" && s != "-" {
			if score = scoreOf(s); score == 0 {
				fmt.Fprintln(q.out, "  write a number from 1 to 5")
				continue
			}
		}
		if score > 0 && s != "-" {
			given = append(given, fmt.Sprintf("%s=%d", a, score))
		}
		if a++; a == tracker.NumAreas && len(given) == 0 {
			fmt.Fprintln(q.out, "  score one area at least, or stop with Ctrl-C")
			a = 0
		}
	}
	return given, nil
}

// scoreOf reads a score, as a number or as its word; 0 is none.
func scoreOf(s string) int {
	if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= len(levels) {
		return n
	}
	return 1 + beginning(s, levels[:])
}

// scores returns the last score of each area in assessments of the same view.
func (b *logbook) scores(w wish) map[tracker.Area]int {
	by := "self"
	if v := w.given["by"]; len(v) > 0 {
		by = v[len(v)-1]
	}
	last, when := map[tracker.Area]int{}, map[tracker.Area]tracker.Day{}
	for i := range b.log.Entries {
		e := &b.log.Entries[i]
		if e.By != by || !e.Counts() {
			continue
		}
		for _, s := range e.Scores {
			if !when[s.Area].Set || e.When.Last() >= when[s.Area].Last() {
				last[s.Area], when[s.Area] = s.Score, e.When
			}
		}
	}
	return last
}

// meant asks, for each name among a key's values that is not known, whether the
// nearest one was meant. A name ends before one of the letters in ends.
func (q *asker) meant(given map[string][]string, key, what string, known []string, ends string) error {
	var all []string
	for _, v := range given[key] {
		for _, item := range strings.Split(v, ",") {
			item = strings.TrimSpace(item)
			name, rest := item, ""
			if i := strings.IndexAny(item, ends); i >= 0 {
				name, rest = item[:i], item[i:]
			}
			if name != "" && !slices.Contains(known, name) {
				if near := tracker.Nearest(strings.ToLower(name), known); near != "" {
					is, err := q.yes(doubt(what, name, near))
					if err != nil {
						return err
					}
					if is {
						item = near + rest
					}
				}
			}
			all = append(all, item)
		}
	}
	if len(all) > 0 {
		given[key] = all
	}
	return nil
}

// doubt is the question whether another name was meant.
func doubt(what, name, near string) string {
	return fmt.Sprintf("There is no %s %q. Did you mean %q?", what, words.Plain(name), near)
}

// skills returns the names of all skills: areas, those within them, one's own.
func (b *logbook) skills() []string {
	names := tracker.AreaNames()
	for a := tracker.Area(0); a < tracker.NumAreas; a++ {
		names = append(names, a.Skills()...)
	}
	for _, s := range b.log.Skills {
		names = append(names, s.Name)
	}
	return names
}

// credentials returns the ids of the credentials that are held.
func (b *logbook) credentials() (ids []string) {
	for _, c := range b.log.Credentials(b.today) {
		ids = append(ids, c.ID)
	}
	return ids
}
