// Holds the built examples to one text: the figures of the document tree stand in the same order and with the same digits in the HTML's
// prose and tables and in what is read aloud of the PDF, its structure tree: on its pages a table may stand later than the text after it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildProject } from '../dist/node.js'

const folder = mkdtempSync(join(tmpdir(), 'notat-text-'))

/** Figure texts of prose and tables in reading order; a chart's numbers are a picture and its data. */
function figureTexts(node) {
  if (Array.isArray(node)) return node.flatMap(figureTexts)
  if (node === null || typeof node !== 'object') return []
  if (node.type === 'figure') return [node.text]
  if (node.type === 'chart') return figureTexts([node.title, node.howTo, node.notes])
  if (node.type === 'table')
    return figureTexts([
      node.title,
      node.howTo,
      node.stubHead,
      node.spanners,
      node.columns.map((column) => column.label),
      node.rows,
      node.notes,
    ])
  return figureTexts(Object.values(node))
}

/** The texts of the tree: every line of them stands in quotation marks. */
function heard(tree) {
  return [...tree.matchAll(/^\s+"(.*)"$/gm)].map(([, words]) => words).join('\n')
}

try {
  for (const example of readdirSync('examples')) {
    const { documents, outputs } = await buildProject(join('examples', example))
    for (const document of documents) {
      const expected = [...figureTexts(document.blocks), ...figureTexts(document.notes)]

      const html = new TextDecoder().decode(outputs.find(({ name }) => name === `${document.id}.html`).bytes)
      const visible = html.replace(/<details[\s\S]*?<\/details>/g, '')
      const inHtml = [...visible.matchAll(/<data class="figure"[^>]*>([^<]*)<\/data>/g)].map((match) => match[1])
      if (inHtml.join('|') !== expected.join('|'))
        throw new Error(`${example}: HTML has ${inHtml.join(' ')}\nthe tree has ${expected.join(' ')}`)

      const path = join(folder, `${document.id}.pdf`)
      writeFileSync(path, outputs.find(({ name }) => name === `${document.id}.pdf`).bytes)
      const text = heard(execFileSync('pdfinfo', ['-struct-text', path], { encoding: 'utf8', maxBuffer: 1e8 }))
      let from = 0
      for (const [index, digits] of expected.entries()) {
        // A share in words may go on in the next line.
        const shape = digits.replace(/[.+]/g, '\\$&').replace(/\s+/g, '\\s+')
        const found = new RegExp(`(?<![\\d.,])${shape}(?!\\d)`).exec(text.slice(from))
        if (!found)
          throw new Error(
            `${example}: figure ${index} (${digits}) does not follow in the PDF after: ${text.slice(Math.max(0, from - 80), from)}`,
          )
        from += found.index + found[0].length
      }
      process.stdout.write(`${document.id}: ${expected.length} figures alike in tree, HTML and PDF\n`)
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
