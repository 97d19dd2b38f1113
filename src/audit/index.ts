/**
 * The list of checks, and what a check finds. A check is one file; beside them stand what they share:
 * `./statements.js` what is stated of each figure · `./parts.js` what parts give for their total · `./changes.js` when a stated change can
 * hold · `./repairs.js` the smallest changes that mend a contradiction.
 */
import type { Claims } from '../claims.js'
import type { Place } from '../errors.js'
import type { Figures } from '../figures.js'
import { type Locale, spellNumber } from '../locale/index.js'
import type { MetricId } from '../metrics.js'
import type { Interval } from '../printed.js'
import type { Segment, Target } from '../survey.js'
import { baseSum } from './base-sum.js'
import { changeMismatch } from './change-mismatch.js'
import { claimMismatch } from './claim-mismatch.js'
import { comparisonClaim } from './comparison-claim.js'
import { countClaim } from './count-claim.js'
import { dateOrder } from './date-order.js'
import { directionWord } from './direction-word.js'
import { duplicateClaim } from './duplicate-claim.js'
import { impossibleCount } from './impossible-count.js'
import { impossibleMean } from './impossible-mean.js'
import { impossibleShare } from './impossible-share.js'
import { impossibleTotal } from './impossible-total.js'
import { indexMismatch } from './index-mismatch.js'
import { labelMismatch } from './label-mismatch.js'
import { midpoint } from './midpoint.js'
import { numbering } from './numbering.js'
import { mendedDirections, withCandidates } from './repairs.js'
import { responseRate } from './response-rate.js'
import { shareMismatch } from './share-mismatch.js'
import { shareSum } from './share-sum.js'
import { smallCell } from './small-cell.js'
import { byPlace, byText, endsOf, type Statements, statementsOfClaims, statementsOfData } from './statements.js'
import { targetClaim } from './target-claim.js'
import { unitWord } from './unit-word.js'
import { unsupportedChange } from './unsupported-change.js'
import { weakBase } from './weak-base.js'

export type CheckId =
  | 'impossible-mean'
  | 'impossible-total'
  | 'impossible-share'
  | 'share-mismatch'
  | 'share-sum'
  | 'index-mismatch'
  | 'response-rate'
  | 'base-sum'
  | 'impossible-count'
  | 'duplicate-claim'
  | 'claim-mismatch'
  | 'change-mismatch'
  | 'direction-word'
  | 'midpoint'
  | 'comparison-claim'
  | 'target-claim'
  | 'count-claim'
  | 'numbering'
  | 'date-order'
  | 'label-mismatch'
  | 'unit-word'
  | 'unsupported-change'
  | 'weak-base'
  | 'small-cell'

/** error: cannot all be right · rounding: agrees only by rounding · advice: deserves a look · notChecked: something needed is unknown */
export type FindingKind = 'error' | 'rounding' | 'advice' | 'notChecked'

/**
 * data: our own numbers, where an error stops a build · document: what our own document says of them, where it does too · claims: what somebody
 * has printed, where it never does
 */
export type Scope = 'data' | 'document' | 'claims'

/** What a figure is called, without the words of a language: the locale makes "indekstal for Samlet, 2023-24" of it. */
export type FigureName = {
  /** of a change the metric that changes */
  metric: MetricId
  /** the segment's short name, or its label */
  segment: string
  /** one period id; two for a change, the earlier first */
  periods: string[]
  /** label of the item where it is not the survey's first; null else */
  item: string | null
  provider: string | null
  /** ids joined by `+` */
  options: string | null
}

/** A number or direction with its place, as far as it takes part in a finding. `text` is as printed, or of a figure we have computed neutral. */
export type Evidence = {
  figure: string
  /** null for words that are no figure: a table's number, a date. `figure` then says what they are about: `table/1` */
  name: FigureName | null
  text: string
  interval: Interval | null
  place: Place | null
  /** it is a figure we have computed, not what somebody has stated */
  isComputed: boolean
}

/** New printed values for one figure: from the lowest to the highest that mend its group; equal where there is one. Neutral spelling. */
export type Repair = { figure: string; name: FigureName; stated: string; from: string; to: string }

/**
 * A way to mend a group of contradictions by changing as few figures as possible: one, or two where no single one does it. A figure is changed
 * in all the places that print it. Several candidates are equals: the numbers cannot tell which is meant.
 */
export type Candidate = {
  repairs: Repair[]
  /** other statements that agree with the figures as they are printed: the same number elsewhere, a change or a direction that follows from it */
  support: Evidence[]
}

/** What a check found: data first, worded once per locale. */
export type Finding = {
  /** `CHECK/FIGURE`, plus the place where there are several. What `accept` names */
  id: string
  check: CheckId
  kind: FindingKind
  scope: Scope
  /** the figure the finding is about; of words that are no figure what they are about: `table/1`, `date/2023-08-07`, `scale/score5` */
  figure: string
  found: Evidence
  /** what the others give for it: the interval and its printed spellings ("82", or "84" and "91" for a range) */
  expected: { interval: Interval | null; printed: string[] }
  /** the numbers it was compared with */
  related: Evidence[]
  /** values the wording needs: `basis: 'hull' | 'weighted'`… */
  values: Record<string, string>
  /** a direction word, a verdict on a target or a rank flips */
  changesConclusion: boolean
  /** the smallest changes that mend it; empty where none of one or two figures does, or none was looked for */
  candidates: Candidate[]
  /** findings that vanish with this one: it is their cause. They stand nowhere else */
  consequences: Finding[]
  /** from `accept:`; null where it is not accepted */
  accepted: { reason: string } | null
}

/** One thing that must hold between numbers. */
export type Check = {
  id: CheckId
  /** whose numbers it is about */
  scopes: readonly Scope[]
  /** its findings follow from an earlier check's contradiction about the same figures, and then stand under it */
  follows: boolean
  run: (stated: Statements, figures: Figures) => Finding[]
  /** what it finds and, just as much, where it must stay silent; every one is a test */
  examples: { consistent: Example[]; inconsistent: Example[]; undecidable: Example[] }
}

/**
 * A few printed numbers on the tree `all` = `internal` + `external`, `external` = `young` + `adult`, with the items `overall` ("Satisfaction") and
 * `contact` ("Contact") on `agreement5`, the periods 2023 and 2024, and the benchmark `country` ("The whole country"). A segment is called by its id.
 */
export type Example = {
  /** why it is or is not a finding */
  because: string
  /** `[figure, text as printed in English]` */
  claims: [figure: string, text: string][]
  /** what is special about the root of the tree */
  root?: Partial<Pick<Segment, 'complete' | 'overlap'>>
  /** another scale than `agreement5` */
  scale?: string
  /** our own published figures, where the check compares with them */
  data?: [figure: string, text: string][]
  /** running text in English, printed besides */
  text?: string
  targets?: Target[]
}

/** Every check, causes before what follows from them. */
export const checks: readonly Check[] = [
  impossibleMean,
  impossibleTotal,
  impossibleShare,
  shareMismatch,
  shareSum,
  indexMismatch,
  responseRate,
  baseSum,
  impossibleCount,
  duplicateClaim,
  claimMismatch,
  changeMismatch,
  directionWord,
  midpoint,
  comparisonClaim,
  targetClaim,
  countClaim,
  numbering,
  dateOrder,
  labelMismatch,
  unitWord,
  unsupportedChange,
  weakBase,
  smallCell,
]

/**
 * Holds our own numbers against each other, and what others have printed against itself and against our numbers. Pure; the order of claims cannot
 * matter. Findings stand by scope, kind and check; one that vanishes with another stands under it.
 */
export function audit(figures: Figures, claims: Claims = { claims: [] }): Finding[] {
  return [statementsOfData(figures), statementsOfClaims(claims, figures.survey)].flatMap((stated) => findingsIn(stated, figures))
}

/** Holds what our own document says against its own numbers and against our figures: words of change, ranks, targets, references. */
export function auditDocument(figures: Figures, claims: Claims): Finding[] {
  return findingsIn(statementsOfClaims(claims, figures.survey, 'document'), figures)
}

function findingsIn(stated: Statements, figures: Figures): Finding[] {
  const found = checks.filter(({ scopes }) => scopes.includes(stated.scope)).flatMap((check) => check.run(stated, figures))
  return sorted(underTheirCauses(withCandidates(distinctlyNamed(found), stated), stated))
}

const kinds: readonly FindingKind[] = ['error', 'notChecked', 'advice', 'rounding']

function sorted(findings: Finding[]): Finding[] {
  return findings.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || rankOf(a) - rankOf(b) || byPlaceAndId(a, b))
}

function byPlaceAndId(a: Finding, b: Finding): number {
  return byPlace(a.found.place, b.found.place) || byText(a.id, b.id)
}

/** Of one check's findings, those about a change follow from those about its ends. */
function rankOf(finding: Finding): number {
  return 2 * checks.findIndex(({ id }) => id === finding.check) + (endsOf(finding.figure) ? 1 : 0)
}

/** Several findings of one check about one figure are told apart by their place, and where that is the same too, by number. */
function distinctlyNamed(findings: readonly Finding[]): Finding[] {
  const alike = countsOf(findings.map(({ id }) => id))
  const placed = findings.map((finding) => {
    const { place } = finding.found
    const isAlone = alike.get(finding.id) === 1
    return isAlone || !place
      ? finding
      : { ...finding, id: `${finding.id}/${[place.file, place.line, place.column].filter(Boolean).join(':')}` }
  })
  const seen = new Map<string, number>()
  return placed.map((finding) => {
    const number = (seen.get(finding.id) ?? 0) + 1
    seen.set(finding.id, number)
    return number === 1 ? finding : { ...finding, id: `${finding.id}/${number}` }
  })
}

function countsOf(ids: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

/** Puts what follows from a contradiction under it: findings about the figures that might be changed, and about changes from or to them. */
function underTheirCauses(findings: readonly Finding[], stated: Statements): Finding[] {
  const ranked = findings
    .map((finding) => ({
      finding: { ...finding, consequences: [...finding.consequences] },
      rank: rankOf(finding),
      isMended: isMended(finding),
    }))
    .sort((a, b) => a.rank - b.rank || Number(b.isMended) - Number(a.isMended) || byPlaceAndId(a.finding, b.finding))
  const causes: Finding[] = []
  const byGroup = new Map<string, Finding>()
  const byFigure = new Map<string, { cause: Finding; rank: number }>()
  for (const { finding, rank } of ranked) {
    const group = groupOf(finding)
    const earlier = follows(finding) ? figuresBehind(finding).map((figure) => byFigure.get(figure)) : []
    const cause = (group && byGroup.get(group)) ?? earlier.find((entry) => entry && entry.rank < rank)?.cause
    if (cause) {
      cause.consequences.push(finding)
      continue
    }
    causes.push(finding)
    if (finding.kind !== 'error') continue
    if (group) byGroup.set(group, finding)
    for (const figure of figuresToMend(finding)) if (!byFigure.has(figure)) byFigure.set(figure, { cause: finding, rank })
  }
  return causes.map((cause) => {
    const flips = mendedDirections(cause, stated).length > 0 || cause.consequences.some((finding) => finding.changesConclusion)
    return { ...cause, changesConclusion: cause.changesConclusion || flips }
  })
}

/** A finding about the very figure that might be changed comes before one that only takes part. */
function isMended({ candidates, figure }: Finding): boolean {
  return candidates.some(({ repairs }) => repairs.some((repair) => repair.figure === figure))
}

/** Findings of one check with the same candidates are parts of one contradiction; null for one without candidates. */
function groupOf({ check, candidates }: Finding): string | null {
  if (candidates.length === 0) return null
  return [check, ...candidates.map(({ repairs }) => repairs.map(({ figure }) => figure).join('+'))].join('|')
}

function follows(finding: Finding): boolean {
  return checks.find(({ id }) => id === finding.check)?.follows ?? false
}

/** The figures a finding rests on: its own, and for a change the two it lies between. */
function figuresBehind({ figure }: Finding): string[] {
  return [figure, ...(endsOf(figure) ?? [])]
}

/** The figures one of which is to be changed; where nobody knows, those that take part. */
function figuresToMend({ candidates, figure, related }: Finding): string[] {
  const found = candidates.flatMap(({ repairs }) => repairs.map((repair) => repair.figure))
  return found.length > 0 ? found : [figure, ...related.map((evidence) => evidence.figure)]
}

/** Findings with the reasons for which they are accepted, and the entries of `accept:` that match none. */
export type AcceptedAudit = { findings: Finding[]; unmatched: { finding: string; reason: string; line: number }[] }

/** Marks the findings that `accept:` names by their id. One accepted by its cause's name is accepted with it. */
export function applyAccepted(findings: readonly Finding[], accept: AcceptedAudit['unmatched']): AcceptedAudit {
  const matched = new Set<string>()
  const marked = (finding: Finding): Finding => {
    const entry = accept.find((candidate) => candidate.finding === finding.id)
    if (entry) matched.add(entry.finding)
    const consequences = finding.consequences.map(marked)
    return { ...finding, consequences, accepted: entry ? { reason: entry.reason } : finding.accepted }
  }
  const result = findings.map(marked)
  return { findings: result, unmatched: accept.filter(({ finding }) => !matched.has(finding)) }
}

/** Whether our own data or document contradict themselves in a way nobody has accepted. What others have printed never stops a build. */
export function stopsBuild(findings: readonly Finding[]): boolean {
  return findings.some(({ kind, scope, accepted }) => kind === 'error' && scope !== 'claims' && !accepted)
}

/** A number or direction as the wording of a finding has it: what it is called, what is printed, and where. */
export type SpokenEvidence = { name: FigureName | null; text: string; place: Place | null }

/** What the wording of a finding is made from. Numbers are spelled in the locale. */
export type SpokenFinding = {
  scope: Scope
  kind: FindingKind
  found: SpokenEvidence
  /** one printed value, the lowest and the highest, or none */
  expected: string[]
  related: SpokenEvidence[]
  values: Record<string, string>
}

/** Each candidate's repairs, with how many other statements agree with what is printed now. */
export type SpokenCandidate = { repairs: { name: FigureName; stated: string; from: string; to: string }[]; support: number }

/** A finding in words: a title, and lines that say what it rests on, what would mend it and what follows from it. */
export function describeFinding(finding: Finding, locale: Locale): { title: string; lines: string[] } {
  const { title, lines } = wordingOf(finding, locale)
  const { candidates, changesConclusion, consequences, accepted } = locale.findings
  const spoken = finding.candidates.map(({ repairs, support }) => ({
    repairs: repairs.map((repair) => ({ ...repair, from: spellNumber(repair.from, locale), to: spellNumber(repair.to, locale) })),
    support: support.length,
  }))
  return {
    title,
    lines: [
      ...lines,
      ...(spoken.length > 0 ? candidates(spoken) : []),
      ...(finding.changesConclusion ? [changesConclusion] : []),
      ...(finding.consequences.length > 0
        ? [consequences, ...finding.consequences.map((each) => `- ${wordingOf(each, locale).title}`)]
        : []),
      ...(finding.accepted ? [accepted(finding.accepted.reason)] : []),
    ],
  }
}

function wordingOf(finding: Finding, locale: Locale): { title: string; lines: string[] } {
  const { scope, kind, found, expected, related, values } = finding
  const spoken: SpokenFinding = {
    scope,
    kind,
    found: spokenEvidence(found, locale),
    expected: expected.printed.map((printed) => spellNumber(printed, locale)),
    related: related.map((evidence) => spokenEvidence(evidence, locale)),
    values,
  }
  return locale.findings.checks[finding.check](spoken)
}

function spokenEvidence({ name, text, place, isComputed }: Evidence, locale: Locale): SpokenEvidence {
  return { name, text: isComputed ? spellNumber(text, locale) : text, place }
}
