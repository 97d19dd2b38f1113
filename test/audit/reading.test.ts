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
  // Words and numbers of which their sentence does not tell for certain what they are.
  [
    'a comparative of one alone is held against the time before, whatever it is said of',
    'De interne tilbud får dårligere bedømmelser end i 2022-23.',
    ['dårligere', 'bedre'],
  ],
  [
    'a word of direction without a name is of whoever was spoken of',
    'Forvaltningen hæfter sig ved AC-tilbud. Siden er den gået frem og er nu 84.',
    ['gået frem', 'gået tilbage'],
  ],
  [
    'two who were named have moved together',
    'Forvaltningen hæfter sig ved sygemeldte borgere og brobygning til unge. Begge er gået tilbage siden 2022-23.',
    ['gået tilbage', 'gået frem'],
  ],
  [
    'what stands behind "than" is whom it is held against',
    'Tilfredsheden hos de eksterne leverandører er fortsat 84, og det er 2 point bedre end resultatet for alle tilbud under ét.',
    ['bedre', 'dårligere'],
  ],
  [
    '"in all" after "below" is below nothing',
    'For alle tilbud under ét er indekstallet ét point lavere end i 2022-23.',
    ['ét point', 'fire point'],
  ],
  [
    'a sum is no number of one of those who give it',
    'De 465 svar fra interne tilbud og de 1.755 svar fra eksterne leverandører giver 2.220 svar.',
    ['1.755', '1.855'],
  ],
  ['two numbers behind two who are compared are theirs', 'I 2022-23 lå de interne tilbud højere end AC-tilbuddene, 82 mod 80.'],
  [
    'a word of providers names the group that is called so, where there are no providers',
    'I 2023-24 havde leverandørerne 1.290 flere svar end de interne tilbud.',
    ['1.290', '1.590'],
  ],
  [
    'whose part it is may have been said before',
    'Sygemeldte borgere har afgivet 509 svar. De står for 29 pct. af svarene fra de eksterne leverandører.',
    ['29 pct.', '49 pct.'],
  ],
  [
    'what is measured goes on to the end of its sentence',
    'Svarmængden er formindsket på AC-tilbud, men forøget blandt sygemeldte borgere.',
    ['formindsket', 'forøget'],
  ],
  [
    'each direction is of what stands behind it',
    'Både sygemeldte borgere og brobygning til unge har flere svar og lavere tilfredshed end i 2022-23.',
    ['lavere', 'højere'],
  ],
  ['one of several in a list is nobody’s', 'Deres samlede indekstal for 2023-24 er 77, 79, 81 og 84.'],
  [
    'what is counted for each is no number of answers',
    'Hos de eksterne leverandører er der i gennemsnit 351 svar pr. målgruppe i 2023-24.',
  ],
  ['a hundred that others are counted by is none', 'På de interne tilbud er der for hver 100 svar i 2022-23 kun 28 tilbage.'],
  ['some of the answers are not all of them', 'Hos eksterne leverandører er 1.214 svar afgivet på mobiltelefon.'],
  ['a part of a change is no part of the answers', 'De interne tilbud tegner sig dermed for ca. 85 pct. af nedgangen i antallet af svar.'],
  ['two times together are neither', 'Set over de to perioder under ét er der afgivet 5.848 svar.'],
  ['a condition needs no word for it', 'Var de sygemeldte borgere blevet på 85, havde de fortsat ligget over AC-tilbuddenes 84.'],
  ['without somebody it is of others', 'Fraregnet de interne tilbud er tilfredsheden uændret.'],
  [
    'among whom somebody is greatest is not whose it is',
    'Sygemeldte borgere er den største gruppe blandt de eksterne med 509 besvarelser.',
    ['509', '609'],
  ],
  ['what is judged may be something else', 'Borgernes vurdering af de fysiske rammer på AC-tilbud er faldet med 5 point til 72.'],
  [
    'one of several providers is not all of them',
    'De mest tilfredse sygemeldte borgere findes hos en lille leverandør på Amager med 94 point og 31 svar.',
  ],
  ['with others whom nobody knows they are more', 'Sygemeldte borgere og akademikere udgør tilsammen 994 svar.'],
  ['a result that was not reached may have risen', 'De interne tilbud nåede ikke op på 80 indekspoint i 2023-24.'],
  [
    'first or last among those beside whom it can be',
    'AC-tilbud er målt til 84 indekspoint i 2023-24. Det er den største stigning blandt målgrupperne.',
    ['største', 'mindste'],
  ],
  [
    'the least of the falls is one',
    'Brobygning til unge ligger på 81. Det er det mindste fald blandt målgrupperne.',
    ['mindste', 'største'],
  ],
  ['of answers, where they are told of', 'Størst er sygemeldte borgere med 509 svar.', ['Størst', 'Mindst']],
  [
    'two together lie beside the one who is named',
    'Sygemeldte borgere og brobygning til unge er gået tilbage. Begge ligger under de eksterne leverandørers samlede indekstal på 84.',
    ['under', 'over'],
  ],
  [
    'two together lie so far apart',
    'Sygemeldte borgere og brobygning til unge er gået tilbage. I 2022-23 var der to point imellem dem.',
    ['to point', 'fem point'],
  ],
  [
    'both times are no two groups',
    'Billedet er et andet hos de eksterne leverandører. Her er indekstallet 84 i begge perioder.',
    ['84', '87'],
  ],
  ['the same as whoever was named before', 'Brobygning til unge ligger på 81 i 2023-24. Sygemeldte borgere har samme indekstal.'],
  ['what is most so may be something else', 'Det mest iøjnefaldende er de interne tilbud. Utilfredsheden er størst her.'],
  ['the greatest of groups has most answers, or people', 'AC-tilbud er omtalt ovenfor. Sygemeldte borgere er den største målgruppe.'],
  ['so much of a number stands above it', 'AC-tilbud er omtalt ovenfor. Tilfredsheden ligger over 80 hos sygemeldte borgere.'],
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

describe('a number that its words leave in doubt', () => {
  const sum = 'De 465 svar fra interne tilbud og de 1.755 svar fra eksterne leverandører giver 2.220 svar.'
  const fatesOf = async (sentence: string) => {
    const bytes = new TextEncoder().encode(`# Brugertilfredshed 2023-24\n\n${sentence}\n\n${tables}`)
    const { numbers } = await auditProject(project, { texts: [{ name: 'memo.md', bytes }] })
    return numbers.filter(({ place }) => place.line === memoLine).map(({ text, fate, reason }) => [text, fate, reason])
  }

  it('is told as not read where it is something else, and no figure’s', async () => {
    expect(await fatesOf(sum)).toEqual([
      ['465', 'claim', null],
      ['1.755', 'claim', null],
      ['2.220', 'notRead', 'several'],
    ])
  })

  it('is false where it is nothing else', async () => {
    expect(await errorsOf(sum.replace('2.220', '2.620'))).not.toEqual([])
  })
})
