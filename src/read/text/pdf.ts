/**
 * PDF → text with pages, by pdfjs in this thread: no worker, no script, no network, no fonts of the system. Words
 * that stand on one height are a line; a wide gap, a step up or a step down of more than a line starts a new piece,
 * so that cells of a table stand alone.
 */
import { NotatError, problem } from '../../errors.js'
import { english } from '../../locale/english-problems.js'
import type { TextBlock } from './passages.js'
import { blocksOfLines, type TextLine } from './plain.js'

/**
 * A run of glyphs: where it begins and ends, its height above the page's foot and the size of its letters, all in
 * points.
 */
type Run = { text: string; left: number; right: number; foot: number; size: number }

/** Blocks of a PDF; throws NotatError `unreadable-pdf` or `no-text-in-pdf`. */
export async function blocksOfPdf(bytes: Uint8Array, name: string): Promise<TextBlock[]> {
  const pages = await runsOfPages(bytes, name)
  const lines = pages.flatMap((runs, index) => linesOfPage(runs, index + 1))
  if (lines.length === 0) throw new NotatError('data', [problem(english, 'no-text-in-pdf', { file: name }, { file: name })])
  return blocksOfLines(lines)
}

async function runsOfPages(bytes: Uint8Array, name: string): Promise<Run[][]> {
  // With the worker's module loaded, pdfjs runs it in this thread and asks for no file.
  const [pdfjs] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
  const loading = pdfjs.getDocument({
    data: new Uint8Array(bytes),
    isEvalSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    const document = await loading.promise
    const pages: Run[][] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [runOf(item)] : [])))
      page.cleanup()
    }
    return pages
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    throw new NotatError('data', [problem(english, 'unreadable-pdf', { file: name, detail }, { file: name })])
  } finally {
    await loading.destroy()
  }
}

function runOf({ str, transform, width, height }: { str: string; transform: number[]; width: number; height: number }): Run {
  const [, , , , left = 0, foot = 0] = transform
  return { text: str, left, right: left + width, foot, size: height }
}

/** Lines of a page from runs in the order they are drawn. */
function linesOfPage(runs: readonly Run[], page: number): TextLine[] {
  const lines: TextLine[] = []
  let line: Run[] = []
  let gap = 2
  const end = () => {
    if (line.length > 0) lines.push({ text: textOfLine(line), line: null, page, gap })
    line = []
  }
  for (const run of runs) {
    const last = line.at(-1)
    if (!last) {
      line = [run]
      continue
    }
    const size = Math.max(last.size, run.size, 1)
    const isSameLine = Math.abs(last.foot - run.foot) < size * 0.4
    const distance = run.left - last.right
    if (isSameLine && distance > -size && distance < size * 1.5) {
      line.push(run)
      continue
    }
    end()
    line = [run]
    const down = last.foot - run.foot
    gap = isSameLine || down < 0 ? 1 : down < size * 1.7 ? 0 : down < size * 3 ? 1 : 2
  }
  end()
  return lines
}

function textOfLine(runs: readonly Run[]): string {
  const parts = runs.map(({ text, left, size }, index) => {
    const before = runs[index - 1]
    const isApart = before && left - before.right > size * 0.15 && !before.text.endsWith(' ') && !text.startsWith(' ')
    return isApart ? ` ${text}` : text
  })
  return parts
    .join('')
    .replace(/[\t ]+/g, ' ')
    .trim()
}
