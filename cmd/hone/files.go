package main

import (
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/honelog/hone/internal/disk"
)

// below returns a path as seen from the folder that commands work in.
func (a *app) below(file string) string {
	if filepath.IsAbs(file) {
		return file
	}
	return filepath.Join(a.dir, file)
}

// guardOutput refuses, for every command that takes -o, to write over the log.
func (a *app) guardOutput(c *cobra.Command, _ []string) error {
	f := c.Flags().Lookup("output")
	if f == nil || !a.isOfLog(f.Value.String()) {
		return nil
	}
	return usage("-o %s: that is a file of the log itself; choose another", f.Value)
}

// isOfLog reports whether a path leads to a file of the log, or has a name under
// which a file would be read as one.
func (a *app) isOfLog(file string) bool {
	if file == "" || file == "-" {
		return false
	}
	file = a.below(file)
	if full, err := filepath.Abs(file); err == nil && disk.IsLogName(full) {
		return true
	}
	there, err := os.Stat(file)
	if err != nil {
		return false
	}
	log, err := disk.Find(a.dir, a.logs)
	return err == nil && slices.ContainsFunc(log.Names, func(name string) bool {
		own, err := os.Stat(filepath.Join(log.Root, filepath.FromSlash(name)))
		return err == nil && os.SameFile(there, own)
	})
}
