package main

import (
	"os"
	"path/filepath"
	"strings"
)

// machineZone finds the time zone of this machine, or UTC.
func (a *app) machineZone() string {
	if tz := strings.TrimPrefix(a.getenv("TZ"), ":"); knownZone(tz) {
		return plainZone(tz)
	}
	if zone := systemZone(); knownZone(zone) {
		return plainZone(zone)
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(filepath.ToSlash(link), "zoneinfo/"); ok && knownZone(name) {
			return plainZone(name)
		}
	}
	if data, err := os.ReadFile("/etc/timezone"); err == nil {
		if name := strings.TrimSpace(string(data)); knownZone(name) {
			return plainZone(name)
		}
	}
	return "UTC"
}

// plainZone calls the zone of no place by the name that people know.
func plainZone(name string) string {
	if name == "Etc/UTC" {
		return "UTC"
	}
	return name
}
