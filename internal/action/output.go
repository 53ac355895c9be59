package action

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"regexp"
	"strings"
)

// SetOutput sets an output of the step. Without a runner it does nothing.
func (s *Step) SetOutput(name, value string) error {
	if !outputName.MatchString(name) {
		return fmt.Errorf("output %q: the name has letters, digits and dashes", name)
	}
	return s.append("GITHUB_OUTPUT", name, value)
}

// SetEnv sets a variable for the steps that follow. Only names of ours are
// taken: a text of somebody must never steer another program. Without a runner
// it does nothing.
func (s *Step) SetEnv(name, value string) error {
	if !envName.MatchString(name) {
		return fmt.Errorf("variable %q: the name begins with HONE_", name)
	}
	return s.append("GITHUB_ENV", name, value)
}

var (
	outputName = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	envName    = regexp.MustCompile(`^HONE_[A-Z0-9_]+$`)
)

// append writes a value between two lines that it cannot hold, whatever it is:
// they are drawn anew for each value.
func (s *Step) append(file, name, value string) error {
	path := s.getenv(file)
	if path == "" {
		return nil
	}
	value = strings.ReplaceAll(strings.ToValidUTF8(value, "\uFFFD"), "\x00", "")
	mark := delimiter(value, randomMark)
	return appendFile(path, fmt.Sprintf("%s<<%s\n%s\n%s\n", name, mark, value, mark))
}

// delimiter draws until the value does not hold what was drawn.
func delimiter(value string, draw func() string) string {
	for {
		if mark := draw(); !strings.Contains(value, mark) {
			return mark
		}
	}
}

func randomMark() string {
	var b [16]byte
	rand.Read(b[:]) // never fails
	return "hone_" + hex.EncodeToString(b[:])
}

func appendFile(path, text string) error {
	f, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteString(text)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
