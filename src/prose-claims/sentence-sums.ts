/**
 * Numbers that a sentence itself gives together, whosever they are: a share beside its count and what it is of ("175 af
 * 226, svarende til 77,4 pct."), a response rate beside those asked and those who answered, the difference of two
 * numbers in front of it ("81,9 pct. mod 75,5 pct., hvilket er 6,4 procentpoint højere").
 */
import { type Assertion, nearly, type PrintedNumber } from '../claim.js'
import { compare, exact, intervalOfPrinted, pointInterval } from '../printed.js'
import { placeOf } from '../read/text/passages.js'
import type { DocumentSetting } from './sentence-claims.js'
import type { NumberMention, Sentence } from './sentences.js'

type Sum = Extract<Assertion, { kind: 'spokenShare' | 'spokenChange' }>

/** A number with its words' sentence: what is told may go over a full stop. */
type Told = { number: NumberMention; sentence: Sentence }

/** What a sentence's numbers give together. `before`: the sentence in front of it, whose counts it may go on about. */
export function sumsOf(sentence: Sentence, before: Sentence | null, setting: DocumentSetting): Sum[] {
  const own = numbersOf(sentence)
  const percent = own.find(({ number }) => isRate(number, sentence))
  const isAlone = own.length === 1 && percent !== undefined && before?.passage === sentence.passage && goesOn(sentence, setting)
  const told = isAlone && before ? [...numbersOf(before), ...own] : own
  return [...sharesIn(told, setting), ...changesIn(told, setting)]
}

function numbersOf(sentence: Sentence): Told[] {
  const isYear = ({ text, unit }: NumberMention) => unit === null && /^(?:19|20)\d\d$/.test(text)
  return sentence.numbers.filter((number) => !isYear(number)).map((number) => ({ number, sentence }))
}

/** "Det svarer til 77,4 pct.", "Svarprocenten er 77,4 pct." */
function goesOn({ cues, words }: Sentence, { locale }: DocumentSetting): boolean {
  const { amounting } = locale.statementWords.numbers
  const lead = keysOf(words.slice(0, 5))
  return cues.from(0, 'responseRate') !== undefined || amounting.some((said) => said.includes(' ') && lead.includes(` ${said} `))
}

function keysOf(words: Sentence['words']): string {
  return ` ${words.map(({ key }) => key).join(' ')} `
}

function isRate({ unit, at }: NumberMention, { cues }: Sentence): boolean {
  return unit === 'percent' || (unit === null && cues.all('responseRate').some(({ to }) => to <= at && at - to <= 2))
}

// ── shares ──

/** One share and two counts, of which one is what it is of. More numbers, and any may be meant. */
function sharesIn(told: readonly Told[], setting: DocumentSetting): Sum[] {
  const rates = told.filter(({ number, sentence }) => isRate(number, sentence))
  const [share] = rates
  const others = told.filter((each) => each !== share)
  if (!share || rates.length !== 1) return []
  const [first, second, ...more] = others
  if (!first) return []
  const pair = pairOf(first, second, more, setting)
  if (!pair || compare(pair.part.number.value, pair.whole.number.value) > 0) return []
  const isLed = isLedIn(share, told, setting) || isTurned(share, others, setting)
  const isOfAsked = told.some(({ sentence: { cues } }) => cues.all('responseRate').length > 0)
  if (!isLed && !isOfAsked) return []
  const { part, whole } = pair
  const placed = (each: Told) => ({ ...counted(each.number), place: placeAt(each, setting) })
  return [{ kind: 'spokenShare', part: placed(part), whole: placed(whole), share: printed(share.number), place: placeAt(share, setting) }]
}

/** Which is the part: "175 af 226", "ud af 226 har 175", "af de 226 udsendte er 175 kommet retur". */
function pairOf(
  first: Told,
  second: Told | undefined,
  more: readonly Told[],
  setting: DocumentSetting,
): { part: Told; whole: Told } | null {
  const { number, sentence } = first
  if (number.unit === 'fraction' && number.whole && !second)
    return { part: first, whole: { ...first, number: { ...number, value: number.whole } } }
  if (!second || more.length > 0 || ![number, second.number].every(isCount)) return null
  const isSame = sentence === second.sentence
  const { outOf } = setting.locale.statementWords.cues
  const between = isSame ? keysOf(sentence.words.slice(number.to, second.number.from)) : ' '
  if (outOf.some((said) => between === ` ${said} ` || between.endsWith(` ${said} `))) return { part: first, whole: second }
  const lead = keysOf(sentence.words.slice(0, number.from))
  if (isSame && outOf.some((said) => lead.endsWith(` ${said} `))) return { part: second, whole: first }
  const { asking, answering } = setting.locale.statementWords.numbers
  const all = keysOf([...sentence.words, ...(isSame ? [] : second.sentence.words)])
  const says = (words: readonly string[]) => words.some((said) => all.includes(` ${said} `))
  const isDenied = [sentence, second.sentence].some(({ cues }) => cues.all('not', 'none', 'irrealis').length > 0)
  const isAnswered = says(answering) || [number, second.number].some(({ unit }) => unit === 'answer')
  if (!says(asking) || !isAnswered || isDenied) return null
  const [low, high] = compare(number.value, second.number.value) <= 0 ? [first, second] : [second, first]
  return { part: low, whole: high }
}

function isCount({ unit, decimals, value }: NumberMention): boolean {
  return (unit === null || unit === 'answer' || unit === 'person') && decimals === 0 && value.denominator === 1n
}

/** What stands in front of a number says that it comes of those before it. */
function isLedIn({ number, sentence }: Told, told: readonly Told[], { locale }: DocumentSetting): boolean {
  const before = told.findLast((each) => each.sentence === sentence && each.number.at < number.at)
  const lead = keysOf(sentence.words.slice(before?.number.to ?? 0, number.from))
  const { amounting, amounts } = locale.statementWords.numbers
  return /\( $/.test(lead) || [...amounting, ...amounts].some((said) => lead.includes(` ${said} `))
}

/** "88 pct. af de 4.041 borgere, svarende til 3.523": the share comes first, and the count of it behind. */
function isTurned(share: Told, others: readonly Told[], setting: DocumentSetting): boolean {
  const last = others.at(-1)
  const isBehind = others.every(({ number, sentence }) => sentence === share.sentence && number.at > share.number.at)
  return last !== undefined && isBehind && isLedIn(last, [share, ...others], setting)
}

// ── changes ──

/** "fra 82 til 74, et fald på 8", "81,9 pct. mod 75,5 pct., hvilket er 6,4 procentpoint højere". */
function changesIn(told: readonly Told[], setting: DocumentSetting): Sum[] {
  const [first, second, size, ...more] = told
  if (!first || !second || !size || more.length > 0) return []
  const { sentence } = first
  if ([second, size].some((each) => each.sentence !== sentence)) return []
  const { cues, words, periods, segments } = sentence
  const isFromTo = cues.before(first.number.from, 'from') !== undefined && cues.before(second.number.from, 'to') !== undefined
  const isAgainst = cues.before(second.number.from, 'against') !== undefined && second.number.from - first.number.to <= 6
  const ends = [first.number, second.number]
  const isOfShares = ends.some(({ unit }) => unit === 'percent')
  if (!(isFromTo || isAgainst) || ends.some(({ unit, hedge }) => unit === 'fraction' || hedge !== null)) return []
  if (ends.some(({ unit }) => unit === 'percent' || unit === null) && !isOfShares && size.number.unit !== 'percent') return []
  // What is said of another time or group behind the number is of other numbers.
  const isElsewhere = [...periods, ...segments, ...cues.all('previousPeriod', 'comparedWith')].some(({ from }) => from >= size.number.to)
  const isLed =
    isLedIn(size, told, setting) && words.slice(second.number.to, size.number.from).some(({ text }) => text === ',' || text === '(')
  const { unit, whole, hedge } = size.number
  if (isElsewhere || !isLed || whole !== null || hedge !== null) return []
  const isRatio = unit === 'percent'
  if (!isRatio && !(isOfShares && unit === 'percentagePoint')) return []
  const [from, to] = isFromTo ? [first, second] : [second, first]
  return [
    {
      ...{ kind: 'spokenChange', from: printed(from.number), to: printed(to.number), by: printed(size.number) },
      ...{ isRatio, isEither: isRatio && isOfShares, place: placeAt(size, setting) },
    },
  ]
}

function placeAt({ number, sentence: { passage, start, words, text } }: Told, { file }: DocumentSetting) {
  return placeOf(file, passage, start + (words[number.at]?.at ?? 0), text)
}

function printed({ text, value, decimals, hedge, unit }: NumberMention): PrintedNumber {
  const isWhole = unit === 'person' || unit === 'answer'
  const stated = hedge === 'near' ? nearly(value, decimals) : isWhole ? pointInterval(value) : intervalOfPrinted(value, decimals, true)
  const interval = hedge === 'atLeast' ? { ...stated, to: exact(10n ** 15n) } : hedge === 'atMost' ? { ...stated, from: exact(0) } : stated
  return { text, interval, decimals, hedge }
}

function counted(number: NumberMention): PrintedNumber {
  return printed({ ...number, unit: 'answer' })
}
