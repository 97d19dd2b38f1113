/**
 * The list of checks, and how their findings are ordered and worded. A check is one file in `checks/`. What they share
 * stands here: what is stated of each figure in `statements.ts`, what parts give for their total in `parts.ts`, the
 * middles of scales in `middles.ts`, targets in `targets.ts`, when a stated change can hold in `changes.ts`, what
 * several numbers can give in `said.ts`, which claims their words leave in doubt in `doubts.ts`, and the smallest
 * changes that mend a contradiction in `repairs.ts`.
 */

import type { Claims, NotRead } from '../claim.js'
import type { Figures } from '../figure.js'
import type { CheckId, Evidence, Finding, FindingKind, SpokenEvidence, SpokenFinding } from '../finding.js'
import { checkHanded } from '../handed.js'
import { spellNumber } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { atOnce, eachInSteps, type Steps } from '../steps.js'
import type { Check } from './check.js'
import { alteredDocument } from './checks/altered-document.js'
import { baseSum } from './checks/base-sum.js'
import { changeMismatch } from './checks/change-mismatch.js'
import { claimMismatch } from './checks/claim-mismatch.js'
import { comparisonClaim } from './checks/comparison-claim.js'
import { countClaim } from './checks/count-claim.js'
import { dateOrder } from './checks/date-order.js'
import { directionWord } from './checks/direction-word.js'
import { duplicateClaim } from './checks/duplicate-claim.js'
import { falseStatement } from './checks/false-statement.js'
import { impossibleCount } from './checks/impossible-count.js'
import { impossibleMean } from './checks/impossible-mean.js'
import { impossibleShare } from './checks/impossible-share.js'
import { impossibleTotal } from './checks/impossible-total.js'
import { indexMismatch } from './checks/index-mismatch.js'
import { labelMismatch } from './checks/label-mismatch.js'
import { midpoint } from './checks/midpoint.js'
import { numbering } from './checks/numbering.js'
import { responseRate } from './checks/response-rate.js'
import { shareMismatch } from './checks/share-mismatch.js'
import { shareSum } from './checks/share-sum.js'
import { smallCell } from './checks/small-cell.js'
import { statementMismatch } from './checks/statement-mismatch.js'
import { targetClaim } from './checks/target-claim.js'
import { unitWord } from './checks/unit-word.js'
import { unsupportedChange } from './checks/unsupported-change.js'
import { weakBase } from './checks/weak-base.js'
import { discreetly } from './discreet.js'
import { settledIn } from './doubts.js'
import { keyOfError, mendedDirections, withCandidates } from './repairs.js'
import { byPlace, byText, endsOf, evidenceOf, type Statements, statementsOfClaims, statementsOfData } from './statements.js'
import { notRead } from './told.js'

/** Every check by its id, causes before what follows from them. */
const checkOf: { readonly [C in CheckId]: Check<C> } = {
  'false-statement': falseStatement,
  'impossible-mean': impossibleMean,
  'impossible-total': impossibleTotal,
  'impossible-share': impossibleShare,
  'share-mismatch': shareMismatch,
  'share-sum': shareSum,
  'index-mismatch': indexMismatch,
  'response-rate': responseRate,
  'base-sum': baseSum,
  'impossible-count': impossibleCount,
  'duplicate-claim': duplicateClaim,
  'claim-mismatch': claimMismatch,
  'change-mismatch': changeMismatch,
  'direction-word': directionWord,
  'statement-mismatch': statementMismatch,
  midpoint: midpoint,
  'comparison-claim': comparisonClaim,
  'target-claim': targetClaim,
  'count-claim': countClaim,
  'altered-document': alteredDocument,
  numbering: numbering,
  'date-order': dateOrder,
  'label-mismatch': labelMismatch,
  'unit-word': unitWord,
  'unsupported-change': unsupportedChange,
  'weak-base': weakBase,
  'small-cell': smallCell,
}

export const checks: readonly Check[] = Object.values(checkOf)

/**
 * Holds our own numbers against each other, and what others have printed against itself and against our numbers. Pure;
 * the order of claims cannot matter. Findings stand by scope, kind and check; one that vanishes with another stands
 * under it.
 */
export function audit(figures: Figures, claims: Claims = { claims: [] }): Finding[] {
  checkHanded({ figures, claims })
  return atOnce(auditSteps(figures, claims))
}

/** `audit` in steps. */
export function* auditSteps(figures: Figures, claims: Claims): Steps<Finding[]> {
  const ofData = yield* findingsIn(statementsOfData(figures), figures)
  return [
    ...ofData.map((finding) => discreetly(finding, figures)),
    ...(yield* findingsIn(statementsOfClaims(settledIn(claims, figures).settled, figures.survey), figures)),
  ]
}

/**
 * Holds what our own document says against its own numbers and against our figures: words of change, ranks, targets,
 * references.
 */
export function auditDocument(figures: Figures, claims: Claims): Finding[] {
  checkHanded({ figures, claims })
  return atOnce(auditDocumentSteps(figures, claims))
}

/** `auditDocument` in steps. */
export function* auditDocumentSteps(figures: Figures, claims: Claims): Steps<Finding[]> {
  const found = yield* findingsIn(statementsOfClaims(claims, figures.survey, 'document'), figures)
  return found.map((finding) => discreetly(finding, figures))
}

/** What our own document tells in words that could not be held against its figures, and why. */
export function notReadIn(figures: Figures, claims: Claims): NotRead[] {
  checkHanded({ figures, claims })
  return notRead(figures, claims)
}

function* findingsIn(stated: Statements, figures: Figures): Steps<Finding[]> {
  yield
  const asked = checks.filter(({ scopes }) => scopes.includes(stated.scope))
  const found = toldOnce((yield* eachInSteps(asked, (check) => check.run(stated, figures))).flat())
  const errorsIn = (tried: Statements) => numeric.flatMap((check) => (check.scopes.includes(tried.scope) ? check.run(tried, figures) : []))
  const mended = withCandidates(distinctlyNamed(found), stated, errorsIn)
  return sorted(underTheirCauses(mended.findings, mended.follows, stated))
}

/** The checks of what numbers say of each other: a repair of one number must not break another. */
const numeric: readonly Check[] = [
  impossibleMean,
  impossibleTotal,
  impossibleShare,
  shareMismatch,
  shareSum,
  indexMismatch,
  responseRate,
  baseSum,
  impossibleCount,
]

/** What differs from our own document is told where no check that knows why has found it. */
function toldOnce(findings: readonly Finding[]): Finding[] {
  const isKnown = ({ found: { place, text } }: Finding) =>
    findings.some(({ check, kind, found, related }) => {
      return kind === 'error' && check !== 'altered-document' && [found, ...related].some((each) => isAt(each, place, text))
    })
  return findings.filter((finding) => finding.check !== 'altered-document' || !isKnown(finding))
}

/** The number stands among these words, which are the sentence or cell, or a part of it. */
function isAt({ text, place }: Evidence, at: Evidence['place'], number: string): boolean {
  if (!place || !at || place.line !== at.line || place.page !== at.page) return false
  const [words = '', others = ''] = [place.words, at.words]
  return (words.includes(others) || others.includes(words)) && text.includes(number.replace(/^[+−–-]/, ''))
}

const kinds: readonly FindingKind[] = ['error', 'notChecked', 'advice', 'rounding']

function sorted(findings: Finding[]): Finding[] {
  return findings
    .map((finding) => ({ finding, kind: kinds.indexOf(finding.kind), rank: rankOf(finding) }))
    .sort((a, b) => a.kind - b.kind || a.rank - b.rank || byPlaceAndId(a.finding, b.finding))
    .map(({ finding }) => finding)
}

function byPlaceAndId(a: Finding, b: Finding): number {
  return byPlace(a.found.place, b.found.place) || byText(a.id, b.id)
}

const placeInList = new Map(checks.map(({ id }, place) => [id, place]))

/** Of one check's findings, those about a change follow from those about its ends. */
function rankOf({ check, figure }: Finding): number {
  return 2 * (placeInList.get(check) ?? 0) + (endsOf(figure) ? 1 : 0)
}

/**
 * Several findings of one check about one figure are told apart by their place, and where that is the same too, by
 * number.
 */
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

/**
 * Puts what follows from a contradiction under it: findings about the figures that might be changed, and about changes
 * from or to them.
 */
function underTheirCauses(
  findings: readonly Finding[],
  mendedWith: ReadonlyMap<Finding, readonly string[]>,
  stated: Statements,
): Finding[] {
  const causeOf = mendedCauses(findings, mendedWith)
  const ranked = findings
    .map((finding) => ({
      cause: causeOf.get(finding),
      original: finding,
      finding: { ...finding, consequences: [...finding.consequences] },
      rank: rankOf(finding),
      isMended: isMended(finding),
    }))
    .sort((a, b) => a.rank - b.rank || Number(b.isMended) - Number(a.isMended) || byPlaceAndId(a.finding, b.finding))
  const causes: Finding[] = []
  const copies = new Map(ranked.map(({ original, finding }) => [original, finding]))
  const byGroup = new Map<string, Finding>()
  const byFigure = new Map<string, { cause: Finding; rank: number }>()
  for (const { finding, rank, cause: mended } of ranked) {
    if (mended) {
      copies.get(mended)?.consequences.push(finding)
      continue
    }
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
    const flips = flipsOf(cause, stated)
    return { ...cause, changesConclusion: flips.length > 0, flips }
  })
}

/** The words that do not hold: as the finding or its consequences say, and as its candidates would have it. */
function flipsOf(cause: Finding, stated: Statements): Finding['flips'] {
  const said = [cause, ...cause.consequences].flatMap(({ changesConclusion, found }) => (changesConclusion ? [found] : []))
  const byCandidate = cause.candidates.map((candidate) => mendedDirections(candidate, stated))
  const mended = [...new Set(byCandidate.flat())].map((statement) => ({
    words: evidenceOf(stated, statement),
    isSure: byCandidate.every((statements) => statements.includes(statement)),
  }))
  const all = [...said.map((words) => ({ words, isSure: true })), ...mended].sort((a, b) => Number(b.isSure) - Number(a.isSure))
  return all.filter(({ words }, index) => all.findIndex((other) => other.words.text === words.text) === index)
}

/**
 * Of findings that vanish with the one change that mends another, that other: the one about the figure to be changed,
 * where there is one.
 */
function mendedCauses(findings: readonly Finding[], mendedWith: ReadonlyMap<Finding, readonly string[]>): Map<Finding, Finding> {
  const causes = findings.filter((finding) => mendedWith.has(finding))
  causes.sort((a, b) => Number(isMended(b)) - Number(isMended(a)) || rankOf(a) - rankOf(b) || byPlaceAndId(a, b))
  const found = new Map<Finding, Finding>()
  for (const cause of causes.filter(({ kind }) => kind === 'error')) {
    if (found.has(cause)) continue
    const mends = new Set(mendedWith.get(cause))
    for (const finding of findings) {
      const isOther = finding !== cause && !found.has(finding) && ![...found.values()].includes(finding)
      if (isOther && finding.kind === 'error' && mends.has(keyOfError(finding))) found.set(finding, cause)
    }
  }
  return found
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
  return checkOf[finding.check].follows
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
  checkHanded({ findings, accept })
  const matched = new Set<string>()
  // Of two entries for one finding the first counts.
  const named = new Map(accept.toReversed().map((entry) => [entry.finding, entry]))
  const marked = (finding: Finding): Finding => {
    const entry = named.get(finding.id)
    if (entry) matched.add(entry.finding)
    const consequences = finding.consequences.map(marked)
    return { ...finding, consequences, accepted: entry ? { reason: entry.reason } : finding.accepted }
  }
  const result = findings.map(marked)
  return { findings: result, unmatched: accept.filter(({ finding }) => !matched.has(finding)) }
}

/**
 * Whether our own data or document contradict themselves in a way nobody has accepted. What others have printed never
 * stops a build.
 */
export function stopsBuild(findings: readonly Finding[]): boolean {
  checkHanded({ findings })
  return findings.some(({ kind, scope, accepted }) => kind === 'error' && scope !== 'claims' && !accepted)
}

/** A finding in words: a title, and lines that say what it rests on, what would mend it and what follows from it. */
export function describeFinding(finding: Finding, locale: Locale): { title: string; lines: string[] } {
  checkHanded({ finding, locale })
  const { title, lines } = wordingOf(finding, locale)
  const { candidates, changesConclusion, consequences, accepted } = locale.findings
  const flips = finding.flips.filter(({ words }) => words.text !== finding.found.text)
  const [sure, doubtful] = [true, false].map((isSure) => flips.filter((flip) => flip.isSure === isSure).map(({ words }) => words.text))
  const following = told(finding)
  const spoken = finding.candidates.map(({ repairs, support }) => ({
    repairs: repairs.map((repair) => ({ ...repair, from: spellNumber(repair.from, locale), to: spellNumber(repair.to, locale) })),
    support: support.length,
  }))
  return {
    title,
    lines: [
      ...lines,
      ...(spoken.length > 0 ? candidates(spoken) : []),
      ...(finding.changesConclusion
        ? [changesConclusion(sure ?? [], finding.flips.some(({ isSure }) => isSure) ? [] : (doubtful ?? []))]
        : []),
      ...(following.length > 0 ? [consequences, ...following.map((alike) => `- ${consequenceIn(alike, locale)}`)] : []),
      ...(finding.accepted ? [accepted(finding.accepted.reason)] : []),
    ],
  }
}

/**
 * What follows, those alike together: of one figure and found by one check. What is found of the very words of the
 * finding is said already, but that our own numbers are others.
 */
function told({ found, consequences }: Finding): [Finding, ...Finding[]][] {
  const isSaid = (each: Finding) => each.check !== 'claim-mismatch' && isSame(each.found, found)
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const each of consequences.filter((consequence) => !isSaid(consequence))) {
    const key = each.isDiscreet ? each.id : `${each.check} ${each.figure}`
    const group = groups.get(key)
    if (!group) groups.set(key, [each])
    else if (!group.some((other) => isSame(other.found, each.found))) group.push(each)
  }
  return [...groups.values()]
}

function isSame(one: Evidence, other: Evidence): boolean {
  return one.text === other.text && byPlace(one.place, other.place) === 0
}

function consequenceIn([first, ...others]: [Finding, ...Finding[]], locale: Locale): string {
  const { title } = wordingOf(first, locale)
  return others.length === 0
    ? title
    : locale.findings.alike(
        title,
        others.map(({ found }) => ({ ...spokenEvidence(found, locale), name: null })),
      )
}

function wordingOf<C extends CheckId>(finding: Finding<C>, locale: Locale): { title: string; lines: string[] } {
  if (finding.isDiscreet) return locale.findings.discreet(finding.found)
  const { scope, kind, found, expected, related, values } = finding
  const spoken: SpokenFinding<C> = {
    scope,
    kind,
    found: spokenEvidence(found, locale),
    expected: expected.printed.map((printed) => spellNumber(printed, locale)),
    related: related.map((evidence) => spokenEvidence(evidence, locale)),
    values,
  }
  return locale.findings.checks[finding.check](spoken)
}

function spokenEvidence({ name, text, place, cell, isComputed }: Evidence, locale: Locale): SpokenEvidence {
  return { name, text: isComputed ? spellNumber(text, locale) : text, place, cell }
}
