/**
 * Sentences → claims. What a sentence is about is said in it, or in the sentences before it; where neither names a
 * segment, an item, a period or a metric without doubt, its numbers are listed as not checked. Nothing is guessed.
 */
import { type Claim, type Hedge, intervalOfClaim, type NotChecked, type NotCheckedReason } from '../claim.js'
import { changeKey, differenceKey, idOfKey, joinOptions, type MetricKey, metricKey, optionsOf as optionIds } from '../figure-key.js'
import type { Locale } from '../locale/words.js'
import { bestTwo, isMetricId, type MetricId, metrics, scoreRange } from '../metrics.js'
import { optionLabel } from '../options.js'
import { compare, type Exact, exact, fromFraction, type Interval, intervalOfPrinted, isEqual, toFraction } from '../printed.js'
import { placeOf } from '../read/text/passages.js'
import { countedByItself, scaleOf } from '../scales.js'
import { isAskedIn, periodMeant, type Survey } from '../survey.js'
import { countsBesideShare, partsOfWholes } from './counted-claims.js'
import { type NumberMention, type Sentence, type Setting, textBetween } from './sentences.js'
import type { Cue, Mention, Word } from './words.js'

/** The document: its name, the periods it tells of, and the metric it gives satisfaction in. */
export type DocumentSetting = Setting & {
  file: string
  period: string
  previous: string | null
  mainMetric: 'indexScore' | 'mean'
  /**
   * id of the segment that is meant where things are said "overall" and no segment is named; null where a document
   * tells of other surveys too
   */
  overall: string | null
  /**
   * by item the options, joined, that its shares are of where the document says so once and for all: "Andelen er den
   * del af svarene, der er …"
   */
  shares: ReadonlyMap<string, string>
}

/** What has been spoken of so far: where a sentence does not say, it goes on about this. */
export type Context = {
  segment: string | null
  metric: MetricId | null
  item: string | null
  /** of a share that was told of: its options, joined */
  options: string | null
  /** two periods have been compared over the groups of both, for this segment */
  compared: string | null
}
export const noContext: Context = { segment: null, metric: null, item: null, options: null, compared: null }

type Direction = NonNullable<Claim['direction']>
type When = { period: string } | { previous: string; current: string }

/** A claim before it is tied to a figure. It stands on the words `from`–`to`, its number or direction at `at`. */
type Said = {
  at: number
  from: number
  to: number
  text: string
  /** null for a direction only */
  number: NumberMention | null
  direction: Direction | null
  isChange: boolean
  /** what the unit says of the metric, else null */
  unit: NumberMention['unit']
  /** what is said of it cannot be told */
  isUnclear: boolean
  /** where the words say it */
  side: 'previous' | 'current' | null
  /** the fixed point it is held against, where it tells how far it lies above or below */
  against?: 'target' | 'midpoint'
  /** what it tells to have moved a total */
  contribution?: 'within' | 'mix'
  /** of "1–4 indekspoint" the lower end */
  lowest?: NumberMention
}

/** What a sentence claims, what it claims that cannot be tied to a figure, and what the next sentence goes on about. */
export function claimsOfSentence(
  sentence: Sentence,
  context: Context,
  setting: DocumentSetting,
): { claims: Claim[]; notChecked: NotChecked[]; context: Context } {
  const claims: Claim[] = []
  const notChecked: NotChecked[] = []
  let next = contextAfter(sentence, context, setting)
  const placeOfWord = (at: number) => placeOf(setting.file, sentence.passage, sentence.start + (sentence.words[at]?.at ?? 0), sentence.text)
  const parts = partsOfWholes(sentence, setting)
  const isFact = sentence.items.some(({ target }) => setting.survey.items.some(({ id, counts }) => id === target && counts))
  for (const said of isAboutScale(sentence, setting) ? [] : saidIn(sentence, setting)) {
    // "300 of 6,090 (4.9 per cent)": of a fact its two counts are told, with the share.
    if (isFact && parts.some(({ part, whole }) => part === whole && part === said.number)) continue
    const tied = tie(said, sentence, next, setting)
    if (tied === null) continue
    const place = placeOfWord(said.at)
    if (typeof tied === 'string') {
      notChecked.push({ text: said.text, reason: tied, place })
      continue
    }
    // "indekstallet er 21 på grundlag af 179 svar": what follows goes on about the index.
    const isBeside = tied.metric === 'base' && claims.length > 0
    next = { ...next, metric: isBeside ? next.metric : tied.metric, item: tied.item, options: tied.options ?? next.options }
    if (tied.metric === 'base' && next.segment === null) next = { ...next, segment: tied.segment }
    const beside = parts.find(({ share }) => share === said.number)
    const counts = beside ? countsBesideShare(beside, tied.figure, ({ at }) => placeOfWord(at), setting) : []
    claims.push(...counts)
    const interval = said.number && intervalOfSaid(tied, said, setting.survey)
    const unit = isInPercent(said) ? { isInPercent: true } : {}
    const either = isAlternative(said, sentence) ? { isAlternative: true } : {}
    // A contribution or a difference has its direction in the sign of its number.
    const direction = said.contribution || said.against ? null : said.direction
    claims.push({
      ...{ figure: tied.figure, text: said.text, interval, decimals: said.number?.decimals ?? 0, direction },
      ...{ ...unit, ...either, place },
    })
  }
  return { claims: withoutRepeats(claims), notChecked, context: next }
}

function contextAfter({ segments, items, cues, whole: people }: Sentence, context: Context, { overall }: DocumentSetting): Context {
  const mentions = cues.all('overall')
  const whole = mentions.length > 0 || people.length > 0 ? overall : null
  // "I alt ligger 2.220 svar til grund": a sentence that begins so leaves what was spoken of before it.
  const isOfWhole = mentions.some(({ from }) => from <= 1)
  const item = items.at(-1)?.target ?? context.item
  if (cues.all('commonBasis').length > 0) {
    const compared = segments.length > 1 ? null : (segments[0]?.target ?? whole ?? context.segment)
    return { ...context, segment: compared, item, compared }
  }
  // "Sammenligningen omfatter ikke …" names somebody whom what follows is not about.
  if (context.compared !== null) return { ...context, segment: null, item }
  // "X ligger på niveau med Y. Tallet er …": of either.
  const isOfSeveral = new Set(segments.map(({ target }) => target)).size > 1
  const segment = isOfSeveral ? null : (segments.at(-1)?.target ?? (isOfWhole ? whole : (context.segment ?? whole)))
  return { ...context, segment, item }
}

/** A sentence that explains the scale: what 0 and 100, or 1 and 5, stand for. */
function isAboutScale({ words, numbers, text }: Sentence, { survey, finder }: DocumentSetting): boolean {
  if (numbers.some(({ unit }) => unit === 'percent' || unit === 'fraction')) return false
  // The 1 and the 5 of a scale are no answers that are called so, unless they are quoted.
  const isNumber = (word: Word | undefined) => word?.kind === 'number' && !/[”“"„»«]/.test(text[word.at - 1] ?? '')
  const isName = ({ from, to }: Mention<string>) => !words.slice(from, to).every(isNumber)
  const most = Math.max(0, ...survey.items.map((item) => finder.options(item.id, words).filter(isName).length))
  const hasEnd = numbers.some(({ value }) => isEqual(value, exact(0)) || isEqual(value, exact(100)))
  return most >= 2 || (most === 1 && hasEnd)
}

function withoutRepeats(claims: readonly Claim[]): Claim[] {
  const isSame = (a: Claim, b: Claim) => a.figure === b.figure && a.direction === b.direction && a.interval === null && b.interval === null
  return claims.filter((claim, index) => claims.findIndex((other) => isSame(claim, other)) === index || claim.interval !== null)
}

// ── what is said ──

function saidIn(sentence: Sentence, setting: DocumentSetting): Said[] {
  const { cues, numbers, words } = sentence
  const directions = cues
    .all('rise', 'fall', 'unchanged')
    .filter((mention, index, all) => !all.some((other, at) => at !== index && other.from <= mention.from && mention.to <= other.to))
  const said: Said[] = []
  const used = new Set<NumberMention>()
  for (const [index, number] of numbers.entries()) {
    if (used.has(number) || isFixedPoint(sentence, number)) continue
    const second = secondOfPair(sentence, index)
    if (second) used.add(second)
    if (second && ((directions.length === 0 && isWholeScale(number, second)) || areYears(sentence, number, second))) continue
    if (second) {
      const unit = second.unit ?? number.unit
      said.push({ ...level(number), unit, side: 'previous' }, { ...level(second), unit, side: 'current' })
      continue
    }
    if (isEndOfRange(sentence, index)) continue
    const one =
      contributionOf(sentence, index) ??
      sizeOfChange(sentence, index, directions) ??
      comparedLevel(sentence, number) ??
      levelOf(sentence, number, setting)
    if (one) said.push(one)
  }
  const alone = directions.filter((mention) => !said.some(({ from, isChange }) => isChange && from === mention.from))
  const worded = [...alone, ...comparedDirections(sentence)].map((mention): Said => {
    const near = said.find(({ at }) => at >= mention.to && at - mention.to <= 10) ?? said.findLast(({ at }) => at < mention.from)
    const unit = near && sameClause(sentence, mention, near) ? near.unit : null
    const text = textBetween(words, mention.from, mention.to)
    return {
      at: mention.from,
      from: mention.from,
      to: mention.to,
      text,
      number: null,
      direction: mention.target as Direction,
      isChange: true,
      isUnclear: false,
      unit,
      side: null,
    }
  })
  return [...said, ...worded].sort((a, b) => a.at - b.at)
}

/** "højere end middel (2,5)": the number belongs to what is compared with. */
function isFixedPoint({ cues }: Sentence, { from }: NumberMention): boolean {
  const point = [from, from - 1].map((at) => cues.before(at, 'midpoint', 'benchmark', 'target')).find((at) => at !== undefined)
  return point !== undefined && cues.all('above', 'below').some(({ to }) => to <= point && point - to < 5)
}

function sameClause({ words }: Sentence, a: { from: number; to: number }, b: { from: number; to: number }): boolean {
  const [from, to] = a.from < b.from ? [a.to, b.from] : [b.to, a.from]
  return !words.slice(from, to).some(({ text }) => text === ',' || text === ';')
}

function level(number: NumberMention): Said {
  const { text, at, from, to, unit } = number
  return { at, from, to, text, number, direction: null, isChange: false, isUnclear: false, unit, side: null }
}

/** "fra 83 (indekspoint) (i 2022-23) til 81": the second number, where the first follows "fra". */
function secondOfPair({ cues, numbers, segments }: Sentence, index: number): NumberMention | null {
  const [first, second] = [numbers[index], numbers[index + 1]]
  if (!first || !second || cues.before(first.from, 'from') === undefined || cues.before(second.from, 'to') === undefined) return null
  // "fra 40 pct. på de interne tilbud til 75 pct. på mentorforløbene" goes from group to group, not through time
  const isBetweenGroups = segments.some(({ from }) => first.to <= from && from < second.from)
  return second.from - first.to <= 8 && first.unit !== 'fraction' && !isBetweenGroups ? second : null
}

/** "hvert år fra 2012 til 2016" */
function areYears({ cues }: Sentence, first: NumberMention, second: NumberMention): boolean {
  const isYear = ({ text, unit }: NumberMention) => unit === null && /^(?:19|20)\d\d$/.test(text)
  return isYear(first) && isYear(second) && cues.all('base', 'invited').length === 0
}

/** "går fra 0 til 100" tells of the index, and of no change of it; "er steget fra 0 til 100" does. */
function isWholeScale(first: NumberMention, second: NumberMention): boolean {
  return isEqual(first.value, exact(0)) && isEqual(second.value, exact(100))
}

/** "steget med 4 procentpoint", "et fald i tilfredsheden på 8 indekspoint"; with "uændret på" a level. */
function sizeOfChange(sentence: Sentence, index: number, directions: readonly Mention<Cue>[]): Said | null {
  const { cues, numbers, words } = sentence
  const number = numbers[index]
  if (!number) return null
  const before = cues.before(number.from, 'by')
  const reach = before ?? number.from
  const direction = directions.findLast(({ to }) => to <= reach && reach - to <= (before === undefined ? 0 : 6))
  const isCutOff =
    direction &&
    (words.slice(direction.to, reach).some(({ kind }) => kind === 'mark') || numbers.some(({ at }) => at >= direction.to && at < number.at))
  if (!direction || isCutOff || !number.unit || number.unit === 'hundredth' || number.unit === 'fraction') {
    return direction?.target === 'unchanged' && !isCutOff ? level(number) : null
  }
  if (direction.target === 'unchanged') return level(number)
  const { from } = direction
  return {
    ...level(number),
    at: from,
    from,
    text: textBetween(words, from, number.to),
    isChange: true,
    direction: direction.target as Direction,
  }
}

/** "12–14": the 12, which stands at once before a number in the unit of both. */
function isEndOfRange({ numbers, words }: Sentence, index: number): boolean {
  const [low, high] = [numbers[index], numbers[index + 1]]
  if (!low || !high || low.unit !== null || high.unit === null || high.at !== low.to + 1) return false
  const mark = words[low.to]
  return mark?.key === '-' && mark.at === words[low.at]?.end && mark.end === words[high.at]?.at
}

/** Between "raised" and its number: "it by". */
const reachOfMove = 2

/**
 * "Ændringer i de enkelte gruppers indekstal trækker 1–4 indekspoint ned", "have raised it by 1–4 index points": what
 * moves a total, and which way.
 */
function contributionOf(sentence: Sentence, index: number): Said | null {
  const { cues, numbers, words } = sentence
  const number = numbers[index]
  if (!number || (number.unit !== 'indexPoint' && number.unit !== 'point' && number.unit !== 'percentagePoint')) return null
  const source = cues.all('within', 'mix').findLast(({ to }) => to <= number.from)
  if (!source) return null
  const lowest = isEndOfRange(sentence, index - 1) ? numbers[index - 1] : undefined
  const first = lowest?.from ?? number.from
  const [up, down] = [cues.from(number.to, 'up'), cues.from(number.to, 'down')]
  const before = cues.all('up', 'down').findLast((cue) => cue.from >= source.to && cue.to <= first && first - cue.to <= reachOfMove)
  const end = up ?? down ?? (before && number.to)
  if (end === undefined) return null
  const from = up === undefined && down === undefined ? (before?.from ?? first) : first
  const isUp = up !== undefined || (down === undefined && before?.target === 'up')
  return {
    ...level(number),
    ...{ from, text: textBetween(words, from, end), direction: isUp ? 'rise' : 'fall' },
    contribution: source.target as 'within' | 'mix',
    ...(lowest && { lowest }),
  }
}

/**
 * "3 indekspoint højere end i 2022-23" is a change; "3 indekspoint over gennemsnittet" compares with something else
 * and is no level either.
 */
function comparedLevel(sentence: Sentence, number: NumberMention): Said | null {
  const { cues, words } = sentence
  const above = cues.from(number.to, 'above')
  const end = above ?? cues.from(number.to, 'below')
  if (end === undefined || !number.unit || number.unit === 'hundredth') return null
  // "ligger med 84 indekspoint over målet": so high it is.
  if (cues.before(number.from, 'by') !== undefined && cues.from(end, 'target', 'midpoint', 'benchmark') !== undefined) return null
  const text = textBetween(words, number.from, end)
  const direction = above === undefined ? 'fall' : 'rise'
  const against = fixedPointAt(sentence, end)
  if (against !== null) return { ...level(number), text, against, direction }
  return isOverTime(sentence, end) ? { ...level(number), text, isChange: true, direction } : null
}

/** "26 procentpoint under målet": the fixed point that follows at once. */
function fixedPointAt({ cues }: Sentence, at: number): 'target' | 'midpoint' | null {
  if (cues.from(at, 'target') !== undefined) return 'target'
  return cues.from(at, 'midpoint') === undefined ? null : 'midpoint'
}

/** "Antallet af svar er lavere end i 2022-23": a direction. "over" and "under" alone are prepositions too. */
function comparedDirections(sentence: Sentence): Mention<Cue>[] {
  const { cues, numbers } = sentence
  return cues
    .all('above', 'below')
    .filter(({ from, to }) => to - from > 1 && isOverTime(sentence, to) && !numbers.some((number) => number.unit && number.to === from))
    .map((mention) => ({ ...mention, target: mention.target === 'above' ? 'rise' : 'fall' }))
}

/** Whether a time to compare with is named soon after. */
function isOverTime({ cues, periods, words }: Sentence, end: number): boolean {
  return words
    .slice(end, end + 8)
    .some((_, ahead) => cues.from(end + ahead, 'previousPeriod') !== undefined || periods.some(({ from }) => from === end + ahead))
}

const levelMetrics = ['indexScore', 'mean', 'level', 'share'] as const
const pointUnits = new Set<NumberMention['unit']>(['indexPoint', 'point'])
const otherLevelUnits = new Set<NumberMention['unit']>(['hundredth', 'scalePoint', 'percent', 'fraction', 'answer'])

/**
 * A level: "er 84", "på 84 indekspoint", "(84 indekspoint)", "84 ud af 100". Points that nothing puts as a level, as
 * in "trækker 2 indekspoint op", are seen and not understood.
 */
function levelOf(sentence: Sentence, number: NumberMention, { locale }: DocumentSetting): Said | null {
  const { cues, items, words } = sentence
  if (isSize(sentence, number, locale)) return { ...level(number), isUnclear: true }
  if (cues.from(number.to, 'above', 'below') !== undefined && number.unit) return null
  if (number.unit === 'person') {
    return isInvited(sentence, number) ? level(number) : isAnswered(sentence, number) ? { ...level(number), unit: 'answer' } : null
  }
  if (number.unit === 'percentagePoint') return null
  if (otherLevelUnits.has(number.unit)) return level(number)
  const isPut =
    cues.before(number.from, 'levelBefore', 'against', 'to', ...levelMetrics) !== undefined ||
    /^[(:]$/.test(words[number.from - 1]?.text ?? '(') ||
    (cues.before(number.from, 'and') !== undefined && sentence.numbers.some((other) => other.at < number.at && other.unit === number.unit))
  if (pointUnits.has(number.unit)) return isPut ? level(number) : { ...level(number), isUnclear: true }
  const isNamed = cues.all(...levelMetrics).length > 0 || items.length > 0
  const isOpen = cues.all('mayBe').some(({ to }) => to <= number.from)
  if (isOpen && isNamed) return level(number)
  return isNamed && isPut && (cues.before(number.from, 'and') === undefined || areNamedApart(sentence, number)) ? level(number) : null
}

/** "en ændring på 1.195 svar", "er ti point bagud": how far apart two are, and no level. */
function isSize({ cues, words, periods, segments }: Sentence, { from, to, unit }: NumberMention, { statementWords }: Locale): boolean {
  const [before, by] = [words[from - 2]?.key ?? '', words[from - 1]?.key ?? '']
  const { changed, apart } = statementWords.numbers
  if (statementWords.cues.by.includes(by) && [...changed, ...apart].includes(before)) return true
  const isLast = words[to]?.kind === 'word' && (words[to + 1]?.kind ?? 'mark') === 'mark'
  const isNamed = [...periods, ...segments, ...cues.all('previousPeriod', 'overall')].some((each) => each.from === to)
  return pointUnits.has(unit) && isLast && !isNamed
}

/** "4,4 for tilfredshed alt i alt og 4,1 for alle spørgsmål": each number has its own name at once behind it. */
function areNamedApart(sentence: Sentence, number: NumberMention): boolean {
  const { cues, numbers } = sentence
  const before = numbers[numbers.indexOf(number) - 1]
  const nameBehind = ({ to }: NumberMention) => {
    const start = cues.from(to, 'about')
    return [...sentence.items, ...sentence.segments].find(({ from }) => start !== undefined && (from === start || from === start + 1))
  }
  const [first, second] = [before && nameBehind(before), nameBehind(number)]
  return first !== undefined && second !== undefined && first.target !== second.target && before?.unit === number.unit
}

// ── what it is about ──

type Tied = { figure: string; metric: MetricId; segment: string; item: string | null; options: string | null }

/** The figure something said is about; why it cannot be told; null where nothing says it is about the survey at all. */
function tie(said: Said, sentence: Sentence, context: Context, setting: DocumentSetting): Tied | NotCheckedReason | null {
  const isDirectionOnly = said.number === null
  const read = levelInPercent(said, sentence, context, setting) ?? metricOf(said, sentence, context, setting)
  if (read === null) return isDirectionOnly ? null : 'metric'
  const isCompared = said.isChange || said.side !== null || said.contribution !== undefined
  const asked = read === 'base' && said.number !== null && isAnswered(sentence, said.number) ? askedIn(sentence, setting) : null
  const segment =
    (isCompared && sentence.segments.length === 0 ? context.compared : null) ??
    segmentOf(said, sentence, context, setting) ??
    asked?.segment ??
    null
  if (isGoal(said, sentence)) return null
  if (isIrreal(said, sentence)) return isDirectionOnly || segment === null ? null : 'irrealis'
  // "Heraf er 44 pct. meget tilfredse": of those, or of all.
  const isOfThese =
    said.unit === 'percent' && context.metric === 'share' && beginsWith(sentence, setting.locale.statementWords.numbers.ofThese)
  if (said.isUnclear || isOfThese) return 'sense'
  if (!said.contribution && isForeign(sentence)) return 'subject'
  if (segment === null) return isDirectionOnly ? null : 'segment'
  if (sentence.namesOtherTime) return 'period'
  const target = targetMeant(read, segment, sentence, setting)
  if (target === 'several') return 'item'
  const metric = target?.metric ?? (said.contribution && read === 'share' ? 'topTwoBox' : read)
  const options = metric === 'share' ? sharedOptions(said, sentence, context, setting) : null
  if (options === 'none') return 'options'
  const item = target?.item ?? options?.item ?? asked?.item ?? itemOf(said, sentence, context, metric, setting)
  if (item === null) return 'item'
  if (said.contribution && metric === 'topTwoBox' && !isOfBestTwo(item, setting)) return 'options'
  const when = whenOf(said, sentence, { ...setting, period: periodMeant(setting.survey, item, setting.period) })
  if (typeof when === 'string') return when
  const subject = { metric, segment, item, options: options ? joinOptions(options.ids) : null }
  const isCommon = sentence.cues.all('commonBasis').length > 0 || (context.compared !== null && isCompared)
  const figure = figureOfSaid(said, subject, when, isCommon, setting)
  return figure === null ? 'period' : { figure, metric, segment, item, options: subject.options }
}

function beginsWith({ words }: Sentence, said: readonly string[]): boolean {
  const start = words
    .slice(0, 3)
    .map(({ key }) => key)
    .join(' ')
  return said.some((each) => `${start} `.startsWith(`${each} `))
}

/** Who was asked in the one period that is named, and what first. */
function askedIn({ periods }: Sentence, { survey, period, overall }: DocumentSetting): { segment: string | null; item: string } | null {
  const named = [...new Set(periods.map(({ target }) => target))]
  const time = named.length === 0 ? period : named.length === 1 ? named[0] : undefined
  const first = survey.items.find((item) => time !== undefined && isAskedIn(item, time))
  return first ? { segment: overall === null ? null : (first.of ?? overall), item: first.id } : null
}

/**
 * "Målet om 40 pct. for X er ikke nået: andelen er 14 pct.": the result is of what the target is of. null where no
 * target is told; where there are several it may be of any.
 */
function targetMeant(
  metric: MetricId,
  segment: string,
  sentence: Sentence,
  { survey, finder }: DocumentSetting,
): { metric: MetricId; item: string | null } | 'several' | null {
  if (goalsOf(sentence).length === 0 || sentence.items.length > 0) return null
  const isNamed = survey.items.some(({ id }) => finder.options(id, sentence.words).length > 0)
  const isSame = (other: string) => other === metric || (metric === 'share' && other === 'topTwoBox' && !isNamed)
  const [first, ...others] = survey.targets.filter((target) => target.segment === segment && isSame(target.metric))
  if (others.length > 0) return 'several'
  return first && isMetricId(first.metric) ? { metric: first.metric, item: first.item ?? survey.items[0]?.id ?? null } : null
}

/** Whether the document's shares are those of the two best answers. */
function isOfBestTwo(id: string, { survey, shares }: DocumentSetting): boolean {
  const item = survey.items.find((each) => each.id === id)
  return item !== undefined && shares.get(id) === joinOptions(bestTwo(scaleOf(survey, item)))
}

/** What is said of a subject in a time or from one to another. null where those compared with are not known. */
function figureOfSaid(
  { contribution, against }: Said,
  subject: Pick<MetricKey, 'metric' | 'segment' | 'item' | 'options'>,
  when: When,
  isCommon: boolean,
  { survey, period, previous }: DocumentSetting,
): string | null {
  const { metric, segment, item } = subject
  if (contribution) {
    const isOfFirst = item === survey.items[0]?.id && metrics[metric].takesOptions === false
    if (previous === null || !isOfFirst) return null
    return idOfKey({ kind: 'decomposition', metric, segment, previous, current: period, contribution, part: null }, survey)
  }
  if (!('period' in when)) {
    return idOfKey({ ...changeKey(metricKey({ ...subject, period: when.current }, survey), when.previous), isCommon }, survey)
  }
  const key = metricKey({ ...subject, period: when.period }, survey)
  if (against) return idOfKey(differenceKey(key, against), survey)
  if (!isCommon) return idOfKey(key, survey)
  const comparedWith = when.period === period ? previous : when.period === previous ? period : null
  return comparedWith === null ? null : idOfKey({ ...key, comparedWith }, survey)
}

/** "Målet om 40 pct.": what was decided to reach is no result. */
function isGoal({ number }: Said, sentence: Sentence): boolean {
  return number !== null && goalsOf(sentence).includes(number)
}

/** The numbers that are said to be a target: "målet om 40 pct.", "mod et mål på 85", "the target of 85". */
export function goalsOf({ cues, numbers }: Sentence): NumberMention[] {
  return cues.all('target').flatMap(({ to }) => {
    const start = cues.from(to, 'about', 'by')
    return numbers.find(({ from }) => from === start) ?? []
  })
}

/**
 * Said to be denied, wished for or supposed. What follows the colon after a verdict on a target is not: "er ikke
 * nået: andelen er 14 pct."
 */
function isIrreal({ at }: Said, { cues, words, sayings }: Sentence): boolean {
  const colon = words.findLastIndex(({ text }, index) => text === ':' && index < at)
  const isVerdict = colon >= 0 && cues.all('target').some(({ to }) => to <= colon) && cues.all('reached').some(({ to }) => to <= colon)
  const isQuoted = (from: number) => sayings.some((saying) => saying.from <= from && from < saying.to)
  return cues.all('irrealis').some(({ from }) => from < at && !isQuoted(from) && (!isVerdict || from > colon))
}

/** "men kan også være 49": another number the same figure may be. */
function isAlternative({ at }: Said, { cues }: Sentence): boolean {
  return cues.all('mayBe').some(({ to }) => to <= at)
}

/**
 * "Indekstallet er steget med 4 pct.": a change of a level that is said in per cent; null where it is one of a share.
 */
function levelInPercent(said: Said, sentence: Sentence, context: Context, setting: DocumentSetting): MetricId | null {
  if (!isInPercent(said) || sentence.cues.all('responseRate').length > 0 || optionsOf(said, sentence, context, setting) !== 'none')
    return null
  const named = sentence.cues.all(...levelMetrics)
  const nearest = named.findLast(({ from }) => from < said.at) ?? named[0]
  const isIndex = named.some(({ target }) => target === 'indexScore')
  return nearest ? namedMetric(nearest.target, isIndex, setting.mainMetric) : null
}

function isInPercent({ number, isChange, unit }: Said): boolean {
  return number !== null && isChange && unit === 'percent'
}

const namedMetrics = ['base', 'invited', 'responseRate', 'indexScore', 'mean', 'level', 'share'] as const

function metricOf(said: Said, sentence: Sentence, context: Context, setting: DocumentSetting): MetricId | null {
  const { cues } = sentence
  const { mainMetric } = setting
  const rate = cues.all('responseRate').length > 0
  switch (said.unit) {
    case 'indexPoint':
    case 'hundredth':
      return 'indexScore'
    case 'scalePoint':
      return cues.all('indexScore').length > 0 ? 'indexScore' : 'mean'
    case 'point':
      return mainMetric
    case 'percent':
    case 'percentagePoint':
    case 'fraction':
      return rate || isOfInvited(said, sentence, context) || isOfInvitees(said, sentence, setting) ? 'responseRate' : 'share'
    case 'person':
      return 'invited'
    case 'answer':
      return 'base'
    default: {
      const named = cues.all(...namedMetrics)
      const nearest = named.findLast(({ from }) => from < said.at) ?? named[0]
      const isIndex = named.some(({ target }) => target === 'indexScore')
      if (nearest) return plausible(namedMetric(nearest.target, isIndex, mainMetric), said, setting)
      if (sentence.items.length > 0 && said.number) return plausible(mainMetric, said, setting)
      const goesOn = continuesSubject(sentence) || (cues.all('commonBasis').length > 0 && cues.all('continuing').length > 0)
      return (goesOn && !hasOwnObject(said, sentence)) || said.side !== null ? context.metric : null
    }
  }
}

/** "Det svarer til 18 pct. af de 3.474 borgere, der blev inviteret", said of the answers there are. */
function isOfInvited({ to }: Said, sentence: Sentence, { metric }: Context): boolean {
  return metric === 'base' && continuesSubject(sentence) && sentence.numbers.some((number) => number.at > to && isInvited(sentence, number))
}

/** "4 pct. af forløbene", where these are what the rate is of. */
function isOfInvitees({ to }: Said, { words }: Sentence, { survey, locale }: DocumentSetting): boolean {
  const { invitedCalled } = survey
  if (!invitedCalled) return false
  const said = words
    .slice(to, to + 8)
    .map(({ key }) => key)
    .join(' ')
  return locale.statementWords.cues.outOf.some((of) =>
    [invitedCalled.definite, invitedCalled.many].some((name) => `${said} `.startsWith(`${of} ${name.toLowerCase()} `)),
  )
}

/** "3.474 borgere, der blev inviteret" */
function isInvited({ cues, numbers }: Sentence, number: NumberMention): boolean {
  const next = numbers.find(({ at }) => at > number.at)?.from ?? Number.POSITIVE_INFINITY
  return number.unit === 'person' && cues.all('asked').some(({ from }) => from >= number.at && from - number.to <= 4 && from < next)
}

/** "1.356 borgere har svaret", with a time behind it or nothing: and not what they answered. */
function isAnswered({ cues, words, periods, numbers }: Sentence, { to }: NumberMention): boolean {
  const end = cues.from(to, 'says')
  if (end === undefined || numbers.length > 1) return false
  const time = periods.find(({ from }) => from >= end && from - end <= 1)
  return /^(?:[.]|)$/.test(words[time?.to ?? end]?.text ?? '')
}

function namedMetric(cue: Cue, isIndex: boolean, mainMetric: 'indexScore' | 'mean'): MetricId {
  if (cue === 'level') return isIndex ? 'indexScore' : mainMetric
  if (cue === 'mean') return isIndex ? 'indexScore' : 'mean'
  return cue as MetricId
}

/** A number without a unit that the metric cannot have is about something else. */
function plausible(metric: MetricId, { number, isChange }: Said, { survey }: DocumentSetting): MetricId | null {
  if (!number || isChange || (metric !== 'indexScore' && metric !== 'mean')) return metric
  const ranges = survey.items.map((item) => (metric === 'mean' ? scoreRange(scaleOf(survey, item)) : { min: exact(0), max: exact(100) }))
  return ranges.some(({ min, max }) => compare(min, number.value) <= 0 && compare(number.value, max) <= 0) ? metric : null
}

function continuesSubject({ cues }: Sentence): boolean {
  return cues.from(0, 'continuing') !== undefined
}

/** "Dermed har de øget bemandingen": a direction word whose next word is an ordinary one tells of that. */
function hasOwnObject({ number, to }: Said, { cues, words }: Sentence): boolean {
  const next = words[to]
  if (number || next?.kind !== 'word') return false
  return (
    cues.from(to, 'by', 'about', 'from', 'to', 'and', 'general', 'comparedWith', 'previousPeriod', 'near', 'atLeast', 'atMost') ===
    undefined
  )
}

/**
 * "84 for AC-tilbud" the name that follows at once, else the last before, else the only one after, else what was
 * spoken of.
 */
function segmentOf({ at, to }: Said, { segments, cues, words }: Sentence, context: Context, { overall }: DocumentSetting): string | null {
  // "unge og voksne ligger på 84 og 88": which is whose is for the reader to see
  const isOneOfSeveral = (mention: Mention<string>) =>
    segments.some(
      (other) => other.to < mention.from && mention.from - other.to <= 2 && (cues.from(other.to, 'and') || words[other.to]?.text === ','),
    )
  const following = segments.find(({ from }) => from > to && from - to <= 2 && cues.from(to, 'about') !== undefined)
  const before = segments.findLast(({ from }) => from < at)
  const after = segments.length === 1 && !words.slice(to, segments[0]?.from).some(({ text }) => text === ',') ? segments[0] : undefined
  const own = following ?? before ?? after
  // "Det samlede indekstal er 39 og dermed lavere end for nabokommunen": the name is of what is compared with.
  const isComparedWith =
    own !== undefined && own === after && cues.all('above', 'below').some((mention) => to <= mention.from && mention.to <= own.from)
  if (isComparedWith) return cues.all('overall').some(({ from }) => from < at) ? overall : null
  if (own) return own === before && isOneOfSeveral(own) ? null : own.target
  // Higher or lower than somebody whose name is not known: what follows may be of them.
  const isBehind = cues.all('above', 'below').some(({ from, to: end }) => end - from > 1 && end <= at)
  return segments.length > 0 || isBehind ? null : context.segment
}

/**
 * Whether it is said to be about something that is no segment, item or period of the survey: "tilfredsheden med
 * personalet", "Blandt kvinder er …", "et fald i ledigheden".
 */
function isForeign(sentence: Sentence): boolean {
  const { cues } = sentence
  const first = cues.from(0, 'about')
  if (first !== undefined && !isKnownSubject(sentence, first, 6)) return true
  return cues.all('level', 'indexScore', 'mean', 'rise', 'fall', 'unchanged').some(({ to }) => {
    const after = cues.from(to, 'about')
    return after !== undefined && !isKnownSubject(sentence, after, 5)
  })
}

/**
 * Whether a name follows within reach, and no other preposition comes between: "kvinder på de interne tilbud" are not
 * the internal ones.
 */
function isKnownSubject({ cues, segments, items, periods, numbers, whole }: Sentence, at: number, reach: number): boolean {
  const next = cues.all('about').find(({ from }) => from >= at)?.from ?? Number.POSITIVE_INFINITY
  const isWithin = (ahead: number) => (mention: { from: number; to: number }) =>
    mention.to > at && mention.from <= at + ahead && mention.from <= next
  const words = cues.all('general', 'previousPeriod', 'total', ...namedMetrics)
  return (
    [...segments, ...items, ...periods, ...whole].some(isWithin(reach)) ||
    words.some(isWithin(2)) ||
    numbers.some(({ from }) => from === at)
  )
}

function itemOf(
  said: Said,
  { items, cues }: Sentence,
  context: Context,
  metric: MetricId,
  { survey, locale, overall }: DocumentSetting,
): string | null {
  // "4,4 for tilfredshed alt i alt og 4,1 for alle spørgsmål"
  const following = items.find(({ from }) => from > said.to && from - said.to <= 2 && cues.from(said.to, 'about') !== undefined)
  const own = following ?? items.findLast(({ from }) => from < said.at) ?? (items.length === 1 ? items[0] : undefined)
  if (own) return own.target
  const first = survey.items[0]?.id ?? null
  // "Det svarer til 4 pct. af forløbene": of those whose answers were told of.
  if (metric === 'responseRate' && cues.from(0, 'continuing') !== undefined && context.metric === 'base') return context.item ?? first
  if (survey.items.length === 1 || metric === 'invited' || metric === 'responseRate') return first
  if (context.item) return context.item
  // A document of one survey tells of its first item where it names none.
  if (overall !== null) return first
  if (cues.all('level').length === 0) return null
  // Satisfaction as such is the one item that is called so.
  const named = survey.items.filter(({ label }) => locale.claimWords.metrics.level.some((word) => label.toLowerCase().includes(word)))
  return named.length === 1 ? (named[0]?.id ?? null) : null
}

function optionsOf(
  said: Said,
  sentence: Sentence,
  context: Context,
  { survey, finder, overall, locale }: DocumentSetting,
): { item: string; ids: string[] } | 'none' {
  const { words, numbers, items, cues } = sentence
  // The 2 of "2. halvår" is no answer.
  const optionsIn = (item: string, from: number, to: number) => {
    const sides = finder.sides(item, words.slice(from, to))
    const isInside = ({ from: at }: Mention<string>) => sides.some((side) => side.from <= at && at < side.to)
    return finder
      .options(item, words.slice(from, to))
      .filter((mention) => !sentence.periods.some((period) => period.from <= mention.from + from && mention.from + from < period.to))
      .filter((mention) => !isInside(mention))
      .concat(sides)
  }
  const following = numbers.find(({ at, unit }) => at > said.at && (unit === 'percent' || unit === 'fraction'))
  const end = following?.from ?? words.length
  const namedItems = items.map(({ target }) => target)
  const candidates = survey.items.filter(({ id }) =>
    namedItems.length > 0 ? namedItems.includes(id) : context.item ? id === context.item : true,
  )
  const found = candidates.flatMap((item) => {
    // "71 pct. har svaret enig i 2025 mod 82 pct. i 2024": what is compared is the same answer.
    const after = optionsIn(item.id, said.to, end)
    const before = optionsIn(item.id, 0, numbers[0]?.from ?? words.length)
    const isSecond = numbers.some(({ at, unit }) => at < said.at && unit === 'percent') && cues.before(said.from, 'against') !== undefined
    const between = isSecond ? optionsIn(item.id, 0, said.from) : []
    const named = [after, before, between].find((mentions) => mentions.length > 0) ?? []
    if (isOneOfAlike(named, item, sentence, { survey, locale })) return []
    const mentioned = new Set(named.flatMap(({ target }) => optionIds({ options: target })))
    const ids = scaleOf(survey, item).options.flatMap(({ id }) => (mentioned.has(id) ? [id] : []))
    // What is so of those who are counted names their answer.
    const yes = item.counts && namedItems.includes(item.id) ? countedByItself(scaleOf(survey, item)) : null
    const meant = ids.length > 0 || yes === null ? ids : [yes]
    return meant.length > 0 ? [{ item: item.id, ids: meant }] : []
  })
  const [only] = found.length === 1 || overall !== null ? found : []
  return only ?? 'none'
}

/**
 * "84 pct. er tilfredse" may be of "meget tilfreds" too; "har svaret tilfreds" is of the answer that is called so.
 */
function isOneOfAlike(
  named: readonly Mention<string>[],
  item: Survey['items'][number],
  { words }: Sentence,
  { survey, locale }: Pick<DocumentSetting, 'survey' | 'locale'>,
): boolean {
  const [only, ...others] = new Set(named.map(({ target }) => target))
  const scale = scaleOf(survey, item)
  const labels = new Map(scale.options.map((option) => [option.id, optionLabel(scale, option, locale).toLowerCase()]))
  const label = labels.get(only ?? '')
  if (label === undefined || others.length > 0 || ![...labels.values()].some((other) => other.endsWith(` ${label}`))) return false
  return !words.some(({ key }) => key === label.split(' ').at(-1))
}

/**
 * The options that are named; where none are, and it is called "andelen" or goes on about one, those of the share told
 * of, or those that the document gives its shares for.
 */
function sharedOptions(
  said: Said,
  sentence: Sentence,
  context: Context,
  setting: DocumentSetting,
): { item: string; ids: string[] } | 'none' {
  const named = optionsOf(said, sentence, context, setting)
  const isShare = sentence.cues.all('share').length > 0
  const goesOn = context.metric === 'share' && continuesSubject(sentence)
  if (named !== 'none' || !(isShare || goesOn)) return named
  const item = itemOf(said, sentence, context, 'share', setting)
  const options = (goesOn && item === context.item ? context.options : null) ?? setting.shares.get(item ?? '')
  return item === null || options === undefined ? 'none' : { item, ids: optionIds({ options }) }
}

// ── when ──

/** The period, or for a change the two periods, something said is about. */
function whenOf(said: Said, sentence: Sentence, { period, previous }: DocumentSetting): When | NotCheckedReason {
  const times = timesOf(sentence, previous)
  const compared = times.filter(({ isCompared }) => isCompared)
  const plain = times.filter(({ isCompared }) => !isCompared)
  if (said.isChange) {
    // "steget fra 29 i 2022-23 til 50 i 2024-25"
    const [first, last] = compared.length === 0 && plain.length === 2 ? plain : []
    const from = compared[0]?.id ?? first?.id ?? previous
    const to = last?.id ?? plain.at(-1)?.id ?? period
    return from === null || from === to ? 'noPrevious' : { previous: from, current: to }
  }
  const { cues } = sentence
  const attached = times.find(
    ({ from }) => from >= said.to && from - said.to <= 3 && cues.all('comparedWith').every((cue) => cue.from < said.to || cue.from >= from),
  )
  if (attached) return attached.id === null ? 'noPrevious' : { period: attached.id }
  if (said.side === 'previous' || cues.before(said.from, 'comparedWith') !== undefined) {
    // "uændret fra 2022 til 2024, nemlig 79 mod 79"
    const id = compared[0]?.id ?? (plain.length === 2 ? (plain[0]?.id ?? null) : previous)
    return id === null ? 'noPrevious' : { period: id }
  }
  if (said.side === 'current') return { period: plain.at(-1)?.id ?? period }
  // "uændret i forhold til 2023, hvor det var 72": the second number is of the time that stands before it.
  const comparedBefore = compared.findLast(({ from }) => from < said.at && said.at - from <= 6)
  const isSecond = comparedBefore !== undefined && sentence.numbers.some(({ at }) => at < comparedBefore.from)
  if (isSecond) return comparedBefore.id === null ? 'noPrevious' : { period: comparedBefore.id }
  const ids = new Set(plain.map(({ id }) => id))
  const before = plain.findLast(({ from }) => from < said.at)
  if (!before && ids.size > 1) return 'period'
  const named = before ?? plain[0]
  if (!named) return { period }
  return named.id === null ? 'noPrevious' : { period: named.id }
}

/** The periods a sentence names, and whether something is compared with them. */
function timesOf({ cues, periods }: Sentence, previous: string | null): { id: string | null; from: number; isCompared: boolean }[] {
  const before = cues.all('previousPeriod').map(({ from }) => ({ id: previous, from }))
  const named = periods.map(({ target, from }) => ({ id: target, from }))
  return [...before, ...named]
    .sort((a, b) => a.from - b.from)
    .map((time) => ({ ...time, isCompared: cues.all('comparedWith').some(({ from }) => from < time.from && time.from - from <= 8) }))
}

// ── intervals ──

function intervalOfSaid({ figure, metric }: Tied, said: Said, survey: Survey): Interval | null {
  const { number, direction, isChange, against, contribution } = said
  if (!number) return null
  if (contribution) return intervalOfContribution(said, number, metric)
  const isFall = (isChange || against !== undefined) && direction === 'fall'
  const signed = isFall ? { ...number.value, numerator: -number.value.numerator } : number.value
  if (!number.whole) {
    const stated = intervalOfClaim(figure, signed, number.decimals, isFall ? mirrored(number.hedge) : number.hedge, survey)
    const isOneSided = isChange && (number.hedge === 'atLeast' || number.hedge === 'atMost')
    return isOneSided ? onSideOf(stated, direction) : stated
  }
  return intervalOfFraction(figure, number.value, number.whole, number.hedge, survey)
}

/** From the lower end to the higher, upwards or downwards. */
function intervalOfContribution({ lowest, direction }: Said, number: NumberMention, metric: MetricId): Interval {
  const unit = exact(1, metrics[metric].unit === 'share' ? 100 : 1)
  const { from: least, to: most } = intervalOfPrinted(number.value, number.decimals, true)
  const low = lowest ? lowest.value : least
  const high = lowest ? number.value : most
  const ends = [low, high].map((end) => fromFraction(toFraction(end).mul(toFraction(unit))))
  const [from = low, to = high] = direction === 'fall' ? ends.map((end) => fromFraction(toFraction(end).neg())).reverse() : ends
  return { from, to, fromIncluded: true, toIncluded: true }
}

/** "faldet med knap 8": from a fall of 8 to none, not to a rise. */
function onSideOf(interval: Interval, direction: Direction | null): Interval {
  const zero = exact(0)
  if (direction === 'fall' && compare(interval.to, zero) > 0) return { ...interval, to: zero }
  return direction === 'rise' && compare(interval.from, zero) < 0 ? { ...interval, from: zero } : interval
}

function mirrored(hedge: Hedge | null): Hedge | null {
  return hedge === 'atLeast' ? 'atMost' : hedge === 'atMost' ? 'atLeast' : hedge
}

/** "6 ud af 10" is rounded to tenths: half a tenth to each side. A hedge opens the side it opens. */
function intervalOfFraction(figure: string, part: Exact, whole: Exact, hedge: Hedge | null, survey: Survey): Interval {
  const share = (value: ReturnType<typeof toFraction>) => fromFraction(value.div(toFraction(whole)).mul(100))
  if (hedge === 'atLeast' || hedge === 'atMost') {
    const stated = intervalOfClaim(figure, share(toFraction(part)), 0, hedge, survey)
    const end = fromFraction(toFraction(part).div(toFraction(whole)))
    return hedge === 'atLeast' ? { ...stated, from: end } : { ...stated, to: end }
  }
  const half = toFraction(exact(1, 2))
  const [low, high] = [toFraction(part).sub(half), toFraction(part).add(half)]
  const ends = [low, high].map((end) => end.div(toFraction(whole)))
  return { from: fromFraction(ends[0] ?? low), to: fromFraction(ends[1] ?? high), fromIncluded: true, toIncluded: true }
}
