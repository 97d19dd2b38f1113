/**
 * Records: what others have asked, told of by the few numbers that are known of it. Their numbers are not computed but
 * given with their source, and are figures all the same: `record/ID/FIELD`.
 */
import { placeOnScale, responseRate, resultOf, type Unit } from './calculation.js'
import type { Derivation, Figure } from './figure.js'
import { idOfKey, type RecordKey } from './figure-key.js'
import {
  type Exact,
  fromFraction,
  type Interval,
  intervalOfPrinted,
  isEqual,
  parseNeutral,
  pointInterval,
  printedWithin,
  roundForPrint,
  toFraction,
} from './printed.js'
import { isGivenNumber, type RecordNumber, type Survey, type SurveyRecord } from './survey.js'

/** The figure of a record's field; undefined where the record does not give it and it cannot be computed. */
export function recordFigure({ records, items }: Pick<Survey, 'records' | 'items'>, key: RecordKey): Figure | undefined {
  const record = records.find(({ id }) => id === key.record)
  const made = record && numberOf(record, key.field)
  if (!made) return undefined
  const { value, unit, decimals, interval, formula, inputs, source } = made
  const scale = unit === 'share' ? 100 : 1
  const inPrint = (each: Exact): Exact => fromFraction(toFraction(each).mul(scale))
  const printedInterval: Interval = { ...interval, from: inPrint(interval.from), to: inPrint(interval.to) }
  const possible = isEqual(interval.from, interval.to)
    ? [roundForPrint(inPrint(value), decimals)]
    : printedWithin(printedInterval, decimals)
  return {
    id: idOfKey(key, { items }),
    key,
    kind: 'typed',
    unit,
    decimals,
    value,
    printed: roundForPrint(inPrint(value), decimals),
    base: null,
    interval,
    possible,
    status: formula === 'typed' ? 'typed' : possible.length > 1 ? 'approximate' : 'ok',
    derivation: {
      formula,
      inputs: inputs.map((field) => idOfKey({ ...key, field }, { items })),
      places: formula === 'typed' ? [{ file: source }] : [],
    },
    origin: formula === 'typed' ? 'read' : 'calculated',
  }
}

type Made = {
  value: Exact
  unit: Unit
  decimals: number
  interval: Interval
  formula: Derivation['formula']
  inputs: RecordNumber[]
  source: string
}

function numberOf(record: SurveyRecord, field: string): Made | undefined {
  if (field === 'targetAsIndex') return onCommonScale(record, 'target')
  if (field === 'resultAsIndex') return onCommonScale(record, 'result')
  if (!isGivenNumber(field)) return undefined
  return givenNumber(record, field) ?? (field === 'responseRate' ? rateOf(record) : undefined)
}

/** What was counted or decided is exact; a result that somebody has printed is rounded. */
function givenNumber(record: SurveyRecord, field: RecordNumber): Made | undefined {
  const text = record[field]
  if (text === undefined) return undefined
  const isShare = field === 'responseRate' || text.endsWith('%')
  const digits = text.replace('%', '')
  const printed = parseNeutral(digits)
  const decimals = digits.split('.')[1]?.length ?? 0
  const per = isShare ? 100 : 1
  const divided = (each: Exact): Exact => fromFraction(toFraction(each).div(per))
  const isRounded = field === 'result' || field === 'responseRate'
  const around = isRounded ? intervalOfPrinted(printed, decimals, false) : pointInterval(printed)
  return {
    value: divided(printed),
    unit: isShare ? 'share' : field === 'answers' ? 'answer' : field === 'invited' ? 'person' : 'number',
    decimals,
    interval: { ...around, from: divided(around.from), to: divided(around.to) },
    formula: 'typed',
    inputs: [],
    source: record.source ?? record.label,
  }
}

function rateOf(record: SurveyRecord): Made | undefined {
  const [answers, invited] = [givenNumber(record, 'answers'), givenNumber(record, 'invited')]
  const rate = answers && invited && responseRate(answers.value, invited.value)
  if (!rate) return undefined
  const value = resultOf(rate)
  return { value, unit: 'share', decimals: 0, interval: pointInterval(value), formula: 'ratio', inputs: ['answers', 'invited'], source: '' }
}

export function endsOfScale([lowest = 0, highest = 0]: NonNullable<SurveyRecord['scale']>): [lowest: Exact, highest: Exact] {
  return [parseNeutral(String(lowest)), parseNeutral(String(highest))]
}

/**
 * A number on its own scale as points from 0 to 100, so that numbers of different scales can stand side by side: 4.2
 * of 1 to 5 is 80. A share is on no scale, and without a scale nothing is known.
 */
function onCommonScale(record: SurveyRecord, field: 'target' | 'result'): Made | undefined {
  const given = givenNumber(record, field)
  if (!given || given.unit === 'share' || !record.scale) return undefined
  const ends = endsOfScale(record.scale)
  const placed = (each: Exact): Exact => resultOf(placeOnScale(each, ...ends))
  const [from, to] = [placed(given.interval.from), placed(given.interval.to)]
  const { fromIncluded, toIncluded } = given.interval
  // On a scale whose best answer has the least number the ends change places.
  const isTurned = toFraction(from).compare(toFraction(to)) > 0
  return {
    value: placed(given.value),
    unit: 'indexPoint',
    decimals: 0,
    interval: isTurned
      ? { from: to, to: from, fromIncluded: toIncluded, toIncluded: fromIncluded }
      : { from, to, fromIncluded, toIncluded },
    formula: 'placeOnScale',
    inputs: [field],
    source: '',
  }
}
