/** What was read of a passage → claims on figures, statements about several, and what was not read. */
import { type Assertion, type Claim, intervalOfClaim, type NotChecked, type Stated, type Told } from '../claim.js'
import { changeId, changeKey, differenceKey, figureId, idOfKey, keyOfId, metricKey, subjectOf } from '../figure-key.js'
import { greatest } from '../long-lists.js'
import { compare, exact, type Interval, isEqual, negative } from '../printed.js'
import { type Passage, placeOf } from '../read/text/passages.js'
import type { Survey } from '../survey.js'
import type { Fate } from './number-frames.js'
import { percentOf, type Quantity } from './number-mentions.js'
import type { DocumentSetting } from './sentence-claims.js'
import type { Ref } from './statement-subjects.js'
import { countBelow, type NumberRead, type PassageRead, type SentenceRead, type WordsRead } from './text-statements.js'

export type Claimed = { claims: Claim[]; assertions: Assertion[]; notChecked: NotChecked[] }

/** A run of a passage that is read as one sentence; `text` is its words. */
export type Stretch = { from: number; to: number; text: string }

export function numbersWithin({ numbers }: PassageRead, from: number, to: number): NumberRead[] {
  return numbers.slice(
    countBelow(numbers, (each) => each.from < from),
    countBelow(numbers, (each) => each.from < to),
  )
}

/**
 * What the numbers and words of one sentence claim. `other`: what is read of it by its words alone; what is uncertain
 * is claimed where both readers say the same.
 */
export function claimsOfStretch(
  read: PassageRead,
  { from, to, text }: Stretch,
  passage: Passage,
  other: Pick<Claimed, 'claims' | 'notChecked'>,
  setting: DocumentSetting,
): Claimed {
  const place = (at: number) => placeOf(setting.file, passage, at, text)
  const numbers = numbersWithin(read, from, to)
  const words = read.words.slice(
    countBelow(read.words, (each) => each.from < from),
    countBelow(read.words, (each) => each.from < to),
  )
  const sentence = read.sentences[countBelow(read.sentences, (each) => each.from <= from) - 1]
  // Words that call a number by another's name: one of the two was read wrongly.
  const isContradicted = words.some(({ readings }) => readings.some(({ is }) => is === 'misnamed'))
  const found: Placed = { claims: [], assertions: [], notChecked: [] }
  const told = read.answers.filter((each) => each.from >= from && each.from < to)
  const answers = told.filter(({ readings: [first] }) => first?.is !== 'change')
  const isRead = (at: number) => answers.some((each) => each.from <= at && at < each.to)
  for (const { at, end, readings } of answers) {
    const inDoubt = numbers.flatMap(({ from, orElse }) => (orElse && at <= from && from < end ? [orElse] : []))
    const all: Stated[] = inDoubt.length > 0 ? [...readings, { is: 'every', of: inDoubt }] : readings
    found.assertions.push({ kind: 'stated', text: passage.text.slice(at, end), readings: all, place: place(at) })
  }
  for (const number of numbers.filter(({ isOfAnswers }) => !isOfAnswers)) {
    const at = number.said?.at ?? number.number[0]
    for (const fate of isContradicted ? [{ is: 'open', reason: 'sense' } as const] : number.fates) {
      const own: Placed = { claims: [], assertions: [], notChecked: [] }
      if (fate.is !== 'open') addNumber(own, number, fate, { at, place: place(at) }, setting.survey)
      leaveInDoubt(own, number)
      const isAgreed =
        !number.isUncertain ||
        (sentence?.isStrange === false && own.claims.some(({ claim }) => other.claims.some((each) => isSameClaim(claim, each))))
      if (isAgreed) {
        found.claims.push(...own.claims)
        found.assertions.push(...own.assertions)
      }
      if (fate.is === 'open' || !isAgreed) found.notChecked.push(...leftOf(number, fate, other, place(at)))
    }
    const isClaimed = found.claims.some(({ claim }) => claim.text === number.quantity.text)
    if (number.possible.length > 0 && !isContradicted && !isClaimed) found.assertions.push(openNumber(number, place(number.number[0])))
  }
  const isOfCounts = tellsOfCounts(numbers, text, setting)
  const isOpen = numbers.some(({ fates, isUncertain }) => isUncertain || fates.some(({ is }) => is === 'open'))
  for (const each of isContradicted || sentence?.isOfSome || sentence?.isConditional ? [] : words) {
    if (words.some((other) => other !== each && isTurned(other, each))) continue
    if (!isRead(each.from) && each.from < (sentence?.tellsUntil ?? Number.POSITIVE_INFINITY)) {
      addWords(found, each, passage, { at: each.from, place: place(each.from) }, { isOpen, isOfCounts, other, sentence }, setting)
    }
  }
  // What lies between two grows and shrinks, not they.
  const { cues, numbers: said } = setting.locale.statementWords
  const isOfGap = [...cues.gap, ...said.apart].some((word) => ` ${text.toLowerCase()} `.includes(` ${word} `))
  const isSettled = answers.length > 0 || read.standings.some((each) => each.readings.length > 0 && from <= each.from && each.from < to)
  if (
    !isContradicted &&
    !isSettled &&
    !isOfCounts &&
    !isOfGap &&
    !sentence?.isConditional &&
    sentence?.isDenied === false &&
    !sentence.isStrange
  )
    addDirections(found, other, words, from)
  // Which way the number of answers went, where no other reader has told it.
  for (const { at, end, readings } of told) {
    const [first] = readings
    const figure = first?.is === 'change' ? changeBetween(first, setting.survey) : null
    if (first?.is !== 'change' || figure === null || found.claims.some(({ claim }) => claim.figure === figure)) continue
    const text = passage.text.slice(at, end)
    found.claims.push({ at, claim: { figure, text, interval: null, decimals: 0, direction: first.told, place: place(at) } })
  }
  const own = { claims: found.claims.map(({ claim }) => claim), assertions: found.assertions }
  found.assertions.push(...openWordsOfStretch(read, { from, to, text }, passage, own, setting))
  return {
    claims: found.claims.toSorted((a, b) => a.at - b.at).map(({ claim }) => claim),
    assertions: found.assertions,
    notChecked: found.notChecked,
  }
}

/** What the number may be as well is added to what it tells. */
function leaveInDoubt(own: Placed, { orElse }: NumberRead) {
  if (orElse === null) return
  for (const { claim } of own.claims) claim.orElse = orElse
  for (const assertion of own.assertions) if (assertion.kind === 'stated') assertion.readings.push(orElse)
}

/** What is said of the numbers of one sentence that nobody has read: each must be one of all that it can be. */
export function openNumbersOfStretch(
  read: PassageRead,
  { from, to, text }: Stretch,
  passage: Passage,
  { claims }: Pick<Claimed, 'claims'>,
  setting: DocumentSetting,
): Assertion[] {
  const isClaimed = ({ quantity }: NumberRead) => claims.some((claim) => claim.text === quantity.text)
  return [
    ...numbersWithin(read, from, to)
      .filter((number) => number.possible.length > 0 && !number.isOfAnswers && !isClaimed(number))
      .map((number) => openNumber(number, placeOf(setting.file, passage, number.number[0], text))),
    ...openWordsOfStretch(read, { from, to, text }, passage, { claims, assertions: [] }, setting),
  ]
}

/** Words of direction that nothing else has told. */
function openWordsOfStretch(
  { openWords, answers, standings }: PassageRead,
  { from, to, text }: Stretch,
  passage: Passage,
  { claims, assertions }: Pick<Claimed, 'claims' | 'assertions'>,
  setting: DocumentSetting,
): Assertion[] {
  const saidIn = (word: { from: number; to: number }) => passage.text.slice(word.from, word.to)
  const isTold = (word: { from: number; to: number }) => {
    const meets = (each: { from: number; to: number }) => each.from < word.to && word.from < each.to
    return (
      answers.some(meets) ||
      standings.some((each) => each.readings.length > 0 && meets(each)) ||
      claims.some((claim) => claim.direction !== null && claim.text.includes(saidIn(word))) ||
      assertions.some((each) => each.kind === 'stated' && each.text.includes(saidIn(word)))
    )
  }
  return openWords
    .filter((word) => word.from >= from && word.from < to && !isTold(word))
    .map((word) => ({
      ...{ kind: 'stated', text: saidIn(word), readings: word.readings },
      place: placeOf(setting.file, passage, word.from, text),
    }))
}

function openNumber({ quantity, possible }: NumberRead, place: Claim['place']): Assertion {
  return { kind: 'stated', text: quantity.text, readings: possible, place }
}

/** How somebody stands, in the words that tell it. */
export function standingsOfStretch(
  { standings }: PassageRead,
  { from, to, text }: Stretch,
  passage: Passage,
  setting: DocumentSetting,
): Assertion[] {
  return standings
    .filter((each) => each.readings.length > 0 && from <= each.from && each.from < to)
    .map((each) => ({
      ...{ kind: 'stated', text: passage.text.slice(each.from, each.to), readings: each.readings },
      place: placeOf(setting.file, passage, each.from, text),
    }))
}

/** The other reader's claims of a sentence, without those of words and numbers that tell how somebody stands. */
export function besidesStandings(claims: readonly Claim[], { standings }: PassageRead, { from, to }: Stretch): Claim[] {
  const own = standings.filter((each) => from <= each.from && each.from < to)
  const isTold = own.some(({ readings }) => readings.length > 0)
  const numbers = own.flatMap((each) => each.numbers)
  return claims.filter(({ text, interval }) => (interval === null ? !isTold : !numbers.includes(text)))
}

/** "gik fra 613 til 485 svar, et fald på 21 pct.": what moved are counts, and no result is named beside them. */
function tellsOfCounts(numbers: readonly NumberRead[], text: string, { locale }: DocumentSetting): boolean {
  // "faldet fra 410 til 159": so high no result is.
  const isCount = ({ quantity: { unit, value } }: NumberRead) => unit === 'answer' || (unit === null && compare(value, exact(100)) > 0)
  const metrics =
    numbers.every(isCount) && numbers.length > 0
      ? ['base']
      : numbers.flatMap(({ fates }) => fates.map((fate) => ('metric' in fate ? fate.metric : null)))
  const { level, indexScore, mean } = locale.claimWords.metrics
  const lower = text.toLowerCase()
  return (
    metrics.length > 0 &&
    metrics.every((metric) => metric === 'base') &&
    ![...level, ...indexScore, ...mean].some((word) => lower.includes(word))
  )
}

/** "A og B, der trækker op, og C og D, der trækker ned": it says of the same that they have risen and fallen. */
function isTurned({ readings: a }: WordsRead, { readings: b }: WordsRead): boolean {
  const changes = (readings: readonly Told[]) =>
    readings.flatMap((told) => (told.is === 'all' ? told.of : [told])).flatMap((told) => (told.is === 'change' ? [told] : []))
  const [ofA, ofB] = [changes(a), changes(b)]
  if (ofA.length < 2 || ofB.length < 2) return false
  return ofA.some((one) => ofB.some((other) => one.current === other.current && one.told !== other.told))
}

/** Claims with where in the passage their words begin. */
type Placed = Omit<Claimed, 'claims'> & { claims: { at: number; claim: Claim }[] }
type At = { at: number; place: Claim['place'] }

function isSameClaim(a: Claim, b: Claim): boolean {
  const isSame = (x: Interval | null, y: Interval | null) =>
    x === y || (x !== null && y !== null && isEqual(x.from, y.from) && isEqual(x.to, y.to))
  return a.figure === b.figure && isSame(a.interval, b.interval) && (a.interval !== null || a.direction === b.direction)
}

const resultUnits: readonly (Quantity['unit'] | undefined)[] = ['indexPoint', 'point', 'percent', 'percentagePoint', 'answer']

/** What was not read, in the words of the other reader where it has seen it too; a bare number in no result is none. */
function leftOf({ quantity }: NumberRead, fate: Fate, other: Pick<Claimed, 'notChecked'>, place: Claim['place']): NotChecked[] {
  const seen = other.notChecked.find(({ text }) => text.includes(quantity.text))
  if (seen) return [seen]
  const reason = fate.is === 'open' ? fate.reason : 'subject'
  return resultUnits.includes(quantity.unit) ? [{ text: quantity.text, reason, place }] : []
}

/** Directions that the other reader alone has seen, where nothing is denied. */
function addDirections(found: Placed, { claims }: Pick<Claimed, 'claims'>, words: readonly WordsRead[], from: number) {
  const read = words.flatMap(({ readings }) => readings)
  for (const claim of claims) {
    const isTold = found.claims.some((each) => each.claim.figure === claim.figure && each.claim.direction !== null)
    const isSame = read.length === 0 || read.some((reading) => reading.is === 'change' && reading.told === claim.direction)
    if (claim.interval === null && !isTold && isSame) found.claims.push({ at: from, claim })
  }
}

function addNumber(found: Placed, { quantity, said }: NumberRead, fate: Exclude<Fate, { is: 'open' }>, { at, place }: At, survey: Survey) {
  const { decimals } = quantity
  const text = said?.text ?? quantity.text
  const put = (reading: Stated) => void found.assertions.push({ kind: 'stated', text, readings: [reading], place })
  const idOf = (ref: Ref, period: string) => figureId({ metric: fate.metric, ...ref, period }, survey)
  if ((fate.is === 'level' || fate.is === 'change') && (fate.others ?? fate.times)) {
    found.assertions.push({ kind: 'stated', text, readings: readingsOfUnsaid(fate, quantity, survey), place })
    return
  }
  switch (fate.is) {
    case 'level': {
      const figure = idOf(fate.ref, fate.period)
      found.claims.push({
        at,
        claim: { figure, text, interval: intervalOf(figure, quantity, 1, survey), decimals, direction: null, place },
      })
      return
    }
    case 'change': {
      const figure = changeId({ metric: fate.metric, ...fate.ref, period: fate.current }, fate.previous, survey)
      const direction = fate.sign > 0 ? 'rise' : 'fall'
      const interval = intervalOf(figure, quantity, fate.sign < 0 ? -1 : 1, survey)
      found.claims.push({ at, claim: { figure, text, interval, decimals, direction, place } })
      return
    }
    case 'difference': {
      const key = differenceKey(metricKey({ metric: fate.metric, ...fate.ref, period: fate.period }, survey), fate.than.segment)
      const by = intervalOf(idOfKey(key, survey), quantity, fate.sign < 0 ? -1 : 1, survey)
      put({ is: 'differs', figure: idOf(fate.ref, fate.period), than: idOf(fate.than, fate.period), by, isApart: fate.sign === 0 })
      return
    }
    case 'growth': {
      const by = percentOf(quantity, fate.sign)
      put({ is: 'grown', previous: idOf(fate.ref, fate.previous), current: idOf(fate.ref, fate.current), by })
      return
    }
    case 'portion':
      put({ is: 'portion', figure: idOf(fate.ref, fate.period), of: idOf(fate.of, fate.period), by: percentOf(quantity, 1) })
      return
    case 'not':
      put({ is: 'isNot', figure: idOf(fate.ref, fate.period), by: intervalOf(idOf(fate.ref, fate.period), quantity, 1, survey) })
      return
    case 'moved': {
      const [than, figure] = [idOf(fate.ref, fate.previous), idOf(fate.ref, fate.current)]
      put({ is: 'differs', figure, than, by: intervalOf(figure, quantity, 1, survey), isApart: true })
      return
    }
    case 'sum': {
      const readings = fate.members.map((members): Stated => {
        const of = members.map((ref) => idOf(ref, fate.period))
        return { is: 'combined', plus: of, minus: [], by: intervalOf(of[0] ?? '', quantity, 1, survey), isApart: false }
      })
      found.assertions.push({ kind: 'stated', text, readings, place })
      return
    }
    case 'bound':
    case 'end':
    case 'spread': {
      const readings = fate.members.map((members): Stated => {
        const among = members.map((ref) => idOf(ref, fate.period))
        const of = among[0] ?? ''
        if (fate.is === 'bound') {
          const hedge = fate.told === 'above' ? 'atLeast' : 'atMost'
          return {
            is: 'end',
            among,
            told: fate.told === 'above' ? 'lowest' : 'highest',
            by: intervalOf(of, { ...quantity, hedge }, 1, survey),
          }
        }
        const by = intervalOf(of, quantity, 1, survey)
        return fate.is === 'end' ? { is: 'end', among, told: fate.told, by } : { is: 'spread', among, by }
      })
      found.assertions.push({ kind: 'stated', text, readings, place })
    }
  }
}

/** Whom or when it is of its sentence does not say: of each that it may be of. */
function readingsOfUnsaid(fate: Extract<Fate, { is: 'level' | 'change' }>, quantity: Quantity, survey: Survey): Stated[] {
  const refs = [fate.ref, ...(fate.others ?? [])]
  const idOf = (ref: Ref, period: string) => figureId({ metric: fate.metric, ...ref, period }, survey)
  if (fate.is === 'level') {
    const figures = refs.flatMap((ref) => [fate.period, ...(fate.times ?? [])].map((period) => idOf(ref, period)))
    return figures.map((figure): Stated => ({ is: 'end', among: [figure], told: 'highest', by: intervalOf(figure, quantity, 1, survey) }))
  }
  const { previous, current, sign } = fate
  return refs.map((ref): Stated => {
    const by = intervalOf(changeId({ metric: fate.metric, ...ref, period: current }, previous, survey), quantity, sign < 0 ? -1 : 1, survey)
    return { is: 'differs', figure: idOf(ref, current), than: idOf(ref, previous), by, isApart: false }
  })
}

/** The values a printed number may stand for; of a fall below 0. A hedge opens a side, of a change never past 0. */
function intervalOf(figure: string, { value, decimals, hedge }: Quantity, sign: 1 | -1, survey: Survey): Interval {
  const own = intervalOfClaim(figure, value, decimals, hedge, survey)
  const isChange = /^(?:change|difference)\//.test(figure)
  const open = hedge === 'atMost' && isChange ? { ...own, from: exact(0) } : own
  return sign < 0 ? { ...open, from: negative(open.to), to: negative(open.from) } : open
}

// ── words ──

type Around = { isOpen: boolean; isOfCounts: boolean; other: Pick<Claimed, 'claims'>; sentence: SentenceRead | undefined }

function addWords(
  found: Placed,
  { from, to, readings }: WordsRead,
  passage: Passage,
  { at, place }: At,
  around: Around,
  setting: DocumentSetting,
) {
  const { survey } = setting
  const text = passage.text.slice(from, to)
  const [first] = readings
  if (!first) return
  const change = readings.length === 1 && first.is === 'change' ? first : null
  // Said of nobody who is named, it may be of whoever the next words are about.
  const isNamed = around.sentence?.namesAnybody ?? false
  if (change) {
    const figure = changeBetween(change, survey)
    if (around.isOfCounts && subjectOf(change.current, survey)?.metric !== 'base') return
    if (figure === null || found.claims.some(({ claim }) => claim.figure === figure && claim.direction !== null)) return
    const claim: Claim = { figure, text, interval: null, decimals: 0, direction: change.told, place }
    const isOfNumbers = found.claims.some((each) => each.claim.figure === change.current || each.claim.figure === change.previous)
    if (isNamed || isOfNumbers || around.other.claims.some((each) => isSameClaim(claim, each))) found.claims.push({ at, claim })
    return
  }
  // Beside a number that was not read, what is compared may be that number.
  const lead = passage.text.slice(0, from).trimEnd().toLowerCase()
  // "et fald eller stilstand": the other of the two was not read.
  const next = passage.text
    .slice(to, to + 12)
    .trimStart()
    .toLowerCase()
  if (!change && setting.locale.statementWords.numbers.either.some((word) => next.startsWith(`${word} `))) return
  const isOneOf = setting.locale.statementWords.numbers.oneOf.some((words) => lead.endsWith(words))
  if (isOneOf && readings.some(({ is }) => is === 'rank' || is === 'all')) return
  if ((around.isOpen && readings.some(isOfSeveral)) || (!isNamed && readings.some(({ is }) => is === 'change'))) return
  const isDenied = readings.every(({ is }) => is === 'not')
  found.assertions.push({ kind: 'stated', text: isDenied ? withDenial(passage.text, from, to, setting) : text, readings, place })
}

/** So near its verb stands the word that denies it. */
const longestDenial = 40

/** "ikke faldet", "faldt ikke": words with the one that denies them, where it stands near. */
function withDenial(text: string, from: number, to: number, { locale }: DocumentSetting): string {
  const { not } = locale.statementWords.cues
  const before = text.slice(Math.max(0, from - longestDenial), from)
  const sentence = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1)
  const starts = not.flatMap((word) => {
    const at = ` ${sentence.toLowerCase()}`.lastIndexOf(` ${word} `)
    return at === -1 ? [] : [from - sentence.length + at]
  })
  if (starts.length > 0) return text.slice(greatest(starts), to)
  const behind = not.find((word) => text.slice(to, to + word.length + 1).toLowerCase() === ` ${word}`)
  return text.slice(from, to + (behind === undefined ? 0 : behind.length + 1))
}

function isOfSeveral({ is }: Told): boolean {
  return is === 'order' || is === 'rank' || is === 'howMany' || is === 'all'
}

/** The id of a change from one level to another of the same. */
export function changeBetween({ previous, current }: Extract<Told, { is: 'change' }>, survey: Survey): string | null {
  const [before, now] = [keyOfId(previous, survey), keyOfId(current, survey)]
  return before?.kind === 'metric' && now?.kind === 'metric' ? idOfKey(changeKey(now, before.period), survey) : null
}
