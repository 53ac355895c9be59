package run

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"github.com/honelog/hone/internal/forge"
	"github.com/honelog/hone/internal/repo"
	"github.com/honelog/hone/internal/words"
	"github.com/honelog/hone/tracker"
)

// entryMessage begins the message of a commit with an entry.
const entryMessage = "Add a learning entry"

// Addition says what to add to a log from its files as they stand, named from
// the log's root. It is asked again whenever the log has changed. A path that
// is taken by something else than a file of the log is shown to it as an empty
// one, so that it finds another name.
type Addition func(log []tracker.File) (Added, error)

// Added is what to add.
type Added struct {
	Files map[string][]byte // new ones, named from the log's root
	There string            // the file that has it already; empty: it is new

	Private bool // it is kept from the public: no text names its files
}

// Person is whose entry it is. The zero Person is nobody.
type Person struct {
	Login string
	ID    int64
}

// Recorded is where an entry went.
type Recorded struct {
	Files  []string // it stands in, from the repository's root
	There  bool     // it was there already, and nothing was written
	Commit string   // that holds it; empty: none of ours
	Pull   int      // the pull request that it waits in; 0: none
	Held   bool     // a person closed that, so it stays closed
	URL    string   // of the commit or the pull request
	Plan   *Plan    // with it; nil in a pull request
	Late   error    // pictures on a branch of their own that have to wait for the next run; the entry stands
	Stale  error    // why a pull request in which the entry waited is still open; the entry stands
}

// Record adds an entry to the log, exactly once, in the way that the inputs
// name, together with the pictures that it changes. Where the branch is
// protected it waits in a pull request of its own; key, of small letters,
// digits and dashes, is what that is known by. Such a one holds the entry alone:
// two with pictures would stand in each other's way. A log with errors takes
// none: [ErrInvalid].
func Record(ctx context.Context, w Where, in Inputs, clock Clock, key string, by Person, add Addition) (Recorded, error) {
	if in.DryRun {
		return Recorded{}, errors.New("a dry run adds nothing")
	}
	if key == "" || len(key) > 40 || strings.Trim(key, "abcdefghijklmnopqrstuvwxyz0123456789-") != "" {
		return Recorded{}, fmt.Errorf("%q cannot be what an entry is known by: use small letters, digits and dashes", key)
	}
	via, err := w.publisher(in, clock)
	if err != nil {
		return Recorded{}, err
	}
	r := &recording{work: work{Where: w, in: in, clock: clock, via: via}, key: key, add: add, message: entryMessage + "\n"}
	if by != (Person{}) {
		credit, err := forge.CoAuthor(by.Login, by.ID, w.Server)
		if err != nil {
			return Recorded{}, err
		}
		r.message += "\n" + credit + "\n"
	}
	if in.Publish == "pull-request" {
		return r.propose(ctx)
	}
	done, err := r.commit(ctx)
	if err == nil && done.Commit != "" {
		done.Stale = r.withdraw(ctx)
	}
	if !isProtected(err) || w.Forge == nil {
		return done, err
	}
	done, failed := r.propose(ctx)
	if failed != nil {
		return Recorded{}, fmt.Errorf("%w; and a pull request could not be made: %w", err, failed)
	}
	return done, nil
}

// recording is a Record on its way.
type recording struct {
	work
	key     string
	add     Addition
	message string

	files   []string // from the repository's root, that have the entry, or are to
	there   bool
	private bool // nothing may name them
}

// commit puts the entry on the log's branch.
func (r *recording) commit(ctx context.Context) (Recorded, error) {
	result, err := r.via.Publish(ctx, r.Branch, false, r.changeWithEntry)
	if err != nil {
		return Recorded{}, err
	}
	done := Recorded{Files: r.files, There: r.there && !result.Changed(), Plan: r.done.Plan}
	if result.Changed() {
		done.Files = slices.DeleteFunc(slices.Clone(result.Written), func(name string) bool { return !isLogFile(name, r.Root, r.in.Log) })
		done.Commit, done.URL = result.Commit, fmt.Sprintf("%s/commit/%s", r.URL(), result.Commit)
	}
	if r.apart() && !done.There {
		done.Late = r.publishPictures(ctx)
	}
	return done, nil
}

// changeWithEntry is the entry with all that it changes.
func (r *recording) changeWithEntry(tip Tip) (repo.Change, error) {
	entry, log, err := r.entry(tip)
	if err != nil || r.there {
		return repo.Change{}, err
	}
	m, err := r.materialOf(tip, log)
	if err != nil {
		return repo.Change{}, err
	}
	if m.Status, err = readIfThere(tip, r.statusFile()); err != nil {
		return repo.Change{}, err
	}
	if err := r.make(m); err != nil {
		return repo.Change{}, err
	}
	change := repo.Change{Write: entry, Message: r.message}
	if r.apart() {
		if r.done.Plan.Readme != nil {
			change.Write[r.in.Readme] = r.done.Plan.Readme
		}
		return change, nil
	}
	maps.Copy(change.Write, r.done.Plan.Files(r.in))
	change.Remove, err = staleFiles(tip, r.in, r.done.Plan.Pictures)
	return change, err
}

// maxNames is how often an entry is asked for another name.
const maxNames = 5

// entry asks for the entry, and returns its files and the log with them. It
// overwrites nothing.
func (r *recording) entry(tip Tip) (entry map[string][]byte, log []logFile, err error) {
	root, err := r.root()
	if err != nil {
		return nil, nil, err
	}
	log, err = r.log(tip)
	if err != nil {
		return nil, nil, err
	}
	var seen []tracker.File
	for _, f := range log {
		seen = append(seen, tracker.File{Name: strings.TrimPrefix(f.path, slash(root)), Data: f.data})
	}
	r.files, r.there, r.private = nil, false, false
	for range maxNames {
		added, err := r.add(slices.Clone(seen))
		if err != nil {
			return nil, nil, err
		}
		if added.There != "" {
			r.files, r.there = []string{path.Join(root, added.There)}, true
			return nil, log, nil
		}
		entry, taken := map[string][]byte{}, false
		for _, name := range slices.Sorted(maps.Keys(added.Files)) {
			file := path.Join(root, name)
			if !isLogFile(file, r.Root, r.in.Log) {
				return nil, nil, fmt.Errorf("%s would be no file of the log: name one such as learning/2026/2026-01-31-title.toml", file)
			}
			_, err := tip.ReadFile(file)
			if !errors.Is(err, fs.ErrNotExist) {
				taken = true
				seen = append(seen, tracker.File{Name: name})
			}
			entry[file] = added.Files[name]
		}
		if len(entry) == 0 {
			return nil, nil, errors.New("an entry without a file")
		}
		if taken {
			continue
		}
		r.private = added.Private
		for _, file := range slices.Sorted(maps.Keys(entry)) {
			r.files = append(r.files, file)
			log = append(log, logFile{file, entry[file]})
		}
		slices.SortFunc(log, func(a, b logFile) int { return strings.Compare(a.path, b.path) })
		return entry, log, nil
	}
	return nil, nil, errors.New("every name for the file is taken: choose another title")
}

// root is the folder of the log that new files go into.
func (r *recording) root() (string, error) {
	if len(r.in.Log) == 0 {
		return r.Root, nil
	}
	for _, p := range r.in.Log {
		if p == "." {
			return "", nil
		}
		if path.Ext(p) != ".toml" {
			return p, nil
		}
	}
	return "", errors.New("the input log names files only, so a new one would not be read: name the folder that they are in")
}

// proposal is the pull request in which the entry waits where it has to.
func (r *recording) proposal() forge.Proposal {
	return forge.Proposal{Base: r.Branch, Head: "hone/entry-" + r.key, Messages: []string{entryMessage}}
}

// withdraw closes the pull request in which an entry waited that is on the branch
// now. A token that may not see pull requests has made none.
func (r *recording) withdraw(ctx context.Context) error {
	if r.Forge == nil {
		return nil
	}
	client, err := r.client(r.in)
	if err == nil {
		err = client.Withdraw(ctx, r.proposal())
	}
	if err != nil && mayNot(err) {
		return nil
	}
	return err
}

// propose has a pull request hold the entry.
func (r *recording) propose(ctx context.Context) (Recorded, error) {
	client, err := r.client(r.in)
	if err != nil {
		return Recorded{}, err
	}
	made, err := client.Propose(ctx, r.proposal(), func(base, _ *forge.Tip) (forge.Draft, error) {
		entry, log, err := r.entry(shown(base))
		if err != nil || r.there {
			return forge.Draft{}, err
		}
		m, err := r.materialOf(shown(base), log)
		if err == nil && tracker.Errors(m.Findings) > 0 {
			err = ErrInvalid
		}
		h := sha256.New()
		for _, name := range r.files {
			part(h, name, entry[name])
		}
		return forge.Draft{
			Change: forge.Change{Write: entry, Message: r.message}, Title: entryMessage, Body: r.pullBody, State: fmt.Sprintf("%x", h.Sum(nil)),
		}, err
	})
	if err != nil {
		return Recorded{}, err
	}
	done := Recorded{Files: r.files, There: r.there, Pull: made.Number, Held: made.Held}
	if made.Number > 0 {
		done.URL = fmt.Sprintf("%s/pull/%d", r.URL(), made.Number)
	}
	if made.Number > 0 && !made.Held {
		done.Commit = made.Commit
	}
	return done, nil
}

// pullBody is the text of the pull request. The name of a file says what is in it.
func (r *recording) pullBody(result forge.Result) string {
	var b strings.Builder
	fmt.Fprintf(&b, "An entry for the log. %s takes no commit directly, so it waits here.\n\n", words.Escape(r.Branch))
	if r.private {
		b.WriteString("It is kept private: nothing that hone publishes names it.\n")
	} else {
		listFiles(&b, result)
	}
	b.WriteString("\nMerge it and it counts; badges and README follow with the next run.\n")
	return b.String()
}
