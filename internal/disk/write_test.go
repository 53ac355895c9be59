package disk

import "testing"

// What is written here obeys the rule of what is published.
func TestAllowed(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]bool{
		"learning/badges/badge-all.svg": true, "README.md": true,
		".git/hooks/pre-commit": false, ".GIT./x": false, "a/.gitmodules": false, ".github/workflows/x.yml": false, ".GitHub/workflows./x.yml": false,
		"../x": false, "/x": false, "a//b": false, "a/./b": false, "a\\b": false, "": false,
	} {
		if err := allowed(name); (err == nil) != want {
			t.Errorf("%q: %v", name, err)
		}
	}
}
