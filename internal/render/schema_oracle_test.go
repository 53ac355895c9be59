package render

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/honelog/hone/internal/oracle"
)

// faultyLogs are the logs with a fault that a schema can say.
func faultyLogs() map[string]string {
	logs := map[string]string{}
	for i, f := range schemaFaults {
		logs[fmt.Sprintf("bad-%03d", i)] = f.header + "\n" + f.bad + "\n"
	}
	return logs
}

// ajv takes the schema in its strict mode, and of logs what hone takes.
func TestSchemaWithAjv(t *testing.T) {
	ajv := oracle.Program(t, "ajv")
	dir := t.TempDir()
	schema := filepath.Join(dir, "schema.json")
	if err := os.WriteFile(schema, Schema(), 0o644); err != nil {
		t.Fatal(err)
	}
	run := func(args ...string) string {
		cmd := exec.Command(ajv, append(args, "-c", "ajv-formats", "-s", schema)...)
		cmd.Dir = filepath.Dir(ajv) // formats are found from there
		out, _ := cmd.CombinedOutput()
		return string(out)
	}
	if out := run("compile", "--strict=true", "--strict-required=false"); !strings.Contains(out, "is valid") {
		t.Fatalf("the schema: %s", out)
	}
	for kind, logs := range map[string]map[string]string{"good": goodLogs(t, 1000), "bad": faultyLogs()} {
		folder := filepath.Join(dir, kind)
		if err := os.Mkdir(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		written := 0
		for _, text := range logs {
			v, ok := asJSON(text)
			if !ok {
				continue
			}
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			written++
			if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("%04d.json", written)), data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		out := run("validate", "--errors=line", "-d", filepath.Join(folder, "*.json"))
		valid, invalid := strings.Count(out, ".json valid"), strings.Count(out, ".json invalid")
		if valid+invalid != written || kind == "good" && invalid > 0 || kind == "bad" && valid > 0 {
			t.Errorf("%s: of %d ajv takes %d and refuses %d\n%.3000s", kind, written, valid, invalid, out)
		}
	}
}

// taplo, which reads #:schema in editors, takes the examples and good logs, and
// refuses each fault.
func TestSchemaWithTaplo(t *testing.T) {
	taplo := oracle.Program(t, "taplo")
	dir := t.TempDir()
	schema := filepath.Join(dir, "schema.json")
	if err := os.WriteFile(schema, Schema(), 0o644); err != nil {
		t.Fatal(err)
	}
	check := func(files ...string) (string, error) {
		cmd := exec.Command(taplo, append([]string{"check", "--schema", "file://" + schema}, files...)...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), "RUST_LOG=warn", "NO_COLOR=1")
		out, err := cmd.CombinedOutput()
		return string(out), err
	}
	write := func(name, text string) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	var good []string
	for _, text := range goodLogs(t, 20) {
		if strings.HasPrefix(text, "\ufeff") {
			continue // taplo knows none
		}
		if _, ok := asJSON(text); ok {
			good = append(good, write(fmt.Sprintf("good-%d.toml", len(good)), text))
		}
	}
	if out, err := check(good...); err != nil {
		t.Errorf("good logs: %v\n%.3000s", err, out)
	}
	var bad []string
	for name, text := range faultyLogs() {
		bad = append(bad, write(name+".toml", text))
	}
	out, err := check(bad...)
	if err == nil {
		t.Error("taplo takes the faults")
	}
	for _, file := range bad {
		if !strings.Contains(out, file) {
			text, _ := os.ReadFile(file)
			t.Errorf("taplo takes this:\n%s", text)
		}
	}
}
