package gitserver

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// Daemon serves the repositories of a folder by the git protocol, for reading
// and writing, until the test ends, and returns the URL of the folder.
func Daemon(tb testing.TB, dir string) string {
	tb.Helper()
	// Git cannot be asked which port it took: another may take this one first.
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	address := free.Addr().(*net.TCPAddr)
	free.Close()

	program := filepath.Join(strings.TrimSpace(Git(tb, ".", "--exec-path")), "git-daemon")
	daemon := exec.Command(program, "--listen=127.0.0.1", fmt.Sprintf("--port=%d", address.Port),
		"--reuseaddr", "--base-path="+dir, "--export-all", "--enable=receive-pack", "--informative-errors")
	daemon.Env = slices.Concat(os.Environ(), environment)
	if err := daemon.Start(); err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		daemon.Process.Kill()
		daemon.Wait()
	})
	for range 200 {
		if line, err := net.Dial("tcp", address.String()); err == nil {
			line.Close()
			return "git://" + address.String()
		}
		time.Sleep(10 * time.Millisecond)
	}
	tb.Fatal("git-daemon does not answer")
	return ""
}
