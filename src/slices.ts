/**
 * Dataset → slices: the data of one period and item, hung on the tree of segments and on one tree for every provider.
 */

import { tallyScaleOf } from './composite.js'
import type { PublishedValue, Subject } from './figure.js'
import { figureId, type MetricKey, metricKey } from './figure-key.js'
import type { MetricId } from './metrics.js'
import { scaleOf } from './scales.js'
import {
  type AnswerDistribution,
  type Item,
  isAllowedIn,
  isAskedIn,
  isLeaf,
  type Period,
  type Scale,
  type Segment,
  type Survey,
  wholeOf,
} from './survey.js'
import { type Dataset, distribution, mergeDistributions } from './tally.js'

/** One node of a tree in one slice: a segment, of all or of one provider, with what is known of it. */
export type Branch = {
  segment: string
  provider: string | null
  /** its own published values, of any metric */
  published: readonly PublishedValue[]
  /** its answers, where they were counted for it itself: a leaf's */
  tally: AnswerDistribution | null
  /** parts of the segment; of a leaf for which providers have published: its providers */
  parts: readonly Branch[]
  isPartition: boolean
  /** one respondent may be in several parts */
  overlaps?: boolean
  /** all answers under it, where all are known */
  distribution: AnswerDistribution | null
  /** a benchmark: its numbers are somebody else's, and printed as they printed them */
  isBenchmark?: boolean
  /** it stands for a node over the groups that the period it is compared with has too */
  isReduced?: boolean
  /** the node it stands for, where that has no other groups: all that is known of the one is known of the other */
  sameAs?: Branch
}

/**
 * `roots`: each benchmark, a tree for each provider, then the one of all. `branches`: every node once, those of all
 * first, each before its parts.
 */
export type Slice = {
  survey: Survey
  period: string
  item: Item
  scale: Scale
  roots: readonly Branch[]
  branches: readonly Branch[]
  /**
   * the other period, where this holds only the nodes that have lost the parts which are not measured then; else null
   */
  comparedWith: string | null
}

type Counts = Readonly<Record<string, number>>

/**
 * The dataset by subject; `ofLeaf` whatever the provider. `answered`: leaves with answers in a period, whatever the
 * item; with `/provider` where they name a provider.
 */
export type DataIndex = {
  published: Map<string, PublishedValue[]>
  tallies: Map<string, Counts[]>
  ofLeaf: Map<string, Counts[]>
  answered: Set<string>
  /** items of a period that somebody has published numbers of, and that no answers were counted of */
  onlyPublished: Set<string>
}

export function indexOf({ tallies, published }: Dataset): DataIndex {
  const answered = tallies.flatMap(({ period, segment, provider }) => [
    `${period}/${segment}`,
    ...(provider ? [`${period}/${segment}/provider`] : []),
  ])
  const counted = new Set(tallies.map(itemKey))
  return {
    onlyPublished: new Set(
      published
        .filter(isAboutAnswers)
        .map(itemKey)
        .filter((key) => !counted.has(key)),
    ),
    published: grouped(published, subjectKey, (value) => value),
    tallies: grouped(tallies, subjectKey, ({ counts }) => counts),
    ofLeaf: grouped(tallies, leafKey, ({ counts }) => counts),
    answered: new Set(answered),
  }
}

function grouped<T, V>(values: readonly T[], keyOf: (value: T) => string, pick: (value: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(pick(value))
    else groups.set(keyOf(value), [pick(value)])
  }
  return groups
}

function subjectKey({ period, item, segment, provider }: Subject): string {
  return `${period}/${item}/${segment}/${provider ?? ''}`
}

function itemKey({ period, item }: Pick<Subject, 'period' | 'item'>): string {
  return `${period}/${item}`
}

function leafKey({ period, item, segment }: Omit<Subject, 'provider'>): string {
  return `${period}/${item}/${segment}`
}

/** For each provider the segments it has figures in: its leaves and every ancestor. */
export function providerPaths({ segments, providers }: Survey): Map<string, Set<string>> {
  const parents = new Map<string, string>()
  const visit = (segment: Segment): void => {
    for (const part of segment.parts ?? []) {
      parents.set(part.id, segment.id)
      visit(part)
    }
  }
  visit(segments)
  const ancestry = (id: string | undefined): string[] => (id === undefined ? [] : [id, ...ancestry(parents.get(id))])
  return new Map(providers.map((provider) => [provider.id, new Set(provider.segments.flatMap((id) => ancestry(id)))]))
}

export function sliceOf(survey: Survey, data: DataIndex, paths: Map<string, Set<string>>, { id: period }: Period, item: Item): Slice {
  const scale = scaleOf(survey, item)
  const tallyScale = tallyScaleOf(survey, item)
  const isOnlyPublished = data.onlyPublished.has(itemKey({ period, item: item.id }))
  const providersOf = new Map<string, Branch[]>()
  const subject = (segment: string, provider: string | null): Subject => ({ period, item: item.id, segment, provider })
  const publishedFor = (segment: string, provider: string | null): PublishedValue[] =>
    data.published.get(subjectKey(subject(segment, provider))) ?? []
  const countsFor = (segment: string, provider: string | null): Counts[] => data.tallies.get(subjectKey(subject(segment, provider))) ?? []

  /**
   * Answers of a leaf. None where it has answers to other items of the period: nobody answered this one. null where
   * it has no answers at all, or all that is known of the item is what somebody has published.
   */
  const tallyOf = (counts: Counts[], answered: string, published: readonly PublishedValue[]): AnswerDistribution | null =>
    counts.length > 0 || (!item.composite && !isOnlyPublished && data.answered.has(answered) && !published.some(isAboutAnswers))
      ? counts.map((one) => distribution(tallyScale, one)).reduce(mergeDistributions, distribution(tallyScale, {}))
      : null

  const leafOfProvider = (segment: string, provider: string): Branch => {
    const published = publishedFor(segment, provider)
    const tally = tallyOf(countsFor(segment, provider), `${period}/${segment}/provider`, published)
    return { segment, provider, published, tally, parts: [], isPartition: false, distribution: tally }
  }

  const leafOfAll = (segment: string): Branch => {
    const published = publishedFor(segment, null)
    const providers = providersOf.get(segment) ?? []
    const ofProviders = providers.flatMap((provider) => provider.published)
    // Where a provider's answers are known from print only, those that were counted are not all of the leaf's.
    const isCounted = !ofProviders.some(isAboutAnswers)
    const tally = isCounted ? tallyOf(data.ofLeaf.get(leafKey(subject(segment, null))) ?? [], `${period}/${segment}`, published) : null
    const isPartition = countsFor(segment, null).length === 0
    return withDistribution({ segment, provider: null, published, tally, parts: ofProviders.length > 0 ? providers : [], isPartition })
  }

  /**
   * null: not measured in the period. A node none of whose parts is measured counts as a leaf where it has data of
   * its own.
   */
  const branchOf = (segment: Segment, provider: string | null): Branch | null => {
    const isInside = (part: Segment): boolean => provider === null || (paths.get(provider)?.has(part.id) ?? false)
    const allowed = (segment.parts ?? []).filter((part) => isInside(part) && isAllowedIn(part, period))
    const parts = allowed.flatMap((part) => branchOf(part, provider) ?? [])
    if (parts.length > 0) {
      const isPartition = segment.complete !== false && !segment.overlap
      return withDistribution({
        segment: segment.id,
        provider,
        published: publishedFor(segment.id, provider),
        tally: null,
        parts,
        isPartition,
        overlaps: segment.overlap,
      })
    }
    if (!isLeaf(segment) && !hasOwn(segment.id, provider)) return null
    if (provider === null) return leafOfAll(segment.id)
    const leaf = leafOfProvider(segment.id, provider)
    providersOf.get(segment.id)?.push(leaf) ?? providersOf.set(segment.id, [leaf])
    return leaf
  }

  const hasOwn = (segment: string, provider: string | null): boolean =>
    publishedFor(segment, provider).length > 0 ||
    (provider === null ? data.ofLeaf.has(leafKey(subject(segment, null))) : countsFor(segment, provider).length > 0)

  const benchmarks = survey.benchmarks.map(({ id }): Branch => {
    const published = publishedFor(id, null)
    return { segment: id, provider: null, published, tally: null, parts: [], isPartition: false, distribution: null, isBenchmark: true }
  })
  const whole = wholeOf(survey, item)
  const trees =
    isAskedIn(item, period) && isAllowedIn(survey.segments, period) && isAllowedIn(whole, period)
      ? [...survey.providers.filter(({ id }) => paths.get(id)?.has(whole.id)).map(({ id }) => id), null].flatMap(
          (provider) => branchOf(whole, provider) ?? [],
        )
      : []
  const roots = [...benchmarks, ...trees]
  const inOrder = [...roots.slice(-1), ...roots.slice(0, -1)]
  return { survey, period, item, scale, roots, branches: [...new Set(inOrder.flatMap(branchesUnder))], comparedWith: null }
}

/** Whether it says something about the answers: not how many were invited. */
function isAboutAnswers({ metric }: PublishedValue): boolean {
  return metric !== 'invited' && metric !== 'responseRate'
}

export function withDistribution(branch: Omit<Branch, 'distribution'>): Branch {
  const { tally, parts, isPartition } = branch
  const known = parts.flatMap((part) => part.distribution ?? [])
  const isKnown = isPartition && parts.length > 0 && known.length === parts.length
  return { ...branch, distribution: tally ?? (isKnown ? known.reduce(mergeDistributions) : null) }
}

/** A branch and all under it, each before its parts. */
export function branchesUnder(root: Branch): Branch[] {
  const found: Branch[] = []
  const visit = (branch: Branch): void => {
    found.push(branch)
    branch.parts.forEach(visit)
  }
  visit(root)
  return found
}

/** What a branch's figure of a metric is about. */
export function keyAt(
  { survey, period, item, comparedWith }: Slice,
  asked: { id: MetricId; options: string | null },
  branch: Branch,
): MetricKey {
  const { segment, provider, isReduced } = branch
  const { id: metric, options } = asked
  return metricKey({ metric, segment, period, item: item.id, provider, options, comparedWith: isReduced ? comparedWith : null }, survey)
}

export function figureIdOf(slice: Slice, asked: { id: MetricId; options: string | null }, branch: Branch): string {
  return figureId(keyAt(slice, asked, branch), slice.survey)
}
