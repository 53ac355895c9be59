package tracker

// Code documents one kind of finding. Wrong is a log that has it, Right the
// same log without; both are run by the tests.
type Code struct {
	Name     string
	Severity Severity
	Text     string
	Wrong    string
	Right    string
}

// Codes returns every code, in the order of the documentation.
func Codes() []Code { return codes }

// CodeOf returns the code of that name.
func CodeOf(name string) (Code, bool) {
	c, ok := codeByName[name]
	return c, ok
}

func codeOf(name string) Code { return codeByName[name] }

var codeByName = func() map[string]Code {
	m := make(map[string]Code, len(codes))
	for _, c := range codes {
		m[c.Name] = c
	}
	return m
}()
