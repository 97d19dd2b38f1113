/** What a document says besides figures: captions and references, its dates, the lengths of its lists, comparisons with fixed points, response rates. */
import { type Assertion, nearly, type PrintedNumber } from '../claims.js'
import { intervalOfPrinted, pointInterval } from '../printed.js'
import type { Unit } from '../prose-claims.js'
import { placeOf } from '../read/text.js'
import { captionNumber, type NumberMention, type Sentence, textBetween } from './sentences.js'
import type { DocumentSetting } from './statements.js'
import type { Cue } from './words.js'

type Prose = Extract<Unit, { type: 'prose' }>

export function assertionsOfText(units: readonly Unit[], setting: DocumentSetting): Assertion[] {
  const first = units.findIndex((unit) => unit.type === 'prose' && documentDateOf(unit) !== null)
  return units.flatMap((unit, index) => {
    if (unit.type === 'table') return []
    const surroundings = surroundingsOf(unit, setting)
    const sentences = unit.sentences.flatMap((sentence, at) => [
      ...(unit.isCaption && at === 0 ? captionsOf(sentence, unit, setting) : referencesOf(sentence, setting)),
      ...extractionDates(sentence, setting),
      ...(unit.isCaption ? [] : listCounts(sentence, units, index, setting)),
      ...(unit.isCaption ? [] : comparisonsOf(sentence, surroundings, setting)),
      ...(unit.isCaption ? [] : baseRemarks(sentence, surroundings, setting)),
      ...targetsOf(sentence, setting),
      ...responseRates(sentence, unit.sentences.slice(0, at), setting),
    ])
    const date = index === first ? documentDateOf(unit) : null
    const [passage] = unit.passages
    const dated: Assertion[] =
      date && passage ? [{ kind: 'date', of: 'document', date, place: placeOf(setting.file, passage, 0, passage.text) }] : []
    return [...dated, ...sentences]
  })
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
        place: place(setting, sentence, from),
      })
      at = words[at + 1]?.text === ',' ? at + 2 : cues.from(at + 1, 'and')
    }
    return references
  })
}

// ── dates ──

/** The date of a paragraph that holds nothing else, or that begins with words such as "Dato:". */
function documentDateOf({ sentences }: Prose): string | null {
  const [sentence] = sentences
  const date = sentence?.dates[0]
  if (!sentence || !date) return null
  const isAlone = sentences.length === 1 && date.from === 0 && date.to === sentence.words.length
  const isLed = sentence.cues.from(0, 'documentDate') !== undefined && date.from <= 3
  return isAlone || isLed ? date.target : null
}

function extractionDates(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const [lead] = sentence.cues.all('extraction')
  if (!lead) return []
  return sentence.dates
    .filter(({ from }) => from > lead.from)
    .map(({ target, from }) => ({ kind: 'date', of: 'extraction', date: target, place: place(setting, sentence, from) }))
}

// ── lists ──

/** "følgende 5 områder:" with the points under it; "seks temaer, som fremgår af tabel 1" with that table's rows. */
function listCounts(sentence: Sentence, units: readonly Unit[], index: number, setting: DocumentSetting): Assertion[] {
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
    const listed = listedAfter(sentence, noun.to, units, index)
    const name = textBetween(words, noun.from, noun.to)
    return listed === null ? [] : [{ kind: 'listCount', noun: name, stated, listed, place: place(setting, sentence, at) }]
  })
}

function listedAfter(sentence: Sentence, at: number, units: readonly Unit[], index: number): number | null {
  const { cues, words } = sentence
  if (words.at(-1)?.text === ':') {
    const next = units.slice(index + 1)
    const end = next.findIndex((unit) => unit.type === 'table' || !unit.isPoint)
    const points = end === -1 ? next.length : end
    return points > 0 ? points : null
  }
  const reference = cues.all('table').find(({ from }) => from >= at)
  const number = Number(words[reference?.to ?? words.length]?.text)
  const table = reference && units.find((unit) => unit.type === 'table' && unit.caption.number === number)
  return table?.type === 'table' ? table.table.rows.length : null
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
  const { cues, words, numbers, segments } = sentence
  const about = (at: number) => segments.findLast(({ from }) => from <= at)?.target ?? segment
  const common = (at: number) => ({ segment: about(at), table, place: place(setting, sentence, at) })
  const relative = cues.all('above', 'below').flatMap(({ target, from, to }): Assertion[] => {
    const fixed = cues.all('midpoint', 'benchmark', 'target').find((point) => point.from >= to && point.from - to < reach)
    if (!fixed || numbers.some((number) => number.at >= to && number.at < fixed.from)) return []
    const point = numbers.find((number) => number.at >= fixed.to && number.at - fixed.to <= 2 && number.unit !== 'percent')
    const against = fixed.target as 'midpoint' | 'benchmark' | 'target'
    const quantifier = quantifierOf(sentence, from, fixed.to)
    return [
      {
        kind: 'comparison',
        relation: target as 'above' | 'below',
        against,
        point: point ? printed(point) : null,
        quantifier,
        ...common(from),
      },
    ]
  })
  const extreme = cues.all('highest', 'lowest').flatMap(({ target, from, to }): Assertion[] => {
    const isAmong = words.slice(to, to + 3).some((_, ahead) => cues.from(to + ahead, 'about') !== undefined)
    if (!isAmong || !segments.some((named) => named.from < from)) return []
    return [{ kind: 'comparison', relation: target as 'highest' | 'lowest', against: null, point: null, quantifier: null, ...common(from) }]
  })
  return [...relative, ...extreme]
}

/** "alle", "ingen" in the same clause: commas part clauses. */
function quantifierOf({ cues, words }: Sentence, from: number, to: number): 'all' | 'none' | null {
  const isComma = ({ text }: { text: string }) => text === ','
  const start = words.slice(0, from).findLastIndex(isComma) + 1
  const comma = words.slice(to).findIndex(isComma)
  const end = comma === -1 ? words.length : to + comma
  const within = (cue: Cue) => cues.all(cue).some((mention) => mention.from >= start && mention.to <= end)
  return within('none') ? 'none' : within('all') ? 'all' : null
}

/** "Antallet af svar er betydeligt lavere end …", said of the segment the sentence or its paragraph names. */
function baseRemarks(sentence: Sentence, surroundings: Surroundings, setting: DocumentSetting): Assertion[] {
  const [base] = sentence.cues.all('base')
  const segment = sentence.segments[0]?.target ?? surroundings.segment
  return base && segment !== null ? [{ kind: 'baseRemark', segment, place: place(setting, sentence, base.from) }] : []
}

function targetsOf(sentence: Sentence, setting: DocumentSetting): Assertion[] {
  const { cues, numbers, segments } = sentence
  const [target] = cues.all('target')
  if (!target || cues.all('level', 'indexScore', 'mean').length === 0) return []
  return numbers
    .filter(
      ({ at, unit }) => at > target.from && (unit === 'scalePoint' || unit === 'indexPoint' || unit === 'hundredth' || unit === 'point'),
    )
    .map((number) => ({
      ...{ kind: 'target' as const, point: printed(number), segment: segments[0]?.target ?? null },
      place: place(setting, sentence, number.at),
    }))
}

/** A response rate, and the answers it goes with: those of its own sentence, else the last that were told of. */
function responseRates(sentence: Sentence, before: readonly Sentence[], setting: DocumentSetting): Assertion[] {
  const { cues, numbers } = sentence
  const rate = cues.all('responseRate').length > 0 ? numbers.find(({ unit }) => unit === 'percent') : undefined
  if (!rate) return []
  const counts = [...before.slice(-3), sentence].flatMap((other) =>
    other.numbers.filter(({ unit }) => unit === 'person' || unit === 'answer'),
  )
  const answers = counts.at(-1)
  return [
    { kind: 'responseRate', answers: answers ? printed(answers) : null, rate: printed(rate), place: place(setting, sentence, rate.at) },
  ]
}

function printed({ text, value, decimals, unit, hedge }: NumberMention): PrintedNumber {
  const isCount = unit === 'person' || unit === 'answer'
  const interval = hedge === 'near' ? nearly(value, decimals) : isCount ? pointInterval(value) : intervalOfPrinted(value, decimals, true)
  return { text, interval, decimals, hedge }
}
