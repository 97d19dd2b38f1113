// Pictures of every kind of chart with data that are hard to draw, for people to look at: node scripts/pictures.mjs [FOLDER]
// Writes one HTML and one PDF file, screens of it (wide, 390 px, both in grey as well), and the pages of the PDF where pdftoppm is at hand.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'
import { root, withSources } from './from-sources.mjs'

const folder = path.resolve(process.argv[2] ?? path.join(root, 'reports/pictures'))
mkdirSync(folder, { recursive: true })

const entry = `
export { picturesDocument } from './hard-pictures.ts'
export { renderHtml } from '../src/render/html.ts'
export { renderPdf } from '../src/render/pdf.ts'`
await withSources(entry, async ({ picturesDocument, renderHtml, renderPdf }) => {
  const document = picturesDocument()
  writeFileSync(path.join(folder, 'pictures.html'), await renderHtml(document))
  writeFileSync(path.join(folder, 'pictures.pdf'), await renderPdf(document))
})

const executablePath = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find((place) => place && existsSync(place))
const browser = await chromium.launch({
  ...(executablePath && { executablePath }),
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
})
try {
  const page = await browser.newPage()
  await page.goto(pathToFileURL(path.join(folder, 'pictures.html')).href)
  for (const width of [1000, 390]) {
    await page.setViewportSize({ width, height: 900 })
    for (const look of ['colour', 'grey']) {
      await page.addStyleTag({ content: `html { filter: ${look === 'grey' ? 'grayscale(1)' : 'none'} }` })
      for (const figure of await page.locator('figure').all()) {
        await figure.screenshot({ path: path.join(folder, `${await figure.getAttribute('id')}-${width}-${look}.png`) })
      }
    }
  }
} finally {
  await browser.close()
}
try {
  execFileSync('pdftoppm', ['-r', '60', '-png', path.join(folder, 'pictures.pdf'), path.join(folder, 'page')])
} catch (error) {
  if (error.code !== 'ENOENT') throw error
  console.log('pdftoppm is not installed: the pages of the PDF are not drawn')
}
console.log(folder)
