package compat

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// node runs a script of testdata with badge-maker at hand and reads its answer.
// Without node or badge-maker 6.0.0 the test is skipped, or fails where
// HONE_ORACLES=required.
func node(t *testing.T, script string, question, answer any) {
	t.Helper()
	path := oracle.Program(t, "node")
	version, err := exec.Command(path, "-p",
		`JSON.parse(fs.readFileSync(path.join(require.resolve("badge-maker"), "../../package.json"))).version`).Output()
	if err != nil {
		oracle.Missing(t, "badge-maker is not where NODE_PATH says")
	}
	if v := strings.TrimSpace(string(version)); v != "6.0.0" {
		oracle.Missing(t, "badge-maker is "+v+", not 6.0.0")
	}
	stdin, err := json.Marshal(question)
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(path, "testdata/"+script)
	cmd.Stdin = bytes.NewReader(stdin)
	cmd.Stderr = os.Stderr
	stdout, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(stdout, answer); err != nil {
		t.Fatal(err)
	}
}

// A request is a badge in the fields of badge-maker. What is nil is not there.
type request struct {
	Label      *string  `json:"label,omitempty"`
	Message    string   `json:"message"`
	Color      *string  `json:"color,omitempty"`
	LabelColor *string  `json:"labelColor,omitempty"`
	Style      *string  `json:"style,omitempty"`
	LogoBase64 *string  `json:"logoBase64,omitempty"`
	Links      []string `json:"links,omitempty"`
	IDSuffix   *string  `json:"idSuffix,omitempty"`
}

// ask turns a badge into what is asked of badge-maker: texts with U+FFFD for
// what XML cannot hold, and no fields that are not given.
func ask(b Badge) request {
	given := func(s string) *string {
		if s == "" {
			return nil
		}
		return &s
	}
	mended := func(s string) string {
		return strings.Map(func(r rune) rune {
			if r < ' ' && !strings.ContainsRune("\t\n\r", r) || r == 0xFFFE || r == 0xFFFF {
				return 0xFFFD
			}
			return r
		}, strings.Trim(s, "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"))
	}
	q := request{
		Label: given(mended(b.Label)), Message: mended(b.Message), Color: given(b.Color), LabelColor: given(b.LabelColor),
		Style: given(b.Style), LogoBase64: given(b.Logo), IDSuffix: given(b.IDSuffix), Links: b.Links[:],
	}
	for len(q.Links) > 0 && q.Links[len(q.Links)-1] == "" {
		q.Links = q.Links[:len(q.Links)-1]
	}
	return q
}
