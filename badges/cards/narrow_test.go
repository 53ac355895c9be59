package cards

import (
	"os"
	"os/exec"
	"runtime"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// Where an int has 32 bits the pictures are the same. It takes a compiler, so it
// is left to where every check is required.
func TestIn32Bits(t *testing.T) {
	if !oracle.Required() || runtime.GOARCH != "amd64" {
		t.Skip("only on amd64, with HONE_ORACLES=required")
	}
	c := exec.Command(oracle.Program(t, "go"), "test", "-vet=off", "-run", "^Test(Golden|Size|Simple|Scale|Levels|Wrap|LongWords)$", ".")
	c.Env = append(os.Environ(), "GOARCH=386", "CGO_ENABLED=0", "GOFLAGS=", "HONE_ORACLES=")
	if out, err := c.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
