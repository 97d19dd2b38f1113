import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { auditProject } from '../../src/build.js'
import { readProjectFolder } from '../../src/disk.js'
import type { Project } from '../../src/project.js'
import { parseProject } from '../../src/project.js'

let project: Project
beforeAll(async () => {
  project = parseProject(await readProjectFolder('examples/biu-2024'))
})

const tables = readFileSync('test/audit/benchmark/tables.md', 'utf8')
const memoLine = 3
/** Errors on the line of the sentence, in a memo whose tables are right. */
async function errorsOf(sentence: string): Promise<string[]> {
  const bytes = new TextEncoder().encode(`# Brugertilfredshed 2023-24\n\n${sentence}\n\n${tables}`)
  const { findings } = await auditProject(project, { texts: [{ name: 'memo.md', bytes }] })
  return findings.filter(({ kind, found }) => kind === 'error' && found.place?.line === memoLine).map(({ id }) => id)
}

/** A true sentence, and words of it with what makes it false. */
const pairs: [because: string, honest: string, ...planted: [right: string, wrong: string][]][] = [
  [
    'what is kept may be denied behind its verb',
    'Sygemeldte borgere fastholder ikke tilfredsheden fra 2022-23.',
    ['fastholder ikke', 'fastholder'],
  ],
  ['"close to" is rounded', 'Tilfredsheden for aktivitetsparate voksne er tæt på 90.', ['tæt på 90', 'tæt på 70']],
  ['"about 75" is rounded to fives', 'De interne tilbud ligger omkring 75 indekspoint.', ['omkring 75', 'omkring 85']],
  [
    '"it is so much more" tells of its own',
    'For AC-tilbud lyder tallet på 84, og det er fire mere end sidst.',
    ['lyder tallet på 84', 'lyder tallet på 87'],
  ],
  ['a particle without a verb leads to a size', 'De interne tilbud: ned med 8 point', ['ned', 'op'], ['8', '5']],
  ['a size is explained behind a comma', 'Den samlede tilfredshed er faldet ganske lidt, nemlig med ét point.', ['ét point', 'fire point']],
  [
    '"of them" are those who were told of',
    'Fem målgrupper indgår hos de eksterne leverandører, og to af dem er gået frem.',
    ['to', 'fire'],
  ],
  ['all together have one number', 'På tværs af alle tilbud udgør tilfredsheden 82 indekspoint.', ['82', '85']],
  [
    'all together have one number, held against the time before',
    'For alle tilbud er indekstallet 82 mod 83 i forrige måling.',
    ['82', '86'],
    ['83', '80'],
  ],
  ['what can be read off is a fact', 'Indekstallet for sygemeldte borgere kan opgøres til 81.', ['81', '85']],
  ['whoever was sent a form has not answered', 'Der blev udsendt 226 skemaer, og 51 har ikke svaret.'],
  ['a part in words is rounded', 'Næsten hver femte svar er fra de interne tilbud.', ['hver femte', 'hver anden']],
  [
    'so many are of those behind them',
    'Hos de eksterne leverandører er 509 af 1.755 svar, svarende til 29 pct., afgivet af sygemeldte borgere.',
  ],
  ['a height is no distance', 'AC-tilbud ligger med 84 indekspoint over målet på 80.', ['84', '79'], ['over', 'under']],
  ['a level stands under one of another time', 'Sygemeldte borgere: 81 indekspoint, fire point under niveauet i 2022-23.', ['81', '88']],
  ['two numbers have their name behind both', 'Tilfredsheden er 82 (83) samlet og 74 (82) på de interne tilbud.', ['74', '79']],
  ['blanks part thousands wherever answers are counted', 'Der er i alt indkommet 2 220 svar mod 3 628 året før.', ['3 628', '3 928']],
  ['each particle of a verb has its own', 'Antallet af svar er gået frem for tre målgrupper og tilbage for to.'],
  ['it is none of what it can be', 'De interne tilbud og AC-tilbud: 74 point og 84 point.', ['74', '91']],
  ['what several gave together is their sum', 'AC-tilbud og sygemeldte borgere har tilsammen afgivet 994 svar.', ['994', '894']],
  ['so many groups gave their sum', 'De fem målgrupper gav os i alt 1.968 svar i 2022-23.', ['1.968', '1.868']],
  ['of groups that nobody has named nothing is added', 'De to grupper gav i alt 994 svar.'],
  ['a distance is no level', 'De interne tilbud får 74 og er dermed ti point bagud.', ['74', '79']],
  [
    'nor is one to somebody who is named',
    'Aktivitetsparate unge ligger med 88 kun ét point efter de aktivitetsparate voksne.',
    ['88', '85'],
  ],
  ['nor what a gap was', 'Interne tilbud ligger bag eksterne leverandører. I 2022-23 var forspringet på to point.'],
  ['nor what follows a change', 'Brobygning til unge er gået tilbage, men kun med to point.', ['to', 'fire']],
  ['the past may be of any time', 'Antallet af svar var 3.628 og er nu 2.220.', ['3.628', '3.428'], ['2.220', '2.620']],
  ['it may be of either who was named', 'Brobygning til unge ligger på niveau med sygemeldte borgere. Indekstallet var 83 i 2022-23.'],
  ['somebody is meant, and not all together', 'Her er tilfredsheden faldet med otte point. Begge har flyttet sig fire point.'],
  ['the upper of two is not the highest', 'I 2022-23 lå de sygemeldte øverst af de to, og nu ligger AC-tilbud øverst.'],
  ['so it was before', 'AC-tilbud gik fra at være nederst blandt målgrupperne til at være nummer tre.'],
  [
    'a number whose sentence leaves open what it is, is false if it is nothing that it can be',
    'I 2022-23 lå de sygemeldte på 85. Nu kvitterer de med 81.',
    ['81', '78'],
  ],
  ['a distance of two who were named before', 'Interne tilbud ligger bag eksterne. I 2022-23 var afstanden to point.'],
  ['nor is a share', 'De interne tilbud tegner sig for 21 pct. af svarene.', ['21', '31']],
  ['nor are several together', 'Tilsammen har brobygning til unge og AC-tilbud afgivet 650 svar.', ['650', '750']],
  ['of another time nothing is known', 'Allerede i 2019-20 lå AC-tilbud på 76 point, og dengang var der 702 svar.'],
  ['nor of some of those who are named', 'Sygemeldte borgere over 50 år giver 85 point, mens de under 30 år ligger på 74.'],
  ['nor of one of them', 'På et af de eksterne steder, hvor der kun er 14 svar, ligger tilfredsheden på 63 point.'],
  ['nor of those whom others have', 'Landsgennemsnittet for aktivitetsparate voksne er 82 point.'],
  [
    'who is below goes on about who is above',
    'Samlet er tilfredsheden 82, og det er 8 point over de interne tilbud og 2 point under de eksterne leverandører.',
  ],
  ['what nobody has done is denied', 'De interne tilbud falder. Der er ingen målgruppe, der falder med mere end 4.'],
  [
    'both ways denied is neither',
    'Hos de eksterne leverandører er målet nået. Tilfredsheden er hverken steget eller faldet og ligger fire point over målet.',
  ],
  ['whose it is', 'Sygemeldte borgere, hvis tilfredshed er 81, er gået tilbage.', ['81', '84']],
  ['than the one before, not than last year', 'Aktivitetsparate voksne får 89. Ingen af de andre målgrupper ligger højere.'],
]

describe('a sentence that another has written', () => {
  it.each(pairs)('%s', async (_, honest, ...planted) => {
    expect(await errorsOf(honest)).toEqual([])
    for (const [right, wrong] of planted) {
      expect(honest).toContain(right)
      expect(await errorsOf(honest.replace(right, wrong))).not.toEqual([])
    }
  })
})
