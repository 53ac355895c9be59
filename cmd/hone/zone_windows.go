package main

import "golang.org/x/sys/windows/registry"

// systemZone returns the IANA name of the time zone that Windows is set to, or
// "".
func systemZone() string {
	key, err := registry.OpenKey(registry.LOCAL_MACHINE, `SYSTEM\CurrentControlSet\Control\TimeZoneInformation`, registry.QUERY_VALUE)
	if err != nil {
		return ""
	}
	defer key.Close()
	name, _, err := key.GetStringValue("TimeZoneKeyName")
	if err != nil {
		return ""
	}
	return windowsZones[name]
}
