// Draws with badge-maker the badges that come as a JSON array, and answers with
// one: the pictures, null for those that it refuses.
const { readFileSync } = require('node:fs')
const { pathToFileURL } = require('node:url')

import(pathToFileURL(require.resolve('badge-maker'))).then(({ makeBadge }) => {
  const draw = badge => {
    try {
      return makeBadge(badge)
    } catch {
      return null
    }
  }
  process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(draw)))
})
