// Looks at pictures as a person's browser does: measures them inline, and takes
// sheets of them through <img>, as GitHub embeds them. Judges nothing.
//
// In, on stdin: {browser, pictures: [{path, group}], looks: [{name, os, page, back,
// forced, still, rest, sheets: [{file, width, height, images: [{picture, name,
// x, y, width, height}]}]}]}. A sheet is written as PNG to its file; rest: only after
// every animation has ended.
// Out: {pictures: [what measure says, and what is seen of it], said: [words of
// the console]}.
'use strict'
const fs = require('fs')
const http = require('http')
const { chromium } = require('playwright-core')

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'] // whatever a picture asks for, it gets nothing

// Emulation of reduced motion does not reach pictures; the flag does.
const launch = (browser, still) => chromium.launch({
  executablePath: browser, args: still ? [...args, '--force-prefers-reduced-motion'] : args,
})

// serve is a web server of pages and pictures on this machine. It says where
// it is.
function serve (pages, pictures) {
  const server = http.createServer((request, response) => {
    const [, name, type] = request.url.match(/^\/(\w+)\.(svg|html)$/) || []
    const body = type === 'svg' ? pictures[name].source : pages.get(name)
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type === 'svg' ? 'image/svg+xml' : 'text/html; charset=utf-8' })
    response.end(body)
  })
  return new Promise(resolve => server.listen(0, '127.0.0.1', () => {
    resolve({ at: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() })
  }))
}

const page = (head, body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>pictures</title>
<link rel="icon" href="data:,">${head}<body style="margin:0;position:relative">${body}`

// measure runs in the page. It puts a picture into it and tells what is where,
// in pixels from the picture's corner.
function measure (source) {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml')
  const fault = parsed.querySelector('parsererror')
  if (fault) return { fault: fault.textContent.replace(/\s+/g, ' ').trim() }
  const svg = document.importNode(parsed.documentElement, true)
  svg.style.cssText += ';position:absolute;left:0;top:0'
  document.body.append(svg)
  const box = e => {
    const r = e.getBoundingClientRect()
    return { x: r.x, y: r.y, width: r.width, height: r.height }
  }
  const all = [svg, ...svg.querySelectorAll('*')]
  const set = { fault: '', frame: box(svg), ids: [], outside: [], handlers: [], texts: [], shapes: [], ends: 0, turned: [] }
  for (const e of all) {
    if (e.id) set.ids.push(e.id)
    if (e.localName === 'script' || e.localName === 'foreignObject') set.handlers.push('<' + e.localName + '>')
    for (const { name, value } of e.attributes) {
      if (/^on/i.test(name) || /^\s*javascript:/i.test(value)) set.handlers.push(name)
      if (/(^|:)(href|src)$/.test(name) && !value.startsWith('#') && e.localName !== 'a') set.outside.push(value)
    }
    const css = e.localName === 'style' ? e.textContent : [...e.attributes].filter(a => !a.name.startsWith('aria-')).map(a => a.value).join(' ')
    for (const m of css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']?([^"';]+)/g)) {
      if (!(m[1] || m[2]).startsWith('#')) set.outside.push(m[1] || m[2])
    }
  }

  const running = svg.getAnimations({ subtree: true })
  for (const a of running) {
    a.pause()
    a.currentTime = 0
  }
  svg.pauseAnimations()
  svg.setCurrentTime(0)
  const shown = e => e.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && box(e).width > 0
  const texts = [...svg.querySelectorAll('text, tspan')].map(e => ({ e, late: !shown(e) }))

  // What stays when no animation runs is what is measured.
  for (const a of running) {
    set.ends = Math.max(set.ends, a.effect.getComputedTiming().endTime)
    a.cancel()
  }
  for (const a of svg.querySelectorAll('animate, animateTransform, animateMotion, set')) {
    let end = Infinity
    try {
      const repeats = a.getAttribute('repeatCount') || '1'
      end = 1000 * (a.getStartTime() + a.getSimpleDuration() * (repeats === 'indefinite' ? Infinity : +repeats))
    } catch {}
    set.ends = Math.max(set.ends, end)
    a.remove()
  }
  if (set.ends === Infinity) set.ends = -1 // JSON has no word for it

  const templates = 'defs, clipPath, mask, pattern, symbol, marker, linearGradient, radialGradient, filter'
  const words = e => e.textContent.replace(/\s+/g, ' ').trim()
  for (const { e, late } of texts) {
    if (!words(e) || e.closest(templates)) continue
    set.texts.push({
      words: words(e),
      leaf: !e.querySelector('tspan'),
      shadow: !!e.closest('[aria-hidden=true]'),
      late,
      seen: e.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
      ...box(e)
    })
  }
  const directions = () => texts.map(({ e }) => getComputedStyle(e).direction)
  const was = directions()
  document.body.dir = 'rtl'
  const now = directions()
  set.turned = texts.filter((_, i) => now[i] !== was[i]).map(({ e }) => words(e))
  document.body.dir = ''
  for (const e of svg.querySelectorAll('path, rect, circle, ellipse, line, polyline, polygon, image, use')) {
    const style = getComputedStyle(e)
    if (e.closest(templates) || (style.fill === 'none' && style.stroke === 'none')) continue
    const b = box(e)
    if (b.width && b.height) set.shapes.push({ words: '<' + e.localName + '>', ...b })
  }
  svg.remove()
  return set
}

// paste runs in the page. It puts pictures into it, all at once, and tells how
// each of their elements looks.
function paste (sources) {
  const style = ['fill', 'stroke', 'opacity', 'fillOpacity', 'strokeWidth', 'display', 'visibility', 'fontSize',
    'fontWeight', 'fontFamily', 'textAnchor', 'filter', 'clipPath', 'animationName', 'animationDuration', 'transform']
  const box = document.createElement('div')
  for (const s of sources) box.append(document.importNode(new DOMParser().parseFromString(s, 'image/svg+xml').documentElement, true))
  document.body.append(box)
  for (const a of document.getAnimations()) a.effect.getComputedTiming().endTime === Infinity ? a.cancel() : a.finish()
  const looks = [...box.children].map(svg => [svg, ...svg.querySelectorAll('*')].map(e => {
    const is = getComputedStyle(e)
    return '<' + e.localName + '> ' + style.map(k => k + ': ' + is[k]).join('; ')
  }))
  box.remove()
  return looks
}

const different = (a, b) => {
  const i = a.findIndex((look, i) => look !== b[i])
  if (i < 0) return ''
  const was = a[i].split('; ')
  const now = b[i].split('; ')
  const j = was.findIndex((w, j) => w !== now[j])
  return `${was[0].split(' ')[0]} ${was[j].replace(/^<\w+> /, '')} becomes ${now[j].replace(/^.*?: /, '')}`
}

async function inline (browser, site, pictures, said) {
  let at = null // the picture that is measured
  site.pages.set('empty', page('', ''))
  const context = await browser.newContext({ viewport: { width: 1600, height: 1200 }, colorScheme: 'light' })
  const tab = await open(context, site, url => at && at.asked.push(url), text => at ? at.said.push(text) : said.push(text))
  await tab.goto(site.at + 'empty.html')
  for (at of pictures) {
    Object.assign(at, { asked: [], said: [], changed: '' })
    Object.assign(at, await tab.evaluate(measure, at.source))
    if (at.outside && at.outside.length) await tab.waitForTimeout(100) // to be asked for
  }
  at = null
  const groups = new Map()
  for (const p of pictures) {
    if (p.fault) continue
    if (!groups.has(p.group)) groups.set(p.group, [])
    groups.get(p.group).push(p)
  }
  for (const group of groups.values()) {
    const together = await tab.evaluate(paste, group.map(p => p.source))
    for (const [i, p] of group.entries()) p.changed = different((await tab.evaluate(paste, [p.source]))[0], together[i])
  }
  await context.close()
}

// open opens a tab, and tells what it asks for elsewhere and what its console
// says.
async function open (context, site, asked, said) {
  const tab = await context.newPage()
  tab.setDefaultTimeout(300000) // a busy machine is no fault of a picture
  tab.on('request', r => { if (!r.url().startsWith(site.at) && !r.url().startsWith('data:')) asked(r.url()) })
  tab.on('console', m => { if (['error', 'warning'].includes(m.type()) && !/net::ERR/.test(m.text())) said(m.text()) })
  tab.on('pageerror', e => said(String(e)))
  return tab
}

const show = i => `<img alt="" src="/${i.picture}.svg" style="position:absolute;left:${i.x}px;top:${i.y}px">
<div style="position:absolute;left:${i.x}px;top:${i.y + i.height}px;width:${i.width}px;font:10px sans-serif;color:#888;overflow:hidden;white-space:nowrap;direction:rtl">${
  i.name.replace(/[&<]/g, c => `&#${c.charCodeAt(0)};`)}</div>`

// rests is when a picture has come to rest, in milliseconds. Those that never
// do are not waited for.
const rests = p => p.ends > 0 ? Math.min(p.ends, 6000) + 200 : 0

async function sheets (browser, site, look, pictures, said) {
  const context = await browser.newContext({
    colorScheme: look.os, forcedColors: look.forced ? 'active' : 'none', reducedMotion: null,
    viewport: { width: 1600, height: 1200 },
  })
  const tab = await open(context, site, url => said.push(`${look.name}: asks for ${url}`), text => said.push(`${look.name}: ${text}`))
  const head = `<meta name="color-scheme" content="${look.page}"><style>body{background:${look.back}}</style>`
  for (const sheet of look.sheets) {
    const name = 'sheet' + site.pages.size
    site.pages.set(name, page(head, sheet.images.map(show).join('')))
    await tab.setViewportSize({ width: sheet.width, height: sheet.height })
    await tab.goto(`${site.at}${name}.html`)
    const wait = Math.max(...sheet.images.map(i => rests(pictures[i.picture])))
    if (look.rest) await tab.waitForTimeout(wait)
    let shot = await tab.screenshot()
    for (let again = 0; look.rest && wait && again < 8; again++) { // a busy machine starts them late
      await tab.waitForTimeout(200)
      const last = shot
      shot = await tab.screenshot()
      if (shot.equals(last)) break
    }
    fs.writeFileSync(sheet.file, shot)
    const natural = await tab.evaluate(() => [...document.images].map(i => [i.naturalWidth, i.naturalHeight]))
    for (const [n, i] of sheet.images.entries()) pictures[i.picture].natural = natural[n]
  }
  await context.close()
}

async function main () {
  const { browser: path, pictures, looks } = JSON.parse(fs.readFileSync(0, 'utf8'))
  for (const p of pictures) p.source = fs.readFileSync(p.path, 'utf8')
  const said = []
  const pages = new Map()
  const site = { pages, ...await serve(pages, pictures) }
  const browser = await launch(path, false)
  const take = look => sheets(browser, site, look, pictures, said)
  await inline(browser, site, pictures, said)
  await Promise.all(looks.filter(l => l.rest && !l.still).map(take)) // they wait, mostly
  for (const look of looks.filter(l => !l.rest && !l.still)) await take(look)
  await browser.close()
  const calm = await launch(path, true)
  for (const look of looks.filter(l => l.still)) await sheets(calm, site, look, pictures, said)
  await calm.close()
  site.close()
  for (const p of pictures) delete p.source
  process.stdout.write(JSON.stringify({ pictures, said }))
}

main().catch(e => { console.error(e.message); process.exit(1) })
