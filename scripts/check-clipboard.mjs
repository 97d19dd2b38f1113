// Copies built memos as a reader would, all of them and a table, and looks at what Chromium puts on its clipboard: node
// scripts/check-clipboard.mjs FILE.html... Exits 1 where a number is copied as a link, with a mark or with a word that is only heard.
import { existsSync, readFileSync } from 'node:fs'
import http from 'node:http'
import { chromium } from 'playwright-core'

const files = process.argv.slice(2)
if (files.length === 0) {
  console.error('usage: node scripts/check-clipboard.mjs FILE.html...')
  process.exit(2)
}
const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => place && existsSync(place))

// The clipboard can only be read on a page that comes from a server.
let shown = ''
const server = http.createServer((_, response) => response.setHeader('content-type', 'text/html; charset=utf-8').end(shown))
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
const origin = `http://127.0.0.1:${server.address().port}`
const browser = await chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', '--disable-gpu'] })
let faults = 0
try {
  const context = await browser.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin })
  const page = await context.newPage()
  for (const file of files) {
    shown = readFileSync(file, 'utf8')
    await page.goto(origin)
    const found = await faultsOf(page)
    for (const fault of found) console.log(`${file}: ${fault}`)
    console.log(`${file}: ${found.length === 0 ? 'numbers are copied as numbers' : `${found.length} found`}`)
    faults += found.length
  }
} finally {
  await browser.close()
  server.close()
}
process.exitCode = faults === 0 ? 0 : 1

async function faultsOf(page) {
  const found = []
  await page.keyboard.press('Control+A')
  const all = await copied(page)
  if (!all.text.includes(await page.title())) found.push('the title is not in the plain text')
  const links = await page.evaluate((html) => {
    const copy = new DOMParser().parseFromString(html, 'text/html')
    return [...copy.querySelectorAll('a')]
      .filter((link) => link.querySelector('data') || /^[\d.,−+%\s]+$/.test(link.textContent))
      .map(({ textContent }) => textContent)
  }, all.html)
  found.push(...links.map((text) => `a number that is a link: ${text}`))
  const heard = await page.evaluate(() => [
    ...new Set([...document.querySelectorAll('.heard-only')].map(({ textContent }) => textContent.trim())),
  ])
  for (const words of heard) {
    const sticking = new RegExp(`^\\s*${words}.*\\t`, 'm').test(all.text) || all.html.includes(`>${words}`)
    if (sticking) found.push(`words that are only heard: ${words}`)
  }
  found.push(...(await faultsOfTables(page)))
  return found
}

/** Every cell of every table as the clipboard has it, against the number it shows. */
async function faultsOfTables(page) {
  const found = []
  const count = await page.locator('div.exhibit table').count()
  for (let index = 0; index < count; index++) {
    const shownRows = await page.evaluate((at) => {
      const table = document.querySelectorAll('div.exhibit table')[at]
      getSelection().selectAllChildren(table)
      const wordsOf = (cell) => {
        const copy = cell.cloneNode(true)
        for (const extra of copy.querySelectorAll('.heard-only, .note-mark, .note-marks, .trace')) extra.remove()
        return copy.textContent.replace(/\s+/g, ' ').trim()
      }
      return [...table.tBodies].flatMap(({ rows }) => [...rows]).map((row) => [...row.querySelectorAll('td')].map(wordsOf))
    }, index)
    const { text, html } = await copied(page)
    const fromHtml = await page.evaluate((markup) => {
      const copy = new DOMParser().parseFromString(markup, 'text/html')
      const rows = [...copy.querySelectorAll('tbody tr')]
      return rows.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim()))
    }, html)
    const fromText = text.split('\n').map((line) => line.split('\t').map((cell) => cell.replace(/\s+/g, ' ').trim()))
    for (const [at, cells] of shownRows.entries()) {
      if (cells.length === 0) continue
      const label = cells.join(' | ')
      if (fromHtml[at]?.join(' | ') !== label) found.push(`table ${index + 1}: ${label} is copied to HTML as ${fromHtml[at]?.join(' | ')}`)
      const isThere = fromText.some((line) => line.slice(-cells.length).join(' | ') === label)
      if (!isThere) found.push(`table ${index + 1}: ${label} is not a row of the plain text`)
    }
  }
  return found
}

async function copied(page) {
  await page.keyboard.press('Control+C')
  return page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type) => (await item.getType(type)).text()
    return { text: await read('text/plain'), html: await read('text/html') }
  })
}
