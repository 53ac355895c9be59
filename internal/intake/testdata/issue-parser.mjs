// Reads [{template, body}, …] on stdin and writes what @github/issue-parser
// makes of each. Its folder is the argument: an import does not look at NODE_PATH.
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const { parseIssue } = await import(pathToFileURL(process.argv[2] + '/dist/index.js'))
const cases = JSON.parse(readFileSync(0, 'utf8'))
console.log(JSON.stringify(cases.map((c) => parseIssue(c.body, c.template))))
