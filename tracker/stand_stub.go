package tracker

import "github.com/honelog/hone/tracker/civil"

// goalStart returns the day from which a goal expects anything: its first from,
// else the log's start.
func (l *Log) goalStart(g *Goal) (civil.Date, bool) {
	if d := &g.Definitions[0]; d.HasFrom {
		return d.From, true
	}
	return l.Settings.Start, l.Settings.HasStart
}
