// Package badges draws SVG badges: a label, a message and two colours.
//
// It promises, for any input whatever:
//
//   - The same badge gives the same bytes, on any machine, at any time.
//   - The result is well-formed XML and only a picture: no script, no handler,
//     no style sheet, no reference to anything outside, no byte of the caller's
//     text unescaped. It may be shown as an image or pasted into a page, next
//     to any number of others: element ids come from the badge's contents.
//   - Text and its fill have a contrast of 4.5:1 or more (WCAG 2 AA), whatever
//     the fill.
//   - Text fits its box in every script, and text too long for a badge ends in
//     "…" while the accessible title says more.
//   - An unknown colour is an error, never another colour.
//
// [AppendSVG] draws; [AppendEndpoint] writes the same badge as JSON for
// shields.io. Both only append to a buffer: they hold no state, are safe for
// concurrent use and do not allocate when the buffer has room.
//
// The package knows nothing of what its badges are about, of files or of time.
package badges
