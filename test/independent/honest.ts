import type { randomProject } from '../../scripts/random-projects.mjs'
import type { Figures } from '../../src/figure.js'
import { cellKey, commonKey, type Given } from './given.js'

/** What an honest memo owes its reader: nothing that the answers behind the data deny, and nothing asked for that is left out unsaid. */
type Random = ReturnType<typeof randomProject>
/** Cells of which nothing is told, by their keys. */
export const hiddenIn = ({ figures }: Figures): Set<string> =>
  new Set(
    Object.values(figures).flatMap(({ key, status }) =>
      status === 'withheld' && key.kind === 'metric' && key.metric === 'base'
        ? [commonKey(cellKey(key.segment, key.provider ?? '', key.period, key.item ?? ''), key.comparedWith)]
        : [],
    ),
  )

/**
 * The survey with the answers themselves in place of what was printed of them. A group of which nobody answered is there through those of its
 * parts that were asked, or not at all.
 */
export const exactly = (given: Given, { truth }: Random): Given => ({
  ...given,
  cells: new Map(
    truth.nodes
      .filter(({ provider }) => provider === null)
      .filter(({ segment, counts }) => isLeafOf(given, segment) || Object.values(counts).some((count) => count > 0))
      .map(({ segment, period, item, counts }) => [
        cellKey(segment, '', period, item),
        { counts: new Map(Object.entries(counts).map(([option, count]) => [option, BigInt(count)])), printed: new Map() },
      ]),
  ),
})

const isLeafOf = (given: Given, id: string) => given.segments.some((segment) => segment.id === id && segment.parts.length === 0)

/** Everything a project asks for, by kind, id and label, with what shows that a document has it. */
export const askedFor = (given: Given) => [
  ...given.items.map(({ id, label }, at) => ({
    kind: 'item',
    id,
    label,
    isIn: (figure: string) => (at === 0 ? !figure.includes('/items/') : figure.includes(`/items/${id}`)),
  })),
  ...given.periods.map(({ id }) => ({
    kind: 'period',
    id,
    label: id,
    isIn: (figure: string) => figure.split('/').some((part) => part.split('..').includes(id)),
  })),
  ...given.providers.map(({ id, label }) => ({
    kind: 'provider',
    id,
    label,
    isIn: (figure: string) => figure.includes(`/providers/${id}`),
  })),
  ...given.benchmarks.map(({ id, label }) => ({ kind: 'benchmark', id, label, isIn: (figure: string) => figure.split('/').includes(id) })),
  ...given.targets.map(({ segment, metric }) => ({
    kind: 'target',
    id: segment,
    label: segment,
    isIn: (figure: string) => figure.startsWith(`target/${metric}/${segment}`),
  })),
]

/** Whether what a build says that it does not show is what was asked for: by kind, id and a label. */
export const isSaid = (asked: { kind: string; id: string }, said: { kind: string; id: string; label: string }) =>
  said.kind === asked.kind && said.id.split('/').includes(asked.id) && said.label !== ''
