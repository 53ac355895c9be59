// Reads calendars, a list of texts in JSON, with ical.js, strictly, and writes
// the events of each.
const loaded = require("ical.js");
const ICAL = loaded.default ?? loaded;
ICAL.design.strict = true;
const texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const eventsOf = (text) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((v) => {
  const e = new ICAL.Event(v);
  if (!e.startDate.isDate || !e.endDate.isDate) throw new Error("not a whole day: " + e.uid);
  return {
    uid: e.uid,
    first: e.startDate.toString(),
    end: e.endDate.toString(),
    stamp: v.getFirstPropertyValue("dtstamp").toString(),
    summary: e.summary ?? "",
    description: e.description ?? "",
    location: e.location ?? "",
    url: v.getFirstPropertyValue("url") ?? "",
  };
});
console.log(JSON.stringify(texts.map(eventsOf)));
