package disk

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// ErrChanged is the error of a file that is no longer as it was read.
var ErrChanged = errors.New("it changed in the meantime")

// Replace writes a file below a folder, if it still is as it was: old, or not
// there where old is nil. Else the error is an [ErrChanged] and nothing is
// written. The new text is on the disk before it takes the place of the old, so
// that the file is old or new and never half, even when the power fails.
//
// An editor that saves between the last look and the replacing, microseconds
// later, is not seen; others that replace are kept out with [Lock].
func Replace(dir, name string, old, now []byte) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if err := unchanged(root, name, old); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	place := filepath.FromSlash(name)
	mode, err := writable(root, place)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	err = put(root, place, now, mode, func() error { return unchanged(root, name, old) })
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// unchanged reports an error unless a file is as it was.
func unchanged(root *os.Root, name string, old []byte) error {
	is, err := readRegular(root, name)
	switch {
	case errors.Is(err, fs.ErrNotExist) && old == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%w: it is gone", ErrChanged)
	case err != nil:
		return err
	case old == nil || !bytes.Equal(is, old):
		return ErrChanged
	}
	return nil
}

// writable returns the mode of a file that is there, or 0, and an error for what
// is not to be written over.
func writable(root *os.Root, name string) (fs.FileMode, error) {
	info, err := root.Lstat(name)
	switch {
	case err != nil:
		return 0, nil
	case !info.Mode().IsRegular():
		return 0, errors.New("it is no regular file, and stays as it is")
	case info.Mode().Perm()&0o200 == 0:
		return 0, errors.New("it is read-only, and stays as it is")
	}
	return info.Mode().Perm(), nil
}

// put writes a file beside its place and moves it there; with may, once it is
// on the disk and may says so.
func put(root *os.Root, name string, data []byte, mode fs.FileMode, may func() error) error {
	if dir := filepath.Dir(name); dir != "." {
		if err := root.MkdirAll(dir, 0o755); err != nil {
			return err
		}
	}
	temp := filepath.Join(filepath.Dir(name), ".hone-"+filepath.Base(name)+".tmp")
	if err := root.Remove(temp); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := root.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, cmp.Or(mode, 0o644))
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	if err == nil && mode != 0 {
		err = f.Chmod(mode) // what the umask took
	}
	if err == nil && may != nil {
		err = f.Sync()
	}
	if err2 := f.Close(); err == nil {
		err = err2
	}
	if err == nil && may != nil {
		err = may()
	}
	if err == nil {
		err = root.Rename(temp, name)
	}
	if err != nil {
		root.Remove(temp)
	}
	return err
}
