package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/export"
	"github.com/honelog/hone/internal/render"
	"github.com/honelog/hone/tracker"
	"github.com/honelog/hone/tracker/civil"
)

// exportFlags say what of the log goes out, and where. An empty one is not given.
type exportFlags struct {
	year        int
	from, until string
	private     bool
	name, url   string
	output      string
}

// exports are the formats that a log can be written in.
var exports = []struct {
	name, says string
	write      func(*tracker.Log, export.Options) []byte
}{
	{"json", "the whole log, as other programs like it", export.JSON},
	{"csv", "a row for each entry, for spreadsheets", export.CSV},
	{"json-resume", "credentials, voluntary work, talks and projects for a JSON Resume", export.Resume},
	{"ics", "due dates, expiries and planned entries as a calendar", export.ICS},
	{"atom", "what was done, as a feed", export.Atom},
	{"review", "what you learned in a year, in Markdown", export.Review},
}

func (a *app) exportCommand() *cobra.Command {
	var f exportFlags
	var names, list []string
	for _, x := range exports {
		names = append(names, x.name)
		list = append(list, fmt.Sprintf("  %-12s %s", x.name, x.says))
	}
	c := &cobra.Command{
		Use: "export FORMAT", GroupID: groupCloser,
		Short: "Write the log for other programs: a spreadsheet, a calendar, a feed, a review",
		Long: "Write the log in another format:\n\n" + strings.Join(list, "\n") + "\n\n" +
			"Nothing private goes out, unless --with-private says so. A year or a span picks entries by the day\n" +
			"they count on, and events of a calendar by theirs; a review is of this year, the rest of everything.",
		Example: "  hone export csv -o learning.csv\n  hone export ics -o learning.ics\n  hone export review --year 2026\n" +
			"  hone export json --from 2026-01-01 --until 2026-06-30 --with-private",
		Args:              exactly(1, "a format"),
		RunE:              func(_ *cobra.Command, args []string) error { return a.export(args[0], f) },
		ValidArgsFunction: cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp),
	}
	flags := c.Flags()
	flags.StringVarP(&f.output, "output", "o", "", "write to this `file` instead")
	flags.IntVar(&f.year, "year", 0, "only this calendar `year`")
	flags.StringVar(&f.from, "from", "", "only from this `day` on")
	flags.StringVar(&f.until, "until", "", "only up to this `day`")
	flags.BoolVar(&f.private, "with-private", false, "what is private too")
	flags.StringVar(&f.name, "name", "", "whose log it is: a `name` for a calendar, a feed or a résumé")
	flags.StringVar(&f.url, "url", "", "the `address` at which a feed will be found")
	flags.SortFlags = false
	return c
}

func (a *app) export(format string, f exportFlags) error {
	var write func(*tracker.Log, export.Options) []byte
	var names []string
	for _, x := range exports {
		if names = append(names, x.name); x.name == format {
			write = x.write
		}
	}
	if write == nil {
		if near := tracker.Nearest(strings.ToLower(format), names); near != "" {
			return usage("there is no format %q: did you mean %q?", format, near)
		}
		return usage("there is no format %q: write %s", format, strings.Join(names, ", "))
	}
	span, err := f.span()
	if err != nil {
		return err
	}
	if f.url != "" && !strings.HasPrefix(f.url, "https://") && !strings.HasPrefix(f.url, "http://") {
		return usage("--url %q: write a whole address that begins with https://", f.url)
	}
	switch {
	case f.url != "" && format != "atom":
		return usage("--url is not for %s; it is for atom", format)
	case f.name != "" && format != "atom" && format != "ics" && format != "json-resume":
		return usage("--name is not for %s; it is for json-resume, ics, atom", format)
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if tracker.Errors(b.findings) > 0 {
		fmt.Fprintln(a.stderr, render.FindingsText(b.findings, b.line, render.Paint{}))
		return exitError{exitFailOn, "nothing was written: mend the errors first"}
	}
	o := export.Options{Today: b.today, Span: span, Private: f.private, Name: f.name, URL: f.url}
	if err := a.write(f.output, write(b.log, o)); err != nil {
		return err
	}
	switch n := o.LeftOut(b.log); {
	case n == 1:
		a.say("1 private entry is left out; --with-private takes it in.")
	case n > 1:
		a.say("%d private entries are left out; --with-private takes them in.", n)
	}
	return nil
}

// span is the span that the flags ask for, or nil.
func (f *exportFlags) span() (*tracker.Stretch, error) {
	if f.year != 0 {
		switch {
		case f.from != "" || f.until != "":
			return nil, usage("--year is a span itself: leave out --from and --until")
		case f.year < 1000 || f.year > 9999:
			return nil, usage("--year %d: write a year of four digits, like 2025", f.year)
		}
		return &tracker.Stretch{From: civil.Of(f.year, 1, 1), Until: civil.Of(f.year, 12, 31)}, nil
	}
	if f.from == "" && f.until == "" {
		return nil, nil
	}
	s := tracker.Stretch{From: civil.Of(1, 1, 1), Until: civil.Of(9999, 12, 31)}
	for _, day := range []struct {
		flag, text string
		to         *civil.Date
	}{{"--from", f.from, &s.From}, {"--until", f.until, &s.Until}} {
		if day.text == "" {
			continue
		}
		d, err := civil.Parse(day.text)
		if err != nil {
			return nil, usage("%s: %v", day.flag, err)
		}
		*day.to = d
	}
	if s.Until < s.From {
		return nil, usage("--until %s is before --from %s: swap them", f.until, f.from)
	}
	return &s, nil
}
