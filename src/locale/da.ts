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
    'unexpected-option-value': ({ option, value }) => ({ message: `${option} tager ingen værdi, men fik ${value}`, hint: `Skriv blot ${option}.` }),
    'unexpected-argument': ({ argument }) => ({ message: `for mange argumenter: ${argument}`, hint: 'Angiv højst én mappe; sæt mellemrum i anførselstegn.' }),
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
      const kinds: Record<string, string> = { answers: 'svar', counts: 'optalte svar', published: 'offentliggjorte tal', claims: 'påstande' }
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
