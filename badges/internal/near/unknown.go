package near

import (
	"fmt"
	"strings"
)

// Unknown words the error of a name that is not known: with the nearest or, if
// none is near, with what else to write. The value is cut and quoted.
func Unknown(what, value, nearest, otherwise string) string {
	if nearest == "" {
		return fmt.Sprintf("unknown %s %.80q; %s", what, value, otherwise)
	}
	return fmt.Sprintf("unknown %s %q; did you mean %q?", what, value, nearest)
}

// ThereAre lists all names, for those to whom none is near.
func ThereAre(names []string) string { return "there are " + strings.Join(names, ", ") }
