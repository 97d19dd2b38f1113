/**
 * Rows and columns of declared exhibits: the members of a list, where one stands in each, what it is called and its
 * id. Tables and charts ask here, so that any list may be either's rows.
 */
import type { Place, ProblemCode, ProblemValues } from '../errors.js'
import { formatPeriod } from '../locale/spelling.js'
import { optionLabel } from '../options.js'
import { eachInSteps, type Steps } from '../steps.js'
import type { Called, Period } from '../survey.js'
import type { Inline, TableRow } from './blocks.js'
import type { RowSpec, TextSpec } from './front-matter.js'
import { calledOf, listedNoun, idOf as nounId } from './nouns.js'
import {
  inItem,
  inText,
  isMultiple,
  isWhole,
  isWithoutTotal,
  measureOf,
  nameOf,
  type Standing,
  scaleAt,
  scaleEnds,
  shortName,
} from './standing.js'
import { type Expression, isList, isNumeral, isThing, type List, type Thing, type Value } from './template.js'
import { capitalised, type FigureNumeral, type Noun, type NounList } from './values.js'
import { plainText } from './walk.js'

/** What declared exhibits ask: the value of an expression, and the words of a line of text, where one stands. */
export type Asking = {
  value: (expression: Expression, here: Standing) => Value<Standing>
  text: (text: TextSpec, here: Standing) => Inline[]
  /** tells of a fault of the declaration, at the place of what is declared */
  refuse: <C extends ProblemCode>(at: Expression | Place, code: C, values: ProblemValues[C]) => never
}

type Gathered = {
  here: Standing
  kind: TableRow['kind']
  /** what kind of thing it is a row of */
  noun: Noun
  indent: number
  spec: RowSpec
}

/** A row and where one stands in it. `short`: its name in a picture. `id`: no other row of the exhibit has it. */
export type Row = Gathered & { id: string; label: Inline[]; detail: Inline[] | null; short: string }

/**
 * The rows of a declaration, each with a name: one whose name is empty is refused.
 *
 * @param name of the exhibit, for messages
 */
export function* rowsOf(specs: readonly RowSpec[], here: Standing, asking: Asking, name: string): Steps<Row[]> {
  const gathered = gather(specs, here, asking, 0)
  const ids = unique(gathered.map((row) => idOf(row, gathered)))
  return yield* eachInSteps(gathered.entries(), ([index, row]): Row => {
    const named = row.spec.label ? { label: asking.text(row.spec.label, row.here), detail: null } : labelOf(row, gathered)
    const words = plainText(named.label).trim()
    if (words === '') asking.refuse(row.spec.of, 'nameless-row', { exhibit: name })
    const short = row.spec.label || row.noun !== 'segment' ? words : shortName(row.here.segment)
    return { ...row, ...named, id: ids[index] ?? '', short }
  })
}

/** A member of a list is as far in as it is deep below the shallowest of them. */
function gather(specs: readonly RowSpec[], here: Standing, asking: Asking, indent: number): Gathered[] {
  return specs.flatMap((spec) => {
    const value = asking.value(spec.of, here)
    if (value === null || !(isList(value) || isThing(value))) return []
    const { members, noun } = membersOf(value)
    const shown = noun === 'segment' ? members.filter((member) => !(isWhole(member) && isWithoutTotal(member))) : members
    const inner = shown.filter((member) => !(noun === 'segment' && isWhole(member)))
    const least = Math.min(...(inner.length > 0 ? inner : shown).map(({ depth }) => depth))
    return shown.flatMap((member) => {
      const own: Gathered = {
        here: noun === 'benchmark' ? inBenchmark(member) : member,
        kind: spec.as === 'heading' ? 'group' : spec.as === 'total' || (noun === 'segment' && isWhole(member)) ? 'total' : 'row',
        noun,
        // Headings of groups of unequal depth are headings of one table.
        indent: spec.as === 'heading' ? indent : indent + Math.max(0, member.depth - least),
        spec,
      }
      const below = gather(spec.rows, member, asking, spec.as === 'heading' ? indent : own.indent + 1)
      return spec.as === 'heading' && below.length === 0 ? [] : [own, ...below]
    })
  })
}

function membersOf(value: List<Standing> | Thing<Standing>): { members: readonly Standing[]; noun: Noun } {
  if (isList(value)) return { members: value.members, noun: (value as NounList).noun }
  return { members: [(value as Thing<Standing>).here], noun: (value as Thing<Standing>).noun as Noun }
}

/** The numbers beside somebody's name are theirs. */
function inBenchmark(member: Standing): Standing {
  const segment = listedNoun('benchmark', member)?.here.segment ?? member.segment
  return { ...member, segment, provider: null, isCommon: false }
}

// ── names ──

function labelOf(row: Gathered, among: readonly Gathered[]): Pick<Row, 'label' | 'detail'> {
  const { here, noun } = row
  const { segment, provider, item, period, setting, line } = here
  const named = (label: string): Pick<Row, 'label' | 'detail'> => ({ label: text(label), detail: null })
  switch (noun) {
    case 'segment':
      return { label: text(segment.label), detail: segment.detail === undefined ? null : text(segment.detail) }
    case 'provider':
      return named(provider?.label ?? '')
    case 'item':
      return named(item.label)
    case 'period':
      return named(capitalised(formatPeriod(period, setting.locale, 'short')))
    case 'option':
    case 'theme':
      return named(nameOfOption(here))
    case 'target':
      return named(
        nameOfTarget(
          here,
          among.filter((other) => other.noun === 'target').map((other) => other.here),
        ),
      )
    case 'line':
      return named(line ?? '')
    default:
      return { label: attributeOf(here, noun, 'label'), detail: null }
  }
}

export function nameOfOption(here: Standing): string {
  return here.option ? capitalised(optionLabel(scaleAt(here), here.option, here.setting.locale)) : ''
}

/** Targets are told apart by what differs: the group, the question, what is counted. */
function nameOfTarget(here: Standing, among: readonly Standing[]): string {
  const differ = (of: (each: Standing) => unknown) => new Set(among.map(of)).size > 1
  const isOfItems = differ(({ item }) => item)
  const metric = differ(metricOfTarget) ? [nameOfMetric(here)] : []
  const item = isOfItems ? [here.item.label] : []
  const group = differ(({ segment }) => segment) || item.length + metric.length === 0 ? [nameOf(here)] : []
  const [first = '', ...rest] = [...group, ...item, ...metric]
  return [first, ...rest.map(inText)].join(here.setting.locale.document.list.comma)
}

function metricOfTarget(here: Standing): FigureNumeral['metric'] {
  const result = listedNoun('target', here)?.attributes.result?.()
  return isNumeral(result ?? null) ? (result as FigureNumeral).metric : null
}

function nameOfMetric(here: Standing): string {
  const { metrics: names, document: words } = here.setting.locale
  const metric = metricOfTarget(here)
  const measure = Object.entries(words.measures).find(([id]) => id === metric)
  return capitalised(measure ? measure[1].bare : metric === 'base' ? words.baseHead : metric ? names[metric][0] : '')
}

function attributeOf(here: Standing, noun: Noun, name: string): Inline[] {
  const slot = listedNoun(noun, here)?.attributes[name]?.()
  return slot && typeof slot === 'object' && 'children' in slot ? (slot as { children: Inline[] }).children : []
}

/** Rows of targets are rows of what the targets are of. */
export function headNounOf(rows: readonly Pick<Row, 'noun' | 'here' | 'kind'>[]): Noun {
  const row = rows.find(({ kind }) => kind === 'row') ?? rows[0]
  if (row?.noun !== 'target') return row?.noun ?? 'segment'
  const targets = rows.filter(({ noun }) => noun === 'target').map(({ here }) => here)
  const [segments, items] = [new Set(targets.map(({ segment }) => segment)), new Set(targets.map(({ item }) => item))]
  return segments.size < 2 && items.size > 1 ? 'item' : 'segment'
}

// ── ids ──

function idOf(row: Gathered, rows: readonly Gathered[]): string {
  const own = idIn(row)
  if (row.kind === 'group') return `${own}-group`
  const isTwice = rows.some((other) => other !== row && other.kind !== 'group' && other.noun === row.noun && idIn(other) === own)
  return isTwice && row.here.segment.id !== own ? `${row.here.segment.id}-${own}` : own
}

function idIn({ here, noun }: Pick<Gathered, 'here' | 'noun'>): string {
  switch (noun) {
    case 'item':
      return here.item.id
    case 'period':
      return here.period.id
    case 'option':
    case 'theme':
      return here.option?.id ?? noun
    case 'record':
      return nounId(noun, here)
    case 'line':
    case 'attachment':
    case 'other':
      return noun
    default:
      return here.provider?.id ?? here.segment.id
  }
}

/** Each once: a second one gets a number behind it. */
export function unique(ids: readonly string[]): string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    let own = id
    for (let nth = 2; taken.has(own); nth += 1) own = `${id}-${nth}`
    taken.add(own)
    return own
  })
}

// ── across ──

/** Where columns and dots stand for a row. `at`: where one stands there. */
export type Step = { id: string; label: string; noun: Noun; period: Period | null; at: (row: Standing) => Standing }

/** `across` stands in a member beside the row's own segment; `of` takes the member's number in its place. */
export function stepsOf(expression: Expression, here: Standing, asking: Asking, how: 'across' | 'of'): Step[] {
  const value = asking.value(expression, here)
  if (value === null || !(isList(value) || isThing(value))) return []
  const { members, noun } = membersOf(value)
  const ids = unique(members.map((member) => idIn({ here: noun === 'benchmark' ? inBenchmark(member) : member, noun })))
  const { locale } = here.setting
  return members.map((member, index): Step => {
    const step = (label: string, at: Step['at'], period: Period | null = null): Step => {
      return { id: ids[index] ?? '', label, noun, period, at }
    }
    switch (noun) {
      case 'period':
        return step(formatPeriod(member.period, locale, 'short'), (row) => ({ ...row, period: member.period }), member.period)
      case 'item':
        return step(member.item.label, (row) => inItem(row, member.item))
      case 'option':
        return step(nameOfOption(member), (row) => ({ ...row, option: member.option }))
      case 'theme':
        return step(nameOfOption(member), (row) => ({ ...inItem(row, member.item), option: member.option, nouns: both(row, member) }))
      case 'benchmark': {
        const place = inBenchmark(member)
        return step(place.segment.label, (row) =>
          how === 'of'
            ? { ...row, segment: place.segment, provider: null, nouns: member.nouns }
            : { ...row, nouns: { ...row.nouns, ...member.nouns } },
        )
      }
      case 'target':
        return step(nameOfTarget(member, members), (row) => {
          return { ...row, segment: member.segment, provider: null, item: member.item, nouns: both(row, member) }
        })
      case 'provider':
        return step(nameOf(member), (row) => {
          return { ...row, segment: how === 'of' ? member.segment : row.segment, provider: member.provider, isCommon: false }
        })
      case 'segment':
        return step(nameOf(member), (row) => {
          return { ...row, segment: member.segment, provider: how === 'of' ? member.provider : row.provider, isCommon: false }
        })
      default:
        return step(noun === 'line' ? (member.line ?? '') : plainText(attributeOf(member, noun, 'label')), (row) => {
          return { ...row, line: member.line, nouns: both(row, member) }
        })
    }
  })
}

function both(row: Standing, member: Standing): Standing['nouns'] {
  return { ...row.nouns, ...member.nouns }
}

// ── titles ──

/** What the numbers of an exhibit are: the question, where it is one; else the measure, where that is one. */
export function subjectOf(places: readonly Standing[], here: Standing): string {
  const [first = here, ...others] = places
  if (others.every(({ item }) => item === first.item)) return first.item.label
  const isOne = others.every((other) => measureOf(other).metric === measureOf(first).metric)
  return isOne ? capitalised(first.setting.locale.document.measures[measureOf(first).metric].bare) : here.setting.survey.title
}

/**
 * What the rows split the numbers by: "grupper", "grupper og leverandører", each also as one of them ("by group"); null
 * where there is nothing to split by.
 * What heads rows, and the whole beside its parts, are no rows of the split.
 */
export function splitOf(rows: readonly Row[], here: Standing): Called | null {
  const { comma, last } = here.setting.locale.document.list
  const parts = rows.filter((row) => row.kind === 'row' || (row.kind === 'total' && !isTotalOf(row, here)))
  const nouns = [...new Set(parts.map(({ noun }) => (noun === 'target' ? headNounOf(rows) : noun)))]
  const names = nouns.flatMap((noun): Called[] => {
    const own = parts.filter((row) => row.noun === noun || row.noun === 'target')
    const isSplit = noun === 'segment' ? own.length > 0 && (own.length > 1 || (here.segment.parts?.length ?? 0) > 1) : own.length > 1
    return isSplit || (noun === 'provider' && own.length > 0) ? [calledOf(noun, here)] : []
  })
  const listed = (words: string[]) => (words.length === 1 ? words.join() : `${words.slice(0, -1).join(comma)}${last}${words.at(-1)}`)
  return names.length === 0 ? null : { one: listed(names.map(({ one }) => one)), many: listed(names.map(({ many }) => many)) }
}

/** The row of what one stands in, beside its parts. */
export function isTotalOf({ kind, noun, here: row }: Row, here: Standing): boolean {
  return kind === 'total' && noun === 'segment' && row.segment === here.segment && row.provider === here.provider
}

/** Told in the same way: in one measure that runs from the same number to the same. */
export function likenessOf(here: Standing): string {
  const { min, max } = scaleEnds(here)
  return [measureOf(here).metric, min, max, isMultiple(here)].join(' ')
}

export function text(words: string): Inline[] {
  return [{ type: 'text', text: words }]
}
