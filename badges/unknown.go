package badges

import "fmt"

// unknown words the error of a name that is not known.
func unknown(what, value, nearest string) string {
	if nearest == "" {
		return fmt.Sprintf("unknown %s %q", what, value)
	}
	return fmt.Sprintf("unknown %s %q; did you mean %q?", what, value, nearest)
}
