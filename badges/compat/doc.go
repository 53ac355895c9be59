// Package compat draws the badges of shields.io: byte for byte what its library
// badge-maker 6.0.0 draws of the same fields, in all five styles, with logos
// and links. It is for those who have such badges and want them to stay as they
// are, faster and without Node. Package badges draws better ones.
//
// From badge-maker it has the rules for trimming, widths, colours and layout,
// and also their faults: spread Arabic, unreadable fills, social badges without
// colours. It differs where badge-maker draws what nobody asked for, or lets
// through what is no picture:
//
//   - What XML cannot hold is drawn as U+FFFD: control characters but tab, line
//     feed and carriage return, U+FFFE and U+FFFF, each byte of invalid UTF-8
//     (such as a lone surrogate). badge-maker writes malformed XML. The badge
//     is the one that badge-maker draws of the text so mended.
//   - A colour that is not known is a [*badges.ColorError]. badge-maker draws
//     its default, bright green for a message. White space around a CSS colour
//     passes, as there, but not a vertical tab or form feed, which XML lacks.
//   - A link is http, https, mailto or relative, in characters that XML can
//     hold and that browsers do not skip, else it is a [*badges.LinkError].
//     badge-maker lets "javascript:" pass.
//   - A logo is a base64 data URI of a PNG, JPEG, GIF, WebP or SVG image, else
//     drawing fails with [ErrLogo]. badge-maker takes any string.
//   - A style or suffix that is not known is an error, as there; the style's
//     is a [*badges.StyleError] that names the nearest.
//
// Capitals are those of Unicode 17.0; badge-maker's are those of the Unicode
// that its Node knows.
//
// Any input gives well-formed XML without script, handler or reference to an
// outside picture, or an error. A social badge has a style sheet of its own,
// and ids are fixed but for [Badge.IDSuffix]: in one page, give each its own.
// The package holds no state but its tables, and is safe for concurrent use.
package compat
