// Command bench makes large logs and decodes them, so that hone can be timed
// beside the bare decoder on the same bytes.
//
//	bench make ENTRIES FILES DIR
//	bench decode DIR
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"

	"github.com/BurntSushi/toml"

	"github.com/honelog/hone/internal/bench/biglog"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 4 && args[0] == "make":
		entries, err1 := strconv.Atoi(args[1])
		files, err2 := strconv.Atoi(args[2])
		if err1 != nil || err2 != nil || files < 1 {
			return fmt.Errorf("ENTRIES and FILES are numbers")
		}
		for name, data := range biglog.Make(entries, files) {
			path := filepath.Join(args[3], filepath.FromSlash(name))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				return err
			}
			if err := os.WriteFile(path, data, 0o644); err != nil {
				return err
			}
		}
		return nil
	case len(args) == 2 && args[0] == "decode":
		names, err := filepath.Glob(filepath.Join(args[1], "learning", "*.toml"))
		if err != nil {
			return err
		}
		for _, n := range names {
			data, err := os.ReadFile(n)
			if err != nil {
				return err
			}
			var v map[string]any
			if _, err := toml.Decode(string(data), &v); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("usage: bench make ENTRIES FILES DIR | bench decode DIR")
}
