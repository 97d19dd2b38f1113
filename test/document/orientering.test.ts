/** The memo of 2024, composed of its published figures. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { type Project, parseProject } from '../../src/project.js'
import { figuresOf, type Row, textOf } from './memo.js'

const [before, now] = ['2022-23', '2023-24']
/** What the memo's own tables print: index and number of answers in both periods. */
const rows: Row[] = [
  ['all', before, 83, null],
  ['internal', before, 82, 1660],
  ['internal', now, 74, 465],
  ['external', before, 84, null],
  ['external', now, 84, null],
  ['brobygning', before, 83, 132],
  ['brobygning', now, 81, 165],
  ['ac', before, 80, 613],
  ['ac', now, 84, 485],
  ['unge', before, 87, 410],
  ['unge', now, 88, 159],
  ['voksne', before, 89, null],
  ['voksne', now, 89, null],
  ['uden-mentor', before, 86, 183],
  ['uden-mentor', now, 86, 251],
  ['mentor', before, 91, 194],
  ['mentor', now, 92, 186],
  ['sygemeldte', before, 85, 436],
  ['sygemeldte', now, 81, 509],
]
const project: Project = parseProject({ 'notat.yaml': readFileSync('examples/biu-2024/notat.yaml', 'utf8') })
const memo = composeDocument(project, 'orientering-2024', { figures: figuresOf(project, { segments: '', rows }), findings: [] })

test('the memo of 2024, word for word', async () => {
  await expect(textOf(memo)).toMatchFileSnapshot('orientering.txt')
})

test('the total is 82, a fall of 1, of 2.220 answers; the leaves of the suppliers sum to 1.755', () => {
  const printed = Object.fromEntries(memo.figures.map((figure) => [figure.id, figure.printed]))
  expect(printed).toMatchObject({
    'indexScore/all/2022-23': '83',
    'indexScore/all/2023-24': '82',
    'change/indexScore/all/2022-23..2023-24': '-1',
    'base/all/2023-24': '2220',
    'base/external/2023-24': '1755',
    'decomposition/indexScore/all/2022-23..2023-24/within': '-2.7',
    'decomposition/indexScore/all/2022-23..2023-24/mix': '1.6',
  })
})

test('the document is in the language of its template, where that is written in one only, whatever the project’s messages are in', () => {
  const text = (name: string) => readFileSync(`templates/${name}.md`, 'utf8')
  // What a project has by these names goes before our English ones.
  const files = {
    ...project.files,
    'templates/orientering.en.md': text('orientering'),
    'templates/bilag-metode.en.md': text('bilag-metode'),
  }
  const danish = composeDocument({ ...project, files, locale: 'en' }, 'orientering-2024', {
    figures: figuresOf(project, { segments: '', rows }),
    findings: [],
  })
  expect(textOf(danish)).toBe(textOf(memo))
})
