/**
 * What a document says besides figures: captions and references, its dates, the lengths of its lists, comparisons
 * with fixed points, response rates.
 */
import { type Assertion, nearly, type PrintedNumber, type Quantifier } from '../claim.js'
import { compare, type Exact, intervalOfPrinted, neutralMarks, parsePrinted, pointInterval } from '../printed.js'
import { placeOf, type TextRow } from '../read/text/passages.js'
import { eachInSteps, type Steps } from '../steps.js'
import { parentOf, segmentById } from '../survey.js'
import { type DocumentSetting, goalsOf } from './sentence-claims.js'
import { captionNumber, endOfScale, type NumberMention, type Sentence, textBetween } from './sentences.js'
import type { TextUnit } from './units.js'
import { type Cue, cuesOf, type Mention, wordsOf } from './words.js'

type Prose = Extract<TextUnit, { type: 'prose' }>

export function* assertionsOfText(units: readonly TextUnit[], setting: DocumentSetting): Steps<Assertion[]> {
  const first = units.findIndex((unit) => unit.type === 'prose' && documentDateOf(unit) !== null)
  const ofUnits = yield* eachInSteps(units.entries(), ([index, unit]): Assertion[] => {
    if (unit.type === 'table') return []
    const surroundings = surroundingsOf(unit, setting)
    const sentences = unit.sentences.flatMap((sentence, at) => [
      ...(unit.isCaption && at === 0 ? captionsOf(sentence, unit, setting) : referencesOf(sentence, setting)),
      ...extractionDates(sentence, setting),
      ...(unit.isCaption ? [] : listCounts(sentence, units, index, setting)),
      ...(unit.isCaption ? [] : comparisonsOf(sentence, surroundings, setting)),
      ...(unit.isCaption ? [] : midpointsOf(sentence, setting)),
      ...(unit.isCaption ? [] : verdictsOf(sentence, surroundings, setting)),
      ...(unit.isCaption ? [] : baseRemarks(sentence, surroundings, setting)),
      ...targetsOf(sentence, setting),
      ...responseRates(sentence, unit.sentences.slice(0, at), setting),
    ])
    const date = index === first ? documentDateOf(unit) : null
    const [passage] = unit.passages
    const dated: Assertion[] =
      date && passage ? [{ kind: 'date', of: 'document', ...date, place: placeOf(setting.file, passage, 0, passage.text) }] : []
    return [...dated, ...sentences]
  })
  return ofUnits.flat()
}

function place({ file }: DocumentSetting, { passage, start, words, text }: Sentence, at: number) {
  return placeOf(file, passage, start + (words[at]?.at ?? 0), text)
}

// ── captions and references ──

function captionsOf(sentence: Sentence, { passages }: Prose, setting: DocumentSetting): Assertion[] {
  const number = captionNumber(sentence)
  if (number === null) return []
  const isContinued = sentence.cues.all('continued').length > 0
  const text = passages[0]?.text ?? sentence.text
  return [{ kind: 'caption', of: kindAt(sentence, 0), number, isContinued, text, place: place(setting, sentence, 0) }]
}

function kindAt({ cues }: Sentence, at: number): 'table' | 'chart' {
  return cues.from(at, 'table') === undefined ? 'chart' : 'table'
}

/** "tabel 1", "tabel 1 og 2" */
function referencesOf(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const { cues, words } = sentence
  return cues.all('table', 'chart').flatMap(({ from, to }) => {
    const references: Assertion[] = []
    for (let at: number | undefined = to; at !== undefined && /^\d{1,3}$/.test(words[at]?.text ?? ''); ) {
      references.push({
        kind: 'reference',
        of: kindAt(sentence, from),
        number: Number(words[at]?.text),
        isElsewhere: isBeside(sentence, from, at + 1, 'elsewhere'),
        place: place(setting, sentence, from),
      })
      at = words[at + 1]?.text === ',' ? at + 2 : cues.from(at + 1, 'and')
    }
    return references
  })
}

/** Whether a cue stands within a few words before or after. */
function isBeside({ cues }: Sentence, from: number, to: number, cue: Cue): boolean {
  return cues.all(cue).some((mention) => mention.to > from - reach && mention.from < to + reach)
}

// ── dates ──

/** The date of a paragraph that holds nothing else, or that begins with words such as "Dato:". */
function documentDateOf({ sentences }: Prose): { date: string; text: string } | null {
  const [sentence] = sentences
  const date = sentence?.dates[0]
  if (!sentence || !date) return null
  const isAlone = sentences.length === 1 && date.from === 0 && date.to === sentence.words.length
  const isLed = sentence.cues.from(0, 'documentDate') !== undefined && date.from <= 3
  return isAlone || isLed ? { date: date.target, text: textOf(sentence, date) } : null
}

function extractionDates(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const [lead] = sentence.cues.all('extraction')
  if (!lead || sentence.cues.all('irrealis', 'planned').length > 0) return []
  return sentence.dates
    .filter(({ from }) => from > lead.from)
    .map((date) => ({
      ...{ kind: 'date', of: 'extraction', date: date.target, text: textOf(sentence, date) },
      place: place(setting, sentence, date.from),
    }))
}

/** A mention's words as they stand. */
function textOf({ text, words }: Sentence, { from, to }: { from: number; to: number }): string {
  return text.slice(words[from]?.at, words[to - 1]?.end)
}

// ── lists ──

/** "følgende 5 områder:" with the points under it; "seks temaer, som fremgår af tabel 1" with that table's rows. */
function listCounts(sentence: Sentence, units: readonly TextUnit[], index: number, setting: DocumentSetting): Assertion[] {
  const { cues, words } = sentence
  const { numbers } = setting.locale.claimWords
  return cues.all('listed').flatMap((noun): Assertion[] => {
    const at = [noun.from - 1, noun.from - 2].find((candidate) => {
      const word = words[candidate]
      return word && (/^\d{1,2}$/.test(word.text) || Object.hasOwn(numbers, word.key))
    })
    const word = at === undefined ? undefined : words[at]
    if (at === undefined || !word) return []
    const stated = Object.hasOwn(numbers, word.key) ? (numbers[word.key] ?? 0) : Number(word.text)
    // "For de fem målgrupper gælder:": who is known already is not what is listed.
    const isKnown = words.at(-1)?.text === ':' && setting.locale.claimWords.articles.includes(words[at - 1]?.key ?? '')
    const listed = isKnown ? null : listedAfter(sentence, noun.to, units, index, setting)
    const name = textBetween(words, noun.from, noun.to)
    return listed === null ? [] : [{ kind: 'listCount', text: word.text, noun: name, stated, listed, place: place(setting, sentence, at) }]
  })
}

function listedAfter(sentence: Sentence, at: number, units: readonly TextUnit[], index: number, setting: DocumentSetting): number | null {
  const { cues, words, numbers, segments } = sentence
  if (words.at(-1)?.text === ':') {
    const next = units.slice(index + 1)
    const end = next.findIndex((unit) => unit.type === 'table' || !unit.isPoint)
    const points = end === -1 ? next.length : end
    return points > 0 ? points : null
  }
  const reference = cues.all('table').find(({ from }) => from >= at)
  // "Summen af de fem målgrupper er 1.755 og findes i tabel 1": the table is no list of them.
  const isBetween = ({ from }: { from: number }) => from >= at && from < (reference?.from ?? at)
  if (numbers.some(isBetween) || segments.some(isBetween)) return null
  const number = Number(words[reference?.to ?? words.length]?.text)
  const table = reference && units.find((unit) => unit.type === 'table' && unit.caption.number === number)
  return table?.type === 'table' ? countOfRows(table.table.rows, setting) : null
}

/**
 * Rows without those that sum up the others; null where some are parts of others, and who counts cannot tell which
 * are meant.
 */
function countOfRows(rows: readonly TextRow[], { finder, cues, survey }: DocumentSetting): number | null {
  const names = rows.map(({ labels }) => labels.at(-1)?.text ?? '')
  const listed = names.filter((name) => {
    const words = wordsOf(name)
    return cuesOf(words, cues).from(0, 'total') !== words.length
  })
  const segments = new Set(listed.flatMap((name) => finder.rowSegment(name) ?? []))
  const isNested = [...segments].some((segment) => segments.has(parentOf(survey.segments, segment)?.id ?? ''))
  return isNested ? null : listed.length
}

// ── comparisons with fixed points ──

const reach = 5

/** What a paragraph gives its sentences: the first table it sends its reader to, and the first segment it names. */
type Surroundings = { table: number | null; segment: string | null }

function surroundingsOf({ sentences }: Prose, setting: DocumentSetting): Surroundings {
  const reference = sentences.flatMap((sentence) => referencesOf(sentence, setting)).find(({ kind }) => kind === 'reference')
  const table = reference?.kind === 'reference' ? reference.number : null
  return { table, segment: sentences.find(({ segments }) => segments.length > 0)?.segments[0]?.target ?? null }
}

function comparisonsOf(sentence: Sentence, { table, segment }: Surroundings, setting: DocumentSetting): Assertion[] {
  const { cues, words, numbers } = sentence
  const period = periodOf(sentence, setting)
  if (period === null) return []
  const { segments, benchmarks } = namedIn(sentence, setting)
  const about = (at: number) => segments.findLast(({ from }) => from <= at)?.target ?? segment
  const common = (from: number, to: number) => ({
    ...{ segment: about(from), benchmark: benchmarks.length === 1 ? (benchmarks[0]?.target ?? null) : null, period, table },
    text: textBetween(words, from, words[to]?.text === ')' ? to + 1 : to),
    place: place(setting, sentence, from),
  })
  const relative = cues.all('above', 'below').flatMap(({ target, from, to }): Assertion[] => {
    const fixed = cues.all('midpoint', 'benchmark', 'target').find((point) => point.from >= to && point.from - to < reach)
    if (!fixed || numbers.some((number) => number.at >= to && number.at < fixed.from)) return []
    const point = pointAfter(sentence, fixed.to)
    return [
      {
        kind: 'comparison',
        relation: target as 'above' | 'below',
        against: fixed.target as 'midpoint' | 'benchmark' | 'target',
        point: point ? printed(point) : null,
        quantifier: quantifierOf(sentence, from, fixed.to),
        among: null,
        ...common(from, point?.to ?? fixed.to),
      },
    ]
  })
  const extreme = cues.all('highest', 'lowest').flatMap(({ target, from, to }): Assertion[] => {
    const about = [to, to + 1, to + 2].flatMap((at) => (words[at] ? (cues.from(at, 'about') ?? []) : []))[0]
    if (about === undefined || !segments.some((named) => named.from < from)) return []
    const relation = target as 'highest' | 'lowest'
    const among = partsMeant(sentence, about, setting)
    return [{ kind: 'comparison', relation, against: null, point: null, quantifier: null, among, ...common(from, about) }]
  })
  return [...relative, ...extreme]
}

/** A number in the unit of a scale that follows at once: "middel (2,5)", "midtpunktet på 3". */
function pointAfter({ numbers, words, cues }: Sentence, at: number): NumberMention | undefined {
  const found = numbers.find((number) => number.at >= at && number.at - at <= 2 && isOnScale(number))
  const isLink = (index: number) => /^[(=:]$/.test(words[index]?.text ?? '') || cues.from(index, 'by', 'standsFor') === index + 1
  return found && words.slice(at, found.at).every((_, ahead) => isLink(at + ahead)) ? found : undefined
}

function isOnScale({ unit }: NumberMention): boolean {
  return unit === null || unit === 'scalePoint' || unit === 'indexPoint' || unit === 'hundredth' || unit === 'point'
}

/** The period a sentence is about; null where it names several, or a time the survey has no period for. */
function periodOf({ periods, namesOtherTime }: Sentence, { period }: DocumentSetting): string | null {
  const named = new Set(periods.map(({ target }) => target))
  return namesOtherTime || named.size > 1 ? null : ([...named][0] ?? period)
}

function namedIn({ segments }: Sentence, { survey }: DocumentSetting): { segments: Mention<string>[]; benchmarks: Mention<string>[] } {
  const isBenchmark = ({ target }: Mention<string>) => survey.benchmarks.some(({ id }) => id === target)
  return { segments: segments.filter((named) => !isBenchmark(named)), benchmarks: segments.filter(isBenchmark) }
}

/**
 * "blandt målgrupperne", "blandt de eksterne tilbud": the segment whose parts are meant. A number of them must be
 * theirs: "blandt de 44 kommuner".
 */
function partsMeant(sentence: Sentence, at: number, setting: DocumentSetting): string | null {
  const { words, numbers } = sentence
  const { finder, survey } = setting
  const after = words.slice(at)
  const groups = finder.groups(after).filter(({ from }) => from < reach)
  const segments = sentence.segments.filter(({ from }) => from >= at && from - at < reach).map(({ target }) => target)
  const meant = new Set([...groups.map(({ target }) => target), ...segments])
  const [only] = meant.size === 1 ? meant : []
  const parts = (only !== undefined && segmentById(survey.segments, only)?.parts?.length) || 0
  const counted = numbers.find((number) => number.at >= at && number.at - at < reach)
  const isOther = counted && counted.value.numerator !== BigInt(parts) * counted.value.denominator
  return only === undefined || parts === 0 || isOther ? null : only
}

/** "alle", "ingen", "de fleste", "4 af 6" in the same clause: commas part clauses. */
function quantifierOf({ cues, words, numbers }: Sentence, from: number, to: number): Quantifier | null {
  const isComma = ({ text }: { text: string }) => text === ','
  const start = words.slice(0, from).findLastIndex(isComma) + 1
  const comma = words.slice(to).findIndex(isComma)
  const end = comma === -1 ? words.length : to + comma
  const within = (cue: Cue) => cues.all(cue).some((mention) => mention.from >= start && mention.to <= end)
  const counted = numbers.find(({ unit, at, decimals }) => unit === 'fraction' && decimals === 0 && at >= start && at < from)
  if (counted?.whole) return { kind: 'some', stated: Number(counted.value.numerator), of: Number(counted.whole.numerator) }
  const kind = (['none', 'most', 'all'] as const).find((cue) => within(cue))
  return kind ? { kind } : null
}

/** "middel (2,5)", "midtpunktet på 3", "3 svarer til neutral" */
function midpointsOf(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const { cues, numbers, words } = sentence
  const scale = scaleIn(sentence, setting)
  const put = (point: NumberMention, from: number, to: number): Assertion => ({
    ...{ kind: 'midpoint', scale, point: printed(point) },
    text: textBetween(words, from, words[to]?.text === ')' ? to + 1 : to),
    place: place(setting, sentence, point.at),
  })
  return cues.all('midpoint', 'neutral').flatMap(({ from, to }): Assertion[] => {
    const before = numbers.find((number) => isOnScale(number) && number.to < from && cues.from(number.to, 'standsFor') === from)
    if (before) return [put(before, before.from, to)]
    // "Midten af skalaen fra 1 til 5 er 3"
    const told = cues.all('scale').find((each) => each.to >= to && each.from - to <= 2)
    const after = pointAfter(sentence, to) ?? (told && pointAfter(sentence, endOfScale(words, told, cues, setting)))
    return after ? [put(after, from, after.to)] : []
  })
}

/** "skala fra 1 til 5": its ends. */
function scaleIn({ cues, words }: Sentence, { locale }: DocumentSetting): { min: Exact; max: Exact } | null {
  const { numbers } = locale.claimWords
  const [scale] = cues.all('scale')
  if (!scale) return null
  const ends = words.slice(scale.to, scale.to + 6).flatMap(({ kind, key, text }) => {
    const read =
      Object.hasOwn(numbers, key) && kind === 'word' ? parsePrinted(String(numbers[key]), neutralMarks) : parsePrinted(text, locale.numbers)
    return kind === 'number' || kind === 'word' ? ('reason' in read ? [] : [read.value]) : []
  })
  const [min, max] = ends
  return min && max && compare(min, max) < 0 ? { min, max } : null
}

/** "Målet er nået", "lever ikke op til målet": said as a fact, and of the whole of it. */
function verdictsOf(sentence: Sentence, surroundings: Surroundings, setting: DocumentSetting): Assertion[] {
  const { cues, words, items } = sentence
  const [target] = cues.all('target')
  const [reached] = cues.all('reached')
  const period = periodOf(sentence, setting)
  if (!target || !reached || period === null || cues.all('partly').length > 0) return []
  const denied = cues.all('not').some(({ from }) => from < reached.to)
  const isIn = (inner: Mention<Cue>) => (outer: Mention<Cue>) => outer.from < inner.to && inner.from < outer.to
  const isSupposed = cues.all('irrealis').some((cue) => ![...cues.all('target'), ...cues.all('not')].some(isIn(cue)))
  if (isSupposed) return []
  const { segments } = namedIn(sentence, setting)
  const [from, to] = [Math.min(target.from, reached.from), Math.max(target.to, reached.to)]
  return [
    {
      ...{ kind: 'verdict' as const, text: textBetween(words, from, to), isReached: !denied, period },
      segment: segments.at(-1)?.target ?? surroundings.segment,
      item: items.at(-1)?.target ?? null,
      place: place(setting, sentence, from),
    },
  ]
}

/** "Antallet af svar er betydeligt lavere end …", said of the segment the sentence or its paragraph names. */
function baseRemarks(sentence: Sentence, surroundings: Surroundings, setting: DocumentSetting): Assertion[] {
  const [base] = sentence.cues.all('base')
  const segment = sentence.segments[0]?.target ?? surroundings.segment
  return base && segment !== null ? [{ kind: 'baseRemark', segment, place: place(setting, sentence, base.from) }] : []
}

function targetsOf(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const { cues, numbers, segments, items } = sentence
  const only = (named: readonly Mention<string>[]) => {
    const ids = new Set(named.map(({ target }) => target))
    return ids.size === 1 ? ([...ids][0] ?? null) : null
  }
  const put = (number: NumberMention, segment: string | null, item: string | null): Assertion => ({
    ...{ kind: 'target', point: printed(number), segment, item },
    place: place(setting, sentence, number.at),
  })
  const goals = goalsOf(sentence)
  if (goals.length > 0) return goals.map((number) => put(number, only(segments), only(items)))
  const [target] = cues.all('target')
  if (!target || cues.all('level', 'indexScore', 'mean').length === 0) return []
  // "et mål om, at der skal være en tilfredshed på mindst 4,2": whose it is, is not for us to say.
  return numbers
    .filter(({ at, unit }) => at > target.from && unit !== null && onScale.has(unit))
    .filter(({ to }) => cues.from(to, 'above', 'below') === undefined)
    .map((number) => put(number, null, null))
}

const onScale: ReadonlySet<NumberMention['unit']> = new Set(['scalePoint', 'indexPoint', 'hundredth', 'point'])

/** A response rate, and the answers it goes with: those of its own sentence, else the last that were told of. */
function responseRates(sentence: Sentence, before: readonly Sentence[], setting: DocumentSetting): Assertion[] {
  const { cues, numbers, words } = sentence
  const rate = cues.all('responseRate').length > 0 ? numbers.find(({ unit }) => unit === 'percent') : undefined
  if (!rate) return []
  const counts = [...before.slice(-3), sentence].flatMap((other) =>
    other.numbers.filter(({ unit }) => unit === 'person' || unit === 'answer'),
  )
  const answers = counts.at(-1)
  const [other] = cues.all('otherUnits')
  const of = other ? textBetween(words, other.from, other.to) : null
  return [
    { kind: 'responseRate', answers: answers ? printed(answers) : null, rate: printed(rate), of, place: place(setting, sentence, rate.at) },
  ]
}

function printed({ text, value, decimals, unit, hedge }: NumberMention): PrintedNumber {
  const isCount = unit === 'person' || unit === 'answer'
  const interval = hedge === 'near' ? nearly(value, decimals) : isCount ? pointInterval(value) : intervalOfPrinted(value, decimals, true)
  return { text, interval, decimals, hedge }
}
