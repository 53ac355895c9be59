package main

import "testing"

// Every name that Windows has leads to a zone that is known.
func TestWindowsZones(t *testing.T) {
	for name, zone := range windowsZones {
		if !knownZone(zone) {
			t.Errorf("%s is %s, which is no zone", name, zone)
		}
	}
	if windowsZones["W. Europe Standard Time"] != "Europe/Berlin" || len(windowsZones) < 130 {
		t.Errorf("%d zones", len(windowsZones))
	}
}
