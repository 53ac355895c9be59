package nudge

// Of returns what an issue is for. ok is false where it is no nudge, or cannot
// be trusted to be one.
func Of(issue Issue) (k Key, ok bool) {
	b := readBody(issue.Body)
	return b.state.Key, issue.Trusted && b.known
}
