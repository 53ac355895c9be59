package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// version is set when a release is built.
var version = ""

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", GroupID: groupMach, Args: cobra.NoArgs,
		Short:   "Show the version and how it was built",
		Example: "  hone version",
		RunE: func(*cobra.Command, []string) error {
			fmt.Fprintln(a.stdout, build())
			return nil
		},
	}
}

// build is the version and how it was built, in a line.
func build() string {
	return fmt.Sprintf("hone %s (%s, %s/%s)", versionOf(), runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

// versionOf returns the release, or what the module was built from.
func versionOf() string {
	if version != "" {
		return version
	}
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "(built from source)"
	}
	return info.Main.Version
}
