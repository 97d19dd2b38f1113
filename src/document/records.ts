/** Records in templates: the surveys of others, each asked for what is known of it. */

import { figureById } from '../change.js'
import { idOfKey } from '../figure-key.js'
import { spellNumber } from '../locale/spelling.js'
import type { SurveyRecord } from '../survey.js'
import type { documentNounMeanings } from './meanings.js'
import type { Standing } from './standing.js'
import type { Attributes, Value, Word } from './template.js'
import { type FigureNumeral, inListed, inline, linesOf, listedNoun, listWord, plainNumber, thing } from './vocabulary.js'

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
  return {
    id: () => record.id,
    label: () => words(record.label) as Value<Standing>,
    years: () => words(record.years),
    method: () => words(record.method),
    conductedBy: () => words(record.conductedBy),
    scale: () => {
      const [min, max] = (record.scale ?? []).map((end) => spellNumber(String(end), locale))
      return min === undefined || max === undefined ? null : words(locale.document.ends({ min, max }))
    },
    answers: () => number('answers'),
    invited: () => number('invited'),
    responseRate: () => number('responseRate'),
    result: () => number('result'),
    resultAsIndex: () => number('resultAsIndex'),
    target: () => number('target'),
    targetAsIndex: () => number('targetAsIndex'),
    themes: () => linesOf(record.themes, here),
    source: () => words(record.source),
  } satisfies RecordAttributes
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
