import type { Told } from '../../claim.js'
import { anySurvey, figureId } from '../../figure-key.js'
import type { Check } from '../check.js'
import { falseStatements } from '../told.js'

const index = (segment: string, period: string) => figureId({ metric: 'indexScore', segment, period }, anySurvey)
const change = (segment: string, told: 'rise' | 'fall' | 'unchanged'): Told => ({
  is: 'change',
  previous: index(segment, '2023'),
  current: index(segment, '2024'),
  told,
})
const above = (segment: string, than: string): Told => ({
  is: 'order',
  figure: index(segment, '2024'),
  than: index(than, '2024'),
  told: 'above',
})
const data: [figure: string, text: string][] = [
  ['indexScore/internal/2023', '82'],
  ['indexScore/internal/2024', '74'],
  ['indexScore/young/2023', '83'],
  ['indexScore/young/2024', '84'],
  ['indexScore/adult/2023', '84'],
  ['indexScore/adult/2024', '84'],
]

/**
 * A statement of our own document that its figures deny.
 *
 * Fires where the statement is false in every way it can be meant: a direction other than the one the change is told
 * with, an order, a rank or a number of groups that is not so, a name beside a number that is another's.
 *
 * Silent where one way of reading it may be true, and where there is no number to hold it against: then it is listed
 * as not read.
 */
export const falseStatement: Check<'false-statement'> = {
  id: 'false-statement',
  scopes: ['claims', 'document'],
  follows: false,
  run: falseStatements,
  examples: {
    consistent: [
      { because: 'the index fell', claims: [], data, told: [[change('internal', 'fall')]] },
      {
        because: 'one of the two rose',
        claims: [],
        data,
        told: [[{ is: 'howMany', least: 1, most: 1, of: [change('young', 'rise'), change('adult', 'rise')] }]],
      },
      { because: 'what is denied is not so', claims: [], data, told: [[{ is: 'not', of: change('internal', 'rise') }]] },
    ],
    inconsistent: [
      { because: 'a rise is told of a fall', claims: [], data, told: [[change('internal', 'rise')]] },
      { because: 'not both rose', claims: [], data, told: [[{ is: 'all', of: [change('young', 'rise'), change('adult', 'rise')] }]] },
      { because: 'it is below', claims: [], data, told: [[above('internal', 'young')]] },
      { because: 'the words name another group', claims: [], data, told: [[{ is: 'misnamed', figure: 'indexScore/internal/2024' }]] },
    ],
    undecidable: [
      { because: 'one of two ways of reading it is true', claims: [], data, told: [[change('internal', 'rise'), change('young', 'rise')]] },
      { because: 'there is no number for the benchmark', claims: [], data, told: [[change('country', 'rise')]] },
    ],
  },
}
