// Answers for every code point, in ranges of equals, what badge-maker knows of
// it: its four widths, its capitals (null if this Node's Unicode does not know
// it), and whether it is white space.
const measure = require('anafanafo')
const fonts = ['11px Verdana', '10px Verdana', 'bold 10px Verdana', 'bold 11px Helvetica']

const ranges = []
let last
for (let c = 0; c <= 0x10ffff; c++) {
  if (c >= 0xd800 && c <= 0xdfff) continue
  const s = String.fromCodePoint(c)
  const known = !/\p{Cn}/u.test(s)
  const upper = s.toUpperCase()
  const Widths = fonts.map(font => measure(s, { font }))
  const Upper = known ? (upper === s ? '' : upper) : null
  const Space = s.trim() === ''
  const key = JSON.stringify([Widths, Upper, Space])
  if (key === last) {
    ranges.at(-1).High = c
  } else {
    ranges.push({ Low: c, High: c, Widths, Upper, Space })
  }
  last = key
}
process.stdout.write(JSON.stringify(ranges))
