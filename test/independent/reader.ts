import { abs, cmp, div, type Fraction, fraction, parseDecimal, round, sign, spell, sub, toNumber, zero } from './fraction.js'
import type { Given } from './given.js'
import { countIn, type Named, numberIn, parseId, periodIn, segmentsIn } from './names.js'
import { type Block, type Page, type PageTable, readPage, type Sentence, type Shown, type TableCell } from './page.js'
import { rules } from './sentences.js'
import { grownRules } from './sentences-grown.js'
import type { ChangeTruth, DifferenceTruth, Key, Known, Truth, Verdict } from './truth.js'

/** One thing on a page that is not so. */
export type Wrong = { kind: string; sentence: string; figure: string; why: string }
export type Reading = { wrong: Wrong[]; unread: string[]; read: number; figures: Set<string>; text: string }

export type Context = {
  page: Page
  block: Block
  sentence: Sentence
  truth: Truth
  /** the same survey from the answers themselves, where a test has them */
  underlying?: Truth
  now: string
  before: string | undefined
  /** the level that most of the page's numbers are of */
  measure: string
  /** what the sentence, or else its block, is about */
  subject: Key | undefined
  changes: (key: Key) => ChangeTruth[]
  /** between any two periods */
  changesBetween: (key: Key, from: string, to: string) => ChangeTruth[]
  difference: (key: Key, against: string) => DifferenceTruth | undefined
  decimals: (key: Key) => number
  /** notes that the page tells of what has no figure, such as a target without a result */
  see: (id: string) => void
  figure: (at: string | undefined) => { shown: Shown; named: Named }
  number: (at: string | undefined) => Fraction | undefined
  fail: (kind: string, why: string, figure?: string) => void
}

const levels = new Set(['indexScore', 'mean', 'share', 'topTwoBox'])
const counts = new Set(['base', 'count', 'dontKnow', 'notApplicable', 'noAnswer', 'invited'])
export const levelMetrics = ['indexScore', 'mean', 'topTwoBox']

export const idOf = (key: Key, truth: Truth) =>
  [
    `${key.metric}/${key.segment}/${key.period}`,
    key.item === truth.given.items[0]?.id ? '' : `/items/${key.item}`,
    key.provider ? `/providers/${key.provider}` : '',
    key.options.length ? `/options/${key.options.join('+')}` : '',
  ].join('')

/** Reads a built page against the truth, and says everything on it that is not so, and each sentence it could not read. */
export const readDocument = (html: string, truth: Truth, underlying?: Truth): Reading => {
  const page = readPage(html)
  const { given } = truth
  const wrong: Wrong[] = []
  const unread: string[] = []
  const figures = new Set<string>()
  const decimals = new Map<string, number>()
  const shown = [...page.blocks.flatMap((b) => b.sentences), ...page.tables.flatMap((t) => t.cells)].flatMap((it) => it.figures)
  for (const { id, text } of shown) {
    figures.add(id)
    const value = numberIn(text, given.locale)
    if (value) decimals.set(id, Math.max(value.decimals, decimals.get(id) ?? 0))
  }
  const isOf = (metric: string) => shown.filter(({ id }) => id.startsWith(`${metric}/`)).length
  const measure = ['indexScore', 'mean', 'topTwoBox'].reduce((best, next) => (isOf(next) > isOf(best) ? next : best))
  const decimalsOf = (key: Key) => {
    return decimals.get(idOf(key, truth)) ?? truth.decimalsOf(key.metric, key.period, key.item)
  }
  /** Numbers with other decimals are never the same number twice, although they are compared at the fewest: 81 and 81,3. */
  const changesOf = (key: Key, from: string, to: string) => {
    const [before, after] = [decimalsOf({ ...key, period: from }), decimalsOf({ ...key, period: to })]
    const changes = truth.changeOf(key, from, to, [before, after])
    return changes.map((it): ChangeTruth => (it.told === 'unchanged' && before !== after ? { ...it, told: 'largelyUnchanged' } : it))
  }

  const differenceOf = (key: Key, against: string) =>
    truth.differenceOf(key, against, [decimalsOf(key), decimalsOf({ ...key, segment: against, provider: '' })])

  const checkFigure = (it: Shown, place: string, isSigned: boolean) => {
    const fail = (kind: string, why: string) => wrong.push({ kind, sentence: place, figure: it.id, why })
    const named = parseId(it.id, given)
    const number = numberIn(it.text, given.locale)
    if (named.kind === 'typed') return
    if (named.kind === 'unknown') fail('unknown-figure', 'no figure has this id')
    else if (named.kind === 'part' && isRange(it.text)) {
      // Both ends are held against what the words around them say of the term.
    } else if (!number) fail('no-number', `${JSON.stringify(it.text)} is no number`)
    else if (named.kind === 'value') checkValue(named.key, it, number, fail, named.comparedWith)
    else if (named.kind === 'change') checkChange(named, it, number, isSigned, fail)
    else if (named.kind === 'difference') {
      const difference = differenceOf(named.key, named.against)
      const size = (f: Fraction) => (isSigned ? f : abs(f))
      if (!difference) fail('difference-not-possible', 'there are not two numbers to compare')
      else if (cmp(size(difference.printed), size(number.value)) !== 0)
        fail('wrong-difference', `is ${spell(difference.printed, number.decimals)}`)
      else if (isSigned && sign(number.value) > 0 && !it.text.includes('+')) fail('change-without-sign', 'it stands without a plus')
    } else if (named.kind === 'part' && !truth.decompositionOf(named.key, named.from, named.to))
      fail('decomposition-not-possible', 'the parts do not give a decomposition')
  }

  type Fail = (kind: string, why: string) => void
  type Number = { value: Fraction; decimals: number }

  const checkValue = (key: Key, it: Shown, number: Number, fail: Fail, comparedWith?: string) => {
    if (counts.has(key.metric)) {
      const count = truth.countOf(key, comparedWith)
      if (count === undefined) fail('count-not-known', 'nothing gives this count')
      else if (cmp(fraction(count), number.value) !== 0) fail('wrong-number', `is ${count}`)
      return
    }
    const known = comparedWith
      ? truth.knownOfCommon(key, comparedWith)
      : key.metric === 'responseRate'
        ? truth.responseRateOf(key)
        : levels.has(key.metric)
          ? truth.knownOf(key)
          : undefined
    if (!known) return fail('unknown-figure', `no rule for ${key.metric}`)
    if (known.status !== 'ok' || !known.point) return fail(`printed-though-${known.status}`, `the number is ${known.status}`)
    const expected = truth.printedOf(known, number.decimals)
    if (cmp(expected, number.value) !== 0) fail('wrong-number', `is ${spell(expected, number.decimals)} (${toNumber(known.point)})`)
    const perUnit = key.metric === 'share' || key.metric === 'topTwoBox' || key.metric === 'responseRate' ? 100 : 1
    const value = globalThis.Number(it.value) * perUnit
    if (Math.abs(value - toNumber(known.point)) > 1e-6 && Math.abs(value - toNumber(number.value)) > 1e-6)
      fail('wrong-value-attribute', `value="${it.value}" is neither the number nor what is printed`)
    checkPossible(key, known, number, fail)
  }

  /** A number that could have been printed as another must have a note that says so. */
  const checkPossible = (key: Key, known: Known, number: Number, fail: Fail) => {
    if (!known.range || key.metric === 'responseRate') return
    const low = round(known.range.from, number.decimals)
    const step = fraction(1n, 10n ** BigInt(number.decimals))
    let high = round(known.range.to, number.decimals)
    const tie = sub(high, div(step, fraction(2)))
    if (!known.range.toIncluded && cmp(known.range.to, tie) === 0) high = sub(high, step)
    if (cmp(low, high) >= 0) return
    const names = [truth.segmentOf(key.segment)].flatMap((it) => (it ? [it.label, it.short, it.phrase ?? it.label] : []))
    const isSaid = page.blocks.some((block) =>
      block.sentences.some(({ text }) => /er sat til|is given as/.test(text) && names.some((name) => text.includes(name))),
    )
    if (!isSaid)
      fail('approximate-not-said', `may be from ${spell(low, number.decimals)} to ${spell(high, number.decimals)}, and nothing says so`)
  }

  const checkChange = (named: Named & { kind: 'change' }, it: Shown, number: Number, isSigned: boolean, fail: Fail) => {
    const allowed = changesOf(named.key, named.from, named.to)
    if (!allowed.length) return fail('change-not-possible', 'there is no change to tell')
    const size = (f: Fraction) => (isSigned ? f : abs(f))
    if (!allowed.some((change) => cmp(size(change.printed), isSigned ? number.value : abs(number.value)) === 0))
      fail('wrong-change', `is ${allowed.map((change) => spell(change.printed, number.decimals)).join(' or ')}`)
    if (isSigned && sign(number.value) > 0 && !it.text.startsWith('+') && !/[+]/.test(it.text))
      fail('change-without-sign', 'a rise stands without a plus')
  }

  /** What is told of all periods is told since the first of them that has a result of the whole. */
  const runOf = (block: Block) => {
    if (block.section !== 'Udviklingen over alle perioder') return undefined
    const item = given.items[0]?.id ?? ''
    const key = { metric: measure, segment: given.root.id, item, provider: '', options: [] }
    return given.periods.find(({ id }) => truth.knownOf({ ...key, period: id }).status === 'ok')?.id
  }

  const contextOf = (block: Block, sentence: Sentence): Context => {
    const subjectOf = (from: Shown[]) => {
      for (const it of from) {
        const named = parseId(it.id, given)
        if (named.kind === 'value' && levels.has(named.key.metric)) return named.key
        if (named.kind === 'change' || named.kind === 'part') return named.key
      }
      return undefined
    }
    const named = (): Key | undefined => {
      const text = block.sentences[0]?.text ?? ''
      const name = block.strong || (block.tag.startsWith('h') ? text : '')
      const found = name ? (/samlet set|overall/.test(name) ? [given.root.id] : segmentsIn(name, given)) : []
      return found.length === 1
        ? { metric: measure, segment: found[0] as string, period: '', item: given.items[0]?.id ?? '', provider: '', options: [] }
        : undefined
    }
    const subject = subjectOf(sentence.figures) ?? subjectOf(block.sentences.flatMap((it) => it.figures)) ?? named()
    const [now, before] = [given.document.period, runOf(block) ?? given.document.compareWith]
    return {
      page,
      block,
      sentence,
      truth,
      ...(underlying ? { underlying } : {}),
      now,
      before,
      measure,
      subject,
      changes: (key) => (before ? changesOf(key, before, now) : []),
      changesBetween: changesOf,
      difference: differenceOf,
      decimals: decimalsOf,
      see: (id) => figures.add(id),
      figure: (at) => {
        const it = sentence.figures[Number(at)]
        return { shown: it ?? { id: '', text: '', value: '' }, named: it ? parseId(it.id, given) : { kind: 'unknown' } }
      },
      number: (at) => numberIn(sentence.figures[Number(at)]?.text ?? '', given.locale)?.value,
      fail: (kind, why, figure) =>
        wrong.push({ kind, sentence: said(sentence), figure: figure ?? sentence.figures[0]?.id ?? subject?.segment ?? '', why }),
    }
  }

  let read = 0
  for (const block of page.blocks) {
    for (const sentence of block.sentences) {
      for (const it of sentence.figures) checkFigure(it, said(sentence), false)
      const context = contextOf(block, sentence)
      let isRead = false
      for (const rule of [...rules, ...grownRules]) {
        const found = rule.shape.exec(sentence.text)
        if (!found || rule.when?.(context) === false) continue
        isRead = true
        rule.check?.(context, found)
      }
      if (isRead) read++
      else if (given.explanations.some((it) => it.includes(sentence.text))) read++
      else if (block.tag !== 'caption' && block.tag !== 'figcaption' && block.tag !== 'dd' && /⟦|[\p{L}]{3}/u.test(sentence.text))
        unread.push(said(sentence))
    }
  }
  for (const picture of page.pictures) {
    if (!picture.text) continue
    for (const text of picture.text.split(/(?<=\.)\s+(?=[A-ZÆØÅ])/)) {
      const sentence: Sentence = { text, figures: [] }
      const block: Block = { tag: 'svg', sentences: [sentence], section: '', exhibit: picture.exhibit, listSize: 0, strong: '' }
      const context = contextOf(block, sentence)
      const isLines = /^Kurvediagram/.test(picture.text)
      const matched = (isLines ? grownRules : [...rules, ...grownRules]).filter(
        (rule) => rule.shape.test(text) && rule.when?.(context) !== false,
      )
      for (const rule of matched) rule.check?.(context, rule.shape.exec(text) as RegExpExecArray)
      if (matched.length) read++
      else unread.push(text)
    }
  }
  for (const table of page.tables)
    checkTable(table, {
      truth,
      page,
      wrong,
      measure,
      checkFigure,
      decimals: (text) => numberIn(text, given.locale),
      changesOf: (key) => {
        const { document } = given
        const from = sinceOf(table, given) ?? document.compareWith
        return from ? changesOf(key, from, document.period) : []
      },
      differenceOf,
    })
  for (const it of page.explained) checkExplained(it, truth, wrong, changesOf)
  return {
    wrong: distinct(wrong),
    unread: [...new Set(unread)],
    read,
    figures,
    text: `${page.text}\n${page.tables.flatMap((t) => [t.caption, ...t.cells.flatMap((c) => [c.row, ...c.heads])]).join('\n')}`,
  }
}

const isRange = (text: string) => /^\d[\d.,]*–\d[\d.,]*$/.test(text)
const distinct = (wrong: Wrong[]) => [...new Map(wrong.map((it) => [JSON.stringify(it), it])).values()]
const said = (sentence: Sentence) =>
  sentence.text.replace(/⟦(\d+)⟧/g, (_, at: string) => sentence.figures[Number(at)]?.text ?? '').replace(/‡[^‡]+‡/g, '')

type TableTools = {
  truth: Truth
  page: Page
  wrong: Wrong[]
  /** the level that most of the page's numbers are of */
  measure: string
  checkFigure: (it: Shown, place: string, isSigned: boolean) => void
  decimals: (text: string) => { value: Fraction; decimals: number } | undefined
  /** since the period that the table's own head says, or else the one that the document compares with */
  changesOf: (key: Key) => ChangeTruth[]
  differenceOf: (key: Key, against: string) => DifferenceTruth | undefined
}

/** The period that a table's changes are told since, where its head says one. */
export const sinceOf = (table: PageTable, given: Given) => {
  const heads = table.cells.flatMap((cell) => cell.heads)
  const since = heads.flatMap((head) => /^Ændring siden (.+)$/.exec(head)?.[1] ?? [])[0]
  return since === undefined ? undefined : periodIn(since, given)?.id
}

/** What a row without a number of its own in the cell is about: the level and the item that the table's numbers are of. */
const keyOfRow = (table: PageTable, { truth, measure }: TableTools): Omit<Key, 'segment'> => {
  for (const { id } of table.cells.flatMap((cell) => cell.figures)) {
    const named = parseId(id, truth.given)
    if (named.kind === 'value' && levels.has(named.key.metric)) return { ...named.key, provider: '' }
  }
  return { metric: measure, period: '', item: truth.given.items[0]?.id ?? '', provider: '', options: [] }
}

/** The verdict that some words give of a change; undefined where they give none. */
export const verdictIn = (words: string): Verdict | undefined =>
  /kan ikke afgøres|cannot be decided/.test(words)
    ? 'undecidable'
    : /for få svar|too few/.test(words)
      ? 'tooFew'
      : /statistisk sik(?:ker|re)|statistically significant/.test(words)
        ? 'certain'
        : /tilfældige?\b|chance/.test(words)
          ? 'never'
          : undefined

/** Without the numbers of answers nothing can be decided. */
export const isVerdict = (truth: Verdict, told: Verdict) => truth === told || (truth === 'unknown' && told === 'undecidable')

const benchmarkIn = (words: string, given: Given): { benchmark?: string } => {
  const found = given.benchmarks.find(({ names }) => names.includes(words.trim()))
  return found ? { benchmark: found.id } : {}
}

type Head = { metric?: string; period?: string; option?: string; benchmark?: string }

/** What a head says of the cells under it: a metric, a period, an option. */
const headOf = (text: string, truth: Truth): Head => {
  const { given } = truth
  const bare = text.toLowerCase().trim()
  if (/^(ændring|change)/.test(bare)) return { metric: 'change' }
  if (/^forskel/.test(bare)) return { metric: 'difference', ...benchmarkIn(bare.replace(/^forskel( i forhold til)?/, ''), given) }
  const period = periodIn(text, given)
  if (period) return { period: period.id }
  if (/^(vurdering|verdict)$/.test(bare)) return { metric: 'verdict' }
  const benchmark = benchmarkIn(bare, given)
  if (benchmark.benchmark) return benchmark
  if (/indekstal|index/.test(bare)) return { metric: 'indexScore' }
  if (/gennemsnit|mean/.test(bare)) return { metric: 'mean' }
  if (/^(antal svar|answers|number of answers|svar)$/.test(bare)) return { metric: 'base' }
  if (/^(ved ikke|don.t know)/.test(bare)) return { metric: 'dontKnow' }
  if (/svarprocent|response rate/.test(bare)) return { metric: 'responseRate' }
  if (/inviteret|inviterede|invited/.test(bare)) return { metric: 'invited' }
  const option = given.items.flatMap((item) => item.options).find((it) => it.names.includes(bare) || it.id.toLowerCase() === bare)
  if (option) return { metric: 'share', option: option.id }
  return {}
}

const segmentsNamed = (row: string, truth: Truth) =>
  truth.given.segments.filter((it) => [it.label, it.short].some((name) => name === row)).map((it) => it.id)

const checkTable = (table: PageTable, tools: TableTools) => {
  const { truth, wrong, page } = tools
  const columns = new Map<string, { decimals: Set<number>; ids: string[] }>()
  const shares = new Map<string, { sum: Fraction; options: Set<string>; item: string }>()
  for (const cell of table.cells) {
    const heads = cell.heads.map((it) => headOf(it, truth))
    const metric = heads.find((it) => it.metric)?.metric
    const period = heads.find((it) => it.period)?.period
    const place = `${table.caption} | ${cell.row} | ${cell.heads.join(' / ')} | ${said({ text: cell.text, figures: cell.figures })}`
    const option = heads.find((it) => it.option)?.option
    for (const it of cell.figures) {
      const fail = (kind: string, why: string) => wrong.push({ kind, sentence: place, figure: it.id, why })
      const named = parseId(it.id, truth.given)
      tools.checkFigure(it, place, named.kind === 'change' || named.kind === 'difference')
      if (named.kind !== 'value' && named.kind !== 'change' && named.kind !== 'difference') continue
      const rows = segmentsNamed(cell.row, truth)
      const isProvider = truth.given.providers.some((provider) => provider.label === cell.row && provider.id === named.key.provider)
      const items = truth.given.items.filter(({ label }) => label === cell.row)
      const whom = heads.find((head) => head.benchmark)?.benchmark
      const isOther = named.kind === 'value' && truth.given.benchmarks.some(({ id }) => id === named.key.segment)
      if (
        isOther
          ? whom !== named.key.segment
          : named.kind === 'difference'
            ? whom !== undefined && whom !== named.against
            : whom !== undefined
      )
        fail('figure-in-wrong-column', `the column is of ${whom ?? 'our own'}`)
      if (!rows.length && items.length && !items.some(({ id }) => id === named.key.item))
        fail('figure-in-wrong-row', `the row is ${cell.row}, the figure of ${named.key.item}`)
      if (rows.length && !rows.includes(named.key.segment))
        fail('figure-in-wrong-row', `the row is ${cell.row}, the figure of ${named.key.segment}`)
      else if (!rows.length && !isProvider && !truth.given.items.some((item) => item.label === cell.row))
        fail('row-not-known', `no group is called ${cell.row}`)
      if ((named.kind === 'difference') !== (metric === 'difference'))
        fail('figure-in-wrong-column', `the column shows ${metric ?? 'a level'}`)
      if (named.kind === 'value' && metric && metric !== named.key.metric) fail('figure-in-wrong-column', `the column shows ${metric}`)
      if ((named.kind === 'change') !== (metric === 'change')) fail('figure-in-wrong-column', `the column shows ${metric ?? 'a level'}`)
      if (named.kind === 'value' && period && period !== named.key.period) fail('figure-in-wrong-column', `the column is of ${period}`)
      if (option && !named.key.options.includes(option)) fail('figure-in-wrong-column', `the column is of ${option}`)
      const number = tools.decimals(it.text)
      if (!number) continue
      if (levels.has(named.key.metric) && named.kind === 'value') {
        // Rows of other questions need not be as precise.
        const column = `${cell.heads.join(' / ')} ${named.key.item}`
        const seen = columns.get(column) ?? { decimals: new Set(), ids: [] }
        seen.decimals.add(number.decimals)
        seen.ids.push(it.id)
        columns.set(column, seen)
      }
      if (named.kind === 'value' && named.key.metric === 'share' && named.key.options.length === 1) {
        const key = `${cell.row}|${named.key.segment}|${named.key.period}|${named.key.provider}|${named.key.item}`
        const seen = shares.get(key) ?? { sum: zero, options: new Set<string>(), item: named.key.item }
        seen.sum = { n: seen.sum.n * number.value.d + number.value.n * seen.sum.d, d: seen.sum.d * number.value.d }
        seen.options.add(named.key.options[0] as string)
        shares.set(key, seen)
      }
    }
    const marks = [...cell.text.matchAll(/‡([^‡]+)‡/g)].map((it) => page.notes.get(it[1] as string) ?? '')
    const changeOfRow = () => {
      const named = cell.figures.map((it) => parseId(it.id, truth.given)).find((it) => it.kind === 'value')
      const rowSegment = segmentsNamed(cell.row, truth)[0]
      const key = named?.kind === 'value' ? named.key : rowSegment && { ...keyOfRow(table, tools), segment: rowSegment }
      return key ? tools.changesOf(key) : []
    }
    for (const words of [...marks, ...(metric === 'verdict' ? [cell.text] : [])]) {
      const verdict = verdictIn(words)
      if (verdict && metric === 'verdict' && isOfDifferences(table)) {
        checkDifferenceVerdict(table, cell, verdict, tools, place)
        continue
      }
      const changes = verdict ? changeOfRow() : []
      if (verdict && !changes.some((it) => isVerdict(it.verdict, verdict)))
        wrong.push({
          kind: 'wrong-certainty',
          sentence: `${place} ${words}`,
          figure: cell.figures[0]?.id ?? '',
          why: `the verdict is ${changes.map((it) => it.verdict).join(' or ') || 'of no change'}`,
        })
    }
    if (!cell.figures.length && /^[–—-](?:‡[^‡]+‡)*$/.test(cell.text)) checkDash(table, cell, { metric, period, option }, tools, place)
  }
  checkTotals(table, tools)
  for (const [column, { decimals, ids }] of columns)
    if (decimals.size > 1)
      wrong.push({
        kind: 'mixed-decimals',
        sentence: `${table.caption} | ${column}`,
        figure: ids.join(', '),
        why: 'one column has numbers of different precision',
      })
  for (const [row, { sum, options, item }] of shares) {
    const isWhole = truth.itemOf(item).options.every((it) => it.score === undefined || options.has(it.id))
    if (isWhole && cmp(sum, fraction(100)) !== 0 && !/afrunding|afrundet hver for sig|rounding/.test(table.notes))
      wrong.push({
        kind: 'shares-do-not-sum',
        sentence: `${table.caption} | ${row}`,
        figure: `share/${row}`,
        why: `sum to ${toNumber(sum)}, and no note says why`,
      })
  }
}

const isOfDifferences = (table: PageTable) => table.cells.some((cell) => cell.heads.some((head) => /^Forskel/.test(head)))

/** A verdict beside a difference is of just that one. */
const checkDifferenceVerdict = (
  table: PageTable,
  cell: TableCell,
  told: Verdict,
  { truth, wrong, differenceOf }: TableTools,
  place: string,
) => {
  const named = table.cells
    .filter(({ row }) => row === cell.row)
    .flatMap(({ figures }) => figures.map(({ id }) => parseId(id, truth.given)))
    .find(({ kind }) => kind === 'difference')
  const difference = named?.kind === 'difference' ? differenceOf(named.key, named.against) : undefined
  if (!difference?.verdict || !isVerdict(difference.verdict, told))
    wrong.push({ kind: 'wrong-certainty', sentence: place, figure: '', why: `the verdict is ${difference?.verdict ?? 'of no difference'}` })
}

/** A group whose number is not made of its parts, shown together with them, says so. */
const checkTotals = (table: PageTable, { truth, wrong }: TableTools) => {
  const shown = new Set(
    table.cells
      .flatMap((cell) => cell.figures)
      .filter((it) => levels.has(it.id.split('/')[0] as string))
      .map((it) => it.id.split('/')[1]),
  )
  for (const segment of truth.given.segments) {
    const isOwn = segment.parts.length > 0 && (segment.overlap || !segment.complete)
    if (!isOwn || !shown.has(segment.id) || !segment.parts.some((part) => shown.has(part.id))) continue
    if (!/flere grupper|overlap|dækker ikke|ikke dækker|oplyst for sig|several groups|do not cover/.test(table.notes))
      wrong.push({
        kind: 'total-not-of-parts-unexplained',
        sentence: table.caption,
        figure: segment.id,
        why: 'the whole and its parts stand together, and nothing says why they differ',
      })
  }
}

/** What a note may give as the reason for a number that is not there. */
const reasons: [RegExp, (known: Known, hasResults: boolean) => boolean][] = [
  [/ikke (?:er )?(?:opgjort|oplyst)|intet tal|not (?:given|known)/, (known) => known.status === 'absent' || known.status === 'unknown'],
  [/ingen (?:har|havde) (?:svaret|givet et svar)|no one (?:has )?answered|ingen svar/i, (known) => known.status === 'noAnswers'],
  [/ikke (?:er )?målt|not measured/, (_, hasResults) => !hasResults],
  [
    /for få|færre end|holdt tilbage|holdes tilbage|vises ikke|ikke vises|withheld|too few/,
    (known) => known.status === 'small' || known.status === 'ok',
  ],
]

const checkDash = (
  table: PageTable,
  cell: TableCell,
  heads: { metric: string | undefined; period: string | undefined; option: string | undefined },
  tools: TableTools,
  place: string,
) => {
  const { truth, page, wrong } = tools
  const own = [...cell.text.matchAll(/‡([^‡]+)‡/g)].map((it) => page.notes.get(it[1] as string) ?? '').join(' ')
  const around =
    own ||
    `${table.notes} ${page.blocks
      .filter((block) => block.exhibit === '' || block.exhibit === table.exhibit)
      .flatMap((b) => b.sentences.map((s) => s.text))
      .filter((text) => /streg|dash|\(–\)/i.test(text))
      .join(' ')}`
  const fail = (kind: string, why: string): void => {
    wrong.push({ kind, sentence: place, figure: '', why })
  }
  if (!/streg|dash|–/i.test(around)) return fail('dash-unexplained', 'no note says what the dash means')
  const segment = segmentsNamed(cell.row, truth)[0]
  if (!segment || !heads.metric || !levels.has(heads.metric)) return
  const key: Key = {
    metric: heads.metric,
    segment,
    period: heads.period ?? truth.given.document.period,
    item: truth.given.items[0]?.id ?? '',
    provider: '',
    options: heads.option ? [heads.option] : [],
  }
  const known = truth.knownOf(key)
  const given = reasons.filter(([shape]) => shape.test(around))
  const group = truth.segmentOf(segment)
  const hasResults = group !== undefined && truth.hasResults(group, key.period, key.item)
  if (!given.some(([, fits]) => fits(known, hasResults))) fail('dash-with-wrong-reason', `the number is ${known.status}`)
}

const decimalText = (text: string) => parseDecimal(text.replace(/\./g, '').replace(',', '.').replace('−', '-'))

/** The account of a number at the end of the page: the number again, what it may be, and how sure a change is. */
const checkExplained = (
  it: { id: string; printed: string; parts: Map<string, string> },
  truth: Truth,
  wrong: Wrong[],
  changesOf: (key: Key, from: string, to: string) => ChangeTruth[],
) => {
  const named = parseId(it.id, truth.given)
  const fail = (kind: string, why: string, part: string) =>
    wrong.push({ kind, sentence: `${part}: ${it.parts.get(part) ?? it.printed}`, figure: it.id, why })
  const may = it.parts.get('Mulige værdier') ?? it.parts.get('Possible values')
  const known = (key: Key, comparedWith?: string) => (comparedWith ? truth.knownOfCommon(key, comparedWith) : truth.knownOf(key))
  const range = named.kind === 'value' && levels.has(named.key.metric) ? known(named.key, named.comparedWith).range : undefined
  const change = named.kind === 'change' ? changesOf(named.key, named.from, named.to) : []
  const ends = /(?:fra|over)\s+(−?[\d.,]*\d).*?(?:under|til)(?: og med| under)?\s+(−?[\d.,]*\d)/i.exec(may ?? '')
  const possible = range ?? change[0]?.possible
  if (may && ends && possible && named.kind !== 'part') {
    const percent = named.kind === 'value' && (named.key.metric === 'share' || named.key.metric === 'topTwoBox')
    const [low, high] = [decimalText(ends[1] as string), decimalText(ends[2] as string)]
    const isNear = (a: Fraction | undefined, b: Fraction) => a && Math.abs(toNumber(a) - toNumber(b)) <= 0.00005001
    if (!percent && (!isNear(low, possible.from) || !isNear(high, possible.to)))
      fail('explained-range', `may be from ${toNumber(possible.from)} to ${toNumber(possible.to)}`, 'Mulige værdier')
  }
  const sure = it.parts.get('Sikkerhed') ?? it.parts.get('Significance')
  if (!sure || !change.length) return
  const verdict = /kan ikke afgøres|cannot be decided/.test(sure)
    ? 'undecidable'
    : /kan være tilfældig|may be due to chance/.test(sure)
      ? 'never'
      : /er statistisk sikker|is statistically significant/.test(sure)
        ? 'certain'
        : 'tooFew'
  if (!change.some((each) => each.verdict === verdict))
    fail('explained-certainty', `the verdict is ${change.map((each) => each.verdict).join(' or ')}`, 'Sikkerhed')
}

export { countIn }
