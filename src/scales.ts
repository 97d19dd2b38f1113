/** The scales answers are given on: built-in ones and the survey's own. How their options are named: `options.ts`. */
import { NotatError, problem } from './errors.js'
import { english } from './locale/english-problems.js'
import type { Item, Missing, ResponseOption, Scale, Survey } from './survey.js'

/** A scale whose option ids the compiler knows, so that it can ask each locale for their labels. */
type BuiltIn<S extends string, O extends string> = Scale & { id: S; options: (ResponseOption & { id: O })[] }

/** Options from the most to the least favourable, each with its score or the reason why it does not count. */
function builtIn<const S extends string, const O extends string>(
  id: S,
  options: readonly (readonly [O, number | Missing])[],
): BuiltIn<S, O> {
  return frozen({
    id,
    options: options.map(([option, value]) =>
      typeof value === 'number' ? { id: option, also: [], score: value } : { id: option, also: [], missing: value },
    ),
  })
}

/** Shared by the whole process: who changed one would change every index in it. */
function frozen<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (typeof inner === 'object' && inner !== null) frozen(inner)
  return Object.freeze(value)
}

/** Agreement with a statement, 5–1: strongly agree … strongly disagree, and don't know. */
export const agreement5 = builtIn('agreement5', [
  ['stronglyAgree', 5],
  ['agree', 4],
  ['neutral', 3],
  ['disagree', 2],
  ['stronglyDisagree', 1],
  ['dontKnow', 'dontKnow'],
])

/** Satisfaction, 5–1: very satisfied … very dissatisfied, and don't know. */
export const satisfaction5 = builtIn('satisfaction5', [
  ['verySatisfied', 5],
  ['satisfied', 4],
  ['neutral', 3],
  ['dissatisfied', 2],
  ['veryDissatisfied', 1],
  ['dontKnow', 'dontKnow'],
])

/** A mark from 5 (best) to 1, and don't know. */
export const score5 = builtIn('score5', [
  ['5', 5],
  ['4', 4],
  ['3', 3],
  ['2', 2],
  ['1', 1],
  ['dontKnow', 'dontKnow'],
])

/** A mark from 7 (best) to 1, and don't know. */
export const numeric7 = builtIn('numeric7', [
  ['7', 7],
  ['6', 6],
  ['5', 5],
  ['4', 4],
  ['3', 3],
  ['2', 2],
  ['1', 1],
  ['dontKnow', 'dontKnow'],
])

/** A mark from 10 (best) to 0, and don't know: the eleven steps that a net promoter score is made of. */
export const numeric10 = builtIn('numeric10', [
  ['10', 10],
  ['9', 9],
  ['8', 8],
  ['7', 7],
  ['6', 6],
  ['5', 5],
  ['4', 4],
  ['3', 3],
  ['2', 2],
  ['1', 1],
  ['0', 0],
  ['dontKnow', 'dontKnow'],
])

/** Yes or no, and don't know. It has no index or mean: what it tells is how many, and the share of them. */
export const yesNo = builtIn('yesNo', [
  ['yes', 1],
  ['no', 0],
  ['dontKnow', 'dontKnow'],
])

/** What of a scale of facts is counted where nothing else is said: those who can say yes. null of other scales. */
export function countedByItself({ id }: Scale): string | null {
  return id === yesNo.id ? 'yes' : null
}

/**
 * Whether several of the options may be ticked at once. The answers are then so many questions of yes and no: of each
 * respondent who answered a distribution counts, for every option, either the option or that it was left
 * (`unticked`).
 */
export function isTicked({ options }: Scale): boolean {
  return options.some((option) => 'ticked' in option)
}

/** Under what the answers are counted that leave an option unticked. No id has such a mark. */
export function unticked(option: string): string {
  return `!${option}`
}

/** The options that count for each one that may be ticked; two of each, that together are all who answered. */
function countedWith({ options }: Scale): string[] {
  return options.flatMap((option) => ('ticked' in option ? [unticked(option.id)] : []))
}

/** Everything that answers on a scale are counted under. */
export function countedIds(scale: Scale): string[] {
  return [...scale.options.map(({ id }) => id), ...countedWith(scale)]
}

/**
 * The options that a number of answers is counted by: those that shares are of; of ticked ones the two sides of the
 * first.
 */
export function idsOfBase(scale: Scale): string[] {
  const counting = optionsOfShares(scale).map(({ id }) => id)
  const [first] = counting
  return isTicked(scale) && first !== undefined ? [first, unticked(first)] : counting
}

/** Four faces, 4 (happiest) to 1: a stand at the door, with no button for "don't know". */
export const smiley4 = builtIn('smiley4', [
  ['veryHappy', 4],
  ['happy', 3],
  ['unhappy', 2],
  ['veryUnhappy', 1],
])

/** Every built-in scale by its id. To add one: an entry here, and the labels each locale is then missing. */
export const builtInScales = Object.freeze({ agreement5, satisfaction5, score5, numeric7, numeric10, smiley4, yesNo })

type BuiltInScales = typeof builtInScales
export type BuiltInScaleId = keyof BuiltInScales

/**
 * What a locale calls each option of each built-in scale: the label that is printed, then other wordings that data
 * files use.
 */
export type ScaleWords = {
  [S in BuiltInScaleId]: { [O in BuiltInScales[S]['options'][number]['id']]: readonly [label: string, ...also: string[]] }
}

/** A scale by id: one of the survey's own, else a built-in one. */
export function scaleById(survey: Pick<Survey, 'scales'>, id: string): Scale | undefined {
  return survey.scales.find((scale) => scale.id === id) ?? (isBuiltIn(id) ? builtInScales[id] : undefined)
}

/**
 * The scale an item is answered on.
 *
 * @throws NotatError `unknown-scale` where there is none of that id; a project that `parseProject` has read always
 *   has it
 */
export function scaleOf(survey: Pick<Survey, 'scales'>, item: Pick<Item, 'scale' | 'shareBase'>): Scale {
  const found = scaleById(survey, item.scale)
  if (found) return item.shareBase === 'answered' ? ofAllAnswers(found) : found
  const known = [...survey.scales.map(({ id }) => id), ...Object.keys(builtInScales)].join(', ')
  throw new NotatError('configuration', [problem(english, 'unknown-scale', { scale: item.scale, known })])
}

const scalesOfAll = new WeakMap<Scale, Scale>()

/** The scale with shares of all its answers; one and the same for all items that are answered so. */
function ofAllAnswers(scale: Scale): Scale {
  const known = scalesOfAll.get(scale) ?? { ...scale, shareBase: 'answered' as const }
  scalesOfAll.set(scale, known)
  return known
}

/** The options that shares are of: those that count, or all of them. */
export function optionsOfShares({ options, shareBase }: Scale): ResponseOption[] {
  return shareBase === 'answered' ? options : options.filter((option) => 'score' in option)
}

export function isBuiltIn(id: string): id is BuiltInScaleId {
  return Object.hasOwn(builtInScales, id)
}
