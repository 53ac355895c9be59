# Reads calendars, a list of texts in JSON, with icalendar, and writes the events
# of each.
import json, sys
from icalendar import Calendar


def read(e):
    if e.errors:
        sys.exit(f"errors: {e.errors}")
    return {
        "uid": str(e["UID"]),
        "first": e["DTSTART"].dt.isoformat(),
        "end": e["DTEND"].dt.isoformat(),
        "stamp": e["DTSTAMP"].dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "summary": str(e.get("SUMMARY", "")),
        "description": str(e.get("DESCRIPTION", "")),
        "location": str(e.get("LOCATION", "")),
        "url": str(e.get("URL", "")),
    }


texts = json.load(sys.stdin)
print(json.dumps([[read(e) for e in Calendar.from_ical(t).walk("VEVENT")] for t in texts]))
