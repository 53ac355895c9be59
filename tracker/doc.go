// Package tracker is the core of hone: the learning log, its findings and its
// standings.
//
// A log is one or more TOML files, read as one. [Parse] turns their bytes into
// a [Log] and finds every fault in its place; [Log.Check] adds what needs
// today's date or the world outside. [Log.Standings] and [Log.Credentials] say
// where each goal and each credential stands on a day; [Log.Coverage] where the
// skills stand. [Insert] adds a table to a person's text and leaves every other
// byte as it was.
//
// The package is arithmetic. It opens no file, asks no clock and loads no time
// zone: bytes and a date go in, values come out, and the same values for the
// same input.
package tracker
