/** A small project whose figures are known, and short ways to write its slots, so that a test reads as a memo does. */
import { type BuildResult, build } from '../../src/build.js'
import type { LocaleId } from '../../src/locale/index.js'
import { type ProjectFiles, parseProject } from '../../src/project.js'

/**
 * Levels in 2022, 2023 and 2024, with the number of answers. The weighted totals: all 74, 76, 75; own 76, 78, 75; private 73, 74, 74. So the whole
 * and the own services fell, the private ones did not change for certain; `bo`, `unge`, `akt` fell, `vs` did not change, `stu` rose.
 */
const rows: [segment: string, levels: [number, number, number], base: number][] = [
  ['bo', [80, 82, 78], 100],
  ['vs', [70, 72, 72], 80],
  ['stu', [60, 62, 66], 50],
  ['unge', [75, 78, 74], 60],
  ['akt', [85, 84, 83], 40],
]
const years = ['2022', '2023', '2024']

const danish = {
  kind: 'Notat',
  item: 'Brugertilfredshed',
  contact: 'Medinddragelse',
  all: 'label: Alle tilbud i Havneby Kommune, short: Samlet, phrase: tilbuddene',
  egne: 'label: Kommunens egne tilbud, phrase: kommunens egne tilbud',
  bo: 'label: Bostøtte i eget hjem, phrase: bostøtten',
  vs: 'label: Væresteder, phrase: værestederne',
  private: 'label: Private leverandører, phrase: de private tilbud, partsCalled: { one: målgruppe, many: målgrupper }',
  stu: 'label: STU, phrase: STU-tilbuddene',
  unge: 'label: Tilbud til unge, phrase: tilbuddene til unge',
  akt: 'label: Aktivitetstilbud, phrase: aktivitetstilbuddene',
}
const english: typeof danish = {
  kind: 'Memo',
  item: 'User satisfaction',
  contact: 'Involvement',
  all: 'label: All services in Harbour Town, short: Overall, phrase: the services',
  egne: 'label: Municipal services, phrase: the municipal services',
  bo: 'label: Home support, phrase: home support',
  vs: 'label: Day centres, phrase: the day centres',
  private: 'label: Private providers, phrase: the private services, partsCalled: { one: target group, many: target groups }',
  stu: 'label: Special needs education, short: SNE, phrase: special needs education',
  unge: 'label: Services for young people, phrase: the services for young people',
  akt: 'label: Activity services, phrase: the activity services',
}

export function statementProject(section: string, locale: LocaleId = 'da', { items = 1, explanation = '' } = {}): ProjectFiles {
  const words = locale === 'da' ? danish : english
  const measured = ['overall', 'contact'].slice(0, items)
  return {
    'notat.yaml': `locale: ${locale}
sender: { organisation: Havneby Kommune }
survey:
  title: Brugertilfredshed med tilbuddene
  items:
    - { id: overall, label: ${words.item}, text: Jeg er alt i alt tilfreds., scale: agreement5 }
${items > 1 ? `    - { id: contact, label: ${words.contact}, text: Jeg bliver hørt., scale: agreement5 }\n` : ''}  periods: [${years.map((year) => `{ from: ${year}-01-01, to: ${year}-12-31 }`).join(', ')}]
  segments:
    id: all
    ${words.all.replaceAll(', ', '\n    ')}
    parts:
      - { id: egne, ${words.egne}, parts: [{ id: bo, ${words.bo} }, { id: vs, ${words.vs} }] }
      - { id: private, ${words.private}, parts: [{ id: stu, ${words.stu} }, { id: unge, ${words.unge} }, { id: akt, ${words.akt} }] }
  targets: [{ segment: stu, metric: indexScore, value: 65 }, { segment: bo, metric: indexScore, value: 80 }]
documents:
  - template: prove
    id: prove
    fields: { date: 2025-03-10 }
${explanation ? `    explanations:\n      bo: ${explanation}\n` : ''}`,
    'templates/prove.md': `---
locale: ${locale}
kind: ${words.kind}
title: Havneby
fields: [{ name: date, type: date, label: Dato, required: true }]
sections: [tekst]
---
{{#section "tekst"}}
Tekst.
{{/section}}
`,
    'sections/tekst.md': expand(section),
    'data/tal.csv': [
      'period;segment;item;metric;value;base',
      ...measured.flatMap((item) =>
        rows.flatMap(([segment, levels, base]) => levels.map((level, at) => `${years[at]};${segment};${item};indexScore;${level};${base}`)),
      ),
    ].join('\n'),
  }
}

/** `<bo>` its level now, `<bo<` the year before, `<bo<<` in 2022, `<~bo>` its change, `<#bo>` its number of answers. */
function expand(text: string): string {
  return text.replace(/<([~#]?)(\w+)(>|<<|<)/g, (_, kind: string, segment: string, when: string) => {
    const period = when === '<' ? ' period="previous"' : when === '<<' ? ' period="2022"' : ''
    return `{{${kind === '~' ? 'change' : kind === '#' ? 'base' : 'indexScore'} "${segment}"${period}}}`
  })
}

export async function builtWith(
  section: string,
  locale: LocaleId = 'da',
  options: { items?: number; explanation?: string } = {},
): Promise<BuildResult> {
  return build(parseProject(statementProject(section, locale, options)), { formats: [] })
}

export type Outcome = 'false' | 'true' | 'not read'

export function outcomeOf({ findings, notRead }: BuildResult): Outcome {
  if (findings.some(({ kind, scope }) => kind === 'error' && scope === 'document')) return 'false'
  return notRead.length > 0 ? 'not read' : 'true'
}
