import { abs, cmp, type Fraction, fraction, round, sign, spell, sub, toNumber, zero } from './fraction.js'
import type { Segment } from './given.js'
import { countIn, countWord, listOf, numberIn, parseId, periodIn, segmentsIn } from './names.js'
import type { PageTable, TableCell } from './page.js'
import { type Context, idOf, isVerdict, sinceOf, verdictIn } from './reader.js'
import { type ChangeTruth, type Key, outward, type Told, type Verdict } from './truth.js'

/**
 * What sentences say, as shapes: the words between the figures decide what is claimed, the figures' ids of what. A shape without a
 * check claims nothing about a number. The shapes know more ways of saying it than the memos use, so that new words are read as well.
 */
export type Rule = { shape: RegExp; when?: (context: Context) => boolean; check?: (context: Context, found: RegExpExecArray) => unknown }

const F = '⟦(\\d+)⟧'
const UNIT = '(?:\\s*(?:indekspoint|procentpoint|point|pct\\.|%|index points|points))?'

/** What a note says of numbers with a break between them. */
export const otherWay = 'er spurgt eller svaret på en anden måde'

const levels = ['indexScore', 'mean', 'topTwoBox']
export const tellName: Record<Told, string> = {
  rise: 'a rise',
  fall: 'a fall',
  unchanged: 'unchanged',
  largelyUnchanged: 'largely unchanged',
}

/** Holds what is told against every change that may be told of the subject. */
export const holdTold = (context: Context, allowed: Told[], kind: string) => {
  const { subject } = context
  if (!subject) return context.fail('no-subject', 'nothing says which group this is about')
  const changes = context.changes(subject)
  if (!changes.length) return context.fail('change-not-possible', 'there is no change to tell')
  if (!changes.some((it) => allowed.includes(it.told)))
    return context.fail(
      kind,
      `the change of ${subject.segment} is ${changes.map((it) => `${tellName[it.told]} (${toNumber(it.point)})`).join(' or ')}`,
    )
  holdUnderlying(context, subject, allowed)
  holdLeftOut(context, subject, changes)
}

/** A rise must be one in the answers themselves as well, whatever was printed of them. */
const holdUnderlying = (context: Context, subject: Key, allowed: Told[]) => {
  if (!context.underlying || !context.before || allowed.length !== 1) return
  const exact = context.underlying.changeOf(subject, context.before, context.now, [0, 0])[0]
  if (!exact) return
  if ((allowed[0] === 'rise' && sign(exact.point) <= 0) || (allowed[0] === 'fall' && sign(exact.point) >= 0))
    context.fail('not-so-in-the-answers', `in the answers the change is ${toNumber(exact.point)}`)
}

/** A total told over the groups measured both times says which groups it leaves out. */
const holdLeftOut = (context: Context, subject: Key, changes: ChangeTruth[]) => {
  const marks = [
    ...context.block.sentences
      .map((it) => it.text)
      .join(' ')
      .matchAll(/‡([^‡]+)‡/g),
  ].map((it) => context.page.notes.get(it[1] as string) ?? '')
  const around = `${context.block.sentences.map((it) => it.text).join(' ')} ${marks.join(' ')}`
  for (const id of changes[0]?.leftOut ?? []) {
    const names = ancestors(context, id, subject.segment).flatMap((it) => [it.label, it.short, it.phrase ?? it.label])
    if (!names.some((name) => around.includes(name)))
      context.fail('left-out-not-named', `${id} is not measured in both periods, and nothing says so`)
  }
}

/** What a comparison is said to leave out is left out, and all of it. */
function holdLeftOutNames(context: Context, words: string) {
  const { subject } = context
  const leftOut = subject ? (context.changes(subject)[0]?.leftOut ?? []) : []
  if (!subject || !leftOut.length) return context.fail('nothing-left-out', 'the comparison leaves nothing out')
  const count = countIn(/^(\S+) af grupperne$/.exec(words)?.[1] ?? '')
  if (count !== undefined) {
    if (count > leftOut.length || count < 1) context.fail('wrong-count', `${leftOut.length} groups are left out`)
    return
  }
  const bare = words.replace(/ \([^)]*\)/g, '').replace(/ (?:i|fra) (?:\d\. \p{L}+ )?[\d-]+/gu, '')
  for (const id of listOf(bare, nameList(context)) ?? []) {
    const isIn = leftOut.some((it) => it === id || ancestors(context, it, subject.segment).some((above) => above.id === id))
    if (!isIn) context.fail('wrong-group', `${id} is not left out`)
  }
}

const ancestors = (context: Context, id: string, top: string) => {
  const found = []
  for (let at = context.truth.segmentOf(id); at && at.id !== top; at = at.parent) found.push(at)
  return found
}

export const holdName = (context: Context, name: string) => {
  const { subject, truth } = context
  if (!subject) return
  const named = segmentsIn(name, truth.given)
  if (named.length && !named.includes(subject.segment))
    context.fail('wrong-group', `the words name ${named.join(', ')}, the figures are of ${subject.segment}`)
}

export const holdTotal = (context: Context) => {
  if (context.subject && context.subject.segment !== context.truth.given.root.id)
    context.fail('wrong-group', `the words are about the whole, the figures are of ${context.subject.segment}`)
}

export const holdPeriod = (context: Context, at: string | undefined, period: string | undefined) => {
  const { named, shown } = context.figure(at)
  if (named.kind === 'value' && period && named.key.period !== period)
    context.fail('wrong-period', `the figure is of ${named.key.period}, the words of ${period}`, shown.id)
}

export const holdSameGroup = (context: Context, ats: (string | undefined)[]) => {
  const keys = ats.flatMap((at) => {
    const { named } = context.figure(at)
    return named.kind === 'value' || named.kind === 'change' ? [`${named.key.segment}|${named.key.item}|${named.key.provider}`] : []
  })
  if (new Set(keys).size > 1) context.fail('mixed-groups', 'the figures of one comparison are of different groups')
}

const plainBefore = (context: Context, subject: Key, decimals: number): Fraction | undefined => {
  if (!context.before) return undefined
  const known = context.truth.knownOf({ ...subject, period: context.before })
  return known.status === 'ok' ? context.truth.printedOf(known, decimals) : undefined
}

const holdSameNumber = (context: Context) => {
  const { subject } = context
  const shown = context.sentence.figures.find(({ id }) => levels.includes(id.split('/')[0] as string))
  const number = shown && numberIn(shown.text, context.truth.given.locale)
  if (!subject || !number) return
  const common = /^For de grupper, der er målt i begge perioder/.test(context.sentence.text)
    ? context.changes(subject)[0]?.before
    : undefined
  const before = common ? context.truth.printedOf(common, number.decimals) : plainBefore(context, subject, number.decimals)
  if (!before) return context.fail('nothing-to-compare', 'the earlier number is not known')
  if (cmp(before, number.value) !== 0) context.fail('not-the-same', `the earlier number is ${spell(before, number.decimals)}`)
}

export const holdCertainty = (context: Context, verdict: Verdict, subject = context.subject) => {
  if (!subject) return context.fail('no-subject', 'nothing says which change this is about')
  const changes = context.changes(subject)
  if (!changes.length) return context.fail('change-not-possible', 'there is no change to judge')
  if (!changes.some((it) => isVerdict(it.verdict, verdict)))
    context.fail('wrong-certainty', `the verdict on ${subject.segment} is ${changes.map((it) => it.verdict).join(' or ')}`)
}

export const keyOf = (context: Context, segment: string): Key => ({
  metric: context.subject?.metric ?? context.measure,
  segment,
  period: context.now,
  item: context.truth.given.items[0]?.id ?? '',
  provider: '',
  options: [],
})

export const nameList = (context: Context) =>
  context.truth.given.segments.flatMap((it) =>
    [it.short, it.label, `”${it.short}”`, `”${it.label}”`, ...(it.phrase ? [it.phrase] : [])].map((name) => ({ id: it.id, name })),
  )

const holdCertaintyOfNames = (context: Context, names: string, verdict: Verdict) => {
  const ids = listOf(names, nameList(context))
  if (!ids) return context.fail('names-not-known', `cannot tell the groups in ${JSON.stringify(names)}`)
  for (const id of ids) holdCertainty(context, verdict, keyOf(context, id))
}

const isOfOneChange = (text: string) =>
  /tilfældigheder|sikker sammenligning|chance/.test(text) ||
  /^Ændringen (?:er statistisk sikker|kan være tilfældig|er ikke vurderet)|^Det kan ikke afgøres, om ændringen er /.test(text)
const isOfNone = (text: string) => /^Ingen af ændringerne kan siges at være statistisk sikre\.$/.test(text)
const isOfMany = (text: string) => /^(?:I alt (?:er|kan)|For) (?:⟦\d+⟧|\S+) af ændringerne/.test(text)
/** A mark of a verdict, or a word in the column of verdicts. What has no mark may be chance where the notes say so of the other changes. */
const isMarkOf = (context: Context, cell: TableCell) =>
  [...cell.text.matchAll(/‡([^‡]+)‡/g)].some((it) => verdictIn(context.page.notes.get(it[1] as string) ?? '')) ||
  cell.heads.some((head) => /^Vurdering$/.test(head))

const holdCountOfVerdicts = (context: Context, count: string, verdict: Verdict) => {
  const number = countIn(count)
  const inTable = new Set(segmentsOfSection(context))
  const found = [...inTable].filter((id) =>
    context.changes(keyOf(context, id)).some((it) => isVerdict(it.verdict, verdict) && (verdict === 'tooFew' || isTold(it))),
  ).length
  if (number !== found) context.fail('wrong-count', `there are ${found} of ${[...inTable].join(', ')}`)
}
export const isTold = (change: ChangeTruth) => change.told === 'rise' || change.told === 'fall'
/** The groups of the points before, whose changes are counted together. */
const segmentsOfSection = (context: Context) => {
  const at = context.page.blocks.indexOf(context.block)
  const found: string[] = []
  for (let i = at - 1; i >= 0 && context.page.blocks[i]?.tag !== 'h2'; i--) {
    const block = context.page.blocks[i]
    const id = block?.tag === 'li' ? block.sentences.flatMap((it) => it.figures)[0]?.id.split('/') : undefined
    if (id) found.push((id[0] === 'change' ? id[2] : id[1]) as string)
  }
  return found
}

/** Of the groups told before in the section none has moved for certain, and more than one has moved. */
const holdNoneCertain = (context: Context) => {
  const changes = [...new Set(segmentsOfSection(context))].flatMap((id) => context.changes(keyOf(context, id))[0] ?? []).filter(isTold)
  if (changes.length < 2) context.fail('wrong-count', `${changes.length} changes are told`)
  const sure = changes.filter(({ verdict }) => verdict === 'certain' || verdict === 'tooFew')
  if (sure.length) context.fail('wrong-certainty', `of the changes some are ${sure.map(({ verdict }) => verdict).join(' and ')}`)
}

/** How sure a change is must stand with it, or in a list that names it. */
const holdVerdictSaid = (context: Context) => {
  const { subject } = context
  const change = subject && context.changes(subject)[0]
  if (!subject || !change) return
  if (context.block.sentences.some(({ text }) => isOfOneChange(text))) return
  const segment = context.truth.segmentOf(subject.segment)
  const names = segment ? [segment.short, segment.label, segment.phrase ?? segment.label] : []
  const lists = context.page.blocks
    .flatMap((b) => b.sentences.map((it) => it.text))
    .filter((text) => /^(Det gælder ændring|Ændringe|Det kan ikke afgøres, om ændringe)/.test(text))
  const inSection = context.page.blocks.filter(({ section }) => section === context.block.section).flatMap(({ sentences }) => sentences)
  if (inSection.some(({ text }) => isOfNone(text)) && change.verdict !== 'certain') return
  // Of many together only how many there are of each verdict is said: then the tables mark each.
  const isMarked =
    context.page.blocks.some(
      ({ section, sentences }) => section === context.block.section && sentences.some(({ text }) => isOfMany(text)),
    ) &&
    context.page.tables.some((table) =>
      table.cells.some((cell) => segment && [segment.short, segment.label].includes(cell.row) && isMarkOf(context, cell)),
    )
  if (!isMarked && !lists.some((text) => verdictIn(text) && names.some((name) => text.includes(name))))
    context.fail('verdict-not-said', `the change is told, and nothing says that it is ${change.verdict}`)
}

const holdMove = (context: Context, direction: 'rise' | 'fall', from: string | undefined, to: string | undefined) => {
  const [a, b] = [context.figure(from), context.figure(to)]
  holdSameGroup(context, [from, to])
  if (a.named.kind !== 'value' || b.named.kind !== 'value') return context.fail('no-number', 'these are not two levels')
  if (a.named.key.metric !== b.named.key.metric) return context.fail('mixed-groups', 'the two figures are of different kinds')
  holdPeriod(context, from, context.before)
  holdPeriod(context, to, context.now)
  if (!levels.includes(a.named.key.metric)) {
    const order = cmp(context.number(to) ?? zero, context.number(from) ?? zero)
    if (order !== (direction === 'rise' ? 1 : -1)) context.fail('wrong-direction', 'the two numbers go the other way')
    return
  }
  holdTold(context, [direction], 'wrong-direction')
  holdVerdictSaid(context)
}

const holdBy = (context: Context, direction: 'rise' | 'fall', at: string | undefined) => {
  const { named } = context.figure(at)
  if (named.kind !== 'change') return
  if (named.from !== context.before || named.to !== context.now) context.fail('wrong-period', 'the change is of other periods')
  const own = context.block.sentences
    .flatMap((it) => it.figures)
    .map((it) => it.id.split('/'))
    .find((it) => levels.includes(it[0] as string))
  if (own && own[1] !== named.key.segment) context.fail('mixed-groups', `the change is of ${named.key.segment}, the level of ${own[1]}`)
  holdTold(context, [direction], 'wrong-direction')
  holdVerdictSaid(context)
}

/** Of the changes without a mark a note may say that they can be chance. */
function holdOtherChanges(context: Context) {
  if (!/^(?:Note: )?(?:Ændringerne|Øvrige ændringer) siden .+ kan være tilfældige/.test(context.sentence.text)) return
  // Where a column says each verdict, there are no marks to miss.
  const hasMarks = ({ exhibit, cells }: PageTable) =>
    exhibit === context.block.exhibit && !cells.some(({ heads }) => heads.some((head) => /^Vurdering$/.test(head)))
  for (const table of context.page.tables.filter(hasMarks))
    for (const cell of table.cells) {
      const segment = context.truth.given.segments.find((it) => [it.short, it.label].includes(cell.row))
      const isNow = cell.figures.some(({ id }) => id.split('/')[2] === context.now && levels.includes(id.split('/')[0] as string))
      const figure = cell.figures[0]?.id.split('/')[1]
      if (!segment || !isNow || !figure || /‡/.test(cell.text)) continue
      const change = context.changes({ ...keyOf(context, figure), metric: cell.figures[0]?.id.split('/')[0] as string })[0]
      if (change && isTold(change) && change.verdict !== 'never')
        context.fail('wrong-certainty', `the change of ${figure} is ${change.verdict}, and has no mark`)
    }
}

const anyKnown = (context: Context, segments: string[], period: string, items = context.truth.given.items.map(({ id }) => id)) =>
  segments.some((segment) =>
    items.some((item) =>
      levels.some((metric) => context.truth.knownOf({ metric, segment, period, item, provider: '', options: [] }).status === 'ok'),
    ),
  )

const holdNoOne = (context: Context, period: string | undefined) => {
  const segment = context.subject?.segment ?? context.truth.given.root.id
  const item = context.subject?.item ?? context.truth.given.items[0]?.id ?? ''
  if (!context.truth.isUnanswered(segment, period ?? context.now, item))
    context.fail('some-did-answer', `there are answers for ${segment}`, segment)
}

/** It has too few answers itself, or hides another of the period that has. */
const holdFew = (context: Context, period: string) => {
  const { given, knownOf } = context.truth
  const segment = context.subject?.segment ?? given.root.id
  const isFew = (segment: string, provider: string, item: string) => {
    const known = knownOf({ ...keyOf(context, segment), period, provider, item })
    return known.status === 'small' || (known.base !== undefined && known.base > 0n && known.base < BigInt(given.minimumBase))
  }
  const isSomewhere = given.items.some(({ id: item }) =>
    given.segments.some(({ id }) => ['', ...given.providers.map((each) => each.id)].some((provider) => isFew(id, provider, item))),
  )
  const known = knownOf({ ...keyOf(context, segment), period })
  if (!isSomewhere) context.fail('not-few', `the base is ${known.base ?? 'not known'}`, segment)
}

type Term = { from: Fraction; to: Fraction }
/** The notes that the marks of a block lead to. */
const marksOf = ({ block, page }: Context) =>
  block.sentences.flatMap(({ text }) => [...text.matchAll(/‡([^‡]+)‡/g)].map((it) => page.notes.get(it[1] as string) ?? ''))

const holdTerm = (context: Context, words: string, name: 'within' | 'mix') => {
  const segment = context.subject?.segment ?? context.truth.given.root.id
  const parts = context.before && context.truth.decompositionOf(keyOf(context, segment), context.before, context.now)
  if (!parts) return context.fail('decomposition-not-possible', 'the parts do not give a decomposition')
  if (parts.size < 2) return context.fail('decomposition-of-one', 'there is one group, between which nothing is shifted')
  const saysCommon = context.block.sentences.some(({ text }) => /^To ting .+ for de grupper, der er målt i begge perioder/.test(text))
  if (saysCommon !== parts.leftOut.length > 0) context.fail('mixed-groups', 'the contributions are told of other groups than they are of')
  const saysOthers = marksOf(context).some((note) => /^Grupper, der ikke vises, er regnet som én gruppe/.test(note))
  if (saysOthers !== parts.hasOthers) context.fail('others-not-said', parts.hasOthers ? 'groups are taken as one' : 'all groups are shown')
  const term: Term = parts[name]
  const told = `${name} is ${toNumber(term.from).toFixed(3)} to ${toNumber(term.to).toFixed(3)}`
  if (/næsten ingen betydning/.test(words)) {
    const half = fraction(1n, 2n * 10n ** BigInt(parts.decimals))
    if (cmp(term.to, half) > 0 || cmp(term.from, sub(zero, half)) < 0) context.fail('not-nothing', told)
    return
  }
  if (/ingen betydning/.test(words)) {
    if (sign(term.from) !== 0 || sign(term.to) !== 0) context.fail('not-nothing', told)
    return
  }
  const isUp = /\bop\b/.test(words)
  if (isUp ? sign(term.from) < 0 || sign(term.to) <= 0 : sign(term.to) > 0 || sign(term.from) >= 0) context.fail('wrong-direction', told)
  const numbers = [...words.replace(/⟦(\d+)⟧/g, (_, at: string) => context.sentence.figures[Number(at)]?.text ?? '').matchAll(/\d[\d.,]*/g)]
    .map((it) => numberIn(it[0].replace(/[.,]$/, ''), context.truth.given.locale))
    .filter((it) => it !== undefined)
  const size = isUp ? term : { from: sub(zero, term.to), to: sub(zero, term.from) }
  if (parts.exact || cmp(term.from, term.to) === 0) {
    const one = numbers[0]
    if (one && (numbers.length > 1 || cmp(round(size.from, one.decimals), one.value) !== 0)) context.fail('wrong-number', told)
    return
  }
  const out = outward(size, parts.decimals)
  const [low, high] = [numbers[0]?.value, (numbers[1] ?? numbers[0])?.value]
  if (numbers.length === 1 && cmp(out.from, out.to) !== 0) context.fail('point-of-a-range', `${told}, and one number is printed`)
  else if (low && high && (cmp(low, out.from) !== 0 || cmp(high, out.to) !== 0))
    context.fail('wrong-number', `${told}, outward ${toNumber(out.from)} to ${toNumber(out.to)}`)
}

const holdRoundingNote = (context: Context, isLarger: boolean) => {
  const change = context.subject && context.changes(context.subject)[0]
  if (!change) return
  const size = abs(change.printed)
  const ends = [change.possible.from, change.possible.to].map(abs)
  const isCrossing = sign(change.possible.from) * sign(change.possible.to) < 0
  const [low, high] = [
    isCrossing ? zero : cmp(ends[0] as Fraction, ends[1] as Fraction) < 0 ? ends[0] : ends[1],
    cmp(ends[0] as Fraction, ends[1] as Fraction) < 0 ? ends[1] : ends[0],
  ]
  if (isLarger ? cmp(low as Fraction, size) < 0 : cmp(high as Fraction, size) > 0)
    context.fail('note-not-known', `the unrounded change may be from ${toNumber(change.possible.from)} to ${toNumber(change.possible.to)}`)
}

/** The notes that a sentence's marks lead to say something of that sentence's subject. */
const holdNotes = (context: Context, marks: string) => {
  for (const [, id] of marks.matchAll(/‡([^‡]+)‡/g)) {
    const note = context.page.notes.get(id as string) ?? ''
    const turned = /uden afrunding er (?:den|ændringen) (større|mindre)/.exec(note)
    if (turned) holdRoundingNote(context, turned[1] === 'større')
    if (/^Bidragene er beregnet på grundlag af tal, der ikke er afrundet/.test(note)) {
      const segment = context.subject?.segment ?? context.truth.given.root.id
      const parts = context.before && context.truth.decompositionOf(keyOf(context, segment), context.before, context.now)
      if (parts && !parts.exact) context.fail('note-wrong-cause', 'the contributions are made from rounded numbers')
    }
  }
}

const partsOf = (context: Context) => context.truth.given.root.parts
/** The groups that the points of a list tell of; with a period, those of which a point has a level in it. */
const listed = (context: Context, period?: string) => {
  const at = context.page.blocks.indexOf(context.block)
  const points: string[] = []
  const rest = context.page.blocks.slice(at + 1)
  for (const block of rest) {
    if (block.tag !== 'li') break
    const ids = block.sentences.flatMap((it) => it.figures).map((it) => it.id.split('/'))
    const id = period === undefined ? ids[0] : ids.find((it) => levels.includes(it[0] as string) && it[2] === period)
    if (id) points.push(id[0] === 'change' ? (id[2] as string) : (id[1] as string))
  }
  return points
}

const sizeOf = (context: Context, segment: string) => {
  const change = context.changes(keyOf(context, segment))[0]
  return change && abs(change.printed)
}

/** No greater change is left out of the list; with a direction, none of that direction, of which one at least is in the list. */
const holdGreatest = (context: Context, direction?: 1 | -1) => {
  const shown = listed(context)
  const isOfDirection = (id: string) => {
    const printed = context.changes(keyOf(context, id))[0]?.printed
    return printed !== undefined && (direction === undefined || sign(printed) === direction)
  }
  const sizes = (ids: string[]) =>
    ids
      .filter(isOfDirection)
      .map((id) => sizeOf(context, id))
      .filter((it) => it !== undefined)
  const inside = partsOf(context)
    .map((it) => it.id)
    .filter((id) => shown.includes(id))
  const outside = partsOf(context)
    .map((it) => it.id)
    .filter((id) => !shown.includes(id))
  if (direction !== undefined && !sizes(inside).length) return context.fail('wrong-direction', 'no such change is in the list')
  for (const small of sizes(inside))
    for (const large of sizes(outside)) if (cmp(large, small) > 0) return context.fail('not-the-greatest', 'a greater change is left out')
}

const holdExtreme = (context: Context, name: string, numbers: [from: string, to: string, after: string], told: 'rise' | 'fall') => {
  const ids = listOf(name, nameList(context)) ?? []
  const id = ids[0]
  if (!id) return context.fail('names-not-known', `cannot tell the group in ${JSON.stringify(name)}`)
  holdFromTo(context, id, ...numbers)
  const changeOf = (segment: string) => context.changes(keyOf(context, segment))[0]
  const moved = (segment: string) => (changeOf(segment)?.told === told ? changeOf(segment)?.printed : undefined)
  const own = moved(id)
  if (!own) return context.fail('wrong-direction', `the change of ${id} is ${changeOf(id)?.told ?? 'not known'}`)
  const rest = context.truth.given.segments
    .filter((it) => it.id !== context.truth.given.root.id)
    .map((it) => moved(it.id))
    .filter((it) => it !== undefined)
  if (rest.some((it) => cmp(abs(it), abs(own)) > 0)) context.fail('not-the-greatest', `another change is greater than that of ${id}`)
}

const overCommon = /\(kun grupper målt i begge perioder\)$/

/** Both numbers are of the groups that both periods have, and where these are not all, the words `after` them say so. */
const holdFromTo = (context: Context, id: string, from: string, to: string, after: string) => {
  const [key, before] = [keyOf(context, id), context.before ?? '']
  const leftOut = context.changes(key)[0]?.leftOut ?? []
  if (overCommon.test(after.trim()) !== leftOut.length > 0)
    context.fail('mixed-groups', leftOut.length ? `${leftOut.join(', ')} is left out, and nothing says so` : 'no group is left out')
  for (const [text, period, other] of [
    [from, before, context.now],
    [to, context.now, before],
  ] as const) {
    const known = context.truth.knownOfCommon({ ...key, period }, other)
    const number = numberIn(text, context.truth.given.locale)
    if (!number) continue
    if (known.status !== 'ok' || cmp(context.truth.printedOf(known, number.decimals), number.value) !== 0)
      context.fail('wrong-number', `${id} ${period} is ${known.point ? toNumber(known.point) : known.status}`)
  }
}

const holdApproximate = (context: Context, name: string, words: string, other: string) => {
  const ids = /^det samlede/i.test(name) ? [context.truth.given.root.id] : segmentsIn(name, context.truth.given)
  const { named, shown } = context.figure('0')
  const key = named.kind === 'value' ? named.key : undefined
  if (key && ids.length && !ids.includes(key.segment)) context.fail('wrong-group', `the words name ${ids.join(', ')}`, shown.id)
  const period = periodIn(words, context.truth.given)
  if (key && period && period.id !== key.period) context.fail('wrong-period', `the words name ${period.id}`, shown.id)
  const isCommon = named.kind === 'value' && named.comparedWith !== undefined
  if (isCommon !== / for de grupper, der er målt i begge perioder/.test(name))
    context.fail('mixed-groups', 'the words and the number are of other groups', shown.id)
  const change = isCommon && key ? context.changes(key)[0] : undefined
  const known = isCommon ? (key?.period === context.now ? change?.after : change?.before) : key && context.truth.knownOf(key)
  const numbers = [
    ...other.replace(/⟦(\d+)⟧/g, (_, at: string) => context.sentence.figures[Number(at)]?.text ?? '').matchAll(/\d+(?:[.,]\d+)*/g),
  ].map((it) => numberIn(it[0], context.truth.given.locale))
  if (!known?.range) return
  for (const number of numbers) {
    if (!number) continue
    const half = fraction(1n, 2n * 10n ** BigInt(number.decimals))
    if (cmp(known.range.to, sub(number.value, half)) < 0 || cmp(known.range.from, sub(number.value, sub(zero, half))) > 0)
      context.fail('wrong-number', `may be from ${toNumber(known.range.from)} to ${toNumber(known.range.to)}`, shown.id)
  }
}

/** Sentences about others than our own groups. */
export const isOfBenchmark = ({ sentence, truth }: Context) => {
  const named = parseId(sentence.figures[0]?.id ?? '', truth.given)
  return named.kind === 'value' && truth.given.benchmarks.some(({ id }) => id === named.key.segment)
}

const riseWords = 'steget|stiger|steg|øget|forbedret|gået frem|vokset|risen|rose|rises|improved|increased'
const fallWords = 'faldet|falder|faldt|dalet|daler|gået tilbage|forværret|sunket|fallen|fell|falls|declined|decreased'

export const rules: Rule[] = [
  // headings
  {
    shape: /^(?:Fremgang|Stigning|Rise|Improvement|Increase)\b(.*)/,
    check: (c, m) => [holdTold(c, ['rise'], 'wrong-direction'), holdCertainty(c, 'certain'), holdHeading(c, m[1] ?? '')],
  },
  {
    shape: /^(?:Fald|Tilbagegang|Nedgang|Fall|Decline|Decrease)\b(.*)/,
    check: (c, m) => [holdTold(c, ['fall'], 'wrong-direction'), holdCertainty(c, 'certain'), holdHeading(c, m[1] ?? '')],
  },
  {
    shape: /^(Højere|Lavere) (?:indekstal|gennemsnit|andel) for (.*)/,
    check: (c, m) => [holdTold(c, [m[1] === 'Højere' ? 'rise' : 'fall'], 'wrong-direction'), holdHeading(c, m[2] ?? '')],
  },
  {
    shape: /^(Uændret|Stort set uændret|Unchanged)(?![\p{L}])(.*)/u,
    check: (c, m) =>
      c.block.tag === 'svg'
        ? undefined
        : [holdTold(c, [m[1] === 'Stort set uændret' ? 'largelyUnchanged' : 'unchanged'], 'wrong-direction'), holdHeading(c, m[2] ?? '')],
  },
  // levels
  {
    shape: new RegExp(`^(?:Det|Den) samlede (?:indekstal|gennemsnit|andel|tal) er ${F}`),
    check: (c, m) => [holdTotal(c), holdPeriod(c, m[1], c.now)],
  },
  {
    shape: new RegExp(`^(?:Indekstallet|Gennemsnittet|Andelen|Tallet) for (.+?) er ${F}`),
    check: (c, m) => [holdName(c, m[1] ?? ''), holdPeriod(c, m[2], c.now)],
  },
  {
    shape: /^(?:På|For) (.+?) er (?:indekstallet|gennemsnittet|andelen|tallet)/,
    when: (c) => !isOfBenchmark(c),
    check: (c, m) => holdName(c, m[1] ?? ''),
  },
  {
    shape: new RegExp(`^For .+? er (?:indekstallet|gennemsnittet|andelen|tallet) ${F}`),
    when: (c) => !isOfBenchmark(c),
    check: (c, m) => holdPeriod(c, m[1], c.now),
  },
  { shape: new RegExp(`^(?:Indekstallet|Gennemsnittet|Andelen) er ${F}`), check: (c, m) => holdPeriod(c, m[1], c.now) },
  {
    shape: new RegExp(`^(.+) har et (?:indekstal|gennemsnit) på ${F}`),
    check: (c, m) => [holdName(c, m[1] ?? ''), holdPeriod(c, m[2], c.now)],
  },
  {
    shape: /^(.+) har et (indekstal|gennemsnit) på \(intet tal\)\.$/,
    check: (c, m) => {
      const id = listOf(m[1] ?? '', nameList(c))?.[0]
      if (!id) return c.fail('names-not-known', `cannot tell the group in ${m[1]}`)
      const key = { ...keyOf(c, id), metric: m[2] === 'gennemsnit' ? 'mean' : 'indexScore' }
      if (c.truth.knownOf(key).status === 'ok') c.fail('there-is-a-number', `there is a number for ${id}`, id)
    },
  },
  {
    shape: /med (?:det højeste og det laveste (?:indekstal|gennemsnit)|den højeste og den laveste andel) er:$/,
    check: holdHighestAndLowest,
  },
  // comparisons
  {
    shape: /(?:ligesom|som) (?:i )?([\w-]+(?: [\w.]+)*?)\.?‡?/,
    check: (c) => (/\bligesom\b/.test(c.sentence.text) ? [holdTold(c, ['unchanged'], 'wrong-direction'), holdSameNumber(c)] : undefined),
  },
  {
    shape: new RegExp(`mod ${F} (.+?)\\.?(?:‡|$)`),
    check: (c, m) => [holdPeriod(c, m[1], periodIn(m[2] ?? '', c.truth.given)?.id ?? c.before), holdSameGroup(c, ['0', m[1]])],
  },
  {
    shape: new RegExp(`hvor det (også )?var ${F}`),
    check: (c, m) => [holdPeriod(c, m[2], c.before), holdSameGroup(c, ['0', m[2]]), m[1] ? holdSameNumber(c) : holdOtherNumber(c, m[2])],
  },
  { shape: /stort set uændret/, check: (c) => (c.block.tag === 'svg' ? undefined : holdTold(c, ['largelyUnchanged'], 'wrong-direction')) },
  { shape: new RegExp(`(?<!stort set )uændret på ${F}`), check: (c) => [holdTold(c, ['unchanged'], 'wrong-direction'), holdSameNumber(c)] },
  { shape: new RegExp(`stort set uændret på ${F}`), check: (c) => holdSameNumber(c) },
  { shape: new RegExp(`(?:fremgang|stigning|rise|increase) (?:på|of) ${F}`), check: (c, m) => holdBy(c, 'rise', m[1]) },
  { shape: new RegExp(`(?:fald|nedgang|tilbagegang|fall|decrease) (?:på|of) ${F}`), check: (c, m) => holdBy(c, 'fall', m[1]) },
  { shape: new RegExp(`(?:${riseWords}) (?:fra|from) ${F}${UNIT} (?:til|to) ${F}`), check: (c, m) => holdMove(c, 'rise', m[1], m[2]) },
  { shape: new RegExp(`(?:${fallWords}) (?:fra|from) ${F}${UNIT} (?:til|to) ${F}`), check: (c, m) => holdMove(c, 'fall', m[1], m[2]) },
  {
    shape: new RegExp(`(?<!ikke |not )\\b(?:${riseWords})(?! (?:fra|from) ⟦)(?![\\p{L}])`, 'u'),
    check: (c) => holdTold(c, ['rise'], 'wrong-direction'),
  },
  {
    shape: new RegExp(`(?<!ikke |not )\\b(?:${fallWords})(?! (?:fra|from) ⟦)(?![\\p{L}])`, 'u'),
    check: (c) => holdTold(c, ['fall'], 'wrong-direction'),
  },
  {
    shape: new RegExp(`(?:ikke|not) (?:${riseWords})`),
    check: (c) => holdTold(c, ['fall', 'unchanged', 'largelyUnchanged'], 'wrong-direction'),
  },
  {
    shape: new RegExp(`(?:ikke|not) (?:${fallWords})`),
    check: (c) => holdTold(c, ['rise', 'unchanged', 'largelyUnchanged'], 'wrong-direction'),
  },
  {
    shape: new RegExp(`antallet af svar er faldet fra ${F} til ${F}`),
    check: (c, m) => {
      const [before, after] = [c.number(m[1]), c.number(m[2])]
      if (before && after && cmp(fraction(2n * after.n), before) >= 0) c.fail('not-weak', 'the base has not fallen by more than half')
    },
  },
  // what is missing
  { shape: /^Ingen (?:har|havde) svaret(?: (.+?))?\.$/, check: (c, m) => holdNoOne(c, periodIn(m[1] ?? '', c.truth.given)?.id) },
  {
    shape: /^(?:Resultatet|Tallet fra .+) vises ikke af hensyn til anonymitet\.$/,
    check: (c) => holdFew(c, /^Tallet fra/.test(c.sentence.text) ? (c.before ?? '') : c.now),
  },
  {
    shape: /^(?:Indekstallet|Gennemsnittet|Andelen) er ikke oplyst for (.+?)\.$/,
    check: (c, m) => {
      const segment = c.subject?.segment ?? c.truth.given.root.id
      const key = { ...keyOf(c, segment), period: periodIn(m[1] ?? '', c.truth.given)?.id ?? c.now }
      if (c.truth.knownOf(key).status === 'ok') c.fail('there-is-a-number', `there is a number for ${segment}`, segment)
    },
  },
  {
    shape: /^Der er intet tal at sammenligne med fra (.+?)\.$/,
    check: (c, m) => {
      const segment = c.subject?.segment ?? c.truth.given.root.id
      const before = c.truth.knownOf({ ...keyOf(c, segment), period: periodIn(m[1] ?? '', c.truth.given)?.id ?? c.before ?? '' })
      if (before.status === 'ok') c.fail('there-is-a-number', `there is an earlier number for ${segment}`, segment)
    },
  },
  {
    shape: /^Der er ingen resultater at vise(?: for (.+?))?(?: i .+)?\.$/,
    check: (c, m) => {
      // Of a survey with several items the first is named, which is the one the conclusion tells of.
      const item = c.truth.given.items.find(({ label }) => m[1] !== undefined && label.toLowerCase() === m[1].toLowerCase())
      if (item) {
        const all = c.truth.given.segments.map(({ id }) => id)
        return anyKnown(c, all, c.now, [item.id]) ? c.fail('there-is-a-number', `there are results of ${item.id}`) : undefined
      }
      const named = m[1] ? c.truth.segmentOf(listOf(m[1], nameList(c))?.[0] ?? '') : undefined
      if (m[1] && !named) return c.fail('names-not-known', `cannot tell the group in ${m[1]}`)
      const below = (parts: Segment[]): string[] => parts.flatMap((it) => [it.id, ...below(it.parts)])
      const ids = named ? below(named.parts) : c.truth.given.segments.map((it) => it.id)
      if (anyKnown(c, ids, c.now)) c.fail('there-is-a-number', 'there are results')
    },
  },
  {
    shape: /^Der er ikke beregnet et samlet tal, fordi (.+?)\.$/,
    check: (c, m) => {
      // Of the group whose point it stands in, else of the whole.
      const { root, segments } = c.truth.given
      const group = segments.find(({ id }) => id === c.subject?.segment) ?? root
      const isSo = /flere grupper/.test(m[1] ?? '')
        ? group.overlap
        : /ikke dækker/.test(m[1] ?? '')
          ? !group.complete
          : c.truth.knownOf(keyOf(c, group.id)).status === 'unknown'
      if (!isSo) c.fail('wrong-reason', 'the groups are not so')
    },
  },
  {
    shape: /^Ingen har givet et svar, der tæller med, .+, men ⟦(\d+)⟧ har svaret/,
    check: (c, m) => {
      const { named } = c.figure(m[1])
      const key = named.kind === 'value' ? named.key : undefined
      if (!key || c.truth.countOf({ ...key, metric: 'base' }) !== 0n) c.fail('some-did-answer', 'there are answers that count')
    },
  },
  {
    shape: /^Ingen (?:har|havde) givet et svar, der tæller med, ((?:(?!, men ⟦).)+?)\.$/,
    check: (c, m) => {
      const key = {
        ...keyOf(c, c.subject?.segment ?? c.truth.given.root.id),
        period: periodIn(m[1] ?? '', c.truth.given)?.id ?? c.before ?? '',
      }
      const counts = c.truth.countOf({ ...key, metric: 'dontKnow' })
      if (c.truth.countOf({ ...key, metric: 'base' }) !== 0n) c.fail('some-did-answer', 'there are answers that count')
      else if (counts === 0n) c.fail('no-one-at-all', 'nobody gave any answer')
    },
  },
  {
    shape: /^Der (?:er|blev) ikke målt (.+?)(?:, så .+)?\.$/,
    check: (c, m) => {
      const period = periodIn(m[1] ?? '', c.truth.given)?.id ?? c.now
      const segment = c.truth.segmentOf(c.subject?.segment ?? c.truth.given.root.id)
      if (segment && c.truth.hasResults(segment, period, c.subject?.item ?? c.truth.given.items[0]?.id ?? ''))
        c.fail('it-is-known', `${segment.id} is measured in ${period}`)
    },
  },
  {
    shape: /^Der kan ikke sammenlignes med (.+?), fordi der ikke kan vises et samlet tal for de grupper, der er målt i begge perioder\.$/,
    check: (c, m) => {
      const segment = c.subject?.segment ?? c.truth.given.root.id
      const before = periodIn(m[1] ?? '', c.truth.given)?.id ?? ''
      const key = keyOf(c, segment)
      const isSplit = c.truth.leftOutOf({ ...key, period: c.now }, before).length > 0
      if (before !== c.before || !isSplit) c.fail('nothing-left-out', 'the groups of the two periods are the same')
      else if (c.truth.knownOfCommon({ ...key, period: before }, c.now).status === 'ok' && c.changes(key).length)
        c.fail('it-is-known', 'the groups of both periods have a number')
    },
  },
  {
    shape: /^Ingen grupper er målt i begge perioder/,
    check: (c) => {
      if (c.subject && c.changes(c.subject).length) c.fail('it-is-known', 'there are groups measured in both periods')
    },
  },
  {
    shape: new RegExp(`^For de grupper, der er målt i begge perioder, er (?:det|den|andelen) .*${F}`),
    check: (c) => {
      for (const { id } of c.sentence.figures)
        if (!id.includes('/comparedWith/')) c.fail('mixed-groups', 'the number is of other groups than the comparison', id)
      const change = c.subject && c.changes(c.subject)[0]
      if (change && isTold(change)) holdVerdictSaid(c)
    },
  },
  { shape: /^Sammenligningen omfatter ikke (.+?)\.$/, check: (c, m) => holdLeftOutNames(c, m[1] ?? '') },
  // certainty
  { shape: /^(?:Forskellen|Ændringen|Det) er ikke større, end tilfældigheder kan forklare/, check: (c) => holdCertainty(c, 'never') },
  { shape: /^(?:Forskellen|Ændringen|Det) (?:kan skyldes tilfældigheder|kan være tilfældig)/, check: (c) => holdCertainty(c, 'never') },
  { shape: /^(?:Forskellen|Ændringen|Det) er større, end tilfældigheder kan forklare/, check: (c) => holdCertainty(c, 'certain') },
  { shape: /^Ændringen er statistisk sikker\./, check: (c) => holdCertainty(c, 'certain') },
  { shape: /^Ændringen er statistisk sikker set for sig, men kan være tilfældig/, check: (c) => holdCertainty(c, 'certain') },
  { shape: /^Det kan ikke afgøres, om ændringen er statistisk sikker\.$/, check: (c) => holdCertainty(c, 'undecidable') },
  { shape: /^Ændringen er ikke vurderet, fordi der er for få svar/, check: (c) => holdCertainty(c, 'tooFew') },
  {
    shape: /^(?:Ændringe(?:n|rne)) for (.+?) er statistisk sik(?:ker|re)\.$/,
    check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'certain'),
  },
  { shape: /^Ændringe(?:n|rne) for (.+?) kan være tilfældige?\.$/, check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'never') },
  {
    shape: /^Det kan ikke afgøres, om ændringe(?:n|rne) for (.+?) er statistisk sik(?:ker|re)\.$/,
    check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'undecidable'),
  },
  {
    shape: /^Ændringe(?:n|rne) for (.+?) er ikke vurderet, fordi der er for få svar\.$/,
    check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'tooFew'),
  },
  ...(
    [
      [/^I alt er (\S+) af ændringerne statistisk sikre/, 'certain'],
      [/^I alt kan (\S+) af ændringerne være tilfældige/, 'never'],
      [/^For (\S+) af ændringerne kan det ikke afgøres, om de er statistisk sikre/, 'undecidable'],
      [/^I alt er (\S+) af ændringerne ikke vurderet/, 'tooFew'],
    ] as const
  ).map(([shape, verdict]): Rule => ({ shape, check: (c, m) => holdCountOfVerdicts(c, m[1] ?? '', verdict) })),
  // The notes of a table: each mark is held against the cells that have it.
  { shape: /^(?:Note: )?(?:Ændringe(?:n|rne)|Det kan ikke afgøres, om ændringen|Øvrige ændringer) siden .+/, check: holdOtherChanges },
  { shape: /^Ingen af ændringerne kan siges at være statistisk sikre\.$/, check: (c) => holdNoneCertain(c) },
  { shape: /for (?:lille|lavt|få|få svar) til en sikker sammenligning/, check: (c) => holdCertainty(c, 'tooFew') },
  { shape: /^Det gælder ændringe(?:n|rne) for (.+)$/, check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'undecidable') },
  {
    shape: /^Ændringe(?:n|rne) for (.+?) er større, end tilfældigheder kan forklare/,
    check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'certain'),
  },
  {
    shape: /^Ændringe(?:n|rne) for (.+?) (?:er ikke større, end tilfældigheder kan forklare|kan skyldes tilfældigheder)/,
    check: (c, m) => holdCertaintyOfNames(c, m[1] ?? '', 'never'),
  },
  {
    shape: new RegExp(`^Det gælder (${countWord}) af ændringerne`, 'i'),
    check: (c, m) => {
      const undecided = c.truth.given.segments.filter((it) =>
        c.changes(keyOf(c, it.id)).some((change) => change.verdict === 'undecidable'),
      ).length
      if (countIn(m[1] ?? '') !== undecided) c.fail('wrong-count', `there are ${undecided}`)
    },
  },
  {
    shape: /^(?:Note: )?Ingen af ændringerne er sikkert større/,
    check: (c) => {
      const certain = c.truth.given.segments.find((it) => c.changes(keyOf(c, it.id)).some((change) => change.verdict === 'certain'))
      if (certain) c.fail('wrong-certainty', `the change of ${certain.id} is certain`)
    },
  },
  {
    shape: /^Ændringer er ikke vurderet, hvor en af perioderne har færre end (.+?) svar/,
    check: (c, m) => {
      const least =
        numberIn(
          (m[1] ?? '').replace(/⟦(\d+)⟧/g, (_, at: string) => c.sentence.figures[Number(at)]?.text ?? ''),
          c.truth.given.locale,
        )?.value ?? (countIn(m[1] ?? '') === undefined ? undefined : fraction(countIn(m[1] ?? '') as number))
      if (!least || cmp(least, fraction(c.truth.given.minimumBaseForChange)) !== 0)
        c.fail('wrong-number', `the limit is ${c.truth.given.minimumBaseForChange}`)
    },
  },
  // counts of what is listed
  {
    shape: new RegExp(`kan samles i (${countWord}) punkter`, 'i'),
    check: (c, m) => {
      if (countIn(m[1] ?? '') !== c.block.listSize) c.fail('wrong-count', `the list has ${c.block.listSize}`)
      if (!listed(c, c.now).length) c.fail('points-of-nothing', 'no point of the list has a result')
    },
  },
  {
    shape: /^Hovedresultate(?:t|rne) er:$/,
    check: (c) => {
      if (!listed(c, c.now).length) c.fail('points-of-nothing', 'no point of the list has a result')
    },
  },
  {
    shape: /^Der er (?:intet hovedresultat|ingen hovedresultater) at vise (.+?)\.$/,
    check: (c, m) => {
      const period = periodIn(m[1] ?? '', c.truth.given)?.id ?? c.now
      const { root } = c.truth.given
      const ids = c.block.listSize === 1 ? [root.id] : [root.id, ...root.parts.map(({ id }) => id)]
      if (listed(c, period).length || anyKnown(c, ids, period, [keyOf(c, root.id).item])) c.fail('there-is-a-number', 'there are results')
      if ((c.block.listSize === 1) !== /intet/.test(c.sentence.text)) c.fail('wrong-count', `the list has ${c.block.listSize}`)
    },
  },
  {
    shape: new RegExp(`resultaterne for (.+?), der omfatter (${countWord}) ([\\p{L} ]+?):?$`, 'iu'),
    check: (c, m) => {
      const id = segmentsIn(m[1] ?? '', c.truth.given)[0]
      const segment = id && c.truth.segmentOf(id)
      if (!segment) return c.fail('names-not-known', `cannot tell the group in ${m[1]}`)
      const measured = segment.parts.filter((it) =>
        [c.now, c.before ?? c.now].some((period) => c.truth.isMeasured(it, '', period, c.truth.given.items[0]?.id ?? '')),
      )
      if (![segment.parts.length, measured.length].includes(countIn(m[2] ?? '') ?? -1))
        c.fail('wrong-count', `${segment.id} has ${segment.parts.length} parts`)
      const called = segment.partsCalled?.many ?? 'grupper'
      if (m[3] !== called) c.fail('wrong-name', `its parts are called ${called}`)
    },
  },
  {
    shape: new RegExp(`viser også resultaterne for de (${countWord}) (?:øvrige )?grupper`, 'i'),
    check: (c, m) => {
      const at = c.page.blocks.indexOf(c.block)
      const shown = new Set<string>()
      for (let i = at - 1; i >= 0 && c.page.blocks[i]?.tag === 'li'; i--) {
        const id = c.page.blocks[i]?.sentences.flatMap((it) => it.figures)[0]?.id.split('/')
        if (id) shown.add(id[1] as string)
      }
      const left = partsOf(c).filter((it) => !shown.has(it.id)).length
      if (countIn(m[1] ?? '') !== left) c.fail('wrong-count', `${left} are left`)
    },
  },
  { shape: /de største ændringer er:$|den største ændring er:$/, check: (c) => holdGreatest(c) },
  { shape: /den største fremgang (?:og .+ )?er:$/i, check: (c) => holdGreatest(c, 1) },
  { shape: /det største fald er:$/i, check: (c) => holdGreatest(c, -1) },
  {
    shape: new RegExp(`^Ændringen er den samme i (${countWord}) (?:anden gruppe|andre grupper)`, 'i'),
    check: (c, m) => {
      const own = c.subject && c.changes(c.subject)[0]?.printed
      const same = partsOf(c)
        .filter((it) => it.id !== c.subject?.segment)
        .filter((it) => own && c.changes(keyOf(c, it.id)).some((change) => cmp(change.printed, own) === 0)).length
      if ((countIn(m[1] ?? '') ?? 0) > same) c.fail('wrong-count', `${same} have the same change`)
    },
  },
  {
    shape: /^Med (\S+) ændringer svarer det til omkring \S+?\.$/,
    check: (c, m) => {
      const judged = judgedIn(c).size
      if (countIn(m[1] ?? '') !== judged) c.fail('wrong-count', `${judged} changes are judged`)
    },
  },
  {
    shape:
      /^Når (kun (?:indekstal|gennemsnit|andel) og antal svar er kendt|antallet af svar ikke er oplyst), kan det ikke (?:altid )?afgøres/,
    check: (c, m) => {
      const verdict: Verdict = /^kun/.test(m[1] ?? '') ? 'undecidable' : 'unknown'
      const changes = c.truth.given.segments.flatMap((it) => c.changes(keyOf(c, it.id)))
      if (!changes.some((it) => it.verdict === verdict)) c.fail('note-not-so', `no change is ${verdict}`)
    },
  },
  { shape: /^Uden afrunding er ændringen (større|mindre) end den viste/, check: (c, m) => holdRoundingNote(c, m[1] === 'større') },
  // who answered
  {
    shape: new RegExp(`^For hele undersøgelsen ligger i alt ${F} svar til grund for resultaterne (.+?)\\.$`),
    check: (c, m) => [holdRoot(c, m[1]), holdPeriod(c, m[1], periodIn(m[2] ?? '', c.truth.given)?.id ?? c.now)],
  },
  {
    shape: new RegExp(`^Det svarer til ${F}(?: pct\\.)? af de ${F}`),
    check: (c, m) => [holdRoot(c, m[1]), holdRoot(c, m[2]), holdPeriod(c, m[1], c.now), holdPeriod(c, m[2], c.now)],
  },
  { shape: new RegExp(`^Svarprocenten er ${F}`), check: (c, m) => [holdRoot(c, m[1]), holdPeriod(c, m[1], c.now)] },
  { shape: new RegExp(`Der blev inviteret ${F} borgere`), check: (c, m) => [holdRoot(c, m[1]), holdPeriod(c, m[1], c.now)] },
  {
    shape: new RegExp(`^Det er oplyst, at ${F} borgere blev inviteret`),
    check: (c, m) => [holdRoot(c, m[1]), holdPeriod(c, m[1], c.now)],
  },
  {
    shape: /^Svarprocenten er ikke beregnet, fordi der er flere svar end inviterede/,
    check: (c) => {
      const key = keyOf(c, c.truth.given.root.id)
      const [base, invited] = [c.truth.countOf({ ...key, metric: 'base' }), c.truth.countOf({ ...key, metric: 'invited' })]
      if (base === undefined || invited === undefined || base <= invited) c.fail('wrong-reason', `${base} of ${invited} have answered`)
    },
  },
  {
    shape: /^Det er ikke oplyst, hvor mange der har haft mulighed for at svare/,
    check: (c) => {
      const key = keyOf(c, c.truth.given.root.id)
      if (c.truth.countOf({ ...key, metric: 'invited' }) !== undefined) c.fail('it-is-known', 'the number invited is given')
      else if (c.truth.responseRateOf(key).status === 'ok') c.fail('it-is-known', 'the response rate is given')
    },
  },
  { shape: /^Antallet af svar .+ vises ikke af hensyn til anonymitet\.$/, check: (c) => holdFew(c, c.now) },
  {
    shape: /^Det er ikke oplyst, hvor mange svar/,
    check: (c) => {
      if (c.truth.countOf({ ...keyOf(c, c.truth.given.root.id), metric: 'base' }) !== undefined) c.fail('it-is-known', 'the base is given')
    },
  },
  // decomposition
  {
    shape: /^To ting har påvirket /,
    check: (c) => {
      const segment = c.subject?.segment ?? c.truth.given.root.id
      const parts = c.before ? c.truth.decompositionOf(keyOf(c, segment), c.before, c.now) : undefined
      for (const name of ['within', 'mix'] as const)
        if (parts && sign(parts[name].from) === 0 && sign(parts[name].to) === 0) c.fail('did-nothing', `${name} is nothing`)
    },
  },
  {
    shape: /Ændringer i de enkelte gruppers (?:indekstal|tal|gennemsnit|andele?) (trækker .+? (?:op|ned)|har (?:næsten )?ingen betydning)/,
    check: (c, m) => holdTerm(c, m[1] ?? '', 'within'),
  },
  {
    shape: /fordeling af svarene mellem grupperne (trækker .+? (?:op|ned)|har (?:næsten )?ingen betydning)/,
    check: (c, m) => holdTerm(c, m[1] ?? '', 'mix'),
  },
  {
    shape: /^Hvad (de enkelte gruppers|fordelingen af svarene) .+ har betydet, kan ikke afgøres/,
    check: (c, m) => {
      const parts = c.before ? c.truth.decompositionOf(keyOf(c, c.truth.given.root.id), c.before, c.now) : undefined
      const term = parts?.[/^de enkelte/.test(m[1] ?? '') ? 'within' : 'mix']
      if (!term || sign(term.from) >= 0 || sign(term.to) <= 0) c.fail('it-is-known', 'the sign of the contribution is known')
    },
  },
  // notes
  { shape: /((?:‡[^‡]+‡)+)/, check: (c, m) => holdNotes(c, m[1] ?? '') },
  { shape: new RegExp(`^(.+?) er sat til ${F}, men kan (.+)$`), check: (c, m) => holdApproximate(c, m[1] ?? '', m[1] ?? '', m[3] ?? '') },
  {
    shape: /Tal, der dækker flere grupper, er gennemsnit vægtet efter antal svar/,
    check: (c) => {
      // Of the question that the note is about.
      const { items } = c.truth.given
      const about = items.findIndex(({ text }) => c.block.sentences.some((it) => it.text.includes(text.replace(/\.$/, ''))))
      const isOfItem = (id: string) => (about > 0 ? id.includes(`/items/${items[about]?.id}`) : !id.includes('/items/'))
      const isShown = (table: PageTable, id: string) =>
        table.cells.some((cell) =>
          cell.figures.some((it) =>
            levels.some(
              (metric) =>
                it.id.startsWith(`${metric}/${id}/`) &&
                isOfItem(it.id) &&
                !it.id.includes('/providers/') &&
                [c.now, c.before].includes(it.id.split('/')[2]),
            ),
          ),
        )
      // Alone, without its parts, a number is not one of a table that this is said of.
      const other = c.truth.given.segments.find(
        (it) =>
          it.parts.length &&
          (it.overlap || !it.complete) &&
          c.page.tables.some((table) => isShown(table, it.id) && it.parts.some((part) => isShown(table, part.id))),
      )
      if (other) c.fail('note-not-so', `the number of ${other.id} is not made of its parts`)
    },
  },
  {
    shape: /^Gennemsnit af grupperne nedenfor, vægtet efter antal svar/,
    check: (c) => {
      const made = c.truth.given.segments.filter((it) => it.parts.length && it.complete && !it.overlap)
      if (!made.length) c.fail('note-not-so', 'no group is the mean of its parts')
    },
  },
  {
    shape: /^Hvis et skjult resultat ellers kunne regnes ud af andre tal, er yderligere resultater skjult\.$/,
    check: () => {},
  },
  {
    shape: /færre end ([\p{L}\d]+) har svaret/u,
    check: (c, m) => {
      if (countIn(m[1] ?? '') !== c.truth.given.minimumBase) c.fail('wrong-number', `the limit is ${c.truth.given.minimumBase}`)
    },
  },
  {
    shape: /^([^⟦:]+):$/,
    when: (c) => listOf(c.sentence.text.replace(/:$/, ''), nameList(c))?.length === 1,
  },
  // points that start with a group's name, and headings without a direction
  {
    shape: /^([^⟦]+)\.$/,
    when: (c) => c.block.tag === 'li' && c.block.strong === c.sentence.text,
    check: (c, m) => {
      const name = (m[1] ?? '').trim()
      const ids = c.truth.given.segments.filter((it) => it.short === name || it.label === name).map((it) => it.id)
      const own = c.block.sentences.flatMap((it) => it.figures)[0]?.id.split('/')
      const of = own?.[0] === 'change' ? own[2] : own?.[1]
      if (ids.length && of && !ids.includes(of)) c.fail('wrong-group', `the point is called ${name}, its figures are of ${of}`)
    },
  },
  // what a picture says aloud
  {
    shape: new RegExp(`^Søjlediagram med svarene fordelt på svarmuligheder for (${countWord}) grupper?( og samlet)?`, 'i'),
    check: (c, m) => holdChartRows(c, countIn(m[1] ?? ''), Boolean(m[2])),
  },
  {
    shape: /^Andelen, der har svaret ”(.+?)”, er ([\d,]+) procent for (.+?)\.$/,
    check: (c, m) => {
      const id = listOf(m[3] ?? '', nameList(c))?.[0]
      const key = id && shareKey(c, m[1] ?? '', id)
      if (!key) return c.fail('names-not-known', `cannot tell the group in ${m[3]}`)
      holdLevel(c, key, m[2] ?? '')
    },
  },
  { shape: /^Den er højest for (.+?) med ([\d,]+) procent og lavest for (.+?) med ([\d,]+) procent\.$/, check: holdHighestShare },
  {
    shape: new RegExp(`^Punktdiagram med (${countWord}) grupper?`, 'i'),
    check: (c, m) => holdChartRows(c, countIn(m[1] ?? ''), /det samlede tal/.test(c.sentence.text)),
  },
  {
    shape: /^Største fald: (.+?) fra (\d[\d.,]*) til (\d[\d,.]*?)( \(.+\))?\.?$/,
    check: (c, m) => holdExtreme(c, m[1] ?? '', [m[2] ?? '', m[3] ?? '', m[4] ?? ''], 'fall'),
  },
  {
    shape: /^Største fremgang: (.+?) fra (\d[\d.,]*) til (\d[\d,.]*?)( \(.+\))?\.?$/,
    check: (c, m) => holdExtreme(c, m[1] ?? '', [m[2] ?? '', m[3] ?? '', m[4] ?? ''], 'rise'),
  },
  {
    shape: /^([^:]+): (stort set uændret, )?fra (\d[\d.,]*) til (\d[\d,.]*?)( \(.+\))?\.?$/,
    check: (c, m) => {
      const id = listOf(m[1] ?? '', nameList(c))?.[0]
      if (!id) return /^Største/.test(m[1] ?? '') ? undefined : c.fail('names-not-known', `cannot tell the group in ${m[1]}`)
      holdFromTo(c, id, m[3] ?? '', m[4] ?? '', m[5] ?? '')
      const allowed: Told[] = m[2] ? ['largelyUnchanged'] : ['rise', 'fall']
      if (!c.changes(keyOf(c, id)).some((it) => allowed.includes(it.told))) c.fail('wrong-direction', `${id} is not so`)
    },
  },
  {
    shape: /^([^:]+): (stort set )?uændret (\d[\d,.]*?)( \(.+\))?\.?$/,
    check: (c, m) => {
      const id = listOf(m[1] ?? '', nameList(c))?.[0]
      if (!id) return c.fail('names-not-known', `cannot tell the group in ${m[1]}`)
      holdFromTo(c, id, m[3] ?? '', m[3] ?? '', m[4] ?? '')
      if (!c.changes(keyOf(c, id)).some((it) => it.told === (m[2] ? 'largelyUnchanged' : 'unchanged')))
        c.fail('wrong-direction', `${id} is not unchanged`)
    },
  },
  {
    shape: /^(Uændret|Stort set uændret): (.+?)\.?$/,
    check: (c, m) => {
      const told: Told = m[1] === 'Uændret' ? 'unchanged' : 'largelyUnchanged'
      const count = countIn(/^(\S+) grupper?$/.exec(m[2] ?? '')?.[1] ?? '')
      const ids = listOf(m[2] ?? '', nameList(c))
      if (count !== undefined) holdCountOfTold(c, count, told)
      else if (!ids) return c.fail('names-not-known', `cannot tell the groups in ${m[2]}`)
      for (const id of ids ?? []) holdToldOf(c, id, [told])
    },
  },
  // sentences that claim nothing about a number
  ...[
    /^Dette notat gør rede|orienteres hermed om resultaterne|^Svarene er indsamlet|^Hvordan undersøgelsen er gennemført/,
    /^Resultaterne bygger på borgernes svar|viser, hvordan indekstallet har udviklet sig|viser indekstallet/,
    /viser udviklingen for alle grupper|viser, hvordan svarene fordeler sig|viser resultaterne for .+:$|viser også resultaterne for den sidste gruppe/,
    /^Udviklingen i det samlede indekstal er summen af to bidrag|^Det vides ikke, om de \p{L}+, der ikke har svaret, ville have svaret det samme\.$|viser, hvor mange svar der ligger til grund/u,
    /^Om en ændring er større|^Metoden er valgt|^Vurderingen tager ikke højde|^Resultaterne er beregnet på grundlag/,
    /^Øvrige tal, der dækker flere grupper, er gennemsnit/,
    /^Borgerne kunne vælge mellem|^Afsnittet Metode beskriver|^Det er testet statistisk|^Hvis intet har ændret sig, bliver|^Testen tager ikke højde for, at nogle/,
    /^(?:Note: )?Andelene er afrundet hver for sig|^To ting kan påvirke |^Stregen betyder|^(?:Note: )?(?:Det samlede tal|Tallet for ”.+”) er oplyst for sig/,
    /^(?:Grupperne dækker ikke|Nogle borgere kan indgå i flere grupper)|^Tallene er gennemsnit af svarene|^Grupper, der ikke vises, er regnet som én gruppe|^Ændringen er beregnet, før tallene|^Den er derfor ikke/,
    /^Svarprocenten for de enkelte grupper fremgår|^\d+ betyder, at alle har svaret|^Notatet indeholder ingen beregnede|^Ændringen siden .+ er opgjort over/,
    /^(?:Tabel|Figur) \d+ viser,? (?:hvordan )?(?:gennemsnittet|andelen|indekstallet)|^Hvor de to perioders tal|^Tallene fra|^De er vist med det mindste antal decimaler|^Resultaterne viser andelen/,
    /^Ændringerne er beregnet, før|^Tal, der er beregnet på grundlag af afrundede tal|^Følgende |^Notatet er til orientering og lægger ikke op til en beslutning\.$|^Bilag 1|^Kilde:|Begrundelse:/,
    /^Sagsfremstilling|^Konklusion|^Metode|^Videre proces|^Bilag|^Notat$|^Orientering om|^Note: Ændringer med fed skrift|^De øvrige ændringer kan skyldes/,
    /^(?:Note: )?Tabel(?:len|lerne) viser, hvordan|^De kunne vælge mellem|^Svarene er omregnet|^Svaret ”|^Hvor sikre ændringerne|^(?:Note: )?Meget små andele|^De fremgår af|^(?:Note: )?På grund af afrunding/,
    /^(?:Note: )?En streg|^Alle tal står også|^Ændringen er forskellen mellem to afrundede|^Beregnet uden afrunding|^Bidragene er beregnet|^De giver derfor|Sammenligningen hviler på et spinkelt/,
    /^Alle spørgsmål$|^Udviklingen over alle perioder$|^Sammenligning med (?:andre|mål|andre og med mål)$|^Resultater for (?:leverandører|centre|leverandører og centre)$/,
    /^Figur \d+ viser (?:alle perioder|forskellen i forhold til andre)\.$|viser resultaterne for de enkelte (?:leverandører|centre|leverandører og centre)\.$|^Tallene bag figuren viser hvorfor/,
    /^(?:Note: )?En (?:ændring|forskel) med fed skrift er statistisk sikker|^De øvrige kan ikke siges at være statistisk sikre|^Det gør resultatet mindre sikkert\.$|^(?:Note: )?En linje har et hul, hvor der ikke er noget tal[.:]$/,
    /på grundlag af ⟦\d+⟧ svar|^Note:$|^Forvaltningen drøfter resultaterne|^Søjlediagram med svarene fordelt på svarmuligheder\.$|^0 betyder, at|^(?:Note: )?Ændringer med fed skrift|^Alle tal står|^[\p{L} ,-]+ (?:på|for|i) [^.⟦]+$/u,
  ].map((shape) => ({ shape })),
]

/**
 * The changes that the exhibits of a page tell the certainty of: of each row with a number of both periods, and of each row since the
 * period that its table says.
 */
function judgedIn(context: Context) {
  const { given } = context.truth
  const found = new Set<string>()
  for (const table of context.page.tables) {
    const levelsIn = table.cells
      .filter(({ row }) => !isCalledBroken(context, table, row))
      .flatMap(({ figures }) =>
        figures.flatMap(({ id }) => {
          const named = parseId(id, given)
          return named.kind === 'value' && levels.includes(named.key.metric) && !named.comparedWith ? [named.key] : []
        }),
      )
    const since = sinceOf(table, given)
    const from = since ?? context.before
    if (!from || !levelsIn.some(({ period }) => period === from)) continue
    // What is not known to be of so many answers cannot be tested.
    for (const key of levelsIn.filter(({ period }) => period === context.now))
      if (context.changesBetween(key, from, context.now).some(({ verdict }) => verdict !== 'tooFew' && verdict !== 'unknown'))
        found.add(`${idOf(key, context.truth)} since ${from}`)
  }
  return found
}

/** A row whose two numbers are not compared, since the question was asked or answered in another way. */
function isCalledBroken({ page }: Context, table: PageTable, row: string): boolean {
  return table.cells.some(({ row: own, text }) => {
    const marks = [...text.matchAll(/‡([^‡]+)‡/g)].map((it) => page.notes.get(it[1] as string) ?? '')
    return own === row && /^[–—-]/.test(text) && (marks.length ? marks.join(' ') : table.notes).includes(otherWay)
  })
}

/** What words in a picture call a group's change is what may be told of it. */
function holdToldOf(context: Context, id: string, allowed: Told[]) {
  const told = context.changes(keyOf(context, id)).map((it) => it.told)
  if (!told.some((it) => allowed.includes(it)))
    context.fail('wrong-direction', `${id} is ${told.map((it) => tellName[it]).join(' or ') || 'not compared'}`)
}

function holdCountOfTold(context: Context, count: number, told: Told) {
  const { root, segments } = context.truth.given
  const found = segments.filter((it) => it !== root && context.changes(keyOf(context, it.id)).some((change) => change.told === told)).length
  if (count !== found) context.fail('wrong-count', `${found} groups are ${tellName[told]}`)
}

function holdChartRows(context: Context, count: number | undefined, isWithTotal: boolean) {
  const shown = new Set(
    context.page.tables.filter((it) => it.exhibit === context.block.exhibit).flatMap((it) => it.cells.map((cell) => cell.row)),
  )
  const { root } = context.truth.given
  const groups = shown.size - (isWithTotal && (shown.has(root.short) || shown.has(root.label)) ? 1 : 0)
  if (count !== groups) context.fail('wrong-count', `the chart has ${groups} groups`)
}

function shareKey(context: Context, option: string, segment: string): Key | undefined {
  const item = context.truth.given.items[0]
  const id = item?.options.find((it) => it.names.includes(option.toLowerCase()) || it.id.toLowerCase() === option.toLowerCase())?.id
  return id ? { ...keyOf(context, segment), metric: 'share', options: [id] } : undefined
}

function holdLevel(context: Context, key: Key, text: string) {
  const known = context.truth.knownOf(key)
  const number = numberIn(text, context.truth.given.locale)
  if (number && (known.status !== 'ok' || cmp(context.truth.printedOf(known, number.decimals), number.value) !== 0))
    context.fail('wrong-number', `${key.segment} is ${known.point ? toNumber(known.point) : known.status}`)
}

/** The first option is the one that the picture's words before named. */
function holdHighestShare(context: Context, found: RegExpExecArray) {
  const item = context.truth.given.items[0]
  const option = item?.options[0]
  const ids = [found[1], found[3]].map((name) => listOf(name ?? '', nameList(context))?.[0])
  if (!option || !ids[0] || !ids[1]) return context.fail('names-not-known', 'cannot tell the groups')
  const key = (segment: string): Key => ({ ...keyOf(context, segment), metric: 'share', options: [option.id] })
  holdLevel(context, key(ids[0]), found[2] ?? '')
  holdLevel(context, key(ids[1]), found[4] ?? '')
  if (found[2] === found[4]) return context.fail('extreme-of-equals', 'the highest and the lowest are printed alike')
  const rows = new Set(
    context.page.tables.filter((it) => it.exhibit === context.block.exhibit).flatMap((it) => it.cells.map((cell) => cell.row)),
  )
  const shown = context.truth.given.segments.filter(
    (it) => it.id !== context.truth.given.root.id && (rows.has(it.short) || rows.has(it.label)),
  )
  const points = shown.map((it) => context.truth.knownOf(key(it.id))).flatMap((it) => (it.status === 'ok' && it.point ? [it.point] : []))
  const [high, low] = ids.map((id) => context.truth.knownOf(key(id as string)).point)
  if (high && points.some((it) => cmp(it, high) > 0)) context.fail('not-the-greatest', 'another share is higher')
  if (low && points.some((it) => cmp(it, low) < 0)) context.fail('not-the-greatest', 'another share is lower')
}

function holdHighestAndLowest(context: Context) {
  const shown = listed(context)
  const point = (id: string) => {
    const known = context.truth.knownOf({ ...keyOf(context, id), period: context.now })
    return known.status === 'ok' ? known.point : undefined
  }
  const all = partsOf(context).map((it) => it.id)
  const inside = all.filter((id) => shown.includes(id)).flatMap((id) => point(id) ?? [])
  for (const value of all.filter((id) => !shown.includes(id)).flatMap((id) => point(id) ?? []))
    if (inside.every((it) => cmp(it, value) < 0) || inside.every((it) => cmp(it, value) > 0))
      return context.fail('not-the-greatest', 'a group that is left out is higher or lower')
}

function holdHeading(context: Context, rest: string) {
  if (/samlet set|overall/.test(rest)) holdTotal(context)
  else holdName(context, rest)
}

function holdRoot(context: Context, at: string | undefined) {
  const { named, shown } = context.figure(at)
  if (named.kind === 'value' && named.key.segment !== context.truth.given.root.id)
    context.fail('wrong-group', 'the words are about the whole', shown.id)
}

function holdOtherNumber(context: Context, at: string | undefined) {
  const [now, before] = [context.number('0'), context.number(at)]
  if (now && before && cmp(now, before) === 0) context.fail('is-the-same', 'the two numbers are the same, and "også" is missing')
}
