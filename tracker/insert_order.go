package tracker

// siblingsOf returns the blocks among which a block is put in order, with their
// days: entries among those of their kind where the text keeps kinds apart, and
// among all entries where it does not; others, as pauses, among their own.
func siblingsOf(text []byte, blocks []block, b Block) (siblings []int, dates []Day) {
	l, _ := Parse([]File{{Name: "log.toml", Data: text}}, nil)
	days := map[int]Day{}
	for i := range l.Entries {
		e := &l.Entries[i]
		when := e.When
		if !when.Set { // what is not done stands where it was begun
			when = e.Begun
		}
		days[int(e.at.span.Start)] = when
	}
	for i := range l.Pauses {
		if p := &l.Pauses[i]; !p.faulty {
			days[int(p.at.span.Start)] = OnDay(p.From)
		}
	}
	own := kindByName[b.Table] == nil || keptApart(blocks, days)
	for i, x := range blocks {
		if x.array && (x.name == b.Table || !own && kindByName[x.name] != nil) {
			siblings = append(siblings, i)
			dates = append(dates, days[x.header])
		}
	}
	return siblings, dates
}

// keptApart reports whether a text keeps the entries of each kind together, and
// not all of them by date: there are several kinds, none comes back after
// another, and the days go up as well as down. Where no kind has two entries,
// one step down is enough: that is a list of books, and one of certifications
// behind it, rather than a diary.
func keptApart(blocks []block, days map[int]Day) bool {
	seen, twice := map[string]bool{}, false
	previous := ""
	var dates []Day
	for _, x := range blocks {
		if kindByName[x.name] == nil {
			continue
		}
		if seen[x.name] && previous != x.name {
			return false
		}
		twice = twice || seen[x.name]
		seen[x.name] = true
		previous = x.name
		dates = append(dates, days[x.header])
	}
	up, down := turns(dates)
	return len(seen) > 1 && down > 0 && (up > 0 || !twice)
}

// newestFirst reports whether days mostly go down.
func newestFirst(dates []Day) bool {
	up, down := turns(dates)
	return down > up
}

// turns counts how often days go up and down from one to the next.
func turns(dates []Day) (up, down int) {
	var last Day
	for _, d := range dates {
		if !d.Set {
			continue
		}
		if last.Set && d.Last() > last.Last() {
			up++
		} else if last.Set && d.Last() < last.Last() {
			down++
		}
		last = d
	}
	return up, down
}
