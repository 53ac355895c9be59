//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package disk

// tryLock holds nothing on systems whose locks differ.
func tryLock(string) (release func(), err error) { return func() {}, nil }
