/** docs/vejledning.md is followed to the letter: its commands are run, its lines are changed, and what it says is said. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { notat } from './cli/run.js'

const guide = readFileSync('docs/vejledning.md', 'utf8')
const fences = [...guide.matchAll(/^```(\w+) ?(\S*)\n([\s\S]*?)^```$/gm)].map(([, language, name = '', text = '']) => ({
  language,
  name,
  text,
}))

const folder = mkdtempSync(join(tmpdir(), 'notat-vejledning-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const project = join(folder, 'mit-notat')
const projectFile = join(project, 'notat.yaml')

/** As it is written in the guide, where it is followed in a folder of its own. */
const run = (command: string) => {
  const words = command.trim().split(' ').slice(2)
  return notat(...words.map((word) => word.replace(/^node_modules\/notat\//, '').replace('mit-notat', project)))
}

const sides = (diff: string, sign: string) =>
  diff
    .split('\n')
    .filter((line) => line.startsWith(sign))
    .map((line) => line.slice(1))
    .join('\n')

it('can be followed from an empty folder to the memo of the next year', async () => {
  let said = ''
  const steps: string[] = []
  for (const { language, name, text } of fences) {
    if (language === 'diff') {
      const before = readFileSync(projectFile, 'utf8')
      expect(before.split(sides(text, '-')), text).toHaveLength(2)
      writeFileSync(projectFile, before.replace(sides(text, '-'), sides(text, '+')))
      // The new year's workbook is put where the guide says, before the line of its period is written.
      if (text.includes('2024-10-01')) copyFileSync('docs/vejledning/tabel-2-2025.xlsx', join(project, 'data', 'tabel-2-2025.xlsx'))
    } else if (language === 'md') {
      mkdirSync(join(project, dirname(name)), { recursive: true })
      writeFileSync(join(project, name), text)
    } else if (language === 'text') for (const line of text.trim().split('\n')) expect(said).toContain(line)
    else if (/^npx notat (?:init|build|--help)/.test(text)) {
      const { code, err, out } = await run(text.includes('build') ? text.trim().concat(' --format html') : text)
      expect([text, code, code === 0 ? '' : err]).toEqual([text, 0, ''])
      said = err + out
      steps.push(text.trim())
    }
  }
  expect(steps).toHaveLength(5)
  expect(readdirSync(join(project, 'out')).filter((file) => file.endsWith('.html'))).toHaveLength(2)
  const memo = readFileSync(join(project, 'out', 'orientering-2025.html'), 'utf8')
  expect(memo).toContain('tilbuddene til akademikere')
  expect(memo).toContain('Forvaltningen drøfter resultatet med leverandørerne.')
  expect(memo).not.toContain('SKRIV')
  const before = readFileSync(join(project, 'out', 'orientering-2024.html'), 'utf8')
  expect(before).toContain('Fremgangen kan skyldes, at der er kommet en ny leverandør.')
}, 120_000)

it('leads to pages that are there', () => {
  const links = [...guide.matchAll(/\]\(([^)]+)\)/g)].map(([, link = '']) => link).filter((link) => !link.startsWith('http'))
  expect(links.filter((link) => !existsSync(join('docs', link)))).toEqual([])
  expect(links.length).toBeGreaterThan(3)
})
