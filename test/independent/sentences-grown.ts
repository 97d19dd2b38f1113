import { abs, cmp, sign, toNumber } from './fraction.js'
import type { Segment } from './given.js'
import { countIn, countWord, listOf, numberIn, parseId, periodIn } from './names.js'
import type { Context } from './reader.js'
import { holdPeriod, holdSameGroup, holdTold, holdTotal, isOfBenchmark, keyOf, nameList, otherWay, type Rule } from './sentences.js'
import type { Key } from './truth.js'

/** What a memo says beyond its two periods and its own groups: of all periods, of all questions, of others and of targets. */
const F = '⟦(\\d+)⟧'
const PERCENT = '(?: pct\\.)?'

const levelKeyAt = (context: Context, at: string | undefined): Key | undefined => {
  const { named } = context.figure(at)
  return named.kind === 'value' ? named.key : undefined
}

const idNamed = (context: Context, words: string) => listOf(words, nameList(context))?.[0]

/** The words name the group that the figure is of. */
const holdGroup = (context: Context, words: string, key: Key | undefined) => {
  const id = idNamed(context, words)
  if (!id) context.fail('names-not-known', `cannot tell the group in ${words}`)
  else if (key && key.segment !== id) context.fail('wrong-group', `the words name ${id}, the figure is of ${key.segment}`)
}

const holdBenchmark = (context: Context, words: string, at: string | undefined) => {
  const key = levelKeyAt(context, at)
  const named = context.truth.given.benchmarks.find(({ names }) => names.includes(words.toLowerCase()))
  if (!named) context.fail('names-not-known', `nobody is called ${words}`)
  else if (key?.segment !== named.id) context.fail('wrong-group', `the words name ${named.id}, the figure is of ${key?.segment}`)
  holdPeriod(context, at, context.now)
}

const holdAgainst = (context: Context, told: 'above' | 'below' | 'neither', own: string | undefined, other: string | undefined) => {
  const [key, against] = [levelKeyAt(context, own), levelKeyAt(context, other)]
  if (!key || !against) return context.fail('no-number', 'these are not two levels')
  if (key.metric !== against.metric || key.item !== against.item) context.fail('mixed-groups', 'the two are of different kinds')
  const difference = context.difference(key, against.segment)
  if (!difference) context.fail('difference-not-possible', 'there are not two numbers to compare')
  else if (difference.told !== told) context.fail('wrong-direction', `it is ${difference.told} (${toNumber(difference.point)})`)
}

/** Targets that a sentence can be about: of the group that it names, with the number that it says. */
const targetsNamed = (context: Context, value: string, name: string) => {
  const id = idNamed(context, name)
  if (!id) context.fail('names-not-known', `cannot tell the group in ${name}`)
  const number = numberIn(
    value.replace(/⟦(\d+)⟧/g, (_, at: string) => context.sentence.figures[Number(at)]?.text ?? ''),
    context.truth.given.locale,
  )
  const { given } = context.truth
  const found = given.targets.filter((it) => it.segment === id && number && cmp(number.value, parsed(it.value)) === 0)
  if (id && !found.length) context.fail('no-such-target', `there is no target of ${value} for ${id}`)
  for (const it of found) context.see(`target/${it.metric}/${it.segment}`)
  return found.map((it): Key => ({ ...keyOf(context, it.segment), metric: it.metric, item: it.item ?? given.items[0]?.id ?? '' }))
}
const parsed = (value: string) => numberIn(value, 'en')?.value ?? { n: 0n, d: 1n }

const holdTarget = (context: Context, found: RegExpExecArray) => {
  const [, value, name, negation, own, difference, side] = found
  const keys = targetsNamed(context, value ?? '', name ?? '')
  const key = levelKeyAt(context, own)
  holdPeriod(context, own, context.now)
  if (!key || !keys.some((it) => it.segment === key.segment && it.metric === key.metric && it.item === key.item))
    return context.fail('wrong-group', 'the target is of another number')
  const reached = context.truth.isReached(key, context.decimals(key))
  if (reached !== (negation === undefined)) context.fail('wrong-direction', `it is ${reached === undefined ? 'not known' : reached}`)
  const told = context.difference(key, 'target')?.told
  const said = side === 'over' ? 'above' : side === 'under' ? 'below' : undefined
  if (said ? told !== said : told !== 'neither') context.fail('wrong-direction', `the number is ${told} the target`)
  const { named } = context.figure(difference)
  if (difference !== undefined && !(named.kind === 'difference' && named.against === 'target' && named.key.segment === key.segment))
    context.fail('mixed-groups', 'the difference is of another number')
}

/** A run of a line in a picture: its first and last number, and of which periods. */
type Run = { key: Key; from: string; to: string }

const rowsOfExhibit = (context: Context) => context.page.tables.filter(({ exhibit }) => exhibit === context.block.exhibit)

/** All runs of a picture of lines, from its table: since the last break, from the first to the last number. */
const runsOf = (context: Context): Run[] => {
  const { given } = context.truth
  const keys = rowsOfExhibit(context).flatMap(({ cells }) =>
    cells.flatMap(({ figures }) => figures.map(({ id }) => parseId(id, given)).flatMap((it) => (it.kind === 'value' ? [it.key] : []))),
  )
  const order = given.periods.map(({ id }) => id)
  const last = order.indexOf(given.document.period)
  return [...new Set(keys.map(({ segment }) => segment))].flatMap((segment) => {
    const own = keys.filter((key) => key.segment === segment)
    // Those that the project names, and those that the picture says are seen in the answers.
    const told = rowsOfExhibit(context).flatMap(
      ({ notes }) => /på en anden måde end før: fra (.+?)\. Tal på hver/.exec(notes)?.[1]?.split(/, | og /) ?? [],
    )
    const named = [...context.truth.itemOf(own[0]?.item ?? '').breaks, ...told.flatMap((name) => periodIn(name, given)?.id ?? [])]
    const breaks = named.map((id) => order.indexOf(id))
    const since = Math.max(0, ...breaks.filter((at) => at <= last))
    const at = own.map(({ period }) => order.indexOf(period)).filter((each) => each >= since)
    const [from, to] = [Math.min(...at), Math.max(...at)]
    return at.length && from < to ? [{ key: own[0] as Key, from: order[from] as string, to: order[to] as string }] : []
  })
}

const holdRun = (context: Context, words: string, direction?: 'rise' | 'fall') => {
  const found = /^(.+?) fra (\d[\d.,]*?)(?: i (.+?))? til (\d[\d.,]*?)(?: i (.+?))?\.?$/.exec(words)
  if (!found) return context.fail('names-not-known', `cannot read ${words}`)
  const [, name, first, since, last, until] = found
  const { given } = context.truth
  const id = idNamed(context, name ?? '')
  const runs = runsOf(context)
  const run = runs.find(({ key }) => key.segment === id)
  if (!run) return context.fail('names-not-known', `there is no line of ${name}`)
  const ends = [periodIn(since ?? '', given)?.id ?? given.periods[0]?.id, periodIn(until ?? '', given)?.id ?? given.document.period]
  if (ends[0] !== run.from || ends[1] !== run.to) context.fail('wrong-period', `the line runs from ${run.from} to ${run.to}`)
  for (const [text, period] of [
    [first, run.from],
    [last, run.to],
  ] as const) {
    const known = context.truth.knownOf({ ...run.key, period })
    const number = numberIn(text ?? '', given.locale)
    if (number && (known.status !== 'ok' || cmp(context.truth.printedOf(known, number.decimals), number.value) !== 0))
      context.fail('wrong-number', `${id} ${period} is ${known.point ? toNumber(known.point) : known.status}`)
  }
  if (!direction) return
  const changeOf = (each: Run) => context.changesBetween(each.key, each.from, each.to)[0]
  const own = changeOf(run)
  if (own?.told !== direction) return context.fail('wrong-direction', `the change of ${id} is ${own?.told ?? 'not known'}`)
  if (own.leftOut.length) context.fail('mixed-groups', `${own.leftOut.join(', ')} is left out, and nothing says so`)
  const rest = runs.filter((it) => it !== run && it.key.segment !== given.root.id && it.from === run.from && it.to === run.to)
  for (const change of rest.map(changeOf))
    if (change?.told === direction && !change.leftOut.length && cmp(abs(change.printed), abs(own.printed)) >= 0)
      context.fail('not-the-greatest', `another change is as great as that of ${id}`)
}

const holdLines = (context: Context, count: number | undefined, from: string, to: string) => {
  const { given } = context.truth
  const rows = new Set(rowsOfExhibit(context).flatMap(({ cells }) => cells.map(({ row }) => row)))
  if (count !== rows.size) context.fail('wrong-count', `the chart has ${rows.size} lines`)
  if (periodIn(from, given)?.id !== given.periods[0]?.id) context.fail('wrong-period', `the first period is ${given.periods[0]?.id}`)
  if (periodIn(to, given)?.id !== given.document.period) context.fail('wrong-period', `the last period is ${given.document.period}`)
}

const holdGaps = (context: Context, words: string) => {
  for (const each of words.replace(/\.$/, '').split('; ')) {
    const found = /^(.+?) i (.+) \((.+)\)$/.exec(each)
    const id = found && idNamed(context, found[1] ?? '')
    if (!found || !id) return context.fail('names-not-known', `cannot read ${each}`)
    for (const name of (found[2] ?? '').split(/, | og /)) {
      const period = periodIn(name, context.truth.given)?.id
      if (!period) return context.fail('names-not-known', `no period is called ${name}`)
      const known = context.truth.knownOf({ ...keyOf(context, id), period })
      const segment = context.truth.segmentOf(id) as Segment
      const isSo = {
        'vises ikke': known.status === 'small' || known.status === 'ok',
        'ingen svar': known.status === 'noAnswers',
        'ingen svar, der tæller med': known.status === 'noAnswers',
        'ikke oplyst': known.status === 'absent' || known.status === 'unknown',
        'ikke målt': !context.truth.hasResults(segment, period, keyOf(context, id).item),
      }[found[3] ?? '']
      if (!isSo) context.fail('wrong-reason', `${id} ${period} is ${known.status}`)
    }
  }
}

/** The first column of a picture of dots is our own number of each question. */
const holdExtremeItem = (context: Context, label: string, text: string, direction: 1 | -1) => {
  const { given } = context.truth
  const item = given.items.find((it) => it.label === label)
  if (!item) return context.fail('names-not-known', `no question is called ${label}`)
  const rows = new Set(rowsOfExhibit(context).flatMap(({ cells }) => cells.map(({ row }) => row)))
  const key = (id: string): Key => ({ ...keyOf(context, given.root.id), item: id })
  const printed = (id: string) => {
    const known = context.truth.knownOf(key(id))
    return known.status === 'ok' && known.point ? context.truth.printedOf(known, context.decimals(key(id))) : undefined
  }
  const own = printed(item.id)
  const number = numberIn(text, given.locale)?.value
  if (!own || !number || cmp(own, number) !== 0) return context.fail('wrong-number', `${item.id} is ${own ? toNumber(own) : 'not known'}`)
  for (const other of given.items.filter((it) => it !== item && rows.has(it.label))) {
    const value = printed(other.id)
    if (value && sign({ n: 1n, d: 1n }) * direction * cmp(value, own) >= 0) context.fail('not-the-greatest', `${other.id} is as far`)
  }
}

const holdBestTwo = (context: Context, names: string[], at: string | undefined, period: string | undefined) => {
  const key = levelKeyAt(context, at)
  if (key?.metric !== 'topTwoBox' || key.segment !== context.truth.given.root.id)
    return context.fail('wrong-group', 'the words are of the best two answers of the whole')
  holdPeriod(context, at, period)
  const best = context.truth
    .itemOf(key.item)
    .options.filter((it) => it.score !== undefined)
    .sort((a, b) => (b.score as number) - (a.score as number))
    .slice(0, 2)
  if (names.length !== 2 || names.some((name, index) => !best[index]?.names.includes(name.toLowerCase())))
    context.fail('wrong-name', `the best two are ${best.map(({ id }) => id).join(' and ')}`)
}

const holdItemsShown = (context: Context, number: number | undefined, of: number | undefined) => {
  const { given } = context.truth
  const rows = new Set(
    context.page.tables.filter(({ caption }) => /spørgsmål/.test(caption)).flatMap(({ cells }) => cells.map(({ row }) => row)),
  )
  const shown = given.items.filter(({ label }) => rows.has(label)).length
  if (number !== shown) context.fail('wrong-count', `${shown} questions are shown`)
  if (of !== undefined && of < shown) context.fail('wrong-count', `there are ${given.items.length} questions`)
}

const alternatives = 'indekstallet|gennemsnittet|andelen|tallet|svarprocenten'
const whole = '(?:Det|Den) samlede (?:indekstal|gennemsnit|andel|tal)'

export const grownRules: Rule[] = [
  // all questions
  { shape: /resultatet samlet set for begge spørgsmål\.$/, check: (c) => holdItemsShown(c, 2, undefined) },
  {
    shape: new RegExp(`resultatet samlet set for alle (${countWord}) spørgsmål\\.$`),
    check: (c, m) => holdItemsShown(c, countIn(m[1] ?? ''), undefined),
  },
  {
    shape: new RegExp(`resultatet samlet set for (${countWord}) af de (${countWord}) spørgsmål`),
    check: (c, m) => holdItemsShown(c, countIn(m[1] ?? ''), countIn(m[2] ?? '')),
  },
  // all periods
  {
    shape: new RegExp(`^${whole} er (steget|faldet) fra ${F}${PERCENT} i (.+?) til ${F}${PERCENT} i (.+?)\\.$`),
    check: (c, m) => [
      holdTotal(c),
      holdSameGroup(c, [m[2], m[4]]),
      holdPeriod(c, m[2], c.before),
      holdPeriod(c, m[4], c.now),
      periodIn(m[3] ?? '', c.truth.given)?.id === c.before || c.fail('wrong-period', `the words are of ${m[3]}`),
      periodIn(m[5] ?? '', c.truth.given)?.id === c.now || c.fail('wrong-period', `the words are of ${m[5]}`),
      c.subject && holdTold(c, [m[1] === 'steget' ? 'rise' : 'fall'], 'wrong-direction'),
    ],
  },
  {
    shape: new RegExp(`^${whole} er stort set uændret fra (.+?) til (.+?), nemlig ${F}`),
    check: (c, m) => [
      holdTotal(c),
      holdPeriod(c, m[3], c.now),
      periodIn(m[1] ?? '', c.truth.given)?.id === c.before || c.fail('wrong-period', `the words are of ${m[1]}`),
      periodIn(m[2] ?? '', c.truth.given)?.id === c.now || c.fail('wrong-period', `the words are of ${m[2]}`),
      holdTold(c, ['largelyUnchanged'], 'wrong-direction'),
    ],
  },
  {
    shape: new RegExp(`^${whole} er ${F}${PERCENT} (i .+?), (?:det|den) samme som (i .+?)\\.$`),
    check: (c, m) => [
      holdTotal(c),
      holdPeriod(c, m[1], c.now),
      periodIn(m[2] ?? '', c.truth.given)?.id === c.now || c.fail('wrong-period', `the words are of ${m[2]}`),
      periodIn(m[3] ?? '', c.truth.given)?.id === c.before || c.fail('wrong-period', `the words are of ${m[3]}`),
      holdTold(c, ['unchanged'], 'wrong-direction'),
    ],
  },
  {
    shape: new RegExp(`^${whole} var ${F}${PERCENT} i (.+?) og er ${F}${PERCENT} i (.+?)\\.$`),
    check: (c, m) => [
      holdTotal(c),
      holdPeriod(c, m[1], periodIn(m[2] ?? '', c.truth.given)?.id),
      holdPeriod(c, m[1], c.before),
      holdPeriod(c, m[3], c.now),
    ],
  },
  {
    shape: /^De to tal dækker ikke de samme grupper\.$/,
    check: (c) => (c.subject && c.changes(c.subject)[0]?.leftOut.length) || c.fail('nothing-left-out', 'the groups are the same'),
  },
  {
    shape: /^(?:Note: )?Ændringen siden (.+?) for (.+?) er opgjort for de grupper, der er målt i begge perioder\.$/,
    check: (c, m) => {
      const since = periodIn(m[1] ?? '', c.truth.given)?.id ?? ''
      for (const id of listOf(m[2] ?? '', nameList(c)) ?? [])
        if (!c.changesBetween(keyOf(c, id), since, c.now)[0]?.leftOut.length) c.fail('nothing-left-out', `${id} is of the same groups`)
      if (!listOf(m[2] ?? '', nameList(c))) c.fail('names-not-known', `cannot tell the groups in ${m[2]}`)
    },
  },
  {
    shape:
      /^(?:Note: )?To skråstreger \(\/\/\) bryder linjen, hvor der er spurgt eller svaret på en anden måde end før: fra (.+?)(?: om (.+))?\.$/,
    check: (c, m) => {
      const { given } = c.truth
      const item = rowsOfExhibit(c)
        .flatMap(({ cells }) => cells.flatMap(({ figures }) => figures.map(({ id }) => parseId(id, given))))
        .find((it) => it.kind === 'value')
      const about = item?.kind === 'value' ? item.key.item : ''
      for (const name of (m[1] ?? '').split(/, | og /)) {
        const period = periodIn(name, given)?.id
        if (!period) c.fail('names-not-known', `no period is called ${name}`)
        else if (!c.truth.itemOf(about).breaks.includes(period) && !c.truth.isSeenBreak(about, period))
          c.fail('note-not-so', `nothing is asked or answered in another way from ${period}`)
      }
    },
  },
  {
    shape: new RegExp(`streg.* betyder, at tallene ikke kan sammenlignes, fordi der ${otherWay}\\.$`, 'i'),
    check: (c) => {
      const { given } = c.truth
      const order = given.periods.map(({ id }) => id)
      const between = order.slice(order.indexOf(c.before ?? '') + 1, order.indexOf(c.now) + 1)
      if (!given.items.some(({ id, breaks }) => between.some((period) => breaks.includes(period) || c.truth.isSeenBreak(id, period))))
        c.fail('note-not-so', 'nothing is asked or answered in another way')
    },
  },
  { shape: /^Tal på hver sin side kan ikke sammenlignes\.$/, check: () => undefined },
  // others and targets
  {
    shape: new RegExp(
      `^${whole} er ${F}${PERCENT} og dermed (højere end|lavere end|stort set (?:det|den) samme som) for (.+?), hvor (?:det|den) er ${F}${PERCENT}\\.$`,
    ),
    check: (c, m) => [
      holdTotal(c),
      holdBenchmark(c, m[3] ?? '', m[4]),
      holdAgainst(c, m[2] === 'højere end' ? 'above' : m[2] === 'lavere end' ? 'below' : 'neither', m[1], m[4]),
    ],
  },
  {
    shape: new RegExp(`^For (.+?) er (?:${alternatives}) ${F}${PERCENT}\\.$`),
    when: (c) => isOfBenchmark(c) || idNamed(c, /^For (.+?) er /.exec(c.sentence.text)?.[1] ?? '') === undefined,
    check: (c, m) => {
      holdBenchmark(c, m[1] ?? '', m[2])
      const key = levelKeyAt(c, m[2])
      if (key && c.difference({ ...key, segment: c.truth.given.root.id }, key.segment))
        c.fail('it-is-known', 'there is a number to compare')
    },
  },
  {
    shape: new RegExp(
      `^Målet på (.+?) for (.+?) er (ikke )?nået: (?:${alternatives}) er ${F}${PERCENT}(?: og dermed ${F} \\p{L}+ (over|under) målet)?\\.?$`,
      'u',
    ),
    check: (c, m) => holdTarget(c, m),
  },
  {
    shape: /^Målet på (.+?) for (.+?) er ikke nået\.$/,
    check: (c, m) => {
      const keys = targetsNamed(c, m[1] ?? '', m[2] ?? '')
      if (keys.length && !keys.some((key) => c.truth.isReached(key, c.decimals(key)) === false))
        c.fail('wrong-direction', 'it is reached or not known')
    },
  },
  {
    shape: new RegExp(`^(?:${alternatives}) er afrundet til ${F}${PERCENT}, men ligger under målet uden afrunding\\.$`, 'iu'),
    check: (c, m) => {
      const key = levelKeyAt(c, m[1])
      holdPeriod(c, m[1], c.now)
      if (!key || c.truth.isReached(key, c.decimals(key)) !== false) return c.fail('wrong-direction', 'it is reached or not known')
      if (c.difference(key, 'target')?.told !== 'neither') c.fail('wrong-direction', 'the number that is shown is not the target')
    },
  },
  {
    shape: /^Det kan ikke afgøres ud fra de afrundede tal, om målet på (.+?) for (.+?) er nået\.$/,
    check: (c, m) => {
      const keys = targetsNamed(c, m[1] ?? '', m[2] ?? '')
      if (keys.length && keys.every((key) => c.truth.isReached(key, c.decimals(key)) !== undefined)) c.fail('it-is-known', 'it is known')
    },
  },
  {
    shape: /^Målet på (.+?) for (.+) kan ikke holdes op mod et resultat (.+?)\.$/,
    check: (c, m) => {
      const keys = targetsNamed(c, m[1] ?? '', m[2] ?? '')
      const period = periodIn(m[3] ?? '', c.truth.given)?.id
      if (period !== c.now) c.fail('wrong-period', `the words are of ${m[3]}`)
      const isKnown = (key: Key) => (key.metric === 'responseRate' ? c.truth.responseRateOf(key) : c.truth.knownOf(key)).status === 'ok'
      if (keys.length && keys.every((key) => isKnown({ ...key, period: c.now }))) c.fail('there-is-a-number', 'there is a result')
    },
  },
  // who answered, and how
  {
    shape: new RegExp(`^For (.+?) er svarprocenten ${F}${PERCENT} mod ${F}${PERCENT} (.+?)\\.$`),
    check: (c, m) => [
      holdGroup(c, m[1] ?? '', levelKeyAt(c, m[2])),
      holdPeriod(c, m[2], c.now),
      holdPeriod(c, m[3], periodIn(m[4] ?? '', c.truth.given)?.id),
      periodIn(m[4] ?? '', c.truth.given)?.id === c.before || c.fail('wrong-period', `the words are of ${m[4]}`),
    ],
  },
  {
    shape: new RegExp(`^Samlet har ${F}${PERCENT} svaret ”(.+?)” eller ”(.+?)” (i .+?)(?: mod ${F}${PERCENT} (i .+?))?\\.$`),
    check: (c, m) => [
      holdBestTwo(c, [m[2] ?? '', m[3] ?? ''], m[1], periodIn(m[4] ?? '', c.truth.given)?.id ?? c.now),
      m[5] && holdBestTwo(c, [m[2] ?? '', m[3] ?? ''], m[5], periodIn(m[6] ?? '', c.truth.given)?.id ?? c.before),
    ],
  },
  // what pictures say aloud
  {
    shape: new RegExp(`^Kurvediagram med (${countWord}) linjer? fra (.+?) til (.+?)\\.$`),
    check: (c, m) => holdLines(c, countIn(m[1] ?? ''), m[2] ?? '', m[3] ?? ''),
  },
  {
    shape: /^Største (fald|fremgang): (.+)$/,
    when: (c) => isOfLines(c),
    check: (c, m) => holdRun(c, m[2] ?? '', m[1] === 'fald' ? 'fall' : 'rise'),
  },
  { shape: /^(?!Største |Kurvediagram )(.+ fra \d.* til \d.*)$/, when: (c) => isOfLines(c), check: (c, m) => holdRun(c, m[1] ?? '') },
  { shape: /^Alle tal står i tabellen/ },
  {
    shape: new RegExp(`^Punktdiagram med (${countWord}) rækker?(?: og et punkt for hver af (.+?))?\\.$`),
    check: (c, m) => {
      const tables = rowsOfExhibit(c)
      const rows = new Set(tables.flatMap(({ cells }) => cells.map(({ row }) => row)))
      if (countIn(m[1] ?? '') !== rows.size) c.fail('wrong-count', `the chart has ${rows.size} rows`)
      const heads = new Set(tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.heads)))
      for (const head of heads)
        if (m[2] !== undefined && !/^(?:Forskel|Vurdering)/.test(head) && !m[2].includes(head)) c.fail('wrong-name', `${head} is not named`)
    },
  },
  { shape: /^Højest for .+?: (.+), (\d[\d.,]*?)\.$/, check: (c, m) => holdExtremeItem(c, m[1] ?? '', m[2] ?? '', 1) },
  { shape: /^Lavest for .+?: (.+), (\d[\d.,]*?)\.$/, check: (c, m) => holdExtremeItem(c, m[1] ?? '', m[2] ?? '', -1) },
  {
    shape: /^(.+ i .+ \((?:vises ikke|ingen svar(?:, der tæller med)?|ikke oplyst|ikke målt)\))\.$/,
    check: (c, m) => holdGaps(c, m[1] ?? ''),
  },
]

const isOfLines = (context: Context) =>
  context.block.tag === 'svg' &&
  context.page.pictures.some(({ exhibit, text }) => exhibit === context.block.exhibit && /^Kurvediagram/.test(text))
