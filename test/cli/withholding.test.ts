import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { notat } from './run.js'
import { withheldProject } from './withheld-project.js'

const { projectWith, published } = withheldProject()
const small = published('2023;A;80;16', '2023;B;70;20', '2023;C;75;10', '2024;A;78;16', '2024;B;73;12', '2024;C;50;3')

describe('what is withheld, on the command line', () => {
  it('costs what is said: how many, what was chosen but not which are small, and how another is chosen', async () => {
    const { err } = await notat('build', projectWith(small), '--format', 'html')
    expect(err).toContain(
      'Vises ikke i 2024: 1 gruppe under grænsen og 1 anden gruppe, for at det skjulte ikke kan regnes ud. Skjult er ”Gruppe B”, ”Gruppe C”. Andre kunne lige så godt være skjult: Skriv under survey i notat.yaml, hvilke grupper der helst skal vises (prefer:).',
    )
    expect(err).not.toContain('Vises ikke i 2023')
  })

  it('is chosen by prefer:', async () => {
    const shown = async (more: object) => {
      const explained = await notat('explain', 'indexScore/b/2024', projectWith(small, more))
      return explained.out.startsWith('Indekstal for Gruppe B, 2024: 73')
    }
    expect(await shown({})).toBe(false)
    expect(await shown({ prefer: ['b'] })).toBe(true)
    const { code, err } = await notat('build', projectWith(small, { prefer: ['x'] }))
    expect([code, err]).toEqual([2, expect.stringMatching(/prefer[\s\S]*x|x[\s\S]*prefer/)])
  })

  it('is in no report of a contradiction, whatever its form', async () => {
    const folder = projectWith(
      published('2023;A;80;16', '2023;B;70;20', '2023;C;75;10', '2024;A;78;16', '2024;B;73;12', '2024;C;45;4', '2024;Alle tilbud;71;32'),
    )
    for (const reporter of ['text', 'json', 'sarif', 'github']) {
      const { code, out, err } = await notat('build', folder, '--reporter', reporter)
      expect(code).toBe(1)
      expect(`${out}${err}`).toMatch(/impossible-mean|passer ikke/)
      expect(`${out}${err}`).not.toMatch(/\b45\b|\b44\b|”4”|"4"|\b73\b/)
    }
  })

  it('is not told by a contradiction that is accepted', async () => {
    const data = published(
      '2023;A;80;16',
      '2023;B;70;20',
      '2023;C;75;10',
      '2024;A;78;16',
      '2024;B;73;12',
      '2024;C;45;4',
      '2024;Alle tilbud;71;32',
    )
    const folder = projectWith(data)
    const text = JSON.parse(readFileSync(join(folder, 'notat.yaml'), 'utf8'))
    const accept = ['impossible-mean/indexScore/c/2024', 'impossible-total/indexScore/all/2024'].map((finding) => ({
      finding,
      reason: 'Sådan er det.',
    }))
    writeFileSync(join(folder, 'notat.yaml'), JSON.stringify({ ...text, accept }))
    const { code } = await notat('build', folder, '--format', 'html')
    expect(code).toBe(0)
    const page = readFileSync(join(folder, 'out', 'orientering-2024.html'), 'utf8').replace(
      /<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g,
      '',
    )
    expect(page).toContain('Sådan er det.')
    expect(page.replace(/<[^>]*>/g, ' ')).not.toMatch(/\b45\b|\b71\b/)
  })

  it('does not follow from what is explained of a total, but is told in confidence', async () => {
    const folder = projectWith(small)
    const open = await notat('explain', 'indexScore/all/2024', folder, '--reporter', 'json')
    const [total] = JSON.parse(open.out).explanations
    expect(total).toMatchObject({ printed: '73', value: null, number: null, interval: null, calculation: null })
    const confident = await notat('explain', 'indexScore/all/2024', folder, '--confidential')
    expect(confident.out).toContain('(78 × 16 + 73 × 12 + 50 × 3) / 31')
    expect(confident.err).toContain('Fortroligt')
    expect((await notat('build', folder, '--confidential')).code).toBe(2)
  })

  it('are groups too of which too few were invited', async () => {
    const data =
      'periode;målgruppe;indekstal;antal svar;inviterede\n2024;A;80;8;9\n2024;B;70;20;40\n2024;C;75;10;30\n2023;A;80;8;10\n2023;B;70;20;40\n2023;C;75;10;30'
    const { err } = await notat('build', projectWith(data, { minimumInvited: 10 }), '--format', 'html')
    expect(err).toContain('Vises ikke i 2024: 1 gruppe under grænsen og 1 anden gruppe')
    expect(err).not.toContain('Vises ikke i 2023')
  })
})
