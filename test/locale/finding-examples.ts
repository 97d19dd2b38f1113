/** What each check has found, to be worded on the pages of phrases, test/golden/locale-*.md. */
import type { Place } from '../../src/errors.js'
import type { CheckId, FigureName, SpokenEvidence, SpokenFinding } from '../../src/finding.js'
import type { Locale } from '../../src/locale/words.js'
import type { SampleWords } from './sample-words.js'

export type FindingExamples = { [C in CheckId]: readonly [[SpokenFinding<C>], ...[SpokenFinding<C>][]] }

export function figureNames({ whole, group, question, benchmark }: SampleWords) {
  const total: FigureName = {
    ...{ metric: 'indexScore', segment: whole, periods: ['2023-24'], item: null, provider: null, options: [], against: null },
  }
  return {
    total,
    part: { ...total, segment: group },
    base: { ...total, metric: 'base' },
    invited: { ...total, metric: 'invited' },
    rate: { ...total, metric: 'responseRate' },
    share: {
      ...total,
      metric: 'share',
      options: [
        { da: 'Helt enig', en: 'Strongly agree' },
        { da: 'Enig', en: 'Agree' },
      ],
    },
    change: { ...total, periods: ['2022-23', '2023-24'] },
    provider: { ...total, segment: group, provider: 'Broen', item: question },
    difference: { ...total, against: { label: benchmark } },
    toTarget: { ...total, against: { fixed: 'target' } },
    toMidpoint: { ...total, against: { fixed: 'midpoint' } },
  } satisfies Record<string, FigureName>
}

export function findingExamples(say: SampleWords, { document: { table }, numbers: { decimal } }: Locale): FindingExamples {
  const names = figureNames(say)
  const memo = (words: string, line: number, page?: number): Place => ({
    ...{ file: 'memo.txt', line, words },
    ...(page === undefined ? {} : { page }),
  })
  const told = (name: FigureName | null, text: string, line = 12): SpokenEvidence => ({ name, text, place: memo(table.label(1), line) })
  const ours = (name: FigureName, text: string): SpokenEvidence => ({ name, text, place: null })
  const sentence: SpokenEvidence = { name: names.change, text: say.sentence, place: memo(say.sentence, 3, 1) }
  const parts = [told(names.part, '74', 13), told({ ...names.part, segment: say.other }, '84', 14)]
  const of = <C extends CheckId>(
    found: SpokenEvidence,
    related: SpokenEvidence[],
    values: SpokenFinding<C>['values'],
    rest: Partial<SpokenFinding<C>> = {},
  ): [SpokenFinding<C>] => [{ scope: 'claims', kind: 'error', found, expected: [], related, values, ...rest }]
  const [total, base, rate, share] = [told(names.total, '85'), told(names.base, '465'), told(names.rate, '58'), told(names.share, '60')]

  return {
    'impossible-total': [
      of(total, parts, { basis: 'hull', expected: 'hull', isWholeCovered: true }, { expected: ['74', '84'] }),
      of(total, parts, { basis: 'weighted', expected: 'weighted', isWholeCovered: true }, { expected: ['82'] }),
    ],
    'base-sum': [
      of(base, [told(names.base, '210'), told(names.base, '240')], { basis: 'sum', isWholeCovered: false }, { expected: ['450'] }),
      of(base, [told(names.base, '210')], { basis: 'atLeast', isWholeCovered: true }, { expected: ['210'] }),
    ],
    'impossible-mean': [
      of(told(names.total, '104'), [], { basis: 'offScale' }, { expected: ['0', '100'] }),
      of(total, [told(names.base, '3')], { basis: 'wholeAnswers' }, { expected: ['83', '92'] }),
    ],
    'impossible-share': [of(share, [told(names.base, '7')], {}, { expected: ['57', '71'] })],
    'share-mismatch': [
      of(share, [told(names.base, '40')], {}, { expected: ['55'] }),
      of(share, [told(names.base, '40')], {}, { kind: 'notChecked', expected: ['55'] }),
    ],
    'share-sum': [
      of(share, [told(names.share, '30')], { options: 'all' }, { expected: ['90'] }),
      of(share, [told(names.share, '50')], { options: 'some' }, { expected: ['110'] }),
    ],
    'index-mismatch': [of(total, [told(names.share, '60')], { reversed: false }), of(total, [told(names.share, '60')], { reversed: true })],
    'response-rate': [
      of(rate, [base, told(names.invited, '900')], { of: null }, { expected: ['52'] }),
      of(rate, [base], { of: say.otherCount }, { kind: 'notChecked', expected: ['800', '806'] }),
    ],
    'impossible-count': [of(base, [told(names.invited, '400')], {})],
    'duplicate-claim': [
      of(total, [told(names.total, '82', 20)], {}),
      of(total, [told(names.total, '82', 20), told(names.total, '82', 30)], {}),
    ],
    'change-mismatch': [
      of(told(names.change, '21'), [told(names.total, '83'), total], { isRatio: true, difference: '1' }, { expected: ['1'] }),
      of(told(names.change, '+2'), [told(names.total, '83'), total], { isRatio: false, difference: '1' }, { expected: ['0', '2'] }),
      of(
        told(names.change, '+2'),
        [told(names.total, '83'), total],
        { isRatio: false, difference: '1' },
        { kind: 'rounding', expected: ['1'] },
      ),
    ],
    'direction-word': [of(sentence, [told(names.total, '83'), told(names.total, '82')], {})],
    midpoint: [of(told(names.total, `2${decimal}5`), [], { from: '1', to: '5' }, { expected: ['3'] })],
    'comparison-claim': [
      of(sentence, parts, { relation: 'highest', against: null, quantifier: null }),
      of(sentence, parts, { relation: 'above', against: 'midpoint', quantifier: 'all' }, { expected: ['50'] }),
    ],
    'target-claim': [
      of(sentence, [total], { isReached: true }, { expected: ['86'] }),
      of(sentence, [total], { isReached: false }, { expected: ['84'] }),
      of(told(names.total, '80'), [], { isReached: null }, { expected: ['84'] }),
    ],
    'count-claim': [of(told(null, '5'), [], {}, { expected: ['4'] })],
    'altered-document': [
      of(sentence, [], { own: '82', document: 'orientering-2024' }),
      of(told(null, say.day), [], { own: null, document: 'orientering-2024' }),
    ],
    numbering: [
      of(told(null, table.label(2)), [told(null, table.label(2), 4)], { fault: 'doubled', of: 'table', number: 2 }),
      of(told(null, table.label(2)), [told(null, table.label(2), 4)], { fault: 'doubled', of: 'chart', number: 2 }),
      of(told(null, table.label(7)), [], { fault: 'missing', of: 'table', number: 7 }),
      of(told(null, table.label(7)), [], { fault: 'missing', of: 'chart', number: 7 }),
    ],
    'date-order': [
      of(told(null, say.day), [], { what: 'drawn', date: '2024-12-20', documentDate: '2024-12-09' }),
      of(told(null, '2023-24'), [], { what: 'ended', date: '2024-12-31', documentDate: '2024-12-09' }),
    ],
    'label-mismatch': [of(told(names.base, '465'), [told(names.invited, '465')], { counts: ['465', '159', '437'] })],
    'unit-word': [
      of(told(names.change, '4'), parts, { unit: 'share' }),
      of(told(names.change, '4'), parts, { unit: 'indexPoint' }),
      of(told(names.change, '4'), [], { unit: null }),
    ],
    'unsupported-change': [of(sentence, parts, {}, { kind: 'advice' })],
    'weak-base': [of(base, [told(names.base, '1660')], {}, { kind: 'advice' })],
    'small-cell': [of(told(names.base, '3'), [], { minimum: 5 }, { kind: 'advice' })],
    'false-statement': [
      of(sentence, [ours(names.total, '83'), ours(names.total, '82')], { kind: 'change', right: say.right }),
      of(sentence, [ours(names.total, '83')], { kind: 'misnamed', right: null }),
      of(sentence, [], { kind: 'change', right: null }),
    ],
    'statement-mismatch': [of(sentence, [told(names.part, '74'), told(names.total, '82')], {})],
    'claim-mismatch': [
      of(total, [ours(names.total, '82')], { ourDirection: null }),
      of(told(names.change, '+2'), [ours(names.total, '83'), ours(names.total, '82')], { ourDirection: 'fall' }, { expected: ['−1'] }),
    ],
  }
}
