// Looks at a built memo as readers meet it: node scripts/look.mjs FILE.html [FOLDER FOR PICTURES]
// Exits 1 where axe finds a violation, something is wider than the screen, or the page reports an error (a font or style its policy refuses).
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

const [file, pictures] = process.argv.slice(2)
if (!file) {
  console.error('usage: node scripts/look.mjs FILE.html [FOLDER FOR PICTURES]')
  process.exit(2)
}
const widths = [1280, 768, 390, 320]
const ways = [
  { name: 'light', media: { colorScheme: 'light' } },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'contrast', media: { colorScheme: 'light', contrast: 'more' } },
  { name: 'forced', media: { colorScheme: 'dark', forcedColors: 'active' } },
]
const axe = readFileSync(path.join(import.meta.dirname, '../node_modules/axe-core/axe.min.js'), 'utf8')
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => place && existsSync(place))
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const found = []
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', ...quiet] })
try {
  const page = await browser.newPage()
  page.on('console', (message) => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`)
  })
  page.on('requestfailed', (request) => found.push(`not loaded: ${request.url().slice(0, 100)}`))
  await page.goto(pathToFileURL(path.resolve(file)).href)
  await page.evaluate(axe)
  for (const { name, media } of ways) {
    for (const width of widths) {
      await page.emulateMedia({ media: 'screen', contrast: null, forcedColors: null, ...media })
      await page.setViewportSize({ width, height: 900 })
      for (const isOpen of [true, false]) await look(page, `${name} ${width}${isOpen ? ' open' : ''}`, isOpen)
      if (pictures) await picture(page, `${name}-${width}.png`)
    }
  }
  found.push(...(await missingInPrint(page)))
  if (pictures) {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark', contrast: null, forcedColors: null })
    await page.pdf({ path: path.join(pictures, 'print.pdf'), preferCSSPageSize: true, printBackground: false })
  }
} finally {
  await browser.close()
}
for (const line of new Set(found)) console.log(line)
console.log(found.length === 0 ? `${file}: nothing found` : `${file}: ${new Set(found).size} found`)
process.exitCode = found.length === 0 ? 0 : 1

async function look(page, where, isOpen) {
  const { violations, wider } = await page.evaluate(async (open) => {
    for (const details of document.querySelectorAll('details')) details.open = open
    const { violations } = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return {
      violations: violations.map(({ id, nodes }) => `${id} at ${nodes.map(({ target }) => target).join(' | ')}`),
      wider: document.documentElement.scrollWidth - globalThis.innerWidth,
    }
  }, isOpen)
  found.push(...violations.map((violation) => `${where}: ${violation}`))
  if (wider > 0) found.push(`${where}: ${wider} px wider than the screen`)
}

/** Paper has no details to open: the numbers that a figure's notes refer to are printed, and no link to what is not. */
async function missingInPrint(page) {
  await page.emulateMedia({ media: 'print', colorScheme: 'light', contrast: null, forcedColors: null })
  // What a closed element holds is laid out with the next picture of the page, not before.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return page.evaluate(() => {
    const isPrinted = (element) => element.checkVisibility({ contentVisibilityAuto: true }) && element.getBoundingClientRect().height > 0
    const tables = [...document.querySelectorAll('details.printed table')].filter((table) => !isPrinted(table))
    const links = [...document.querySelectorAll('main a[href^="#"]:not(.trace)')].filter((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)))
      return isPrinted(link) && !(target && isPrinted(target))
    })
    return [
      ...tables.map((table) => `print: the numbers of ${table.closest('figure').id} are not printed`),
      ...links.map((link) => `print: ${link.textContent} refers to what is not printed`),
    ]
  })
}

async function picture(page, name) {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: path.join(pictures, name), fullPage: true })
}
