/**
 * PDF → text with pages, by pdfjs in this thread: no worker, no script, no network, no fonts of the system. Words
 * that stand on one height are a line; a wide gap, a step up or a step down of more than a line starts a new piece, and
 * so does a number that stands in a column of others, so that cells of a table stand alone. A PDF with tags for nearly
 * all its words is read by these instead.
 */

import { NotatError, problem } from '../../errors.js'
import { mostStreamBytes } from '../../limits.js'
import { english } from '../../locale/english-problems.js'
import { greatest, least } from '../../long-lists.js'
import type { TextBlock } from './passages.js'
import { isOverlongPdf } from './pdf-size.js'
import { guarded, loadPdfjs } from './pdfjs.js'
import { blocksOfLines, isCell, passageOf, type TextLine } from './plain.js'
import { blocksOfTags, idsOf, type Tag, type TaggedPage } from './tagged.js'

/**
 * A run of glyphs: where it begins and ends, its height above the page's foot and the size of its letters, all in
 * points.
 */
type Run = { text: string; left: number; right: number; foot: number; size: number }

/**
 * Runs in the order they are drawn. `marked`: those that tags tell of, by id; `artifacts`: those of the page, not of
 * its text.
 */
type Page = {
  runs: Run[]
  root: Tag | null
  marked: ReadonlyMap<string, Run[]>
  artifacts: ReadonlySet<Run>
}

/** Blocks of a PDF; throws NotatError `unreadable-pdf`, `overlong-pdf` or `no-text-in-pdf`. */
export async function blocksOfPdf(bytes: Uint8Array, name: string): Promise<TextBlock[]> {
  const pages = await pagesOf(bytes, name)
  const lines = pages.flatMap(({ runs }, index) => linesOfPage(runs, index + 1))
  if (lines.length === 0) throw new NotatError('data', [problem(english, 'no-text-in-pdf', { file: name }, { file: name })])
  const tagged = pages.map(taggedPage)
  return isTagged(pages) ? blocksOfTags(tagged) : blocksOfLines(lines)
}

/** So much of what is no artifact must have tags, or the words would be lost that have none. */
const fewestTagged = 0.95

function isTagged(pages: readonly Page[]): boolean {
  const lengthOf = (runs: readonly Run[]) => runs.reduce((sum, { text }) => sum + text.trim().length, 0)
  const all = pages.reduce((sum, { runs, artifacts }) => sum + lengthOf(runs.filter((run) => !artifacts.has(run))), 0)
  const tagged = pages.reduce((sum, { root, marked }) => sum + lengthOf(root ? idsOf(root).flatMap((id) => marked.get(id) ?? []) : []), 0)
  return all > 0 && tagged >= all * fewestTagged
}

function taggedPage({ root, marked }: Page, index: number): TaggedPage {
  return {
    root: root ?? {},
    draw: (ids) => {
      const runs = ids.flatMap((id) => marked.get(id) ?? [])
      if (runs.length === 0) return null
      const passage = passageOf(linesOfPage(runs, index + 1))
      return { passage, left: least(runs.map(({ left }) => left)), right: greatest(runs.map(({ right }) => right)) }
    },
  }
}

async function pagesOf(bytes: Uint8Array, name: string): Promise<Page[]> {
  if (await isOverlongPdf(bytes)) {
    throw new NotatError('data', [problem(english, 'overlong-pdf', { file: name, limit: mostStreamBytes / 1_000_000 }, { file: name })])
  }
  const pdfjs = await loadPdfjs()
  return guarded(() => readPages(pdfjs, bytes, name))
}

async function readPages(pdfjs: Awaited<ReturnType<typeof loadPdfjs>>, bytes: Uint8Array, name: string): Promise<Page[]> {
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
    const pages: Page[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent({ includeMarkedContent: true })
      pages.push({ ...runsOf(items), root: (await page.getStructTree()) as Tag | null })
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

type Item = { str: string; transform: number[]; width: number; height: number } | { type: string; id?: string; tag?: string }

function runsOf(items: readonly Item[]): Omit<Page, 'root'> {
  const page = { runs: [] as Run[], marked: new Map<string, Run[]>(), artifacts: new Set<Run>() }
  const open: { id: string | null; isArtifact: boolean }[] = []
  for (const item of items) {
    if ('type' in item) {
      if (item.type === 'endMarkedContent') open.pop()
      else open.push({ id: item.id ?? null, isArtifact: item.tag === 'Artifact' })
    } else if (item.str.trim() !== '') {
      const run = runOf(item)
      page.runs.push(run)
      const id = open.findLast((mark) => mark.id !== null)?.id
      if (open.some(({ isArtifact }) => isArtifact)) page.artifacts.add(run)
      else if (id) page.marked.set(id, [...(page.marked.get(id) ?? []), run])
    }
  }
  return page
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
  const isInColumn = columnsOf(runs)
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
    if (isRaisedMark(last, run)) {
      line.push({ ...last, text: '', left: last.right, right: run.right })
      continue
    }
    const size = Math.max(last.size, run.size, 1)
    const isSameLine = areOnOneLine(last, run)
    const distance = run.left - last.right
    if (isSameLine && distance > -size && distance < size * 1.5 && !(isApart(last, run) && isInColumn(run))) {
      line.push(run)
      continue
    }
    // Behind the last cell of a row the next row begins, however near it stands.
    const isRowEnd = !isSameLine && gap === 1 && isCell(textOfLine(line))
    end()
    line = [run]
    const down = last.foot - run.foot
    gap = isSameLine || down < 0 ? 1 : down < size * 1.7 ? Number(isRowEnd) : down < size * 3 ? 1 : 2
  }
  end()
  return lines
}

/**
 * A raised number right behind a word points to a note, and is no part of the text: "83" with a mark of 1 is not 831.
 * Letters beside the numbers of a table stand on their line.
 */
function isRaisedMark(before: Run, run: Run): boolean {
  const [raised, apart] = [run.foot - before.foot, run.left - before.right]
  const isSmall = run.size < before.size * 0.8 && raised > before.size * 0.2 && raised < before.size * 0.8
  return isSmall && Math.abs(apart) < before.size * 0.25 && /^\s*\d{1,2}\s*$/.test(run.text)
}

function areOnOneLine(one: Run, next: Run): boolean {
  return Math.abs(one.foot - next.foot) < Math.max(one.size, next.size, 1) * 0.4
}

/** Wider apart than two words are. */
function isApart(one: Run, next: Run): boolean {
  return next.left - one.right > Math.max(one.size, next.size, 1) * 0.6
}

/** Fewer numbers under each other may be so by chance. */
const fewestInColumn = 3

/** Whether a number begins or ends just under others, all of them apart from what stands before them on their line. */
function columnsOf(runs: readonly Run[]): (run: Run) => boolean {
  const edgesOf = ({ left, right }: Run) => [`left ${Math.round(left)}`, `right ${Math.round(right)}`]
  const found = new Map<string, number>()
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]
    if (!before || !areOnOneLine(before, run) || !isApart(before, run) || !isCell(run.text.trim())) continue
    for (const edge of edgesOf(run)) found.set(edge, (found.get(edge) ?? 0) + 1)
  }
  return (run) => isCell(run.text.trim()) && edgesOf(run).some((edge) => (found.get(edge) ?? 0) >= fewestInColumn)
}

function textOfLine(runs: readonly Run[]): string {
  const parts = runs.map(({ text, left, size }, index) => {
    const before = runs[index - 1]
    const isBlankLeft = before && left - before.right > size * 0.15 && !before.text.endsWith(' ') && !text.startsWith(' ')
    return isBlankLeft ? ` ${text}` : text
  })
  return parts
    .join('')
    .replace(/[\t ]+/g, ' ')
    .trim()
}
