// Package badges draws SVG badges: a label and a message, in the five styles
// that shields.io made known.
//
//	svg, err := badges.SVG(badges.Badge{Label: "build", Message: "passing", Color: badges.BrightGreen})
//
// It promises, for any input whatever:
//
//   - The same badge gives the same bytes, on any machine, at any time; a later
//     version of the package may draw it better.
//   - The result is well-formed XML and only a picture: no script, no handler,
//     no style sheet, no reference to anything outside but a link that was asked
//     for and checked, no byte of the caller's text unescaped. It may be shown as
//     an image or pasted into a page, next to any number of others: element ids
//     come from the badge's contents.
//   - Text and its fill have a contrast of 4.5:1 or more (WCAG 2 AA), whatever
//     the fill, in every style; a logo has 3:1 unless its colour is given.
//   - Text fits its box in every script, and text too long for a badge ends in
//     "…" while the accessible title says more. Only letters that stand alone are
//     spaced; Arabic stays joined, and an emoji whole.
//   - What is not known is an error that names what comes nearest: a misspelt
//     colour, style or palette never turns into another one.
//
// # Styles
//
// [Flat], [FlatSquare], [Plastic] and [ForTheBadge] are a bar whose halves have
// the colours of the badge. [Social] is a button with a speech bubble. It is
// light on any page and, unlike that of shields.io, takes colours too: Color
// fills the bubble and LabelColor the button. Lengths are close to those of
// shields.io, in whole pixels, so that badges of both stand well in one row.
//
// # Colours
//
// A [Color] is a value; names belong to a [Palette]. [AA] is the palette of the
// package's constants. [Shields] and [Classic] are those of shields.io, now and
// before: the same names, with text in black where white would be too faint.
//
// # Links
//
// A badge with a link is that link, and one with two is a group of two, each with
// a name for those who do not see it; without any it is a picture with a name. A
// link opens where the page's own links do.
//
// # Speed
//
// [AppendSVG] draws; [AppendEndpoint] writes the same badge as JSON for
// shields.io. Both only append to a buffer: they hold no state, are safe for
// concurrent use and do not allocate when the buffer has room.
//
// The package knows nothing of what its badges are about, of files or of time.
package badges
