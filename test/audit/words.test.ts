import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditProject } from '../../src/build.js'
import { readProjectFolder } from '../../src/disk.js'
import { danishDirections } from '../../src/locale/danish-directions.js'
import { danishTimes } from '../../src/locale/danish-times.js'
import type { DirectionForm, ToldDirection } from '../../src/locale/statement-words.js'
import { type Project, parseProject } from '../../src/project.js'

let project: Project
beforeAll(async () => {
  project = parseProject(await readProjectFolder('examples/biu-2024'))
})

const tables = readFileSync('test/audit/benchmark/tables.md', 'utf8')
const firstLine = 3
/** Those of these sentences that are accused or hold a number that is not read, in a memo whose tables are right. */
async function auditOf(sentences: readonly string[]): Promise<{ accused: string[]; unread: string[] }> {
  const bytes = new TextEncoder().encode(`# Brugertilfredshed 2023-24\n\n${sentences.join('\n\n')}\n\n${tables}`)
  const { findings, numbers } = await auditProject(project, { texts: [{ name: 'memo.md', bytes }] })
  const lines = new Set(findings.flatMap(({ kind, found }) => (kind === 'error' ? [found.place?.line] : [])))
  const open = new Set(numbers.flatMap(({ fate, place }) => (fate === 'notRead' ? [place.line] : [])))
  const among = (found: ReadonlySet<number | undefined>) => sentences.filter((_, index) => found.has(firstLine + 2 * index))
  return { accused: among(lines), unread: among(open) }
}

async function accusedOf(sentences: readonly string[]): Promise<string[]> {
  return (await auditOf(sentences)).accused
}

/** Whose satisfaction has done so, in the tables of the memo. */
const whose: Readonly<Record<ToldDirection, string>> = {
  rise: 'AC-tilbud',
  fall: 'de interne tilbud',
  unchanged: 'aktivitetsparate voksne',
}
const others: Readonly<Record<ToldDirection, ToldDirection>> = { rise: 'fall', fall: 'rise', unchanged: 'fall' }

/** Sentences in which a word of a form tells of somebody. */
const frames: Partial<Record<DirectionForm, (words: string, who: string) => string>> = {
  present: (words, who) => `Tilfredsheden på ${who} ${words}.`,
  past: (words, who) => `Tilfredsheden på ${who} ${words}.`,
  participle: (words, who) => `Tilfredsheden på ${who} er ${words} siden sidste måling.`,
  noun: (words, who) => `Der er sket ${words} i tilfredsheden på ${who}.`,
  comparative: (words, who) => `Borgerne er ${words} med tilbuddene på ${who} end sidste år.`,
}

const plain = danishDirections.filter(({ isMoved, isOfPoints }) => !isMoved && !isOfPoints)

describe('each Danish word of change', () => {
  for (const [form, frame] of Object.entries(frames)) {
    const words = plain.filter((word) => word.form === form)
    it(`accuses nobody where it is so (${form})`, async () => {
      expect(words.length).toBeGreaterThan(10)
      expect(await accusedOf(words.map((word) => frame(word.words, whose[word.direction])))).toEqual([])
    })
    it(`is found where it is not so (${form})`, async () => {
      const sentences = words.map((word) => frame(word.words, whose[others[word.direction]]))
      const accused = new Set(await accusedOf(sentences))
      expect(sentences.filter((each) => !accused.has(each))).toEqual([])
    })
  }
})

describe('each Danish word for a time', () => {
  it('of before is of the survey before', async () => {
    const sentences = danishTimes.before.map((words) => `Tilfredsheden på AC-tilbud er 84 mod 80 ${words}.`)
    const { accused, unread } = await auditOf(sentences)
    expect(accused).toEqual([])
    expect(unread).toEqual([])
  })

  it('of before is not of now', async () => {
    for (const words of [
      'den forrige undersøgelse',
      'i den foregående runde',
      'da vi sidst spurgte',
      'for et år siden',
      'dengang',
      'i fjor',
    ])
      expect(await accusedOf([`Tilfredsheden på AC-tilbud er 84 mod 84 ${words}.`]), words).toHaveLength(1)
  })
})

/** A true sentence, and words of it with what makes it false. */
const pairs: [because: string, honest: string, ...planted: [right: string, wrong: string][]][] = [
  [
    'a verb may stand apart from its rest',
    'Hos de eksterne leverandører står tilfredsheden i stampe.',
    ['eksterne leverandører', 'interne tilbud'],
  ],
  ['what is kept may be denied', 'På de interne tilbud holder tilfredsheden ikke skansen.', ['ikke ', '']],
  ['a number in words may be of two digits', 'Indekstallet for AC-tilbud er fireogfirs.', ['fireogfirs', 'seksogfirs']],
  [
    'a number in words may be of three',
    'Sygemeldte borgere har afgivet fem hundrede og ni svar.',
    ['fem hundrede og ni', 'seks hundrede og ni'],
  ],
  ['of what is critical more is less', 'Sygemeldte borgere er blevet mere kritiske siden sidst.', ['mere kritiske', 'mindre kritiske']],
  [
    'what was measured at a number has not moved',
    'I den forrige undersøgelse målte vi de sygemeldte borgeres tilfredshed til 85.',
    ['85', '88'],
  ],
  ['points may be put on top', 'AC-tilbud har lagt fire point oven i sidste års indekstal.', ['fire', 'syv']],
  ['an index says a number', 'For AC-tilbud siger indekstallet nu fireogfirs.', ['fireogfirs', 'seksogfirs']],
  [
    'the last place has many names',
    'I 2022-23 sad AC-tilbud på jumbopladsen blandt målgrupperne.',
    ['AC-tilbud', 'aktivitetsparate voksne'],
  ],
  ['points may be given up', 'De interne tilbud må aflevere otte point i forhold til 2022-23.', ['otte', 'fem']],
  ['what is ordinary is no change', 'De interne tilbud har afleveret deres skemaer, og indsatsen for de unge er styrket.'],
  ['whom something is done to has not changed', 'AC-tilbud er udvidet med nye hold, og de unge er svækket af sygdom.'],
  ['round numbers are no round of the survey', 'I runde tal er tilfredsheden 80 indekspoint.'],
]

describe('a sentence with these words', () => {
  it.each(pairs)('%s', async (_, honest, ...planted) => {
    expect(await accusedOf([honest])).toEqual([])
    for (const [right, wrong] of planted) {
      expect(honest).toContain(right)
      expect(await accusedOf([honest.replace(right, wrong)])).toHaveLength(1)
    }
  })
})
