package disk

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
)

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	full := filepath.Join(dir, name)
	if err := os.WriteFile(full, []byte(text), 0o640); err != nil {
		t.Fatal(err)
	}
	return full
}

func read(t *testing.T, dir, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// alone reports files in a folder other than those named.
func alone(t *testing.T, dir string, names ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range entries {
		if i >= len(names) || e.Name() != names[i] {
			t.Errorf("there is a %s", e.Name())
		}
	}
}

func TestReplace(t *testing.T) {
	dir := t.TempDir()
	full := write(t, dir, "a.toml", "old")
	if err := Replace(dir, "a.toml", []byte("old"), []byte("new")); err != nil || read(t, dir, "a.toml") != "new" {
		t.Fatal(err)
	}
	if info, _ := os.Stat(full); runtime.GOOS != "windows" && info.Mode().Perm() != 0o640 {
		t.Errorf("the mode is %v now", info.Mode())
	}
	for _, old := range []any{[]byte("old"), []byte{}, []byte(nil)} {
		if err := Replace(dir, "a.toml", old.([]byte), []byte("lost")); !errors.Is(err, ErrChanged) {
			t.Errorf("%q: %v", old, err)
		}
	}
	if err := Replace(dir, "b.toml", []byte("x"), []byte("lost")); !errors.Is(err, ErrChanged) {
		t.Error(err)
	}
	if err := Replace(dir, "learning/2026.toml", nil, []byte("made")); err != nil || read(t, dir, "learning/2026.toml") != "made" {
		t.Error(err)
	}
	if read(t, dir, "a.toml") != "new" {
		t.Error("a file was written over")
	}
	alone(t, dir, "a.toml", "learning")
}

// What changes between the first look and the last is kept too.
func TestReplaceLooksTwice(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.toml", "old")
	root, err := os.OpenRoot(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	err = put(root, "a.toml", []byte("new"), 0o644, func() error {
		write(t, dir, "a.toml", "by an editor")
		return unchanged(root, "a.toml", []byte("old"))
	})
	if !errors.Is(err, ErrChanged) || read(t, dir, "a.toml") != "by an editor" {
		t.Error(err, read(t, dir, "a.toml"))
	}
	alone(t, dir, "a.toml")
}

func TestReplaceRefuses(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "real.toml", "old")
	if err := os.Symlink("real.toml", filepath.Join(dir, "link.toml")); err != nil {
		t.Skip("no symlinks here")
	}
	if err := Replace(dir, "link.toml", []byte("old"), []byte("new")); err == nil || !strings.Contains(err.Error(), "no regular file") {
		t.Error(err)
	}
	if err := os.Symlink(t.TempDir(), filepath.Join(dir, "learning")); err != nil {
		t.Fatal(err)
	}
	if err := Replace(dir, "learning/2026.toml", nil, []byte("new")); err == nil {
		t.Error("a link out of the folder was followed")
	}
	if err := os.Chmod(filepath.Join(dir, "real.toml"), 0o444); err != nil {
		t.Fatal(err)
	}
	if err := Replace(dir, "real.toml", []byte("old"), []byte("new")); err == nil || !strings.Contains(err.Error(), "read-only") {
		t.Error(err)
	}
	if read(t, dir, "real.toml") != "old" {
		t.Error("a read-only file was written")
	}
	alone(t, dir, "learning", "link.toml", "real.toml")
}

// A disk that is full leaves the old file, and nothing half-written.
func TestReplaceOnAFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be mounted here: %s", out)
	}
	defer exec.Command("umount", dir).Run()
	write(t, dir, "a.toml", "old")
	if err := Replace(dir, "a.toml", []byte("old"), make([]byte, 1<<20)); err == nil {
		t.Error("a megabyte went onto a disk of 16 kB")
	}
	if read(t, dir, "a.toml") != "old" {
		t.Error("the file was half-written")
	}
	alone(t, dir, "a.toml")
}

// Of many who count up in one file, each under the lock, none is lost.
func TestLock(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "n", "")
	var all sync.WaitGroup
	const many = 24
	for range many {
		all.Go(func() {
			release, err := Lock(dir)
			if err != nil {
				t.Error(err)
				return
			}
			defer release()
			old := read(t, dir, "n")
			if err := Replace(dir, "n", []byte(old), fmt.Appendf(nil, "%s.", old)); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := len(read(t, dir, "n")); n != many {
		t.Errorf("%d of %d were kept", n, many)
	}
	alone(t, dir, "n")
	if _, err := Lock(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("a folder that is not there was locked")
	}
}
