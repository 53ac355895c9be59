//go:build !windows

package main

// systemZone returns "": other systems tell their zone in files.
func systemZone() string { return "" }
