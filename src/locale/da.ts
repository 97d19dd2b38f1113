import type { Locale } from './index.js'

/** Dansk. Every Danish phrase of notat that is not in a template. */
export const da: Locale = {
  id: 'da',
  language: 'da',
  numbers: { decimal: ',', thousands: '.', minus: '−' },
  scales: {
    agreement5: {
      stronglyAgree: ['Helt enig'],
      agree: ['Enig'],
      neutral: ['Neutral', 'Hverken enig eller uenig', 'Hverken/eller'],
      disagree: ['Uenig'],
      stronglyDisagree: ['Helt uenig'],
      dontKnow: ['Ved ikke'],
    },
    satisfaction5: {
      verySatisfied: ['Meget tilfreds'],
      satisfied: ['Tilfreds'],
      neutral: ['Hverken tilfreds eller utilfreds', 'Neutral', 'Hverken/eller'],
      dissatisfied: ['Utilfreds'],
      veryDissatisfied: ['Meget utilfreds'],
      dontKnow: ['Ved ikke'],
    },
    score5: { '5': ['5'], '4': ['4'], '3': ['3'], '2': ['2'], '1': ['1'], dontKnow: ['Ved ikke'] },
    smiley4: { veryHappy: ['Meget glad'], happy: ['Glad'], unhappy: ['Sur'], veryUnhappy: ['Meget sur'] },
  },
  problems: {
    'internal-error': ({ detail }) => ({ message: `intern fejl: ${detail}`, hint: 'Det er en fejl i notat, ikke i dine filer.' }),
    'unknown-scale': ({ scale, known }) => ({
      message: `ukendt skala: ${scale}`,
      hint: `Der findes: ${known}. Egne skalaer skrives under scales: i notat.yaml.`,
    }),
    'flat-scale': ({ scale }) => ({
      message: `skalaen ${scale} har ikke to forskellige point`,
      hint: 'Giv mindst to svarmuligheder hver sit score.',
    }),
    'unknown-scale-option': ({ option, scale, known }) => ({
      message: `ukendt svarmulighed: ${option}`,
      hint: `Skalaen ${scale} har: ${known}.`,
    }),
    'unscored-option': ({ option, scale, known }) => ({
      message: `andelen af ${option} kan ikke beregnes`,
      hint: `Den regnes af de svar, der tæller. På skalaen ${scale} er det: ${known}.`,
    }),
    'broken-count': ({ count, option }) => ({
      message: `antallet af ${option} er ${count}`,
      hint: 'Et antal svar er et helt tal, 0 eller større.',
    }),
    'mixed-scales': ({ first, second }) => ({
      message: `svar på skalaen ${first} kan ikke lægges sammen med svar på skalaen ${second}`,
    }),
    'unknown-command': ({ command, nearest, known }) => ({
      message: command === '' ? 'der mangler en kommando' : `ukendt kommando: ${command}`,
      hint: nearest ? `Mente du ${nearest}?` : `Skriv en af disse: ${known}. notat --help viser mere.`,
    }),
    'unknown-option': ({ option, nearest }) => ({
      message: `ukendt indstilling: ${option}`,
      hint: nearest ? `Mente du ${nearest}?` : 'notat --help viser dem, der findes.',
    }),
    'missing-option-value': ({ option }) => ({ message: `der mangler en værdi efter ${option}`, hint: `Skriv ${option}=VÆRDI.` }),
    'unexpected-option-value': ({ option, value }) => ({
      message: `${option} tager ingen værdi, men fik ${value}`,
      hint: `Skriv blot ${option}.`,
    }),
    'unexpected-argument': ({ argument }) => ({
      message: `for mange argumenter: ${argument}`,
      hint: 'Angiv højst én mappe; sæt mellemrum i anførselstegn.',
    }),
    'unknown-format': ({ format, known }) => ({ message: `ukendt format: ${format}`, hint: `Der kan laves: ${known}.` }),
    'unknown-reporter': ({ reporter, known }) => ({ message: `ukendt visning: ${reporter}`, hint: `Der findes: ${known}.` }),
    'unknown-locale': ({ locale, known }) => ({ message: `ukendt sprog: ${locale}`, hint: `Der findes: ${known}.` }),
    'unknown-document': ({ document, known }) => ({ message: `ukendt dokument: ${document}`, hint: `Projektet har: ${known}.` }),
  },
  cli: {
    help: `Brug: notat build [MAPPE] [--indstillinger]

Laver projektets notater. MAPPE er en projektmappe eller dens notat.yaml; ellers den mappe, du står i.

  --out MAPPE          hvor filerne lægges (ellers projektets egen mappe out)
  --document ID        kun dette dokument
  --format html,pdf    kun disse formater
  --check              skriv intet; sammenlign med det, der ligger i mappen
  --reporter NAVN      hvordan fund vises: text, json, sarif eller github.
                       Med =FIL skrives de til filen. Kan gives flere gange
  --lang da|en         sproget i beskeder (ellers projektets)
  -h, --help           vis denne hjælp
  -V, --version        vis versionen

Afslutningskoder: 0 alt i orden · 1 fund eller afvigelser · 2 brug eller opsætning · 3 data · 70 fejl i notat`,
    progress: ({ stage, name }) =>
      `${{ read: 'Læser', derive: 'Beregner', audit: 'Efterprøver', compose: 'Skriver', render: 'Sætter op' }[stage]}${name ? ` ${name}` : ''} …`,
    read: ({ file, holds, rows, unused }) => {
      const kinds: Record<string, string> = {
        answers: 'svar',
        counts: 'optalte svar',
        published: 'offentliggjorte tal',
        claims: 'påstande',
      }
      const left = unused.length > 0 ? `; ikke brugt: ${unused.join(', ')}` : ''
      return `Læst: ${file} (${kinds[holds] ?? holds}, ${spellCount(rows)} ${rows === 1 ? 'række' : 'rækker'}${left})`
    },
    headline: ({ label, value, period, previous }) =>
      previous === null
        ? `Resultat: ${label}, ${period}: ${value}`
        : `Resultat: ${label}, ${period}: ${value} mod ${previous.value} i ${previous.period} (ændring ${previous.change})`,
    noResult: ({ label, period }) => `Resultat: ${label}, ${period}: intet tal`,
    unmatchedAccept: ({ finding, line }) => `notat.yaml:${line}: accept nævner ${finding}, men det fund er her ikke længere. Slet linjen.`,
    stopped: 'Stoppet: tallene modsiger hinanden. Intet er skrevet, og tidligere filer er urørte.',
    checked: ({ drifted, count }) =>
      drifted.length === 0
        ? [`Kontrolleret: ${count === 1 ? 'filen' : `alle ${count} filer`} i mappen svarer til projektet.`]
        : [...drifted.map((name) => `Afviger: ${name}`), 'Kør notat build uden --check for at lave filerne på ny.'],
    written: ({ count, folder, seconds }) => `Skrevet: ${count} ${count === 1 ? 'fil' : 'filer'} i ${folder} på ${seconds} s`,
  },
  document: {
    months: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
    shortMonths: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    date: (year, month, day) => `${day}-${month}-${year}`,
    day: (day, monthAndYear) => `${day}. ${monthAndYear}`,
    half: (number, year) => `${number}. halvår ${year}`,
    quarter: (number, year) => `${number}. kvartal ${year}`,
    range: (from, to) => `${from} – ${to}`,
    fromTo: (from, to) => `fra ${from} til ${to}`,
    during: (name, isRange) => (isRange ? `i perioden ${name}` : `i ${name}`),
    numberWords: ['nul', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'],
    list: { comma: ', ', last: ' og ' },
    quote: (words) => `”${words}”`,
    unit: (unit, isDifference, printed) =>
      ({
        indexPoint: 'indekspoint',
        scalePoint: 'point',
        share: isDifference ? 'procentpoint' : 'pct.',
        answer: 'svar',
        person: printed === '1' ? 'person' : 'personer',
      })[unit],
    percentSign: '%',
    on: (phrase) => `på ${phrase}`,
    missing: { noAnswers: '(ingen svar)', withheld: '(for få svar)', unknown: '(intet tal)' },
    parts: { one: 'gruppe', many: 'grupper' },
    table: { label: (number) => `Tabel ${number}`, anchor: 'tabel' },
    chart: { label: (number) => `Figur ${number}`, anchor: 'figur' },
    summaryTitle: ({ item, partsCalled, period }) =>
      `${item}, samlet${partsCalled ? ` og fordelt på ${partsCalled}` : ' resultat'}${period ? `, ${period}` : ''}`,
    groupTitle: ({ item, on, partsCalled, period }) => `${item} ${on} fordelt på ${partsCalled}${period ? `, ${period}` : ''}`,
    howToReadIndex: ({ min, max, lowest, highest }) =>
      `Indekstallet går fra ${min} (alle har svaret ”${lowest}”) til ${max} (alle har svaret ”${highest}”).`,
    valueHead: (item) => `${item} (indekstal)`,
    baseHead: 'Antal svar',
    dash: '–',
    dashNote: ({ noAnswers, withheld, unknown, minimumBase }) => {
      const reasons = [
        ...(noAnswers ? ['at ingen har svaret'] : []),
        ...(withheld ? [`at tallet ikke vises, fordi der er færre end ${minimumBase} svar, eller fordi det ellers kunne regnes ud`] : []),
        ...(unknown ? ['at der ikke er noget tal'] : []),
      ]
      return `Note: En streg (–) betyder, ${reasons.join(', eller ')}.`
    },
    weightedMark: '*',
    weightedNote: 'Gennemsnit af underopdelingerne nedenfor, vægtet efter antal svar.',
    tableNote: ({ tables, statement, isQuestion, options, uncounted, ends, isWeighted, isCompared }) => {
      const asked = isQuestion ? 'spørgsmålet' : 'udsagnet'
      const [shown, them] = tables === 1 ? ['Tabellen viser', 'tabellen'] : ['Tabellerne viser', 'tabellerne']
      return [
        `Note: ${shown}, hvordan borgerne har svaret på ${asked} ”${statement}”, og hvor mange svar der ligger bag tallene.`,
        `De kunne vælge mellem ${orList(options.map((option) => `”${option}”`))}.`,
        `Svarene er omregnet til et indekstal: ${ends.min} betyder, at alle har svaret ”${ends.lowest}”, og ${ends.max}, at alle har svaret ”${ends.highest}”.`,
        ...(isWeighted ? [`Tal for flere grupper under ét er gennemsnit, hvor hver gruppe vejer med sit antal svar.`] : []),
        ...(uncounted.length > 0
          ? [`${orList(uncounted.map((option) => `”${option}”`))} tæller hverken med i indekstallet eller i antal svar.`]
          : []),
        ...(isCompared ? [`Hvor sikre ændringerne i ${them} er, er beskrevet i afsnittet om metode.`] : []),
      ].join(' ')
    },
    source: 'Kilde: ',
    changeTitle: ({ itemInText }) => `Ændring i ${itemInText} fra forrige til seneste periode`,
    changeHowTo: ({ from, to, lowest, highest }) =>
      `Indekstal. Aksen går fra ${from}${lowest ? ` (”${lowest}”)` : ''} til ${to}${highest ? ` (”${highest}”)` : ''}. Ændringen er i indekspoint.`,
    changeNote: ({ certain, other }) =>
      `Note: ${[
        ...(certain ? ['Ændringer med fed skrift er større, end tilfældigheder kan forklare.'] : []),
        ...(other ? [certain ? 'De øvrige kan skyldes tilfældigheder.' : 'Ændringerne kan skyldes tilfældigheder.'] : []),
      ].join(' ')}`,
    changeHead: 'Ændring',
    groupHead: 'Gruppe',
    changeData: 'Indekstal i de to perioder og ændring i indekspoint',
    changeAlt: ({ groups, total, rise, fall, unchanged }) =>
      [
        `Punktdiagram med ${groups} ${groups === 1 ? 'gruppe' : 'grupper'}.`,
        ...(total
          ? [
              `${total.name}: ${total.direction === 'unchanged' ? `uændret ${total.current}` : `fra ${total.previous} til ${total.current}`}.`,
            ]
          : []),
        ...(fall ? [`Største fald: ${fall.name} fra ${fall.previous} til ${fall.current}.`] : []),
        ...(rise ? [`Største stigning: ${rise.name} fra ${rise.previous} til ${rise.current}.`] : []),
        ...(unchanged.length > 0 ? [`Uændret: ${unchanged.join(', ')}.`] : []),
        'Alle tal står i tabellen under figuren.',
      ].join(' '),
    sharesTitle: ({ statement, period }) => `Svar på ”${statement}”, ${period}`,
    sharesHowTo: (uncounted) => `Procent af svarene.${uncounted ? ` ”${uncounted}” er ikke med i søjlerne, men vist for sig.` : ''}`,
    sharesNote:
      'Note: Andele, der er for små til at bære et tal, står i tabellen under figuren. På grund af afrunding giver tallene ikke altid hundrede.',
    sharesData: 'Procent af svarene og antal svar',
    sharesSummary: ({ base, dontKnow, dontKnowLabel }) =>
      `${base} svar${dontKnow === null || dontKnowLabel === null ? '' : `, ${dontKnow} ”${dontKnowLabel}”`}`,
    sharesAlt: ({ groups, option, total, highest, lowest }) =>
      [
        `Søjlediagram, der fordeler svarene i ${groups} ${groups === 1 ? 'gruppe' : 'grupper'} på svarmuligheder.`,
        ...(total ? [`Andelen, der har svaret ”${option}”, er ${total.share} procent for ${total.name}.`] : []),
        ...(highest && lowest
          ? [`Den er højest for ${highest.name} med ${highest.share} procent og lavest for ${lowest.name} med ${lowest.share} procent.`]
          : []),
        'Alle tal står i tabellen under figuren.',
      ].join(' '),
    knownNumbers: [
      // 09-12-2024, 2024-12-09, 9.12.2024
      /\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
      // 7. august 2023, den 7. august, 7.-9. august
      /\b\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)?\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/gu,
      // 2024, 2023-24, 2023-2024, 2023/24
      /(?<![\d.,])(?:19|20)\d{2}(?:[-–/](?:(?:19|20)\d{2}|\d{2}))?(?![\d]|[.,]\d)/gu,
      // 1. kvartal, 2. halvår
      /\b\d\.\s(?:kvartal|halvår)\b/gu,
      // kl. 10, kl. 10.30, 14:30
      /\bkl\.\s?\d{1,2}(?:[.:]\d{2})?|\b\d{1,2}:\d{2}\b/gu,
      // § 12, §§ 3 og 4, § 5, stk. 2, nr. 3
      /§{1,2}\s?\d+[a-z]?(?:\s?(?:,|og|-|–)\s?(?:stk\.\s?|nr\.\s?|§\s?)?\d+[a-z]?)*|\bstk\.\s?\d+|\bnr\.\s?\d+/gu,
      // Bilag 1, bilag 1-3, bilag 1 og 2
      /\bbilag\s\d+(?:\s?(?:[-–,]|og)\s?\d+)*/giu,
    ],
  },
  render: {
    caseDetails: 'Sagsoplysninger',
    ofWhich: 'Heraf: ',
    dataBehindChart: 'Tallene bag figuren',
    notes: 'Noter',
    backToText: 'Tilbage til teksten',
    noteLabel: (mark) => `Note ${mark}`,
  },
}

/** Digits in groups of three from four digits on. */
function spellCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** "a, b eller c" */
function orList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} eller ${items.at(-1)}`
}
