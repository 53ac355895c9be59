package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
	"github.com/honelog/hone/internal/interop"
	"github.com/honelog/hone/internal/interop/sheet"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

type importFlags struct {
	kind, dates, credits   string
	maps, only             []string
	withNotes, all         bool
	yes, dryRun, mapsGiven bool
}

func (a *app) importCommand() *cobra.Command {
	var f importFlags
	var says strings.Builder
	var names []string
	for _, x := range interop.Formats() {
		names = append(names, x.Name)
		fmt.Fprintf(&says, "  %-16s %s\n", x.Name, x.Says)
	}
	c := &cobra.Command{
		Use: "import FORMAT FILE", GroupID: groupSetUp,
		Short: "Import what you already have: a spreadsheet, a reading log, badges, certificates",
		Long: "Import what you already have. New entries go into learning/import-FORMAT.toml, behind what\n" +
			"stands there; nothing else changes. An import again adds only what is new: each entry keeps\n" +
			"where it came from in \"source\". What has no date is left out and listed, never guessed.\n\n" +
			"The formats:\n" + says.String() + "\n" +
			"A spreadsheet's columns are guessed, and shown as a command to run with three entries;\n" +
			"nothing is written before you run that command, or say --yes. FILE may be - for stdin.",
		Example: "  hone import goodreads goodreads_library_export.csv --dry-run\n" +
			"  hone import csv cpe.csv\n" +
			"  hone import csv cpe.csv --kind webinar --map title=Activity --map date=Date --dates dmy",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 2 {
				return nil
			}
			if len(args) == 1 {
				if from, ok := interop.FormatOf(args[0]); ok {
					return usage("hone import %s takes a file, like: hone import %s %s", from.Name, from.Name, from.Like)
				}
			}
			return usage("hone import takes a format and a file, like: hone import goodreads goodreads_library_export.csv\nThe formats are %s.", strings.Join(names, ", "))
		},
		RunE: func(c *cobra.Command, args []string) error {
			f.mapsGiven = len(f.maps) > 0
			return a.importFile(c, args[0], args[1], f)
		},
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return names, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	flags := c.Flags()
	flags.StringVar(&f.kind, "kind", "", "csv: the `kind` of every row")
	flags.StringArrayVar(&f.maps, "map", nil, "csv: the column that a key is in, as `KEY=COLUMN` (repeatable)")
	flags.StringVar(&f.dates, "dates", "", "tables: the `order` in which days are written, dmy or mdy; excel reads day numbers, and Oct-23 as a month")
	flags.StringArrayVar(&f.only, "only", nil, "only what has this `name`: a shelf, a tag, or a conference (repeatable)")
	flags.BoolVar(&f.withNotes, "with-notes", false, "with reviews and private notes, which are left out otherwise")
	flags.StringVar(&f.credits, "credits", "", "open-badges: the `credential` that credits earned are for, or CRED.CATEGORY")
	flags.BoolVar(&f.yes, "yes", false, "csv: import as guessed, without showing it first")
	flags.BoolVar(&f.all, "all", false, "list every row that is left out")
	flags.BoolVar(&f.dryRun, "dry-run", false, "show the entries and write nothing")
	flags.SortFlags = false
	complete(c, "kind", kindNames()...)
	complete(c, "dates", "dmy", "mdy", "excel")
	return c
}

// importFile reads a file, and adds to the log what is new in it.
func (a *app) importFile(c *cobra.Command, format, file string, f importFlags) error {
	from, ok := interop.FormatOf(format)
	if !ok {
		return noSuchFormat(format)
	}
	options, err := f.options(c, from)
	if err != nil {
		return err
	}
	data, err := a.importData(file)
	if err != nil {
		return err
	}
	b, err := a.read(false)
	if err != nil {
		return err
	}
	if !f.dryRun { // the log is not to change between here and the end
		release, err := disk.Lock(b.where.Root)
		if err != nil {
			return ioError(err)
		}
		defer release()
		if b, err = a.newest(b); err != nil {
			return err
		}
	}
	if n := tracker.Errors(b.all); n > 0 {
		return exitError{exitNoWork, fmt.Sprintf("the log has %s to mend first; `hone check` shows them. Nothing was written", count(n, "fault", "faults"))}
	}
	if err := a.takesFiles(b, interop.FileOf(format)); err != nil {
		return err
	}
	if format == "csv" && (!f.mapsGiven || f.yes) {
		guess, faults := interop.GuessCSV(data, options, b.log.Credentials(b.today))
		if len(faults) > 0 {
			return a.importFaults(file, faults)
		}
		if !f.yes {
			return a.importGuess(b, file, data, guess)
		}
		options = guess.Options
	}
	if a.terminal && len(data) > 1<<20 {
		a.say("reading %s …", words.Plain(file))
	}
	r := from.Read(data, options)
	p := interop.NewPlan(r, format, b.log, b.files, knownZone)
	if len(p.Faults) > 0 {
		return a.importFaults(file, p.Faults)
	}
	return a.imported(b, file, r, p, f)
}

// imported writes what is new, and tells what was done and what was not.
func (a *app) imported(b *logbook, file string, r interop.Reading, p interop.Plan, f importFlags) error {
	after := b
	if p.Text != nil {
		var err error
		if after, err = a.parse(b.where, withFile(b.files, p.File, p.Text), false); err != nil {
			return err
		}
		if f.dryRun {
			if err := a.show("", shown(p.Text, lines{p.Line, len(p.Text)})); err != nil {
				return err
			}
		} else if err := a.importWrite(b, p); err != nil {
			return err
		}
	}
	a.importSummary(file, r, p, f)
	if p.Text != nil {
		a.effect(b, after)
		news := lines{p.Line, len(p.Text)}
		if w := findingsIn(after.all, p.File, news, tracker.Warning); len(w) > 0 {
			a.say("%s about them: `hone check`", count(len(w), "warning", "warnings"))
		}
	}
	return nil
}

// importWrite writes the file of an import, unless somebody changed it since it
// was read.
func (a *app) importWrite(b *logbook, p interop.Plan) error {
	var old []byte
	if at := fileAt(b.files, p.File); at >= 0 {
		old = b.files[at].Data
	}
	err := disk.Replace(b.where.Root, p.File, old, p.Text)
	if errors.Is(err, disk.ErrChanged) {
		return exitError{exitNoWork, fmt.Sprintf("%s changed meanwhile; nothing was written: import again", p.File)}
	}
	if err != nil {
		return ioError(err)
	}
	return nil
}

// withFile returns the files of a log with one more, or one changed.
func withFile(files []tracker.File, name string, data []byte) []tracker.File {
	files = slices.Clone(files)
	if at := fileAt(files, name); at >= 0 {
		files[at].Data = data
		return files
	}
	return append(files, tracker.File{Name: name, Data: data})
}

// options turns the flags into what a format takes, and refuses those that it
// does not.
func (f *importFlags) options(c *cobra.Command, from interop.Format) (o interop.Options, err error) {
	for _, name := range []string{"kind", "map", "dates", "only", "with-notes", "credits", "yes"} {
		takes := slices.Contains(from.Takes, name) || name == "yes" && from.Name == "csv"
		if c.Flags().Changed(name) && !takes {
			return o, usage("--%s is not for %s; it is for %s", name, from.Name, strings.Join(formatsWith(name), ", "))
		}
	}
	o = interop.Options{Kind: f.kind, Only: f.only, Notes: f.withNotes, Credits: f.credits}
	if f.kind != "" && tracker.KindOf(f.kind) == nil {
		if near := tracker.KindLike(f.kind); near != "" {
			return o, usage("there is no kind %q; did you mean %q?", f.kind, near)
		}
		return o, usage("there is no kind %q; the kinds are %s", f.kind, strings.Join(kindNames(), ", "))
	}
	for _, m := range f.maps {
		mapping, err := interop.ParseMapping(m)
		if err != nil {
			return o, usage("--map %v", err)
		}
		o.Map = append(o.Map, mapping)
	}
	if f.dates != "" {
		if o.Dates, err = sheet.ParseDates(f.dates); err != nil {
			return o, usage("--dates: %v", err)
		}
	}
	return o, nil
}

func formatsWith(flag string) (names []string) {
	for _, x := range interop.Formats() {
		if slices.Contains(x.Takes, flag) || flag == "yes" && x.Name == "csv" {
			names = append(names, x.Name)
		}
	}
	return names
}

func noSuchFormat(name string) error {
	var names []string
	for _, x := range interop.Formats() {
		names = append(names, x.Name)
	}
	if near := tracker.Nearest(strings.ToLower(name), names); near != "" {
		return usage("there is no format %q; did you mean %q?", name, near)
	}
	return usage("there is no format %q; the formats are %s", name, strings.Join(names, ", "))
}

// importData reads the file to import: at most a byte more than is taken.
func (a *app) importData(file string) ([]byte, error) {
	in := a.stdin
	if file != "-" {
		f, err := os.Open(a.below(file))
		if err != nil {
			return nil, ioError(err)
		}
		defer f.Close()
		if info, err := f.Stat(); err != nil || info.IsDir() {
			return nil, exitError{exitNoWork, fmt.Sprintf("%s is a folder; name the file in it", words.Plain(file))}
		}
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, sheet.MaxBytes+1))
	if err != nil {
		return nil, ioError(err)
	}
	return data, nil
}

// takesFiles refuses an import into a file that would not be read as part of
// the log.
func (a *app) takesFiles(b *logbook, name string) error {
	if slices.Contains(b.names(), name) {
		return nil
	}
	if b.where.Named {
		return exitError{exitNoWork, fmt.Sprintf("%s is the place for it, and not part of the log that --log names; name the folder", name)}
	}
	if _, err := disk.ReadFile(b.where.Root, name); !errors.Is(err, fs.ErrNotExist) {
		return exitError{exitNoWork, fmt.Sprintf("%s is there, and no file that hone reads; move it away", name)}
	}
	return nil
}
