// Package oracle finds the programs of others that tests hold the project
// against. Where one is missing a test is skipped; where the variable
// HONE_ORACLES is "required", as in CI, it fails instead.
package oracle

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// Required reports whether every check is required.
func Required() bool { return os.Getenv("HONE_ORACLES") == "required" }

// Chosen reports whether a test tries the n-th case of a large table: each one
// where every check is required, else one of so many.
func Chosen(n, of int) bool { return n%of == 0 || Required() }

// Program returns the path of a program, on PATH or in the folder bin of
// HONE_TOOLS, or ends the test.
func Program(t testing.TB, name string) string {
	t.Helper()
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	if tools := os.Getenv("HONE_TOOLS"); tools != "" {
		if path, err := exec.LookPath(filepath.Join(tools, "bin", name)); err == nil {
			return path
		}
	}
	Missing(t, name+" is not installed")
	return ""
}

// Package returns the folder of an npm package, in one of NODE_PATH, or ends the
// test.
func Package(t testing.TB, name string) string {
	t.Helper()
	for _, dir := range filepath.SplitList(os.Getenv("NODE_PATH")) {
		dir = filepath.Join(dir, filepath.FromSlash(name))
		if info, err := os.Stat(dir); err == nil && info.IsDir() {
			return dir
		}
	}
	Missing(t, "the npm package "+name+" is not where NODE_PATH says")
	return ""
}

// Missing ends a test for want of something.
func Missing(t testing.TB, what string) {
	t.Helper()
	if Required() {
		t.Fatal(what + ", and HONE_ORACLES=required")
	}
	t.Skip(what + ": a second opinion is missing")
}
