import { describe, expect, it } from 'vitest'
import { build } from '../../src/build.js'
import { parseProject } from '../../src/project.js'
import { outcomeOf } from '../prose-claims/statement-project.js'

/** Of Nord both years are shown, 81 and 75; of Syd and Øst nothing is shown in 2024, since Øst has 3 answers. */
function saidOf(section: string, [ofSyd, ofEast]: readonly [number, number] = [67, 33]) {
  const notat = {
    locale: 'da',
    sender: { organisation: 'Prøve Kommune' },
    survey: {
      title: 'Brugertilfredshed',
      items: [{ id: 'overall', label: 'Tilfredshed', text: 'Jeg er tilfreds.', scale: 'agreement5' }],
      periods: ['2023', '2024'].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31` })),
      segments: { id: 'all', label: 'Alle tilbud', parts: ['Nord', 'Syd', 'Øst'].map((label, at) => ({ id: `abc`[at], label })) },
    },
    documents: [{ template: 'orientering', fields: { date: '2025-02-03' } }],
  }
  const rows = ['2023;a;81;16', '2023;b;70;20', '2023;c;75;10', '2024;a;75;16', `2024;b;${ofSyd};12`, `2024;c;${ofEast};3`]
  const files = {
    'notat.yaml': JSON.stringify(notat),
    'data/tal.csv': ['periode;målgruppe;indekstal;antal svar', ...rows].join('\n'),
    'sections/konklusion.md': section,
  }
  return build(parseProject(files), { formats: [] })
}

describe('what a section says of groups of which something is withheld', () => {
  it.each([
    'Alle grupper er gået tilbage.',
    'Alle tre grupper er gået tilbage.',
    'To grupper er gået tilbage.',
    'Kun én gruppe er gået tilbage.',
    'De fleste grupper er gået tilbage.',
    'Ingen grupper er gået frem.',
    'Både Nord og Øst er gået tilbage.',
    'Nord og Syd ligger over middel i 2024.',
    'To ud af tre grupper ligger over middel i 2024.',
    'Alle grupper ligger over middel i 2024.',
    'Øst ligger lavest i 2024.',
    'Nord ligger højest af alle grupper i 2024.',
    'Syd er gået frem siden 2023.',
    'Syd ligger over Øst i 2024.',
    'Alle grupper undtagen Nord er gået frem.',
  ])('is neither true nor false: %s', async (sentence) => {
    expect(outcomeOf(await saidOf(sentence))).toBe('not read')
    // Nothing that is said may tell how the withheld answers lie.
    for (const other of [
      [73, 50],
      [10, 92],
    ] as const)
      expect(outcomeOf(await saidOf(sentence, other))).toBe('not read')
  })

  it.each([
    ['Alle grupper er gået frem.', 'false'],
    ['Ingen grupper er gået tilbage.', 'false'],
    ['Fire grupper er gået tilbage.', 'false'],
    ['Mindst én gruppe er gået tilbage.', 'true'],
    ['Nord er gået tilbage, og Nord ligger over middel i 2024.', 'true'],
  ])('holds or not where those that are shown decide: %s', async (sentence, outcome) => {
    expect(outcomeOf(await saidOf(sentence))).toBe(outcome)
  })
})
