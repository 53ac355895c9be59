package render

import (
	"iter"
	"slices"
)

func sorted(s iter.Seq[string]) []string { return slices.Sorted(s) }
