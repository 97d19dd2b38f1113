/** Slots: printed numbers whose figures are known, and what the words beside them call them. */
import { figureId, keyOfId } from '../figure-key.js'
import type { MetricId } from '../metrics.js'
import type { Survey } from '../survey.js'
import type { Word } from './words.js'

/** A word, mark or slot. `key`: as words are compared, whatever their case and spelling. `stem`: without its ending. */
export type Token = Word & { stem: string; slot: SlotFigure | null; isQuoted: boolean }

/** What stands for a slot in a text that is read. */
export const slotMark = '\ufffc'

/** What a figure is about, its period apart. */
export type Key = { metric: MetricId; segment: string; provider: string | null; item: string; options: string | null }

/**
 * The figure of a slot. `periods`: of a change the earlier and the later. `against`: what a difference is to, a
 * segment, a benchmark or a fixed number. `typed`: a number written by hand.
 */
export type SlotFigure =
  | { kind: 'level'; id: string; key: Key; period: string }
  | { kind: 'change'; id: string; key: Key; periods: [previous: string, current: string] }
  | { kind: 'difference'; id: string; key: Key; period: string; against: string }
  | { kind: 'contribution'; id: string }
  | { kind: 'typed'; id: string }

export type Level = Extract<SlotFigure, { kind: 'level' }>

export function slotOf(id: string, survey: Survey): SlotFigure {
  const found = keyOfId(id, survey)
  if (!found || found.kind === 'typed') return { kind: 'typed', id }
  if (found.kind === 'decomposition') return { kind: 'contribution', id }
  const { metric, segment, provider, options } = found
  const key: Key = { metric, segment, provider, item: found.item ?? '', options }
  if (found.kind === 'difference') return { kind: 'difference', id, key, period: found.period, against: found.against }
  return found.kind === 'metric'
    ? { kind: 'level', id, key, period: found.period }
    : { kind: 'change', id, key, periods: [found.previous, found.current] }
}

export function idOfKey(key: Key, period: string, survey: Survey): string {
  return figureId({ ...key, period }, survey)
}

export function isSameKey(a: Key, b: Key): boolean {
  return a.metric === b.metric && a.segment === b.segment && a.provider === b.provider && a.item === b.item && a.options === b.options
}

/** Counts stand beside a result as what it rests on. */
export function isCount({ metric }: Key): boolean {
  return metric === 'base' || metric === 'invited' || metric === 'dontKnow' || metric === 'count'
}
