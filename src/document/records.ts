/** Records in templates: the surveys of others, each asked for what is known of it. */

import { figureById } from '../change.js'
import { idOfKey } from '../figure-key.js'
import { spellNumber } from '../locale/spelling.js'
import type { SurveyRecord } from '../survey.js'
import { listWord } from './lists.js'
import type { documentNounMeanings } from './meanings.js'
import { inListed, linesOf, listedNoun } from './nouns.js'
import { plainNumber } from './numbers.js'
import type { Standing } from './standing.js'
import type { Attributes, Value, Word } from './template.js'
import { type FigureNumeral, inline, thing } from './values.js'

type RecordAttributes = Record<keyof typeof documentNounMeanings.record, () => Value<Standing>>

/** Where one stands in a record. */
function inRecord(here: Standing, record: SurveyRecord): Standing {
  return inListed('record', here, (place) => thing('record', record.id, place, attributesOf(record, place)))
}

function attributesOf(record: SurveyRecord, here: Standing): Attributes<Standing> {
  const { locale } = here.setting
  const words = (text: string | undefined) => (text === undefined ? null : inline({ type: 'text', text }))
  const number = (field: string): FigureNumeral => {
    const { figures } = here.setting
    const id = idOfKey({ kind: 'typed', record: record.id, field }, figures.survey)
    return plainNumber(here, figureById(figures, id) ?? null)
  }
  const [min, max] = (record.scale ?? []).map((end) => spellNumber(String(end), locale))
  const scale = min === undefined || max === undefined ? undefined : locale.document.ends({ min, max })
  return {
    id: () => record.id,
    label: () => words(record.label) as Value<Standing>,
    years: () => words(record.years),
    during: () => words(startsWithYear(record.years) ? locale.document.during(record.years, false) : record.years),
    method: () => words(record.method),
    conductedBy: () => words(record.conductedBy),
    scale: () => words(scale),
    answers: () => number('answers'),
    invited: () => number('invited'),
    responseRate: () => number('responseRate'),
    result: () => number('result'),
    resultAsIndex: () => number('resultAsIndex'),
    target: () => number('target'),
    targetAsIndex: () => number('targetAsIndex'),
    themes: () => linesOf(record.themes, here),
    otherScale: () => (isCommonScale(record) ? null : words(scale)),
    source: () => words(record.source),
  } satisfies RecordAttributes
}

/** "2016", "2016 and 2017": years alone, which a sentence puts a word before; "each year since 2010" has its own. */
function startsWithYear(years: string | undefined): years is string {
  return /^\d{4}(?!\d)/.test(years ?? '')
}

function isCommonScale({ scale }: SurveyRecord): boolean {
  return scale?.[0] === 0 && scale[1] === 100
}

/** The words that tell of records. */
export const recordWords: Readonly<Record<'records' | 'record', Word<Standing>>> = {
  records: listWord('record', (here) => here.setting.survey.records.map((record) => inRecord(here, record))),
  record: {
    takes: [0, 1],
    options: [],
    run: ({ args: [id], here, fail }) => {
      if (id === undefined) return listedNoun('record', here)
      const found = here.setting.survey.records.find((record) => record.id === id)
      return found
        ? listedNoun('record', inRecord(here, found))
        : fail(String(id), here.setting.survey.records.map((each) => each.id).join(', '))
    },
  },
}
