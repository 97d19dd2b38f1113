/** The annex: where each printed number comes from. */
import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { type DescribedExplanation, describeExplanation } from '../../describe-explanation.js'
import { type Explanation, explainDocument } from '../../explain.js'
import type { Figure } from '../../figure.js'
import { locales } from '../../locale/index.js'
import { metrics } from '../../metrics.js'
import { type PrintedPlace, printedPlaces } from '../../printed-places.js'
import type { Steps } from '../../steps.js'
import { segmentsOf } from '../../survey.js'
import { onLines, type Rendering, written } from './rendering.js'

/** A figure that is printed, in words, and where it stands among the others. */
type Explained = { explanation: Explanation; described: DescribedExplanation }

/**
 * Every printed figure under its segment, in the tree's order; nothing where none is printed. Its numbers are plain
 * text.
 */
export function* annex(rendering: Rendering): Steps<Element[]> {
  const { document, seenFigures } = rendering
  const locale = locales[document.locale]
  const explanations = explainDocument(document)
  const explained: Explained[] = []
  for (const id of seenFigures) {
    yield
    const explanation = explanations.get(id)
    if (explanation) explained.push({ explanation, described: describeExplanation(explanation, locale) })
  }
  if (explained.length === 0) return []
  const places = printedPlaces(document)
  const groups: Element[] = []
  for (const { label, members } of segmentGroups(explained, rendering)) {
    const entries: ElementContent[] = []
    for (const each of members) {
      yield
      entries.push(written(explanationEntry(each, places.get(each.explanation.figure) ?? [], rendering)))
    }
    groups.push(
      h('details', { class: 'group' }, [h('summary', locale.explain.group({ label, count: members.length })), ...onLines(entries)]),
    )
  }
  const { title, intro } = locale.explain
  return [h('section', { class: 'annex', dataExplanations: '' }, onLines([h('h2', title), h('p', intro(document.isRounded)), ...groups]))]
}

function segmentGroups(explained: Explained[], { document }: Rendering): { label: string; members: Explained[] }[] {
  const { otherSources } = locales[document.locale].explain
  const ranks = new Map(segmentsOf(document.survey.segments).map(({ segment }, rank) => [segment.id, rank]))
  const groups = new Map<string | null, { label: string; members: Explained[] }>()
  for (const each of explained) {
    const { segment } = each.explanation.name
    const group = groups.get(segment?.id ?? null) ?? { label: segment?.label ?? otherSources, members: [] }
    group.members.push(each)
    groups.set(segment?.id ?? null, group)
  }
  // Segments in the order of the tree, then benchmarks, then what is about none.
  const rankOf = (segment: string | null) => (segment === null ? ranks.size + 1 : (ranks.get(segment) ?? ranks.size))
  return [...groups]
    .sort(([a], [b]) => rankOf(a) - rankOf(b))
    .map(([, { label, members }]) => ({ label, members: members.sort(byKindAndPeriod) }))
}

const kindsInOrder: Figure['kind'][] = ['metric', 'change', 'difference', 'decomposition', 'typed']

const metricsInOrder = Object.keys(metrics)

/** A metric, then how it changed and what it is held against, then the next metric; the latest period first. */
function byKindAndPeriod({ explanation: a }: Explained, { explanation: b }: Explained): number {
  const metricOf = ({ name }: Explanation) => metricsInOrder.indexOf(name.metric ?? '')
  const kindOf = ({ name }: Explanation) => kindsInOrder.indexOf(name.kind)
  const lastOf = ({ name }: Explanation) => name.periods.at(-1)?.to ?? ''
  const [earlier, later] = [lastOf(a), lastOf(b)]
  return metricOf(a) - metricOf(b) || kindOf(a) - kindOf(b) || (earlier < later ? 1 : earlier > later ? -1 : 0)
}

/** The anchor stands inside, since only a target inside makes browsers open what is closed. */
function explanationEntry({ explanation, described }: Explained, places: PrintedPlace[], rendering: Rendering): Element {
  const { explain: words } = locales[rendering.document.locale]
  const lines = described.lines.map(({ label, text, calculation }) => [
    h('dt', label),
    h('dd', calculation === null ? text : [text, h('span', { class: 'calculation' }, calculation)]),
  ])
  const inputs = separated(explanation.inputs.flatMap((input) => inputOf(input, rendering)))
  const printed = separated(places.map((place) => placeLink(place, rendering)))
  return h('details', [
    h('summary', [described.nameInGroup, ': ', h('b', described.number ?? '')]),
    h('dl', { id: explanation.figure }, [
      ...lines.flat(),
      ...(inputs.length === 0 ? [] : [h('dt', words.labels.inputs), h('dd', inputs)]),
      h('dt', words.labels.printedIn),
      h('dd', printed),
    ]),
  ])
}

/**
 * What a figure is made from: a link to its explanation where it is printed too. One that is printed nowhere is told
 * here, unless only printed numbers may be.
 */
function inputOf(input: Explanation, { document, seenFigures }: Rendering): ElementContent[][] {
  const { name, number, lines } = describeExplanation(input, locales[document.locale])
  if (seenFigures.has(input.figure)) return [[h('a', { href: `#${input.figure}` }, name), `: ${number ?? ''}`].map(textNode)]
  if (document.isRounded || number === null) return []
  const [made] = lines
  return [[textNode(`${name}: ${number}${made ? ` (${[made.text.replace(/\.$/, ''), made.calculation].filter(Boolean).join(' ')})` : ''}`)]]
}

function placeLink(place: PrintedPlace, { document }: Rendering): ElementContent[] {
  const words = locales[document.locale].explain.printedPlace(place)
  return [place.anchor === null ? textNode(words) : h('a', { href: `#${place.anchor}` }, words)]
}

function textNode(content: string | ElementContent): ElementContent {
  return typeof content === 'string' ? { type: 'text', value: content } : content
}

/** With a semicolon between them. */
function separated(items: ElementContent[][]): ElementContent[] {
  return items.flatMap((item, index) => (index === 0 ? item : [textNode('; '), ...item]))
}
