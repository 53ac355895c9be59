package disk

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
)

const (
	deleteOnClose    = 0x04000000          // FILE_FLAG_DELETE_ON_CLOSE
	deleteAccess     = 0x00010000          // DELETE
	sharingViolation = syscall.Errno(0x20) // ERROR_SHARING_VIOLATION
)

// tryLock opens a file that nobody else can open, and that Windows removes when
// it is closed or the process ends.
func tryLock(dir string) (release func(), err error) {
	if info, err := os.Stat(dir); err != nil {
		return nil, err
	} else if !info.IsDir() {
		return nil, &os.PathError{Op: "lock", Path: dir, Err: syscall.ENOTDIR}
	}
	name, err := syscall.UTF16PtrFromString(filepath.Join(dir, ".hone.lock"))
	if err != nil {
		return nil, err
	}
	h, err := syscall.CreateFile(name, syscall.GENERIC_WRITE|deleteAccess, 0, nil, syscall.OPEN_ALWAYS, syscall.FILE_ATTRIBUTE_NORMAL|deleteOnClose, 0)
	if errors.Is(err, sharingViolation) || errors.Is(err, syscall.ERROR_ACCESS_DENIED) && isThere(dir) {
		return nil, errHeld
	}
	if err != nil {
		return func() {}, nil // a folder that takes no files is told by what writes to it
	}
	return func() { syscall.CloseHandle(h) }, nil
}

// isThere reports whether another's lock is there, or is just being removed.
func isThere(dir string) bool {
	_, err := os.Lstat(filepath.Join(dir, ".hone.lock"))
	return err == nil
}
