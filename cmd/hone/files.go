package main

import "path/filepath"

// below returns a path as seen from the folder that commands work in.
func (a *app) below(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(a.dir, file)
}
