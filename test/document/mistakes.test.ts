/** What is wrong with templates, sections and front matter is told at its place, with the nearest right name, before anything is built. */
import { describe, expect, test } from 'vitest'
import { composeDocument } from '../../src/document/compose.js'
import { NotatError, type Problem } from '../../src/errors.js'
import { deriveFigures } from '../../src/figures.js'
import { parseProject } from '../../src/project.js'

/** A template that has nothing wrong; each mistake changes one of its lines. */
const template = `---
kind: Prøve
title: 'Om {{survey.topic}}'
fields:
  - { name: date, type: date, label: Dato, required: true }
  - { name: remark, type: text, label: Bemærkning }
sections: [svar]
names:
  groups: (parts where=change)
  told: (standout whole parts)
tables:
  - name: numbers
    title: 'Tal {{period.during}}'
    note: 'Kilde: {{survey.title}}'
    rows: [{ of: whole, as: total, label: '{{segment.short}}' }, groups]
    columns: { across: compared, show: [result, { number: base, head: 'Svar {{period.during}}' }] }
charts:
  - { name: moved, kind: change, rows: segments }
---
{{#define "kort"}}{{segment.short}}: {{result}}{{/define}}

## Svar

{{#section "svar"}}
{{> kort}}
{{/section}}

{{#each told}}
{{segment.short}} er {{result}}.
{{/each}}

{{#if (table "numbers")}}
{{reference "numbers"}} viser tallene.

{{table "numbers"}}
{{/if}}

{{#if (chart "moved")}}
{{chart "moved"}}
{{/if}}
`

const notat = (language: 'da' | 'en') => `locale: ${language}
sender: { organisation: Prøveby Kommune }
survey:
  title: Brugertilfredshed
  items: [{ id: overall, label: Brugertilfredshed, text: Jeg er tilfreds., scale: agreement5 }]
  periods: [{ from: 2023-01-01, to: 2023-12-31 }, { from: 2024-01-01, to: 2024-12-31 }]
  segments:
    id: all
    label: Alle tilbud
    phrase: tilbuddene
    parts: [{ id: unge, label: Unge, phrase: tilbuddene til unge }, { id: voksne, label: Voksne, phrase: tilbuddene til voksne }]
documents: [{ template: status, fields: { date: 2025-02-03 } }]
`

/** Problems of a project with these files, in a language; no figure is derived but of nothing, and none is asked for. */
function problemsOf(files: Record<string, string>, language: 'da' | 'en'): Problem[] {
  const project = parseProject({ 'notat.yaml': notat(language), 'templates/status.md': template, ...files })
  const figures = deriveFigures(project.survey, { tallies: [], published: [], sources: [] })
  try {
    composeDocument(project, 'status-2024', { figures, findings: [] })
    return []
  } catch (error) {
    if (!(error instanceof NotatError)) throw error
    return [...error.problems]
  }
}

/** A mistake: what it is, the right words, the wrong ones in their place, what of them is meant, its code and the name that is right. */
type Mistake = [what: string, right: string, wrong: string, at: string, code: string, nearest: string]

const mistakes: readonly Mistake[] = [
  // words
  ['an unknown word', '{{> kort}}\n', '{{resutl}}\n', 'resutl', 'unknown-template-name', 'result'],
  ['an unknown word in if', '{{> kort}}\n', '{{#if chnge}}x{{/if}}\n', 'chnge', 'unknown-template-name', 'change'],
  ['an unknown word in unless', '{{> kort}}\n', '{{#unless chnge}}x{{/unless}}\n', 'chnge', 'unknown-template-name', 'change'],
  ['an unknown word in else', '{{> kort}}\n', '{{#if change}}x{{else}}{{bse}}{{/if}}\n', 'bse', 'unknown-template-name', 'base'],
  [
    'an unknown word in else if',
    '{{> kort}}\n',
    '{{#if change}}x{{else if prevoius}}y{{/if}}\n',
    'prevoius',
    'unknown-template-name',
    'previous',
  ],
  ['an unknown word inside each', '{{segment.short}} er {{result}}.', '{{resultt}}.', 'resultt', 'unknown-template-name', 'result'],
  ['an unknown word with arguments', '{{> kort}}\n', '{{sise parts}}\n', 'sise', 'unknown-helper', 'size'],
  ['an unknown word in parentheses', '{{> kort}}\n', '{{#if (smae result base)}}x{{/if}}\n', 'smae', 'unknown-helper', 'same'],
  ['an unknown word in an option', '{{> kort}}\n', '{{result period=privious}}\n', 'privious', 'unknown-template-name', 'previous'],
  ['a word of the prototype', '{{> kort}}\n', '{{constructor}}\n', 'constructor', 'unknown-template-name', 'docs/template-names.md'],
  [
    'a word far from all',
    '{{> kort}}\n',
    '{{gennemsnitligtilfredshed}}\n',
    'gennemsnitligtilfredshed',
    'unknown-template-name',
    'docs/template-names.md',
  ],
  ['a field that is not there', '{{> kort}}\n', '{{#if remrk}}x{{/if}}\n', 'remrk', 'unknown-template-name', 'remark'],
  ['a name that is not there', '{{#each told}}', '{{#each tolld}}', 'tolld', 'unknown-template-name', 'told'],
  // attributes
  ['an unknown attribute', '{{segment.short}} er', '{{segment.lable}} er', 'segment.lable', 'unknown-template-name', 'label'],
  ['an unknown attribute of a period', '{{> kort}}\n', '{{period.durng}}\n', 'period.durng', 'unknown-template-name', 'during'],
  [
    'an unknown attribute of a list',
    '{{> kort}}\n',
    '{{#with parts.frist}}{{segment.short}}{{/with}}\n',
    'parts.frist',
    'unknown-template-name',
    'first',
  ],
  [
    'an attribute of an attribute',
    '{{> kort}}\n',
    '{{segment.short.label}}\n',
    'segment.short.label',
    'unknown-template-name',
    'docs/template-names.md',
  ],
  [
    'an unknown attribute of the sender',
    '{{> kort}}\n',
    '{{sender.organization}}\n',
    'sender.organization',
    'unknown-template-name',
    'organisation',
  ],
  // arguments
  ['an unknown option', '{{> kort}}\n', '{{change minus=true}}\n', 'minus=true', 'unknown-argument', 'sign'],
  ['a misspelt option', '{{> kort}}\n', '{{result perod=previous}}\n', 'perod=previous', 'unknown-argument', 'period'],
  ['an unknown option of a list', '{{> kort}}\n', '{{size (parts wher=change)}}\n', 'wher=change', 'unknown-argument', 'where'],
  ['one argument too many', '{{> kort}}\n', '{{size parts below}}\n', 'below', 'unknown-argument', 'size'],
  ['an argument of a list', '{{> kort}}\n', '{{size (parts "unge")}}\n', '"unge"', 'unknown-argument', 'where'],
  ['an argument missing', '{{> kort}}\n', '{{size}}\n', 'size}}', 'missing-argument', 'size'],
  ['arguments missing in parentheses', '{{> kort}}\n', '{{#if (same result)}}x{{/if}}\n', '(same', 'missing-argument', 'same'],
  ['a block without its argument', '{{> kort}}\n', '{{#each}}x{{/each}}\n', '{{#each}}', 'missing-argument', '#each'],
  ['a block with two', '{{> kort}}\n', '{{#if change base}}x{{/if}}\n', 'base}}', 'unknown-argument', '#if'],
  ['a block with an option', '{{> kort}}\n', '{{#each parts limit=2}}x{{/each}}\n', 'limit=2', 'unknown-argument', '#each'],
  ['a limit that is no number', '{{> kort}}\n', '{{size (parts limit="3")}}\n', '"3"', 'unprintable-value', '{a whole number|et helt tal}'],
  ['a sign that is a text', '{{> kort}}\n', '{{change sign="yes"}}\n', '"yes"', 'unprintable-value', 'true'],
  ['an unknown group', '{{> kort}}\n', '{{result "ungee"}}\n', '"ungee"', 'wrong-argument', 'unge'],
  ['an unknown group in of', '{{> kort}}\n', '{{result of="vokse"}}\n', '"vokse"', 'wrong-argument', 'voksne'],
  ['an unknown group of a list', '{{> kort}}\n', '{{size (parts of="ale")}}\n', '"ale"', 'wrong-argument', 'all'],
  ['an unknown group to stand in', '{{> kort}}\n', '{{#with (segment "ugne")}}x{{/with}}\n', '"ugne"', 'wrong-argument', 'unge'],
  ['an unknown period', '{{> kort}}\n', '{{base period="2032"}}\n', '"2032"', 'wrong-argument', '2023'],
  ['an unknown item', '{{> kort}}\n', '{{result item="overal"}}\n', '"overal"', 'wrong-argument', 'overall'],
  // kinds
  ['a list that is printed', '{{> kort}}\n', '{{parts}}\n', 'parts}}', 'unprintable-value', 'list parts'],
  ['a noun that is printed', '{{> kort}}\n', '{{segment}}\n', 'segment}}', 'unprintable-value', 'segment.label'],
  ['a condition that is printed', '{{> kort}}\n', '{{is change "rise"}}\n', '{{is', 'unprintable-value', 'is'],
  ['each over a noun', '{{> kort}}\n', '{{#each period}}x{{/each}}\n', 'period}}', 'unprintable-value', '{a list|en liste}'],
  ['each over a number', '{{> kort}}\n', '{{#each result}}x{{/each}}\n', 'result}}', 'unprintable-value', '{a list|en liste}'],
  ['with a list', '{{> kort}}\n', '{{#with parts}}x{{/with}}\n', 'parts}}', 'unprintable-value', '{a noun|et navneord}'],
  ['the size of a number', '{{> kort}}\n', '{{size result}}\n', 'result}}', 'unprintable-value', '{a list|en liste}'],
  ['why of a list', '{{> kort}}\n', '{{why parts}}\n', 'parts}}', 'unprintable-value', '{a number|et tal}'],
  [
    'a list sorted by a text',
    '{{> kort}}\n',
    '{{size (parts sortBy=segment.short)}}\n',
    'segment.short',
    'unprintable-value',
    '{a number|et tal}',
  ],
  // inside where= and sortBy=
  ['an unknown word in where', '{{> kort}}\n', '{{size (parts where=chnge)}}\n', 'chnge', 'unknown-template-name', 'change'],
  ['an unknown state in where', '{{> kort}}\n', '{{size (parts where=(is change "fal"))}}\n', '"fal"', 'unknown-state', 'fall'],
  ['an unknown word in sortBy', '{{> kort}}\n', '{{size (parts sortBy=chage)}}\n', 'chage', 'unknown-template-name', 'change'],
  // is
  ['an unknown state of a change', '{{> kort}}\n', '{{#if (is change "up")}}x{{/if}}\n', '"up"', 'unknown-state', 'rise'],
  ['an unknown state of a number', '{{> kort}}\n', '{{#if (is result "withhold")}}x{{/if}}\n', '"withhold"', 'unknown-state', 'withheld'],
  ['an unknown state of a group', '{{> kort}}\n', '{{#if (is segment "hole")}}x{{/if}}\n', '"hole"', 'unknown-state', 'whole'],
  ['an unknown state of a list', '{{> kort}}\n', '{{#if (is parts "mny")}}x{{/if}}\n', '"mny"', 'unknown-state', 'many'],
  // absence
  ['what may be absent', '{{> kort}}\n', '{{previous.name}}\n', 'previous.name', 'unguarded-absence', '{{#if previous}}'],
  ['a field that may be absent', '{{> kort}}\n', '{{remark}}\n', 'remark', 'unguarded-absence', '{{#if remark}}'],
  ['a provider outside its list', '{{> kort}}\n', '{{provider.label}}\n', 'provider.label', 'unguarded-absence', 'provider'],
  [
    'what is absent in else',
    '{{> kort}}\n',
    '{{#if previous}}x{{else}}{{previous.name}}{{/if}}\n',
    'previous.name}}{{/if',
    'unguarded-absence',
    'previous',
  ],
  // exhibits
  [
    'a misspelt table',
    '{{table "numbers"}}\n{{/if}}',
    '{{table "numbres"}}{{table "numbers"}}\n{{/if}}',
    '"numbres"',
    'unknown-exhibit',
    'numbers',
  ],
  ['a misspelt table in a condition', '{{#if (table "numbers")}}', '{{#if (table "number")}}', '"number"', 'unknown-exhibit', 'numbers'],
  ['a misspelt chart', '{{#if (chart "moved")}}', '{{#if (chart "movd")}}', '"movd"', 'unknown-exhibit', 'moved'],
  ['a misspelt reference', '{{reference "numbers"}}', '{{reference "numberz"}}', '"numberz"', 'unknown-exhibit', 'numbers'],
  ['a chart as a table', '{{#if (chart "moved")}}', '{{#if (table "moved")}}', '"moved"', 'unknown-exhibit', 'numbers'],
  ['a table that is never printed', '{{table "numbers"}}\n', '\n', 'numbers\n    title', 'unprinted-exhibit', '{{table "numbers"}}'],
  ['a chart that is never printed', '{{chart "moved"}}\n', '\n', 'moved, kind', 'unprinted-exhibit', '{{chart "moved"}}'],
  // front matter
  ['an unknown chart kind', 'kind: change, rows', 'kind: chnge, rows', 'chnge', 'unknown-choice', 'change'],
  ['an unknown key', 'sections: [svar]', 'section: [svar]\nsections: [svar]', 'section:', 'unknown-key', 'sections'],
  ['an unknown key of a table', "    note: 'Kilde", "    notes: 'Kilde", 'notes', 'unknown-key', 'note'],
  ['an unknown key of a row', 'as: total, label', 'as: total, lable', 'lable', 'unknown-key', 'label'],
  ['an unknown kind of row', 'as: total', 'as: totl', 'totl', 'unknown-choice', 'total'],
  ['an unknown key of a column', 'across: compared', 'acros: compared', 'acros', 'unknown-key', 'across'],
  ['an unknown type of field', 'type: text, label', 'type: txt, label', 'txt', 'unknown-choice', 'text'],
  ['a row that is no list', 'groups]\n    columns', 'result]\n    columns', 'result]\n', 'unprintable-value', '{a list|en liste}'],
  ['a row of a chart that is no list', 'rows: segments', 'rows: change', 'change }', 'unprintable-value', '{a list|en liste}'],
  ['a column that is no number', 'show: [result,', 'show: [segment,', 'segment,', 'unprintable-value', '{a number|et tal}'],
  ['a column that is a list', 'show: [result,', 'show: [parts,', 'parts,', 'unprintable-value', '{a number|et tal}'],
  ['a walk over a number', 'across: compared', 'across: base', 'base, show', 'unprintable-value', '{a list|en liste}'],
  ['an unknown word in a row', 'groups]\n    columns', 'grups]\n    columns', 'grups', 'unknown-template-name', 'groups'],
  ['an unknown word in a column', 'show: [result,', 'show: [reslt,', 'reslt', 'unknown-template-name', 'result'],
  ['an unknown word in a name', 'where=change)', 'where=chang)', 'chang)', 'unknown-template-name', 'change'],
  ['a name called twice', 'charts:\n  - { name: moved', 'charts:\n  - { name: numbers', 'numbers, kind', 'taken-name', 'numbers'],
  ['a name called as a word', '  told: (standout', '  parts: whole\n  told: (standout', 'parts: whole', 'taken-name', 'parts'],
  ['a field called as a word', 'name: remark', 'name: base', 'base, type', 'taken-name', 'base'],
  ['a field called as a name', 'name: remark', 'name: told', 'told: (standout', 'taken-name', 'told'],
  ['a name of itself', 'groups: (parts where=change)', 'groups: (these groups)', '(these groups)', 'circular-name', 'groups → groups'],
  [
    'names in a circle',
    '(parts where=change)\n  told: (standout whole parts)',
    '(these told)\n  told: (these groups)',
    '(these groups)',
    'circular-name',
    'groups → told → groups',
  ],
  [
    'an expression that does not parse',
    '(parts where=change)',
    '(parts where=)',
    ')\n  told',
    'broken-template',
    '{not allowed in an expression|kan ikke stå}',
  ],
  ['a section that the text lacks', 'sections: [svar]', 'sections: [svar, bilag]', '[svar, bilag]', 'mismatched-section', 'bilag'],
  ['a foot that is no field', 'sections: [svar]', 'footer: remak\nsections: [svar]', 'remak', 'unknown-field', 'remark'],
  // lines of text in the front matter
  ['a mistake in the title', "'Om {{survey.topic}}'", "'Om {{survey.topc}}'", 'survey.topc', 'unknown-template-name', 'topic'],
  [
    'a mistake in a title of a table',
    "'Tal {{period.during}}'",
    "'Tal {{period.durin}}'",
    'period.durin}',
    'unknown-template-name',
    'during',
  ],
  ['a mistake in a note', "'Kilde: {{survey.title}}'", "'Kilde: {{survey.titel}}'", 'survey.titel', 'unknown-template-name', 'title'],
  ['a mistake in a head', "'Svar {{period.during}}'", "'Svar {{period.durig}}'", 'period.durig', 'unknown-template-name', 'during'],
  ['a mistake in a label', "'{{segment.short}}' }", "'{{segment.shrt}}' }", 'segment.shrt', 'unknown-template-name', 'short'],
  // passages and blocks
  ['a mistake in a passage', '{{segment.short}}: {{result}}', '{{segment.short}}: {{resul}}', 'resul}', 'unknown-template-name', 'result'],
  ['an unknown passage', '{{> kort}}\n', '{{> krot}}\n', '{{> krot', 'unknown-template-name', 'kort'],
  ['a passage in itself', '{{segment.short}}: {{result}}', '{{> kort}}', '{{> kort}}{{/define', 'circular-name', 'kort → kort'],
  ['an unknown block', '{{> kort}}\n', '{{#fi change}}x{{/fi}}\n', '{{#fi', 'unknown-helper', '#if'],
  ['a block that is not closed', '{{> kort}}\n', '{{#if change}}x\n', 'if change}}x', 'broken-template', '{{#if}}'],
  ['a mustache that is not closed', '{{> kort}}\n', '{{result\n', '{{/section}}', 'broken-template', '{{'],
  ['braces too many', '{{> kort}}\n', '{{{result}}}\n', '{{{result', 'not-in-templates', '{{{ }}}'],
]

/** Where a character of a text stands. */
function placeAt(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Words as they are, or in braces one of several: a Danish and an English one. */
function expectedWords(words: string): RegExp {
  const alternatives = /^\{[^{}]+\}$/.test(words) ? words.slice(1, -1).split('|') : [words]
  return new RegExp(alternatives.map((each) => each.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'))
}

/** The code and place of each, as one compares them. */
function placed(problems: readonly Problem[]): object[] {
  return problems.map(({ code, file, line, column }) => ({ code, file, line, column }))
}

describe('a mistake in a template', () => {
  test('the template itself has none', () => {
    expect(problemsOf({}, 'da')).toEqual([])
  })

  test('sixty at least', () => expect(mistakes.length).toBeGreaterThan(60))

  test.each(mistakes)('%s', (_what, right, wrong, at, code, nearest) => {
    expect(template).toContain(right)
    const text = template.replace(right, () => wrong)
    const after = text.indexOf(at, text.indexOf(wrong))
    const place = { file: 'templates/status.md', ...placeAt(text, after >= 0 ? after : text.indexOf(at)) }
    for (const language of ['da', 'en'] as const) {
      const problems = problemsOf({ 'templates/status.md': text }, language)
      expect(placed(problems)).toContainEqual({ code, ...place })
      const told = problems.find((problem) => problem.code === code && problem.line === place.line)
      expect(`${told?.message} ${told?.hint}`).toMatch(expectedWords(nearest))
      expect((told?.hint ?? '').length).toBeLessThan(200)
    }
  })
})

describe('a mistake elsewhere', () => {
  test.each([
    ['in a section', 'sections/svar.md', 'Resultatet\ner {{resutl}}.', 2, 6, 'result'],
    [
      'in a passage of the project',
      'templates/passages.da.md',
      '---\nlocale: da\n---\n{{#define "kort"}}{{segmnt.short}}{{/define}}\n',
      4,
      21,
      'segment',
    ],
    [
      'in a name of the project',
      'templates/passages.da.md',
      '---\nlocale: da\nnames:\n  some: (parts where=chnge)\n---\n',
      4,
      22,
      'change',
    ],
  ])('%s', (_what, file, text, line, column, nearest) => {
    const body = template.replace(/^\{\{#define "kort"\}\}.*$/m, file.startsWith('templates') && text.includes('define') ? '' : '$&')
    const problems = problemsOf({ 'templates/status.md': body, [file]: text }, 'da')
    expect(placed(problems)).toEqual([{ code: 'unknown-template-name', file, line, column }])
    expect(problems[0]?.hint).toBe(`Mente du ${nearest}?`)
  })

  test('in an explanation', () => {
    const explained = notat('da').replace(
      'fields: { date: 2025-02-03 }',
      'fields: { date: 2025-02-03 }, explanations: { unge: "Der var {{bse}} svar" }',
    )
    const problems = problemsOf({ 'notat.yaml': explained }, 'da')
    const line = explained.split('\n').findIndex((each) => each.includes('{{bse}}'))
    expect(placed(problems)).toEqual([
      { code: 'unknown-template-name', file: 'notat.yaml', line: line + 1, column: (explained.split('\n')[line] ?? '').indexOf('bse') + 1 },
    ])
  })

  test('all are told at once', () => {
    const text = template
      .replace('where=change', 'where=chnge')
      .replace('{{> kort}}', '{{> krot}}')
      .replace('show: [result', 'show: [reslt')
    const problems = problemsOf({ 'templates/status.md': text, 'sections/svar.md': '{{bse}}' }, 'en')
    expect(problems.map(({ code, file, hint }) => `${code} ${file} ${hint}`).sort()).toEqual([
      'unknown-template-name sections/svar.md Did you mean base?',
      'unknown-template-name templates/status.md Did you mean change?',
      'unknown-template-name templates/status.md Did you mean kort?',
      'unknown-template-name templates/status.md Did you mean result?',
    ])
  })
})
