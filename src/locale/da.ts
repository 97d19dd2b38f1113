import { type Coverage, isReadLittle, type MentionKind, type NotCheckedReason, type NotReadReason, type UnreadReason } from '../claim.js'
import { describePlace, headingOf, languageName, type Place, type ReferenceKind, someOf } from '../errors.js'
import type { Direction, TestedAgainst } from '../figure.js'
import type { HeldAgainst, NotShownKind, NotShownReason, SpokenEvidence } from '../finding.js'
import type { FixedPoint } from '../survey.js'
import { danishKeys } from './danish-keys.js'
import { partsInWords, tensInWords } from './danish-numbers.js'
import { danishStatements } from './danish-statements.js'
import { inOneLine, phrase, spellNumber } from './spelling.js'
import type { ComparedNumbers, Locale, MeasureWords, Phrase, SpokenFigure, TrendRun } from './words.js'

const kindsOfValue = {
  text: 'tekst',
  list: 'en liste',
  map: 'nøgler med værdier',
  number: 'et tal',
  integer: 'et helt tal',
  boolean: 'true eller false',
}
const unknownNames: Record<ReferenceKind, string> = {
  scale: 'ukendt skala',
  period: 'ukendt periode',
  segment: 'ukendt gruppe',
  provider: 'ukendt leverandør',
  item: 'ukendt spørgsmål',
  metric: 'ukendt nøgletal',
  column: 'ukendt kolonne',
  file: 'filen findes ikke',
  document: 'ukendt dokument',
  section: 'ukendt afsnit',
}
const pluralNames: Record<ReferenceKind, string> = {
  scale: 'skalaer',
  period: 'perioder',
  segment: 'grupper',
  provider: 'leverandører',
  item: 'spørgsmål',
  metric: 'nøgletal',
  column: 'kolonner',
  file: 'filer',
  document: 'dokumenter',
  section: 'afsnit',
}

/** What the fields of a document hold, and how that is written; all others hold text. */
const kindsOfField: Readonly<Record<string, string>> = {
  date: 'en dato',
  dates: 'datoer',
  time: 'et klokkeslæt',
  caseNumber: 'et sagsnummer',
}
const fieldHints: Readonly<Record<string, string>> = {
  date: 'En dato skrives for eksempel 2024-12-09.',
  dates: 'Hver dato skrives for eksempel 2024-12-09.',
  time: 'Et klokkeslæt skrives for eksempel 17:20.',
  caseNumber: 'Et sagsnummer har cifre, mellemrum og bindestreger.',
}

/** What templates may need in a place. */
const kindsSaid: Readonly<Record<string, string>> = {
  list: 'en liste',
  number: 'et tal',
  change: 'en ændring',
  contribution: 'et bidrag',
  noun: 'et navneord som segment eller period',
  'list or noun': 'en liste eller et navneord som parts eller whole',
  'list or number': 'en liste eller et tal',
  text: 'en tekst i anførselstegn',
  count: 'et helt tal',
  truth: 'true eller false',
  'number or text': 'et tal eller en tekst',
  'noun or text or list': 'et navneord, et id eller en liste med ét medlem',
  'noun or text or list or number': 'et navneord, et id, en liste med ét medlem eller midpoint',
  'number or noun or text or list': 'et tal, et navneord, en tekst eller en liste med ét medlem',
  segment: 'en gruppe',
  provider: 'en leverandør',
  item: 'et spørgsmål',
  period: 'en periode',
}

/** What somebody probably meant; where nothing is near, the few nearest and where all of them stand. */
function nearestHint(nearest: string, known: string): string {
  return nearest ? `Mente du ${nearest}?` : `De nærmeste er ${known}. Alle navne står i docs/template-names.md.`
}

/** What the system calls an error → what has happened. */
const systemErrors: Readonly<Record<string, string>> = {
  EACCES: 'der er ikke adgang',
  EPERM: 'der er ikke adgang',
  EIO: 'der er fejl på drevet',
  EBUSY: 'den er i brug i et andet program',
  EEXIST: 'der ligger noget andet med det navn',
  EISDIR: 'der ligger en mappe med det navn',
  ELOOP: 'den henviser i ring',
  EMFILE: 'der er for mange åbne filer',
  ENAMETOOLONG: 'navnet er for langt',
  ENOENT: 'den findes ikke',
  ENOSPC: 'der er ikke mere plads',
  ENOTDIR: 'en del af stien er en fil',
  EROFS: 'drevet er skrivebeskyttet',
}

/** What the parts of a text are called in Markdown and in a document's tree → what a reader calls them. */
const contents: Readonly<Record<string, string>> = {
  blockquote: 'et citat skrevet i Markdown',
  break: 'et tvunget linjeskift',
  code: 'kode',
  definition: 'en adresse til et link',
  delete: 'gennemstreget tekst',
  footnoteDefinition: 'en fodnote skrevet i Markdown',
  footnoteReference: 'en fodnote skrevet i Markdown',
  heading: 'en overskrift',
  html: 'HTML',
  image: 'et billede',
  imageReference: 'et billede',
  inlineCode: 'kode',
  table: 'en tabel skrevet i Markdown',
  thematicBreak: 'en vandret streg',
}

function contentSaid(what: string): string {
  const kind = what.replace(/^Markdown: /, '')
  return Object.hasOwn(contents, kind) ? (contents[kind] ?? what) : what
}

function whatHappened(code: string): string {
  return Object.hasOwn(systemErrors, code) ? (systemErrors[code] ?? code) : code
}

const notCheckedReasons: Record<NotCheckedReason, string> = {
  segment: 'det kan ikke ses, hvilken gruppe der menes',
  item: 'det kan ikke ses, hvilket spørgsmål der menes',
  period: 'det kan ikke ses, hvilken periode der menes',
  metric: 'det kan ikke ses, hvad tallet måler',
  options: 'det kan ikke ses, hvilke svar der menes',
  subject: 'det kan ikke ses, hvad tallet handler om',
  noPrevious: 'der er ingen tidligere periode at sammenligne med',
  irrealis: 'sætningen handler om noget, der kan ske eller ønskes',
  sense: 'sætningen kan læses på flere måder',
}

const notReadReasons: Record<NotReadReason, string> = {
  subject: 'det fremgår ikke, hvem eller hvad det handler om',
  period: 'det fremgår ikke, hvilke perioder der menes',
  several: 'det kan forstås på flere måder',
  leftOver: 'en del af det er skrevet på en måde, som programmet ikke forstår',
  verb: 'det fremgår ikke, hvad der er sket mellem de to tal',
  irrealis: 'det handler om noget, der kan ske, ønskes eller siges af andre',
  negation: 'det fremgår ikke, hvad der benægtes',
  noNumber: 'der er intet tal at holde det op mod',
  words: 'det indeholder ord, som programmet ikke kender, og kan handle om noget andet',
  evidence: 'det handler om, hvor sikre tallene er, hvem der er målt, eller hvorfor noget ikke er vist',
  beside: 'det sammenligner med andre, et andet tidspunkt eller et mål på en måde, som programmet ikke forstår',
}

/** Our name of a column → its Danish heading; others (an item, a metric) stay as they are. */
function columnWord(column: string): string {
  return Object.hasOwn(da.columns, column) ? da.columns[column as keyof Locale['columns']][0] : column
}

const softHyphen = '\u00ad'

/** A share of the answers, of whichever options. */
const shareWords: MeasureWords = {
  bare: 'andel',
  definite: 'andelen',
  indefinite: 'en andel',
  whole: 'den samlede andel',
  pronoun: 'den',
  same: 'den samme',
  extremes: 'den højeste og den laveste andel',
  points: 'procentpoint',
  howToRead: ({ counted }) => `Andelen er den del af svarene, der er ${orList(counted.map((option) => `”${option}”`))}.`,
  made: ({ counted }) => `Tallene er andelen af svarene, der er ${orList(counted.map((option) => `”${option}”`))}.`,
}

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
    numeric7: { '7': ['7'], '6': ['6'], '5': ['5'], '4': ['4'], '3': ['3'], '2': ['2'], '1': ['1'], dontKnow: ['Ved ikke'] },
    numeric10: {
      '10': ['10'],
      '9': ['9'],
      '8': ['8'],
      '7': ['7'],
      '6': ['6'],
      '5': ['5'],
      '4': ['4'],
      '3': ['3'],
      '2': ['2'],
      '1': ['1'],
      '0': ['0'],
      dontKnow: ['Ved ikke'],
    },
    smiley4: { veryHappy: ['Meget glad'], happy: ['Glad'], unhappy: ['Sur'], veryUnhappy: ['Meget sur'] },
    yesNo: { yes: ['Ja'], no: ['Nej'], dontKnow: ['Ved ikke'] },
  },
  ticks: { yes: ['ja', 'valgt', 'afkrydset', 'sand', 'sandt'], no: ['nej', 'ikke valgt', 'ikke afkrydset', 'falsk'] },
  columns: {
    date: ['dato'],
    period: ['periode'],
    segment: ['målgruppe', 'gruppe', 'tilbud'],
    provider: ['leverandør'],
    item: ['spørgsmål'],
    answer: ['svar'],
    count: ['antal'],
    metric: ['nøgletal'],
    value: ['værdi'],
    base: ['antal svar', 'antal besvarelser', 'besvarelser', 'antal respondenter', 'respondenter', 'n'],
    figure: ['tal-id'],
    place: ['sted'],
  },
  looseColumns: {
    period: ['måleperiode', 'år', 'årstal'],
    segment: ['enhed', 'afdeling', 'institution', 'center', 'bosted', 'område', 'distrikt'],
  },
  metrics: {
    indexScore: ['indekstal', 'indeks', 'indeksscore'],
    mean: ['gennemsnit'],
    share: ['andel'],
    topTwoBox: ['andel med et af de to bedste svar', 'andel i de to bedste svar'],
    nps: ['NPS', 'net promoter score'],
    count: ['antal, der har valgt svarmuligheden', 'antal af svarmuligheden'],
    base: ['antal svar'],
    dontKnow: ['antal ved ikke'],
    invited: ['inviterede', 'antal inviterede'],
    responseRate: ['svarprocent'],
  },
  keys: danishKeys,
  problems: {
    'missing-glyph': ({ characters, text, font }) => ({
      message: `skrifttypen ${font} kan ikke vise ${characters} i ”${text}”`,
      hint: 'Skriv teksten med bogstaver fra de europæiske sprog med latinsk alfabet, og undgå emojis.',
    }),
    'internal-error': ({ detail }) => ({
      message: `programmet er stoppet på grund af en fejl (${detail})`,
      hint: 'Fejlen er i programmet, ikke i dine filer. Send beskeden til dem, der vedligeholder programmet.',
    }),
    'unknown-scale': ({ scale, known }) => ({
      message: `ukendt skala: ${scale}`,
      hint: `Der findes: ${known}. Egne skalaer skrives under scales: i notat.yaml.`,
    }),
    'flat-scale': ({ scale }) => ({
      message: `skalaen ${scale} har ikke to forskellige point`,
      hint: 'Giv mindst to svarmuligheder hver sin score.',
    }),
    'unknown-scale-option': ({ option, scale, known }) => ({
      message: `ukendt svarmulighed: ${option}`,
      hint: `Skalaen ${scale} har: ${known}.`,
    }),
    'unscored-option': ({ option, scale, known }) => ({
      message: `andelen af ”${option}” kan ikke beregnes`,
      hint: `Andele beregnes ud fra de svar, der tæller. På skalaen ${scale} er det: ${known}.`,
    }),
    'broken-count': ({ count, option }) => ({
      message: `antallet af ”${option}” er ${count}`,
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
      message: `${option} skal ikke have en værdi, men fik ${value}`,
      hint: `Skriv blot ${option}.`,
    }),
    'unexpected-argument': ({ argument }) => ({
      message: `for mange argumenter: ${argument}`,
      hint: 'Angiv højst én mappe. Sæt navnet i anførselstegn, hvis der er mellemrum i det.',
    }),
    'unknown-format': ({ format, known }) => ({ message: `ukendt format: ${format}`, hint: `Der kan laves: ${known}.` }),
    'unknown-reporter': ({ reporter, known }) => ({ message: `ukendt visning: ${reporter}`, hint: `Der findes: ${known}.` }),
    'unknown-locale': ({ locale, known }) => ({ message: `ukendt sprog: ${locale}`, hint: `Der findes: ${known}.` }),
    'idle-option': ({ option, command }) => ({
      message: `notat ${command} bruger ikke ${option}`,
      hint: 'notat --help viser, hvilke indstillinger hver kommando har.',
    }),
    'no-figure-asked': () => ({
      message: 'der mangler et tal',
      hint: 'Skriv notat explain TAL, fx notat explain indexScore/all/2023-24 eller notat explain 82.',
    }),
    'no-such-figure': ({ figure, nearest }) => ({
      message: `intet tal passer: ${figure}`,
      hint: nearest ? `Mente du ${nearest}?` : 'Skriv et tal, som notatet har trykt, eller dets id: NØGLETAL/GRUPPE/PERIODE.',
    }),
    'unknown-document': ({ document, known }) => ({ message: `ukendt dokument: ${document}`, hint: `Projektet har: ${known}.` }),
    'existing-files': ({ files }) => ({
      message: `findes i forvejen: ${files}`,
      hint: 'Intet er skrevet. Vælg en anden mappe, eller flyt filerne.',
    }),
    'unknown-example': ({ example, nearest, known }) => ({
      message: `ukendt eksempel: ${example}`,
      hint: nearest ? `Mente du ${nearest}?` : `Der findes: ${known}.`,
    }),
    'unknown-text-format': ({ file, known }) => ({
      message: `kan ikke læses som tekst: ${file}`,
      hint: `Gem filen som ${orList(known.split(', '))}.`,
    }),
    'unreadable-pdf': ({ file, detail }) =>
      /password/i.test(detail)
        ? { message: `${file} er låst med en adgangskode`, hint: 'Gem den igen uden adgangskode.' }
        : { message: `${file} kan ikke læses som PDF`, hint: 'Åbn filen, og gem den igen som PDF.' },
    'overlong-pdf': ({ file, limit }) => ({
      message: `${file} fylder for meget, når den er pakket ud: en del af den er over ${limit} MB`,
      hint: 'Gem den igen som PDF, eller som txt.',
    }),
    'overlong-passage': ({ limit }) => ({
      message: `her begynder et afsnit eller et felt på mere end ${limit} tegn`,
      hint: 'Del teksten med tomme linjer.',
    }),
    'no-text-in-pdf': ({ file }) => ({
      message: `der er ingen tekst i ${file}`,
      hint: 'Den er nok skannet. Brug en PDF, hvor teksten kan markeres, eller skriv teksten af i en txt-fil.',
    }),
    'unknown-template': ({ template, nearest, known }) => ({
      message: `ukendt skabelon: ${template}`,
      hint: `${nearest ? `Mente du ${nearest}?` : `Der findes: ${known}.`} En ny skabelon lægges i projektets mappe templates.`,
    }),
    'mismatched-section': ({ section, missingIn }) => ({
      message:
        missingIn === 'text' ? `afsnittet ${section} mangler i skabelonens tekst` : `afsnittet ${section} mangler i skabelonens hoved`,
      hint:
        missingIn === 'text' ? `Skriv {{#section "${section}"}} i teksten, eller slet det under sections.` : 'Skriv det under sections.',
    }),
    'unknown-section': ({ file, nearest, known }) => ({
      message: `ukendt afsnit: ${file}`,
      hint: `${nearest ? `Mente du ${nearest}? ` : ''}Skabelonen har: ${known}.`,
    }),
    'unknown-placement': ({ after, nearest, known }) => ({
      message: `after nævner intet, der findes: ${after}`,
      hint: `${nearest ? `Mente du ${nearest}? ` : ''}${known ? `Skabelonen har disse afsnit og overskrifter: ${known}.` : ''}`,
    }),
    'needless-placement': ({ section }) => ({
      message: `afsnittet ${section} har allerede en plads i skabelonen`,
      hint: 'Slet after, eller giv filen et andet navn.',
    }),
    'circular-placement': ({ name, through }) => ({
      message: `afsnittet ${name} står efter sig selv: ${through}`,
      hint: 'Ret after i et af dem.',
    }),
    'section-without-heading': ({ section }) => ({
      message: `afsnittet ${section} har ingen overskrift lige over sig`,
      hint: 'Kun en overskrift, der står lige over afsnittet, kan få andre ord.',
    }),
    'broken-template': (values) => {
      if (values.trouble === 'mismatch') {
        const { opened, closed } = values
        return { message: `{{/${closed}}} står, hvor {{#${opened}}} endnu er åben`, hint: `Luk den først: {{/${opened}}}.` }
      }
      if (values.trouble === 'expression') {
        return {
          message: `kan ikke læses som et udtryk: ${values.text}`,
          hint: 'Skriv et ord eller et kald i parentes: (parts where=change).',
        }
      }
      const { trouble, found, expected } = values
      const missing = expected ? `, hvor ${expected} var ventet` : ''
      return trouble === 'ended'
        ? {
            message: `skabelonen slutter for tidligt${expected ? `: ${expected} mangler` : ''}`,
            hint: 'Luk det, der er åbent: {{#if …}} med {{/if}}, {{ med }}.',
          }
        : {
            message: `${found || 'dette'} kan ikke stå her${missing}`,
            hint: 'Et kald er et ord, så dets argumenter, så valg: {{result "unge" period=previous}}. Et kald inde i det står i parentes.',
          }
    },
    'broken-front-matter': () => ({
      message: 'skabelonens hoved kan ikke læses',
      hint: 'Hovedet står øverst mellem to linjer med --- og har kind, title, fields og sections.',
    }),
    'unknown-field': ({ field, template, known }) => ({
      message: `ukendt felt: ${field}`,
      hint: `Skabelonen ${template} har: ${known}.`,
    }),
    'missing-field': ({ field, label, document }) => ({
      message: `feltet ${field} (${label}) mangler i dokumentet ${document}`,
      hint: `Skriv det under fields i notat.yaml: ${field}: …`,
    }),
    'broken-field': ({ field, value, type }) => ({
      message: `feltet ${field} er ikke ${kindsOfField[type] ?? 'en tekst'}: ${value}`,
      hint: fieldHints[type] ?? `Sæt værdien i anførselstegn: ${field}: "${value}".`,
    }),
    'unknown-template-name': ({ name, nearest, known }) => ({ message: `ukendt navn: ${name}`, hint: nearestHint(nearest, known) }),
    'taken-name': ({ name }) => ({
      message: `navnet ${name} er optaget`,
      hint: 'Vælg et andet navn: noget andet i hovedet hedder sådan, eller også er det et af skabelonernes egne ord.',
    }),
    'unknown-helper': ({ helper, nearest, known }) => ({ message: `ukendt funktion: ${helper}`, hint: nearestHint(nearest, known) }),
    'unknown-state': ({ state, of, nearest, known }) => ({
      message: `”${state}” kan ikke siges om ${kindsSaid[of] ?? of}`,
      hint: nearest ? `Mente du ${nearest}?` : `Der kan siges: ${known}.`,
    }),
    'circular-name': ({ name, through }) => ({
      message: `navnet ${name} går i ring: ${through}`,
      hint: 'Et navn kan ikke være lavet af sig selv.',
    }),
    'unprinted-exhibit': ({ name, word }) => ({
      message: `${word === 'table' ? 'tabellen' : 'figuren'} ${name} står i skabelonens hoved, men ikke i teksten`,
      hint: `Skriv {{${word} "${name}"}} i teksten, eller slet den i hovedet.`,
    }),
    'exhibit-printed-twice': ({ name, word }) => ({
      message: `${word === 'table' ? 'tabellen' : 'figuren'} ${name} trykkes to gange samme sted`,
      hint: `Tryk den én gang. Inde i {{#each}} trykkes den én gang for hvert medlem af listen.`,
    }),
    'nameless-row': ({ exhibit }) => ({
      message: `en række i ${exhibit} har intet navn`,
      hint: 'Giv rækkerne et: { of: …, label: "{{…}}" }.',
    }),
    'nameless-column': ({ exhibit, column }) => ({
      message: `kolonnen ${column} i ${exhibit} har ingen overskrift`,
      hint: `Giv den en: { number: ${column}, head: … }.`,
    }),
    'nameless-exhibit': ({ exhibit }) => ({
      message: `${exhibit} har en tom titel`,
      hint: 'Skriv en, eller slet linjen, så laves titlen automatisk.',
    }),
    'unlike-rows': ({ exhibit, first, second }) => ({
      message: `figuren ${exhibit} kan ikke vise ${first} og ${second} på én akse`,
      hint: 'Vælg rækker, der måles ens: sameScale, eller where=(is item "comparable").',
    }),
    'rows-repeated': ({ exhibit, first, second }) => ({
      message: `rækkerne i ${exhibit} har alle de samme tal: ${first}, ${second}`,
      hint: 'Vælg andre rækker, eller vælg et tal, der er forskelligt for rækkerne: Er rækkerne svarmuligheder, så brug share.',
    }),
    'unread-key': ({ key, kind, reads }) => ({
      message: `en figur af slagsen ${kind} læser ikke ${key}`,
      hint: `Det gør kun ${reads}.`,
    }),
    'undrawn-number': ({ exhibit, number }) => ({
      message: `figuren ${exhibit} kan ikke tegne ${number}`,
      hint: 'Søjler kan vise et resultat, et antal, en andel, en ændring eller en forskel.',
    }),
    'missing-argument': ({ helper, fewest }) => ({
      message: `${helper} mangler et argument`,
      hint: `Der skal være mindst ${fewest} argument${fewest === 1 ? '' : 'er'}.`,
    }),
    'unknown-argument': ({ helper, argument, known }) => ({
      message: `${helper} kender ikke ${argument}`,
      hint: known === '' ? `${helper} kan ikke have flere argumenter.` : `Der findes: ${known}.`,
    }),
    'attribute-of-call': ({ attribute }) => ({
      message: `.${attribute} kan ikke stå efter en parentes`,
      hint: 'Gå ind i listen i stedet: {{#each (… sortBy=result limit=1)}}. Eller giv den et navn under names: i hovedet.',
    }),
    'wrong-argument': ({ helper, argument, expected }) => ({
      message: `${helper} kan ikke bruge ${argument}`,
      hint: `Det skal være ${expected}.`,
    }),
    'unguarded-absence': ({ name }) => ({
      message: `${name} kan mangle`,
      hint: `Sæt {{#if ${name}}} om det, så teksten udelades, når der ikke er noget tal.`,
    }),
    'missing-section': ({ section, document }) => ({
      message: `afsnittet ${section} mangler i ${document}`,
      hint: `Skriv det i sections/${section}.md.`,
    }),
    'unprintable-value': ({ name, expected }) => ({
      message: `${name} kan ikke bruges her`,
      hint:
        expected === 'text'
          ? 'Kun tekst og tal kan skrives ud. Sæt {{#if}} om det, der kan mangle.'
          : `Her skal stå ${kindsSaid[expected] ?? expected}.`,
    }),
    'not-in-templates': ({ what }) => ({
      message: `kan ikke bruges i en skabelon: ${contentSaid(what)}`,
      hint: 'En skabelon har overskrifter, afsnit, lister, fed, kursiv og links samt {{navne}}, if, unless, each, with, section og note.',
    }),
    'overlong-template': ({ limit, of }) =>
      ({
        steps: {
          message: `skabelonen bliver for lang: over ${spellCount(limit)} dele`,
          hint: 'Ret gentagelserne: et afsnit, der henter andre afsnit, kan vokse uden ende.',
        },
        levels: { message: `mere end ${limit} blokke, lister eller fremhævelser står inde i hinanden`, hint: 'Brug færre niveauer.' },
        marks: { message: `afsnittet har mere end ${spellCount(limit)} tegn for fremhævelser og links`, hint: 'Del det i flere afsnit.' },
      })[of],
    'private-use-character': ({ name }) => ({
      message: `tegn uden betydning i ${name}`,
      hint: 'Tegn fra Unicodes private område kan ikke trykkes. Slet tegnet.',
    }),
    'unknown-exhibit': ({ target, nearest, known }) => ({
      message: `henvisning til noget, der ikke er i dokumentet: ${target}`,
      hint: nearest ? `Mente du ${nearest}?` : known === '' ? 'Dokumentet har ingen tabeller eller figurer.' : `Dokumentet har: ${known}.`,
    }),
    'unknown-attachment': ({ attachment, document, known }) => ({
      message: `dokumentet ”${attachment}” er ikke vedlagt ”${document}”`,
      hint: known === '' ? `Skriv attachedTo: ${document} under dokumentet i notat.yaml.` : `Vedlagt er: ${known}.`,
    }),
    'typed-number': ({ number }) => ({
      message: `tal skrevet i hånden: ${number}`,
      hint: `Lad tallet komme fra data, eller skriv {{typed "${number}" source="…"}}.`,
    }),
    'missing-folder': ({ folder }) => ({ message: `mappen findes ikke: ${folder}`, hint: 'Angiv en projektmappe eller dens notat.yaml.' }),
    'missing-project-file': ({ folder }) => ({
      message: folder === '' ? 'notat.yaml mangler' : `der er ingen notat.yaml i ${folder}`,
      hint: 'Et projekt er en mappe med filen notat.yaml.',
    }),
    'not-a-project': ({ path }) => ({ message: `er ikke en projektmappe: ${path}`, hint: 'Angiv en projektmappe eller dens notat.yaml.' }),
    'not-a-folder': ({ name }) => ({
      message: `${name} er en fil, men skal være en mappe`,
      hint: 'Giv filen et andet navn, eller læg den i en mappe.',
    }),
    'not-a-file': ({ name }) => ({
      message: `${name} er ikke en almindelig fil`,
      hint: 'Læg filen selv her, eller flyt det, der ligger her, ud af mappen.',
    }),
    'unreadable-name': ({ name }) => ({
      message: `filens navn kan ikke læses: ${name}`,
      hint: 'Giv filen et navn med almindelige bogstaver.',
    }),
    'outside-project': ({ name }) => ({
      message: `${name} peger ud af projektets mappe`,
      hint: 'Læg filen selv i mappen i stedet for en henvisning til den.',
    }),
    'unreadable-file': ({ name, detail }) => ({
      message: `${name} kan ikke læses: ${whatHappened(detail)}`,
      ...((detail === 'EBUSY' || detail === 'EPERM') && {
        hint:
          detail === 'EBUSY'
            ? 'Luk filen i det andet program, og prøv igen.'
            : 'Er filen åben, så luk den i det andet program, og prøv igen.',
      }),
    }),
    'unwritable-report': ({ file, detail }) => ({
      message: `der kan ikke skrives til ${file}: ${whatHappened(detail)}`,
      hint: 'Vælg en fil i en mappe, der findes, og som du må skrive i.',
    }),
    'unknown-block': ({ type }) => ({
      message: `dokumentet har en del, der ikke kan vises: ${contentSaid(type)}`,
      hint: 'Slet den, eller skriv den som almindelig tekst.',
    }),
    'unfit-argument': ({ argument }) => ({
      message: `det, der er givet som ${argument}, kan ikke bruges`,
      hint: 'Giv det, som bibliotekets egne funktioner giver, eller en værdi af den type, der står i beskrivelsen.',
    }),
    'unsafe-link': ({ href }) => ({ message: `linket fører ikke til en side: ${href}`, hint: 'Brug https://, http:// eller mailto:.' }),
    'contradictory-data': ({ findings }) => ({
      message: `tallene modsiger hinanden: ${findings}`,
      hint: 'Ret tallene i data, eller skriv under accept: i notat.yaml, hvorfor de skal stå, som de gør.',
    }),
    'reserved-report': ({ file }) => ({
      message: `filen bruges af projektet og må ikke overskrives: ${file}`,
      hint: 'Vælg en anden fil til rapporten.',
    }),
    'unwritable-output': ({ folder, detail }) => ({
      message: `der kan ikke skrives i ${folder}: ${whatHappened(detail)}`,
      hint: 'Intet er skrevet. Vælg en anden mappe med --out, eller se, om en af filerne er åben i et andet program.',
    }),
    'output-not-a-folder': ({ folder }) => ({
      message: `her ligger en fil, hvor der skulle være en mappe: ${folder}`,
      hint: 'Vælg en anden mappe med --out, eller flyt filen.',
    }),
    'reserved-output': ({ folder }) => ({
      message: `mappen er til projektets egne filer: ${folder}`,
      hint: 'Vælg en anden mappe med --out.',
    }),
    'unrestored-output': ({ file, former }) => ({
      message: `den tidligere udgave af ${file} kunne ikke lægges tilbage`,
      hint: `Den ligger i ${former}.`,
    }),
    'leftover-output': ({ file, detail }) => ({
      message: `filerne er skrevet, men ${file} kan ikke slettes: ${whatHappened(detail)}`,
      hint: 'Det er den tidligere udgave. Slet den selv.',
    }),
    'more-problems': ({ count }) => ({
      message: count === 1 ? 'og 1 fejl mere, som ikke er vist' : `og ${spellCount(count)} fejl mere, som ikke er vist`,
    }),
    'unreadable-text': () => ({ message: 'filen er ikke tekst i UTF-8', hint: 'Gem den som UTF-8.' }),
    'overlong-file': ({ limit }) => ({
      message: `filen er på mere end ${spellCount(limit)} tegn`,
      hint: 'Data hører hjemme i mappen data.',
    }),
    'yaml-tab': () => ({ message: 'linjen er rykket ind med tabulator', hint: 'Brug mellemrum.' }),
    'yaml-colon': () => ({
      message: 'kolon midt i en tekst gør den til en nøgle',
      hint: 'Sæt teksten i anførselstegn: label: "Job: de første uger".',
    }),
    'yaml-comma': ({ key }) => ({
      message: `kommaet gør ”${key}” til en nøgle for sig`,
      hint: 'Sæt teksten i anførselstegn: { label: "unge, voksne" }.',
    }),
    'yaml-alias': ({ detail }) => ({ message: `en henvisning (*) kan ikke følges: ${detail}`, hint: 'Skriv indholdet helt ud.' }),
    'complex-key': () => ({
      message: 'her skal nøglen være et ord, men der står en liste eller nøgler',
      hint: 'Skriv nøglen som et ord foran kolon: nøgle: værdi.',
    }),
    'deep-nesting': ({ limit }) => ({ message: `mere end ${limit} lister og nøgler står inde i hinanden`, hint: 'Brug færre niveauer.' }),
    'yaml-syntax': ({ detail }) => ({
      message: `kan ikke læses som YAML: ${detail}`,
      hint: 'Se efter indrykning, kolon, anførselstegn og parenteser på denne linje og linjen over.',
    }),
    'duplicate-key': ({ key }) => ({ message: `nøglen står her to gange: ${key}`, hint: 'Slet den ene, eller skriv dem sammen.' }),
    'unprintable-text': ({ found }) => ({
      message: `teksten har tegn, der ikke kan trykkes: ${found}`,
      hint: 'Slet dem. Usynlige tegn følger somme tider med, når en tekst er kopieret fra et andet program.',
    }),
    'left-to-write': ({ key, wanted, mark }) => ({
      message: `mangler endnu: ${wanted === '' ? key : wanted}`,
      hint:
        key === 'score'
          ? `Skriv i stedet for ${mark} de point, svaret giver: et tal, højest ved det bedste svar, fx 4, 3, 2 og 1.`
          : `Skriv det efter ${key}: i stedet for ordene med ${mark}.`,
    }),
    'unknown-key': ({ key, nearest, known }) => ({
      message: `ukendt nøgle: ${key}`,
      hint: nearest ? `Mente du ${nearest}?` : known ? `Her kan stå: ${known}.` : 'Her kan ingen nøgler stå.',
    }),
    'missing-key': ({ key }) => ({ message: `nøglen mangler her: ${key}` }),
    'empty-value': ({ key }) => ({ message: key ? `${key} er tom` : 'her mangler en tekst', hint: 'Skriv en værdi, eller slet linjen.' }),
    'wrong-kind': ({ found, expected }) => ({
      message: `her skal stå ${kindsOfValue[expected]}${found ? `, men der står ${found}` : ''}`,
    }),
    'wrong-value': ({ found, detail }) => ({ message: `ugyldig værdi: ${found} (${detail})` }),
    'unknown-choice': ({ found, nearest, known }) => ({
      message: `ugyldigt valg: ${found}`,
      hint: nearest && nearest !== known ? `Mente du ${nearest}? Der kan stå: ${known}.` : `Der kan stå: ${known}.`,
    }),
    'short-list': ({ key, minimum }) => ({ message: `listen ${key} skal have mindst ${minimum} element${minimum === 1 ? '' : 'er'}` }),
    'small-number': ({ found, minimum }) => ({ message: `tallet skal være mindst ${minimum}, men er ${found}` }),
    'invalid-date': ({ found }) => ({ message: `ugyldig dato: ${found}`, hint: 'En dato skrives for eksempel 2023-10-01.' }),
    'invalid-id': ({ found }) => ({
      message: `ugyldigt id: ${found}`,
      hint: 'Et id er bogstaver og tal, bindestreg og understreg, uden mellemrum.',
    }),
    'duplicate-id': ({ id, line }) => ({ message: `står også på linje ${line}: ${id}`, hint: 'Hver skal have sit eget navn.' }),
    'duplicate-document': ({ id, line }) => ({
      message: `dokumentet hedder det samme som det på linje ${line}: ${id}`,
      hint: 'Giv det ene et andet navn med id:.',
    }),
    'reserved-id': ({ id }) => ({
      message: `${id} er et reserveret id`,
      hint: 'Tal holdes op mod target og midpoint, så ingen gruppe eller sammenligning kan have dem som id. Vælg et andet.',
    }),
    'built-in-id': ({ id }) => ({ message: `skalaen findes i forvejen: ${id}`, hint: 'Giv din egen skala et andet id.' }),
    'reversed-period': ({ from, to }) => ({ message: `perioden slutter (${to}), før den begynder (${from})` }),
    'overlapping-periods': ({ period, other, line }) => ({
      message: `perioden ${period} overlapper ${other} på linje ${line}`,
      hint: 'For hvert spørgsmål kan en dato kun høre til én periode. Skriv periods: under spørgsmål, der har hver sine perioder.',
    }),
    'shared-option-name': ({ name, options, scale }) => ({
      message: `flere svarmuligheder i skalaen ${scale} har samme navn: ${name} (${options})`,
      hint: 'Giv hver sit navn: i label eller also.',
    }),
    'counted-opinions': ({ item, scale }) => ({
      message: `counts: hører til spørgsmål, der besvares med ja eller nej, men ${item} har skalaen ${scale}`,
      hint: 'Skriv scale: yesNo, eller fjern counts:.',
    }),
    'nested-composite': ({ item, member }) => ({
      message: `spørgsmålet ”${item}” kan ikke omfatte ”${member}”: Det består selv af flere spørgsmål, eller det er nævnt to gange`,
      hint: 'Skriv de enkelte spørgsmål, hvert én gang.',
    }),
    'mixed-composite': ({ item, member, scale, expected }) => ({
      message: `${item} samler spørgsmål på skalaen ${expected}, men ${member} har skalaen ${scale}`,
      hint: 'Saml kun spørgsmål, der er besvaret på samme skala.',
    }),
    'composite-answer': ({ item }) => ({
      message: `${item} er flere spørgsmål og har ingen egne svar`,
      hint: 'Angiv svarene på de enkelte spørgsmål, en kolonne for hvert, eller indekstallet som offentliggjort tal.',
    }),
    'half-of-one': ({ item }) => ({
      message: `halfAnswered: hører til composite:, men ${item} er ét spørgsmål`,
      hint: 'Fjern halfAnswered:, eller skriv composite: med de spørgsmål, der samles.',
    }),
    'ticked-scale': ({ item, scale }) => ({
      message: `svarmulighederne i ${scale} har ingen score, men ${item} har ikke multiple: true`,
      hint: 'Skriv multiple: true ved spørgsmålet, hvis man må sætte flere kryds; ellers giv hver svarmulighed score: eller missing:.',
    }),
    'unticked-scale': ({ item, scale }) => ({
      message: `til ${item} kan man sætte flere kryds, men svarmulighederne i ${scale} har en score`,
      hint: 'Skriv en skala, hvis svarmuligheder hverken har score: eller missing:, eller fjern multiple:.',
    }),
    'mixed-options': ({ option, scale }) => ({
      message: `svarmuligheden mangler score: eller missing: i skalaen ${scale}: ${option}`,
      hint: 'Giv den en score:, eller fjern score: fra dem alle, hvis man må sætte flere kryds (multiple: true).',
    }),
    'unordered-option': ({ option, scale }) => ({
      message: `svarmuligheden står forkert i skalaen ${scale}: ${option}`,
      hint: 'Skriv den bedste først; dem, der ikke tæller, står sidst.',
    }),
    'unknown-reference': ({ kind, found, nearest, known }) => ({
      message: `${unknownNames[kind]}: ${found}`,
      hint: nearest ? `Mente du ${nearest}?` : known ? `Der findes: ${known}.` : 'Der findes ingen.',
    }),
    'ambiguous-reference': ({ kind, found, candidates }) => ({
      message: `navnet kan betyde flere ${pluralNames[kind]}: ${found}`,
      hint: `Skriv et af disse: ${candidates}.`,
    }),
    'counted-benchmark': ({ benchmark }) => ({
      message: `der kan ikke gives optalte svar for en sammenligning: ${benchmark}`,
      hint: 'Giv det færdige resultat, for eksempel et gennemsnit, i en fil med offentliggjorte tal.',
    }),
    'not-a-leaf': ({ segment, parts }) => ({
      message: `gruppen er delt op: ${segment}`,
      hint: `Nævn den del, det gælder: ${parts}.`,
    }),
    'later-comparison': ({ period, compareWith }) => ({
      message: `${period} kan ikke sammenlignes med ${compareWith}, som ikke ligger før`,
      hint: 'Vælg en tidligere periode, eller skriv none.',
    }),
    'circular-attachment': ({ document, chain }) => ({
      message: `dokumentet ”${document}” er vedlagt sig selv`,
      hint: `Et bilag hører til et andet dokument: ${chain}.`,
    }),
    'nested-attachment': ({ document }) => ({
      message: `dokumentet ”${document}” er selv et bilag`,
      hint: 'Skriv det dokument, som begge hører til.',
    }),
    'unread-format': ({ known }) => ({
      message: 'filens format kan ikke læses',
      hint: `Der læses: ${known}. Gem filen i et af dem.`,
    }),
    'empty-file': () => ({ message: 'filen er tom', hint: 'Første linje skal være overskrifter.' }),
    'unreadable-workbook': () => ({
      message: 'regnearket kan ikke læses',
      hint: 'Åbn filen i Excel, gem den igen som .xlsx, og prøv igen.',
    }),
    'encrypted-workbook': () => ({
      message: 'regnearket er låst med en adgangskode eller gemt i et gammelt format',
      hint: 'Fjern adgangskoden, og gem filen som .xlsx.',
    }),
    'overlong-workbook': ({ limit, of }) => ({
      message: of === 'file' ? `regnearket fylder mere end ${limit} MB` : `regnearket fylder mere end ${limit} MB, når det er pakket ud`,
      hint: 'Gem det ark, der skal bruges, som CSV UTF-8 (semikolonsepareret).',
    }),
    'unknown-sheet': ({ found, nearest, known }) => ({
      message: `ukendt ark: ${found}`,
      hint: `${nearest === '' ? '' : `Mente du ${nearest}? `}Regnearket har: ${known}.`,
    }),
    'undecided-sheet': ({ known, first }) => ({
      message: `flere ark har en tabel: ${known}`,
      hint: `Skriv under data: i notat.yaml, hvilket der skal læses, for eksempel sheet: ${first}.`,
    }),
    'needless-sheet': ({ format }) => ({ message: `sheet: gælder kun regneark, og filen er ${format}`, hint: 'Slet sheet: ved filen.' }),
    'long-printed-table': () => ({
      message: 'en tabel, der er stillet op som på tryk, kan ikke være så lang',
      hint: 'Stil tallene op med én række for hver gruppe og periode og overskrifterne periode, målgruppe, indekstal og antal svar.',
    }),
    'several-tables': ({ first, second }) => ({
      message: `der er flere tabeller på det samme ark: én med overskrifter i række ${first} og én i række ${second}`,
      hint: 'Læg hver tabel på sit eget ark, og skriv en linje for hvert under data: { file: FIL, sheet: ARK }. I CSV: en fil til hver tabel.',
    }),
    'tables-beside': ({ first, second }) => ({
      message: `rækken handler både om ${first} og om ${second}`,
      hint: 'Står der to tabeller ved siden af hinanden, så læg dem på hver sit ark, eller lad rækkerne stå i samme rækkefølge i begge.',
    }),
    'turned-table': ({ period, group }) => ({
      message: `grupperne står som overskrifter (${group}) og perioderne nedad (${period})`,
      hint: 'Vend tabellen, så hver gruppe har en række: kopiér den i Excel, og vælg Transponer, når du sætter ind.',
    }),
    'error-cell': ({ found }) => ({ message: `cellen viser en fejl: ${found}`, hint: 'Ret formlen i regnearket, eller skriv tallet.' }),
    'formula-without-value': () => ({
      message: 'cellen har en formel, men intet resultat er gemt',
      hint: 'Åbn filen i Excel, så formlerne regnes ud, og gem den.',
    }),
    'date-for-number': ({ found }) => ({
      message: `her skulle stå et tal, men cellen er en dato: ${found}`,
      hint: 'Regnearket har gjort tallet til en dato. Gør cellen til et tal, og skriv tallet igen.',
    }),
    'binary-file': () => ({ message: 'filen er ikke tekst', hint: 'Gem den som CSV UTF-8.' }),
    'unmarked-utf16': () => ({
      message: 'filen ser ud til at være gemt som UTF-16, men mangler det mærke, der siger det',
      hint: 'Gem den som CSV UTF-8.',
    }),
    'unclosed-quote': () => ({
      message: 'anførselstegnet her bliver aldrig lukket',
      hint: 'Slet det, eller sæt et til, hvor teksten slutter. Et anførselstegn inde i en tekst skrives dobbelt.',
    }),
    'text-after-quote': ({ found }) => ({
      message: `efter det lukkede anførselstegn står: ${found}`,
      hint: 'Et anførselstegn inde i en tekst skrives dobbelt.',
    }),
    'overlong-cell': ({ limit }) => ({
      message: `feltet er på mere end ${spellCount(limit)} tegn`,
      hint: 'Er filen en tabel med semikolon, komma eller tabulator mellem felterne?',
    }),
    'too-many-columns': ({ limit }) => ({ message: `rækken har mere end ${spellCount(limit)} felter` }),
    'surplus-cells': ({ found, expected }) => ({
      message: `rækken har ${found} felter, men der er ${expected} overskrifter`,
      hint: 'Står der et skilletegn inde i en tekst? Sæt teksten i anførselstegn.',
    }),
    'unknown-layout': ({ headings }) => ({
      message: `overskrifterne viser ikke, hvad filen indeholder: ${headings}`,
      hint: 'Der skal være svar (en kolonne for hvert spørgsmål), antal for hver svarmulighed, eller nøgletal og værdi. Brug columns: i notat.yaml, hvis overskrifterne hedder noget andet.',
    }),
    'missing-column': ({ column, nearest, headings }) => ({
      message: `kolonnen mangler: ${columnWord(column)}. Filen har: ${headings}`,
      hint: nearest
        ? `Er det ”${nearest}”? Ret overskriften til ${columnWord(column)}, eller skriv columns: { ${column}: "${nearest}" } ved filen i notat.yaml.`
        : `Skriv columns: { ${column}: OVERSKRIFT } ved filen i notat.yaml, eller ${column}: VÆRDI, hvis den er ens i hele filen.`,
    }),
    'missing-heading': ({ heading, nearest, headings }) => ({
      message: `overskriften fra columns: findes ikke: ${heading}`,
      hint: nearest ? `Mente du ${nearest}?` : `Der er: ${headings}.`,
    }),
    'duplicate-column': ({ column, heading, other, isAlike }) => ({
      message: `to kolonner gælder ${columnWord(column)}: ${heading} og kolonne nummer ${other}`,
      hint: isAlike
        ? 'De to kolonner har samme overskrift. Giv dem hver sin i filen; vælg så den rigtige med columns: i notat.yaml.'
        : `Vælg den, der skal læses: skriv columns: { ${column}: "${heading}" } ved filen i notat.yaml, eller giv den anden en overskrift, der ikke betyder det samme.`,
    }),
    'constant-and-column': ({ column }) => ({
      message: `${columnWord(column)} er givet for hele filen i notat.yaml, men står også som kolonne`,
      hint: 'Slet den i notat.yaml, eller fjern kolonnen.',
    }),
    'missing-value': ({ column }) => ({ message: `feltet er tomt: ${columnWord(column)}` }),
    'missing-item': ({ items, first }) => ({
      message: `filen siger ikke, hvilket spørgsmål den handler om. Undersøgelsen har: ${items}`,
      hint: `Tilføj en kolonne med overskriften spørgsmål, eller skriv item: ${first} ved filen i notat.yaml, hvis hele filen handler om det.`,
    }),
    'ambiguous-heading': ({ heading, items, first }) => ({
      message: `overskriften kan betyde flere spørgsmål: ${heading}`,
      hint: `Den hører til ${items}. Skriv spørgsmålets id som overskrift, eller columns: { ${first}: "${heading}" } ved filen i notat.yaml.`,
    }),
    'several-ticks': ({ options }) => ({
      message: `det kan ikke ses, hvor mange der har sat kryds ved mindst én af: ${options.replaceAll(' + ', ', ')}`,
      hint: 'Den samme kan have sat kryds ved flere af dem. Spørg om én svarmulighed ad gangen.',
    }),
    'unreadable-tick': ({ found, option }) => ({
      message: `det kan ikke læses, om der er sat kryds ved ”${option}”: ${found}`,
      hint: 'Skriv 1, x, ja eller svarmulighedens navn, hvor der er sat kryds; 0, nej eller ingenting, hvor der ikke er.',
    }),
    'contradictory-ticks': ({ option, others }) => ({
      message: `der er sat kryds ved ”${option}” og også ved: ${others}`,
      hint: 'Ret rækken: begge dele kan ikke være rigtigt.',
    }),
    'missing-ticks': ({ item, options }) => ({
      message: `svarmuligheder til ”${item}” har ingen kolonne: ${options}`,
      hint: 'Giv hver svarmulighed en kolonne, også dem, som ingen har sat kryds ved.',
    }),
    'ticked-rows': ({ item }) => ({
      message: `til ${item} kan man sætte flere kryds, så rækkerne viser ikke, hvor mange der har svaret`,
      hint: 'Giv svarene med en kolonne for hver svarmulighed, eller antallet ved hver som offentliggjorte tal (holds: published) med antal svar.',
    }),
    'undecided-segment': ({ provider, segments }) => ({
      message: `gruppen mangler, og ${provider} har flere`,
      hint: `Skriv en af disse: ${segments}.`,
    }),
    'unfit-metric': ({ metric, scale }) => ({
      message: `svar på skalaen ${scale} giver ikke nøgletallet ${metric}`,
      hint: 'NPS kræver en skala fra 0 til 10; ja og nej fortælles i antal og andele.',
    }),
    'foreign-provider': ({ provider, segment }) => ({
      message: `${provider} har ikke gruppen ${segment}`,
      hint: 'Ret rækken, eller skriv gruppen under leverandøren i notat.yaml.',
    }),
    'unreadable-date': ({ found }) => ({
      message: `ugyldig dato: ${found}`,
      hint: 'En dato skrives for eksempel 2024-03-01, 01-03-2024, 01.03.2024 eller 01/03/2024.',
    }),
    'date-outside-periods': ({ date, periods }) => ({
      message: `datoen ligger uden for alle perioder: ${date}`,
      hint: `Perioderne er: ${periods}.`,
    }),
    'date-in-several-periods': ({ date, periods }) => ({
      message: `datoen ligger i flere perioder: ${date}`,
      hint: `Skriv perioden i stedet for datoen. Den kan være: ${periods}.`,
    }),
    'unknown-answer': ({ found, item, nearest, known }) => ({
      message: `ukendt svar på ${item}: ${found}`,
      hint: nearest
        ? `Mente du ${nearest}?`
        : `Der kan svares: ${known}. Er det en kode eller et andet navn for et af dem, så beskriv skalaen under scales: i notat.yaml, med ${found} i also: ved svarmuligheden.`,
    }),
    'unreadable-number': ({ found, shares }) => ({
      message: shares ? `ikke en andel: ${found}` : `ikke et tal: ${found}`,
      hint: shares
        ? `Skriv et tal, for eksempel 84 eller 33,5, eller en af disse andele i ord: ${shares.da}. Foran kan der stå knap eller godt.`
        : 'Skriv for eksempel 84, 4,4 eller 1.755.',
    }),
    'unknown-figure': ({ figure }) => ({
      message: `ukendt tal: ${figure}`,
      hint: 'Et tal skrives NØGLETAL/GRUPPE/PERIODE, fx indexScore/all/2023-24, og en ændring change/indexScore/all/2022-23..2023-24.',
    }),
    'unreadable-claim': ({ found }) => ({
      message: `hverken et tal eller en retning: ${found}`,
      hint: 'Skriv tallet, som det er trykt (85; ca. 12.000), eller for en ændring retningen (steget, faldet, uændret).',
    }),
    'ambiguous-number': ({ found, readings }) => ({
      message: `tallet kan læses på ${da.document.numberWords[Object.keys(readings).length]} måder: ${found}`,
      hint: `Det er ${Object.entries(readings)
        .map(
          ([id, number], index) =>
            `${inDanish(number)}, hvis ${index === 0 ? 'filen har' : 'den har'} ${languageName(id, 'da')}e${index === 0 ? ' tal' : ''} (numbers: ${id})`,
        )
        .join(', og ')}. Skriv det ved filen i notat.yaml.`,
    }),
    'mixed-number-styles': ({ found, other, line, first, second }) => ({
      message: `filen blander ${languageName(first, 'da')} og ${languageName(second, 'da')} skrivemåde: ${found} her og ${other} på linje ${line}`,
      hint: 'Skriv alle tal på samme måde.',
    }),
    'impossible-count': ({ found }) => ({ message: `ikke et antal: ${found}`, hint: 'Et antal er et helt tal, 0 eller større.' }),
    'impossible-value': ({ found, minimum, maximum }) => ({
      message: `værdien er umulig: ${found}`,
      hint: maximum ? `Den skal ligge mellem ${minimum} og ${maximum}.` : `Den skal være mindst ${minimum}.`,
    }),
    'count-above-base': () => ({
      message: 'der er flere, der har givet svaret, end der er svar i alt',
      hint: 'Ret antallet, eller ret antallet af svar i samme række.',
    }),
    'value-without-answers': ({ found }) => ({
      message: `tallet bygger på 0 svar: ${found}`,
      hint: 'Ret antallet af svar, eller lad feltet med tallet stå tomt.',
    }),
    'missing-options': ({ metric }) => ({
      message: `${metric} skal have en svarmulighed`,
      hint: 'Skriv den i en kolonne svar; flere svarmuligheder skrives med + imellem.',
    }),
    'duplicate-row': ({ subject, file, line }) => ({
      message: `tallet er allerede givet på linje ${line} i ${file}: ${subject}`,
      hint: 'Står rækken der to gange, så slet den ene. Handler de to rækker om hver sit, så tilføj den kolonne, der skiller dem (leverandør, gruppe, spørgsmål, periode eller svar), eller ret navnet i den ene.',
    }),
    'counted-twice': ({ subject, file }) => ({
      message: `svarene er allerede talt med fra ${file}: ${subject}`,
      hint: 'De samme svar må kun stå én gang, enten som svar eller som antal.',
    }),
    'no-data': () => ({
      message: 'projektet har dokumenter, men ingen data',
      hint: 'Læg en fil med svar eller tal i mappen data. Skal projektet kun efterprøve andres dokumenter, så slet documents:.',
    }),
    'missing-period': ({ period }) => ({
      message: `der er ingen tal for perioden ${period}`,
      hint: 'Læg en fil med periodens tal i mappen data, og nævn den under data:, hvis filerne er nævnt der. Ellers slet perioden.',
    }),
    'missing-figures': ({ segment, label, periods }) => ({
      message: `${label} (${segment}) har ingen tal for ${periods}`,
      hint: 'Er rækken glemt, så tilføj den i data. Svarede ingen, så skriv en række med 0 svar. Er tallene hemmelige, så skriv – i stedet for dem. Var gruppen ikke med, så skriv periods: under den.',
    }),
    'surplus-figures': ({ segment, label, periods }) => ({
      message: `${label} (${segment}) har tal for ${periods}, men periods: siger, at den ikke var med`,
      hint: 'Ret periods:, eller fjern tallene fra data.',
    }),
    'unasked-figures': ({ item, segment, period }) => ({
      message: `spørgsmålet ”${item}” har tal for ${segment} i ${period}, men er ikke stillet dér ifølge of: og periods:`,
      hint: 'Ret of: eller periods: under spørgsmålet, eller fjern tallene fra data.',
    }),
  },
  cli: {
    alsoAt: (times, places) =>
      `(${times} steder, også i ${/\D/.test(places.join('')) ? 'felt' : 'linje'} ${andList(places)}${places.length + 1 < times ? ' …' : ''})`,
    help: `Brug: notat build [MAPPE] [--indstillinger]
      notat audit [MAPPE] [--text FIL] [--indstillinger]
      notat explain TAL [MAPPE] [--indstillinger]
      notat init [MAPPE] [--from FIL …] | notat init [MAPPE] --example NAVN
      notat schema [--lang da|en] [--out MAPPE]

build    laver projektets notater
audit    efterprøver det, der er skrevet: påstandene i mappen claims, eller
         et dokument (--text), og projektets egne tal
explain  fortæller, hvor et tal kommer fra. TAL er tallets id
         (indexScore/all/2023-24) eller tallet, som det er trykt (82)
init     laver en ny projektmappe ud fra en tabel (xlsx, ods eller csv) eller
         som kopi af et eksempel; intet, der findes i forvejen, overskrives
schema   skriver det, en editor skal bruge for at hjælpe med notat.yaml

MAPPE er en projektmappe eller dens notat.yaml; ellers den mappe, du står i.

  --document ID        kun dette dokument
  --reporter NAVN      hvordan der svares: text eller json; build og audit
                       kan også sarif og github. Med =FIL skrives svaret til filen.
                       Kan angives flere gange
  --lang da|en         sproget i beskeder (ellers projektets)
  -h, --help           vis denne hjælp
  -V, --version        vis versionen

Build og audit:
  --root MAPPE         hvor stier i sarif og github regnes fra (ellers git-lagerets top
                       eller mappen, du står i)
  --verbose            sig ved hvert fund, hvorfor det betyder noget, og vis også
                       det, der kun passer ved afrunding eller ikke kan efterprøves;
                       med --text også teksten linje for linje med et mærke ved hvert tal

Kun audit:
  --text FIL           dokumentet, der skal efterprøves: txt, md, html eller pdf.
                       Kan angives flere gange

Kun build:
  --out MAPPE          hvor filerne lægges (ellers projektets egen mappe out)
  --format html,pdf    kun disse formater
  --check              skriv intet; sammenlign med det, der ligger i mappen
  --strict             udsagn i dine afsnit, som ikke kan efterprøves, giver kode 1;
                       notaterne skrives alligevel
  --publish            skriv i published.yaml, hvad der er vist, så senere notater
                       sammen med disse ikke røber en lille gruppe

Kun init:
  --from FIL           en tabel, der skal bruges; den kopieres til mappen data.
                       Flere filer kan skrives efter hinanden
  --example NAVN       kopier et eksempel: biu-2024, made-up-answers eller et andet

Kun explain:
  --confidential       tilbagehold intet; det, der vises, må ikke offentliggøres

Afslutningskoder: 0 alt i orden · 1 fund eller afvigelser · 2 brug eller opsætning · 3 data · 70 fejl i programmet`,
    progress: ({ stage, name }) =>
      `${{ read: 'Læser', derive: 'Beregner', audit: 'Efterprøver', compose: 'Skriver', render: 'Sætter op' }[stage]}${name ? ` ${name}` : ''} …`,
    remarks: {
      sheet: (remark) => `  arket ${remark.sheet} er læst; ikke læst: ${someOf(remark.others)}`,
      hiddenRows: (remark) =>
        `  ${spellCount(remark.count)} ${remark.count === 1 ? 'skjult række' : 'skjulte rækker'} i ${remark.sheet} er læst med (den første er række ${remark.first})`,
      printedColumns: (remark) => {
        const columns = remark.columns.map(({ at, period, item, metric }) => {
          const taken = [period, item, da.metrics[metric][0]].filter((part) => part !== null).join(' ')
          return `${at} er ${taken}`
        })
        return `  læst som en trykt tabel med ${remark.headingRows === 1 ? 'én række' : `${spellCount(remark.headingRows)} rækker`} overskrifter: ${someOf(columns)}`
      },
      printedRows: (remark) => {
        const headings = remark.headings.length > 0 ? `; kun overskrift: ${someOf(remark.headings)}` : ''
        const total = remark.total ? `; ”${remark.total.found}” er læst som ”${remark.total.segment}”` : ''
        return `  rækker med tal: ${spellCount(remark.groups)}${headings}${total}`
      },
      leftOut: (remark) => {
        const { empty, marks, lines } = remark
        const cells = ({ count, first }: { count: number; first: string }) => `${spellCount(count)} (den første i ${first})`
        const parts = [
          ...(empty.count > 0 ? [`felter uden tal: ${cells(empty)}`] : []),
          ...(marks.count > 0 ? [`mærker ved tal: ${cells(marks)}`] : []),
          ...(lines.length > 0 ? [`linjer om tabellen: ${lines.join(' | ')}`] : []),
        ]
        return `  ikke læst: ${parts.join('; ')}`
      },
    },
    read: ({ file, holds, rows, unused }) => {
      const kinds: Record<string, string> = {
        answers: 'svar',
        counts: 'optalte svar',
        published: 'offentliggjorte tal',
        claims: 'påstande',
      }
      const left = unused.length > 0 ? `; ikke brugt: ${someOf(unused)}` : ''
      const counted = rows === null ? '' : `, ${spellCount(rows)} ${rows === 1 ? 'række' : 'rækker'}`
      return `Læst: ${file} (${kinds[holds] ?? holds}${counted}${left})`
    },
    headline: ({ label, value, period, previous }) => {
      const result = `Resultat: ${label}, ${period}: ${value}`
      if (previous === null) return result
      const { change, isExact, common } = previous
      const told = change === null ? (isExact ? 'uændret' : 'stort set uændret') : `ændring ${change}`
      const before = `mod ${previous.value} ${previous.during} (${told})`
      return common === null ? `${result} ${before}` : `${result}. De grupper, der er målt i begge perioder: ${common} ${before}`
    },
    noResult: ({ label, period }) => `Resultat: ${label}, ${period}: intet tal`,
    publishedHead: [
      'Skrevet af notat build --publish: hvor mange svar der er vist tal for i hver periode, af hvert spørgsmål og hver gruppe.',
      'Det, der er offentliggjort, kan ikke trækkes tilbage. Senere notater og år bygger på det, så de tilsammen ikke røber en lille gruppe.',
      'Gem filen sammen med projektet, og ret den ikke i hånden.',
    ],
    withheld: ({ small, others, isChoice, withheld, isChanged, during }) => {
      if (isChanged)
        return `Vises ikke ${during}: andet end det samlede tal. Antallet af svar er et andet end det, der er offentliggjort (published.yaml).`
      const few = small > 0 ? `${spellCount(small)} ${small === 1 ? 'gruppe' : 'grupper'} under grænsen` : 'ingen grupper under grænsen'
      const more =
        others > 0
          ? `${small > 0 ? ' og' : ', men'} ${spellCount(others)} ${others === 1 ? 'anden gruppe' : 'andre grupper'}, for at det skjulte ikke kan regnes ud`
          : ''
      const names = withheld.map(({ segment, provider }) => (provider === null ? `”${segment}”` : `”${provider}” i ”${segment}”`))
      const choice = isChoice
        ? `. Skjult er ${someOf(names)}. Andre kunne lige så godt være skjult: Skriv under survey i notat.yaml, hvilke grupper der helst skal vises (prefer:)`
        : ''
      return `Vises ikke ${during}: ${few}${more}${choice}.`
    },
    confidential: 'Fortroligt: her tilbageholdes intet. Vis det ikke til andre end dem, der må se svarene.',
    guess: ({ file, line, wanted }) => `${file}:${line}: er stadig et gæt: ${wanted}. Ret det, og slet linjen med SKRIV.`,
    unmatchedAccept: ({ finding, line }) => `notat.yaml:${line}: accept nævner ${finding}, men der er intet sådant fund. Slet linjen.`,
    noDocuments: 'Intet er skrevet: notat.yaml har ingen dokumenter (documents:).',
    level: { error: 'Modsigelse', warning: 'Værd at se på', note: 'Oplysning', accepted: 'Accepteret' },
    stopped: 'Stoppet: der er en modsigelse i tallene eller i notatets tekst. Intet er skrevet, og tidligere filer er urørte.',
    notShown: ({ kind, id, label, reason, values, place, documents = [] }) => {
      const { nearest = '', item = '', itemLabel = '', period = '', scale = '', value = '' } = values
      const at = place ? describePlace(place) : ''
      const named = label === id ? `”${label}”` : `”${label}” (${id})`
      const things: Record<NotShownKind, string> = {
        item: `spørgsmålet ${named}`,
        period: `perioden ${named}`,
        segment: `gruppen ${named}`,
        provider: `leverandøren ${named}`,
        benchmark: `sammenligningen ${named}`,
        target: `målet på ${value.replace('.', ',')} for ${named}`,
        record: `undersøgelsen ${named}`,
        number: `${id} (${at})${inDocuments(documents)}`,
        exhibit: `tabellen eller figuren ”${id}” (${at})`,
        option: `svarmuligheden ${named}`,
        quotation: `citatet om ${named}`,
        column: `kolonnen ”${label}” (${at})`,
        section: `afsnittet ${id}`,
        template: `skabelonen ${id}`,
        file: `filen ${id}`,
        folder: `mappen ${id}`,
      }
      const it = kind === 'item' || kind === 'target' || kind === 'section' ? 'det' : 'den'
      const meant = nearest ? ` Mente du ${nearest}?` : ''
      const looks = item ? `den ligner spørgsmålet ”${itemLabel}” (${item})` : `den har svar fra skalaen ${scale}`
      const why: Record<NotShownReason, string> = {
        notPrinted: `ingen af dokumenterne viser tal om ${it}.`,
        absent: 'der er intet tal, så der står ord i stedet. Sæt {{#if}} om det, der kan mangle.',
        nothingToShow: 'den er ikke trykt, for der er intet at vise, hvor skabelonen beder om den.',
        notCleared: 'det trykkes ikke, for det er ikke godkendt (cleared: true).',
        noData: `der er ingen tal om ${it} i data.`,
        neverChosen: `ingen har valgt den i ${period} til ”${itemLabel}” (${item}) i ${at}, men den er valgt i andre filer eller perioder.`,
        lookalike: `${looks}, men bliver ikke læst. Skriv columns: { ID: "${label}" } ved filen i notat.yaml, hvis den er et spørgsmål.`,
        noSection: `ingen skabelon har sådan et afsnit.${meant}`,
        noPlace: 'det trykkes ikke, fordi det sted, det hører til, ikke er med i dokumentet.',
        unreadKind: `filer af den slags bliver ikke læst her.${meant}`,
        notListed: `den står ikke under data: eller claims: i notat.yaml.`,
        unusedTemplate: 'ingen dokumenter har den som template: i notat.yaml.',
        unreadFolder: `mapper med det navn bliver ikke læst.${meant}`,
      }
      return `Ikke vist: ${things[kind]}: ${why[reason]}`
    },
    checked: ({ drifted, count }) =>
      drifted.length === 0
        ? [`Kontrolleret: ${count === 1 ? 'filen' : `alle ${count} filer`} i mappen svarer til projektet.`]
        : ['Kør notat build uden --check for at lave filerne på ny.'],
    drifted: (name) => `Afviger: ${name}`,
    notChecked: ({ text, reason, place, page }) => {
      return `Ikke efterprøvet: ”${text}” (${place}${page === null ? '' : `, side ${page}`}): ${notCheckedReasons[reason]}.`
    },
    unread: (reason, kind) => danishUnread(reason, kind),
    marked: {
      head: 'Teksten, som den er læst. Hvert tal og hvert ord om retning har et mærke:',
      example: '82',
      legend: {
        read: 'læst og holdt op mod de andre tal; intet modsiger det',
        error: 'en modsigelse: se under linjen og fundene nederst',
        other: 'værd at se på',
        notRead: 'ikke læst: kontrollér det selv; grunden står under linjen',
        noResult: 'intet resultat: en dato, en periode, et navn, et tabelnummer og lignende',
      },
      page: (page) => `side ${page}`,
      note: ({ words, others, why, isFound }) =>
        isFound
          ? why
          : `${words.map((each) => `”${each}”`).join(', ')}${others === 0 ? '' : ` og ${spellCount(others)} ${others === 1 ? 'andet' : 'andre'}`}: ${why}`,
    },
    notRead: {
      count: (count, template) =>
        `${spellCount(count)} udsagn i ${template === null ? 'dine afsnit' : `skabelonen ${template}`} er ikke efterprøvet:`,
      line: ({ text, reason, at, documents }) => `  ${at}${inDocuments(documents)}: ”${text}”: ${notReadReasons[reason]}`,
      title: 'Udsagnet er ikke efterprøvet',
      reason: (reason) => notReadReasons[reason],
    },
    audited: ({ claims, errors, others, coverage }) => {
      const known = coverage ? ` ${danishCoverage(coverage)}` : ''
      const checked = `Efterprøvet: ${spellCount(claims)} ${claims === 1 ? 'påstand' : 'påstande'}.`
      const rest = coverage !== null && (claims === 0 || isReadLittle(coverage)) ? ' Resten af teksten er ikke efterprøvet.' : ''
      if (errors === 0 && others === 0) return rest === '' ? `${checked} Intet at bemærke.${known}` : `${checked}${known}${rest}`
      const wrong = errors === 0 ? 'Ingen modsigelser' : `${spellCount(errors)} ${errors === 1 ? 'modsigelse' : 'modsigelser'}`
      return `${checked} ${wrong}${others === 0 ? '' : `, ${spellCount(others)} ${errors === 0 ? '' : others === 1 ? 'anden ' : 'andre '}ting værd at se på`}.${known}${rest}`
    },
    written: ({ count, folder, seconds }) =>
      `Skrevet: ${count} ${count === 1 ? 'fil' : 'filer'} i ${folder} på ${inDanish(seconds)} ${isUnderTwo(seconds) ? 'sekund' : 'sekunder'}`,
    notComposed: 'Tallene modsiger hinanden, så notatet kan ikke laves. notat build viser hvorfor.',
    severalFigures: ({ number, count }) => `${number} er trykt for ${spellCount(count)} tal. Vælg et af dem med notat explain ID:`,
    explainedAbove: 'se ovenfor',
    notPrinted: 'ikke trykt i noget dokument',
  },
  init: {
    whole: 'Samlet',
    mark: 'SKRIV',
    madeOf: (files) => `Skrevet af notat init ud fra ${files}.`,
    made: 'Skrevet af notat init.',
    how: 'Søg efter SKRIV: der mangler noget, eller der står et gæt. Skriv det rigtige, slet linjer, der begynder med # SKRIV, og kør: npx notat build',
    organisation: 'kommunens navn',
    title: 'undersøgelsens navn, fx Brugertilfredshed med beskæftigelsestilbud',
    itemLabel: 'det, der måles, fx Brugertilfredshed',
    shortLabel: 'et kort navn til tabellerne, fx Brugertilfredshed',
    itemText: 'spørgsmålet, som det blev stillet',
    scale: 'den rigtige skala. Her gættes på helt enig – helt uenig; satisfaction5 er meget tilfreds – meget utilfreds',
    ownScale: 'point efter score, flest til det bedste svar',
    metric: (guessed) => `hvad tallene er. Her gættes på metric: ${guessed}; andre er indexScore, mean, topTwoBox og nps`,
    split: (headings) =>
      `grupperne. Her er alle svar én gruppe; skal de deles, så kør notat init igen, og svar på, hvilken kolonne de står i: ${someOf(headings)}`,
    periods: 'de rigtige datoer. Filerne siger ikke, hvornår perioden begynder og slutter',
    somePeriods: 'Filerne har kun tal for gruppen i:',
    partial: 'Delene er ikke hele gruppen: de har færre svar tilsammen',
    measuresNothing: [
      ...['ændring', 'udvikling', 'forskel', 'difference', 'diff', '+/-', 'mål', 'måltal', 'rang', 'placering', 'nr'],
      ...['spredning', 'standardafvigelse', 'usikkerhed', 'signifikant', 'p-værdi', 'vægt', 'i alt', 'total'],
    ],
    noPeriod: '{ from: 2024-01-01, to: 2024-12-31 }',
    kind: 'kind: internal om kommunens egne. Her gættes på external',
    sender: ['administration: Forvaltningens navn', 'office: Kontorets navn', 'address: [Gade og nummer, Postnummer og by]'],
    credit: 'det, der skal stå efter ”Kilde:”',
    phrase: [
      'phrase er gruppen inde i en sætning: bestemt form, lille begyndelsesbogstav. Fjern #, og skriv fx',
      'phrase: de eksterne tilbud. Uden phrase bruges gruppens navn.',
    ],
    fields: ['f2Case: 2024 - 12345', 'f2Document: "1234567"', 'edocCase: 2024-0123456'],
    explanations: (group) => [
      'Dine egne forklaringer på et resultat, under gruppens id:',
      'explanations:',
      `  ${group}: At flere er tilfredse, kan skyldes …`,
    ],
    because: {
      sum: 'Antallene af svar under parts giver tilsammen denne gruppes.',
      mean: 'Denne gruppes tal er gennemsnittet af dem under parts.',
      nearly: 'Antallene af svar under parts giver næsten denne gruppes. Der kan være en fejl i tabellen.',
      heading: null,
      indent: null,
    },
    ask: {
      opening: 'Tryk Enter for at springe et spørgsmål over. Det, du springer over, kan skrives i notat.yaml bagefter.',
      organisation: 'Kommunens navn: ',
      title: (known) => `Undersøgelsens navn${known === null ? '' : ` [${known}]`}: `,
      itemLabel: (wording) =>
        wording === null ? 'Hvad måles der, fx Brugertilfredshed? ' : `Et kort navn til spørgsmålet ”${wording}”, fx Brugertilfredshed: `,
      itemText: (label) => `Hvordan lød spørgsmålet om ${label}? `,
      scale: (label, known) => `Hvilken skala er der svaret på om ${label}: ${known.join(', ')}? [${known[0]}] `,
      order: (label, answers) =>
        `Svarene om ${label} er ${answers.map((answer, index) => `${index + 1} ${answer}`).join(', ')}. Skriv numrene, det bedste svar først: `,
      month: (period) => `I hvilken måned begynder perioden ${period}? Skriv 1-12: `,
      split: (headings) =>
        `Hvilken kolonne deler svarene i grupper: ${headings.map((heading, index) => `${index + 1} ${heading}`).join(', ')}? Skriv nummeret, eller tryk Enter for ingen: `,
      kind: (provider) => `Er ${provider} kommunens egen? ja/nej [nej] `,
      again: 'Det forstår jeg ikke. Prøv igen, eller tryk Enter.',
      yes: ['ja', 'j'],
    },
    missing: 'Mangler endnu, eller er et gæt:',
    noFiles: 'Ingen tabel at gå ud fra. Læg en fil fra Excel eller en CSV-fil i mappen data, eller skriv notat init --from FIL.',
    unread: (file) => `${file} er lagt i data, men fortæller ikke, hvilke grupper og perioder den handler om.`,
    sheetTaken: (file, sheet) => `${file} har flere ark med tabeller. Her er brugt ${sheet}; et andet kan skrives efter sheet.`,
    next: (folder) => `Se notat.yaml igennem, og kør: npx notat build${folder === '' ? '' : ` ${folder}`}`,
    notYet: 'Det kan ikke bygges endnu:',
    copied: (folder) => `Eksemplet ligger i ${folder}. Byg det med: npx notat build ${folder}`,
  },
  document: {
    months: ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'],
    shortMonths: ['jan.', 'feb.', 'mar.', 'apr.', 'maj', 'jun.', 'jul.', 'aug.', 'sep.', 'okt.', 'nov.', 'dec.'],
    date: (year, month, day) => `${day}-${month}-${year}`,
    day: (day, monthAndYear) => `${day}. ${monthAndYear}`,
    half: (number, year) => `${number}. halvår ${year}`,
    quarter: (number, year) => `${number}. kvartal ${year}`,
    range: (from, to) => `${from} – ${to}`,
    monthRange: (from, to, year) => `${from}–${to} ${year}`,
    fromTo: (from, to) => `fra ${from} til ${to}`,
    during: (name, isRange) => (isRange ? `i perioden ${name}` : `i ${name}`),
    numberWords: ['nul', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'],
    list: { comma: ', ', last: ' og ', or: ' eller ' },
    quote: (words) => `”${words}”`,
    unit: (unit, isDifference, printed) =>
      ({
        indexPoint: 'indekspoint',
        scalePoint: 'point',
        share: isDifference ? 'procentpoint' : 'pct.',
        answer: 'svar',
        person: printed === '1' ? 'person' : 'personer',
        number: '',
      })[unit],
    percentSign: '\u00a0%',
    about: (phrase, preposition) => `${preposition ?? 'for'} ${phrase}`,
    missing: { noAnswers: '(ingen svar)', withheld: '(vises ikke)', unknown: '(intet tal)' },
    overallWords: ['samlet', 'samlede', 'overordnet', 'overordnede', 'generel', 'generelle', 'alt'],
    parts: { one: 'gruppe', many: 'grupper' },
    called: {
      provider: { one: 'leverandør', many: 'leverandører' },
      item: { one: 'spørgsmål', many: 'spørgsmål', neuter: true },
      period: { one: 'periode', many: 'perioder' },
      option: { one: 'svarmulighed', many: 'svarmuligheder' },
      benchmark: { one: 'sammenligning', many: 'sammenligninger' },
      target: { one: 'mål', many: 'mål', neuter: true },
      line: { one: 'linje', many: 'linjer' },
      attachment: { one: 'bilag', many: 'bilag', neuter: true },
      theme: { one: 'tema', many: 'temaer', neuter: true },
      record: { one: 'undersøgelse', many: 'undersøgelser' },
      other: { one: 'punkt', many: 'punkter', neuter: true },
    },
    fractions: [
      [1, 10, 'hver tiende'],
      [1, 5, 'hver femte'],
      [1, 4, 'hver fjerde'],
      [1, 3, 'hver tredje'],
      [2, 5, 'to femtedele'],
      [1, 2, 'halvdelen'],
      [3, 5, 'tre femtedele'],
      [2, 3, 'to tredjedele'],
      [3, 4, 'tre fjerdedele'],
      [4, 5, 'fire femtedele'],
      [9, 10, 'ni tiendedele'],
    ],
    nearly: (fraction) => `knap ${fraction}`,
    over: (fraction) => `godt ${fraction}`,
    lessThan: (digits) => `under ${digits}`,
    moreThan: (digits) => `over ${digits}`,
    howMany: ({ count, of, called, countWord, ofWord, names }) => {
      if (of === 1) return `${called.neuter ? (count === 1 ? 'ét' : 'intet') : count === 1 ? 'én' : 'ingen'} ${called.one}`
      if (count === of) return of === 2 ? `begge ${called.many}` : `alle ${ofWord} ${called.many}`
      const some = `${count === 0 ? 'ingen' : count === 1 && called.neuter ? 'ét' : countWord} af de ${ofWord} ${called.many}`
      return names === null ? some : `${some} (${names})`
    },
    respondents: { one: 'borger', many: 'borgere', definite: 'borgerne' },
    definite: { nps: 'NPS-tallet', base: 'antallet af svar', responseRate: 'svarprocenten' },
    possessive: (definite) => (/[sxz]$/i.test(definite) ? `${definite}’` : `${definite}s`),
    asked: ({ statement, isQuestion }) => `${isQuestion ? 'spørgsmålet' : 'udsagnet'} ”${statement}”`,
    scale: ({ min, max }) => `på en skala fra ${min} til ${max}`,
    ends: ({ min, max }) => `${min} til ${max}`,
    breakReason: 'svarmulighederne ikke er brugt på samme måde',
    whyAbsent: {
      withheld: () => 'resultatet vises ikke af hensyn til anonymitet.',
      noAnswers: ({ during }) => `ingen har svaret ${during}.`,
      uncounted: ({ during }) => `ingen har givet et svar, der tæller med, ${during}.`,
      notMeasured: ({ during }) => `der er ikke målt ${during}.`,
      unknown: ({ name }, definite) => `${definite} er ikke oplyst for ${name}.`,
      manyAnswers: () => 'der kunne sættes flere kryds, så der ikke er ét tal, men et for hver svarmulighed.',
    },
    whyNoTotal: {
      overlap: ({ many }) => `der er ikke beregnet et samlet tal, fordi nogle ${many} kan indgå i flere grupper.`,
      incomplete: ({ many }) => `der er ikke beregnet et samlet tal, fordi grupperne ikke dækker alle ${many}.`,
      noWeights: () => 'der er ikke beregnet et samlet tal, fordi antallet af svar ikke er oplyst for alle grupper.',
      unknownPart: () => 'der er ikke beregnet et samlet tal, fordi tallet ikke er oplyst for alle grupper.',
      notMeasured: () => 'der er ikke beregnet et samlet tal, fordi ikke alle grupper er målt.',
    },
    whyNoChange: {
      noCommonTotal: ({ name }) =>
        `der kan ikke sammenlignes med ${name}, fordi der ikke kan vises et samlet tal for de grupper, der er målt i begge perioder.`,
      noCommonGroup: ({ name }) => `ingen grupper er målt i begge perioder, så der er intet at sammenligne med fra ${name}.`,
      withheld: ({ name }) => `tallet fra ${name} vises ikke af hensyn til anonymitet.`,
      noAnswers: ({ during }) => `ingen havde svaret ${during}.`,
      uncounted: ({ during }) => `ingen havde givet et svar, der tæller med, ${during}.`,
      notMeasured: ({ during }) => `der blev ikke målt ${during}, så der er intet tal at sammenligne med.`,
      unknown: ({ name }) => `der er intet tal at sammenligne med fra ${name}.`,
      manyAnswers: () => 'der kunne sættes flere kryds, så hver svarmulighed har sin egen ændring.',
    },
    verdictSentences: {
      certain: 'ændringen er statistisk sikker.',
      chance: 'ændringen kan være tilfældig.',
      undecided: 'det kan ikke afgøres, om ændringen er statistisk sikker.',
      tooFew: 'ændringen er ikke vurderet, fordi der er for få svar.',
    },
    chanceAmongMany: (changes) =>
      `ændringen er statistisk sikker set for sig, men kan være tilfældig, når ${changes} ændringer vurderes på én gang.`,
    table: { label: (number) => `Tabel ${number}`, inText: (number) => `tabel ${number}`, anchor: 'tabel' },
    attachment: (number) => `bilag ${number}`,
    chart: { label: (number) => `Figur ${number}`, inText: (number) => `figur ${number}`, anchor: 'figur' },
    summaryTitle: ({ item, hasTotal, partsCalled, period, isAgainstTargets }) => {
      const split = partsCalled ? `${hasTotal ? ' og' : ''} fordelt på ${partsCalled.many}` : hasTotal ? ' resultat' : ''
      return `${item}${hasTotal ? ', samlet' : ''}${split}${isAgainstTargets ? ', holdt op mod mål' : ''}${period ? `, ${period}` : ''}`
    },
    ofProvider: (name) => `for ${name}`,
    groupTitle: ({ item, on, partsCalled, period, isAgainstTargets }) =>
      `${item} ${on}${partsCalled ? ` fordelt på ${partsCalled.many}` : ''}${isAgainstTargets ? ', holdt op mod mål' : ''}${period ? `, ${period}` : ''}`,
    measures: {
      indexScore: {
        bare: 'indekstal',
        definite: 'indekstallet',
        indefinite: 'et indekstal',
        whole: 'det samlede indekstal',
        pronoun: 'det',
        same: 'det samme',
        extremes: 'det højeste og det laveste indekstal',
        points: 'indekspoint',
        howToRead: ({ min, max, lowest, highest }) =>
          `Indekstallet går fra ${min} (alle har svaret ”${lowest}”) til ${max} (alle har svaret ”${highest}”).`,
        made: () => 'Svarene er omregnet til et indekstal.',
      },
      mean: {
        bare: 'gennemsnit',
        definite: 'gennemsnittet',
        indefinite: 'et gennemsnit',
        whole: 'det samlede gennemsnit',
        pronoun: 'det',
        same: 'det samme',
        extremes: 'det højeste og det laveste gennemsnit',
        points: 'point',
        howToRead: ({ min, max, lowest, highest }) =>
          `Gennemsnittet går fra ${min} (alle har svaret ”${lowest}”) til ${max} (alle har svaret ”${highest}”).`,
        made: () => 'Tallene er gennemsnit af svarene.',
      },
      topTwoBox: shareWords,
      share: shareWords,
    },
    valueHead: ({ item, measure }) => `${item} (${measure})`,
    resultHead: 'Resultat',
    answeredHead: (options) =>
      `Har svaret ${options.length > 3 ? `”${options[0]}”–”${options.at(-1)}”` : orList(options.map((option) => `”${option}”`))}`,
    baseHead: 'Antal svar',
    rateHead: 'Svarprocent',
    shareHead: 'Andel',
    dash: '–',
    note: (words) => `Note: ${words}`,
    dashes: {
      noAnswers: () => 'at ingen har svaret',
      uncounted: () => 'at ingen har givet et svar, der tæller med',
      withheld: () => 'at tallet ikke vises af hensyn til anonymitet',
      notMeasured: () => 'at gruppen ikke er målt i perioden',
      unknown: () => 'at tallet ikke er oplyst',
      manyAnswers: () => 'at der kunne sættes flere kryds, så der ikke er ét tal',
      noBase: () => 'at antallet af svar ikke er oplyst',
      noRate: () => 'at svarprocenten ikke er oplyst',
      noChange: () => 'at der ikke er to tal, der kan sammenlignes',
      broken: () => 'at tallene ikke kan sammenlignes, fordi der er spurgt eller svaret på en anden måde',
    },
    dashNote: (clause) => `En streg (–) betyder, ${clause}.`,
    dashMarked: (clause) => `Stregen betyder, ${clause}.`,
    noChange: 'at der ikke er to tal, der kan sammenlignes',
    verdictNotes: {
      certain: (previous) => `Ændringen siden ${previous} er statistisk sikker.`,
      undecided: (previous) => `Det kan ikke afgøres, om ændringen siden ${previous} er statistisk sikker.`,
      tooFew: (previous) => `Ændringen siden ${previous} er ikke vurderet, fordi der er for få svar.`,
    },
    chanceNote: ({ isAnyMarked, previous }) => `${isAnyMarked ? 'Øvrige ændringer' : 'Ændringerne'} siden ${previous} kan være tilfældige.`,
    commonNote: (previous) => `Ændringen siden ${previous} er opgjort for de grupper, der er målt i begge perioder.`,
    commonRowsNote: ({ names, previous }) =>
      `Ændringen siden ${previous} for ${andList(names.map((name) => `”${name}”`))} er opgjort for de grupper, der er målt i begge perioder.`,
    ownTotalNotes: {
      overlap: (name, { many }) =>
        `${name === null ? 'Det samlede tal' : `Tallet for ${name}`} er oplyst for sig. Nogle ${many} kan indgå i flere grupper, så det er ikke gennemsnittet af gruppernes tal, og gruppernes antal svar kan ikke lægges sammen.`,
      incomplete: (name, { many }) =>
        `${name === null ? 'Det samlede tal' : `Tallet for ${name}`} er oplyst for sig. Grupperne dækker ikke alle ${many}, så det er ikke gennemsnittet af gruppernes tal, og gruppernes antal svar giver ikke det samlede antal.`,
    },
    weightedMark: '*',
    weightedNote: 'Gennemsnit af grupperne nedenfor, vægtet efter antal svar.',
    methodHeading: 'metode',
    tableNote: ({
      tables,
      respondents,
      statement,
      isQuestion,
      options,
      uncounted,
      measure,
      ends,
      hasOwnTotals,
      isWeighted,
      methodSection,
    }) => {
      const asked = isQuestion ? 'spørgsmålet' : 'udsagnet'
      const [shown, them] = tables === 1 ? ['Tabellen viser', 'tabellen'] : ['Tabellerne viser', 'tabellerne']
      return [
        `${shown}, hvordan ${respondents.definite} har svaret på ${asked} ”${statement}”, og hvor mange svar der ligger bag tallene.`,
        `${capitalised(respondents.definite)} kunne vælge mellem ${andList(options.map((option) => `”${option}”`))}.`,
        measure.made(ends),
        ...(isWeighted ? [`${hasOwnTotals ? 'Øvrige tal' : 'Tal'}, der dækker flere grupper, er gennemsnit vægtet efter antal svar.`] : []),
        ...(uncounted.length > 0
          ? [
              `${uncounted.length === 1 ? 'Svaret' : 'Svarene'} ${andList(uncounted.map((option) => `”${option}”`))} tæller ikke med, hverken i ${measure.definite} eller i antallet af svar.`,
            ]
          : []),
        ...(methodSection ? [`Afsnittet ${methodSection} beskriver, hvor sikre ændringerne i ${them} er.`] : []),
      ].join(' ')
    },
    source: 'Kilde: ',
    changeTitle: ({ itemInText }) => `Ændring i ${itemInText} fra forrige til seneste periode`,
    changeHowTo: ({ from, to, lowest, highest, measure }) =>
      `${capitalised(measure.bare)}. Aksen går fra ${from}${lowest ? ` (”${lowest}”)` : ''} til ${to}${highest ? ` (”${highest}”)` : ''}. Ændringen er i ${measure.points}.`,
    absences: {
      noAnswers: 'ingen svar',
      uncounted: 'ingen svar, der tæller med',
      withheld: 'vises ikke',
      notMeasured: 'ikke målt',
      unknown: 'ikke oplyst',
      manyAnswers: 'flere kryds, ikke ét tal',
    },
    shareOf: (counted) => `Andel af ${counted}.`,
    noteOf: ({ item, note }) => `${item}: ${note}`,
    tickedHowTo: 'Andelen af dem, der har svaret. Der kunne sættes flere kryds, så andelene ikke kan lægges sammen.',
    tickedNote: ({ statement, isQuestion, uncounted }) => {
      const left = uncounted.length > 0 ? ` De, der kun har svaret ${orList(uncounted.map((option) => `”${option}”`))}, er ikke med.` : ''
      return `${isQuestion ? 'Spørgsmålet' : 'Udsagnet'} lyder: ”${statement}” Tallene omfatter alle, der har sat mindst ét kryds.${left}`
    },
    absenceIn: ({ period, words }) => `${period}: ${words}`,
    changeSince: (period) => `Ændring siden ${period}`,
    changeHead: 'Ændring',
    groupHead: 'Gruppe',
    changeData: ({ bare, points }) => `${capitalised(bare)} i de to perioder og ændring i ${points}`,
    verdictHead: 'Vurdering',
    verdicts: { certain: 'statistisk sikker', chance: 'kan være tilfældig', undecided: 'kan ikke afgøres', tooFew: 'for få svar' },
    changeAlt: ({ groups, isOneGroup, called, hasTotal, total, rise, fall, unchanged, largelyUnchanged }) =>
      [
        `Punktdiagram med ${groups} ${isOneGroup ? called.one : called.many}${hasTotal ? ' og det samlede tal' : ''}.`,
        ...(total ? [`${total.name}: ${changeInAlt[total.direction](total)}${commonInAlt(total)}.`] : []),
        ...(fall ? [`Største fald: ${fall.name} ${changeInAlt.fall(fall)}${commonInAlt(fall)}.`] : []),
        ...(rise ? [`Største fremgang: ${rise.name} ${changeInAlt.rise(rise)}${commonInAlt(rise)}.`] : []),
        ...(unchanged.length > 0 ? [`Uændret: ${unchanged.join(', ')}.`] : []),
        ...(largelyUnchanged.length > 0 ? [`Stort set uændret: ${largelyUnchanged.join(', ')}.`] : []),
        'Alle tal står også i tabellerne.',
      ].join(' '),
    sharesTitle: ({ statement, period }) => `Svar på ”${statement}”, ${period}`,
    sharesOfItemsTitle: ({ period }) => `Svar på de enkelte spørgsmål, ${period}`,
    sharesHowTo: (uncounted) => `Procent af svarene.${uncounted ? ` Svaret ”${uncounted}” er ikke med i søjlerne, men vist for sig.` : ''}`,
    sharesNotes: ({ hasUnnumbered, isOff }) => [
      ...(hasUnnumbered ? ['Meget små andele er vist uden tal i figuren. De fremgår af tabellen nedenfor.'] : []),
      ...(isOff ? ['Andelene er afrundet hver for sig og giver derfor ikke altid 100 tilsammen.'] : []),
    ],
    sharesData: 'Procent af svarene og antal svar',
    sharesSummary: ({ base, dontKnow, dontKnowLabel }) =>
      `${base} svar${dontKnow === null || dontKnowLabel === null ? '' : `, ${dontKnow} ”${dontKnowLabel}”`}`,
    sharesAlt: ({ groups, isOneGroup, called, hasTotal, option, total, highest, lowest }) =>
      [
        `Søjlediagram med svarene fordelt på svarmuligheder${groups === null ? '' : ` for ${groups} ${isOneGroup ? called.one : called.many}${hasTotal ? ' og samlet' : ''}`}.`,
        ...(total ? [`Andelen, der har svaret ”${option}”, er ${total.share} procent for ${total.name}.`] : []),
        ...(highest && lowest
          ? [`Den er højest for ${highest.name} med ${highest.share} procent og lavest for ${lowest.name} med ${lowest.share} procent.`]
          : []),
        'Alle tal står i tabellen under figuren.',
      ].join(' '),
    axisHowTo: ({ measure, from, to, lowest, highest }) =>
      `${capitalised(measure)}. Aksen går fra ${from}${lowest ? ` (”${lowest}”)` : ''} til ${to}${highest ? ` (”${highest}”)` : ''}.`,
    trendData: (measure) => `${capitalised(measure)} i hver periode`,
    benchmarkData: (measure) => `${capitalised(measure)}, side om side`,
    barsData: capitalised,
    measureHead: capitalised,
    rowHead: 'Række',
    differenceHead: 'Forskel',
    differenceTo: (against) => `Forskel i forhold til ${heldAgainst(against)}`,
    noDifference: 'at der ikke er noget tal',
    boldNote: {
      change: 'En ændring med fed skrift er statistisk sikker. De øvrige kan ikke siges at være statistisk sikre.',
      difference: 'En forskel med fed skrift er statistisk sikker. De øvrige kan ikke siges at være statistisk sikre.',
    },
    breakNote: (breaks) =>
      breaks
        .map(({ rows, periods }) => {
          const where = rows === null ? '' : ` om ${andList(rows.map((row) => `”${row}”`))}`
          return `To skråstreger (//) bryder linjen, hvor der er spurgt eller svaret på en anden måde end før: fra ${andList(periods)}${where}.`
        })
        .join(' ')
        .concat(' Tal på hver sin side kan ikke sammenlignes.'),
    gapNote: (gaps) =>
      `En linje har et hul, hvor der ikke er noget tal: ${gaps.map(({ row, periods, reason }) => `${row} i ${andList(periods)} (${reason})`).join('; ')}.`,
    gapsNote: 'En linje har et hul, hvor der ikke er noget tal. Tallene bag figuren viser hvorfor.',
    scaleMiddle: (value) => `Midt på skalaen: ${value}`,
    referenceLine: ({ name, number }) => `${name}: ${number}`,
    trendAlt: ({ rows, isOneRow, from, to, total, rise, fall }) => {
      const told = <Slot>({ name, first, last, span }: TrendRun<Slot>): Phrase<Slot> =>
        span ? phrase`${name} fra ${first} i ${span.since} til ${last} i ${span.until}` : phrase`${name} fra ${first} til ${last}`
      return inOneLine([
        [`Kurvediagram med ${rows} ${isOneRow ? 'linje' : 'linjer'} fra ${from} til ${to}.`],
        ...(total ? [phrase`${told(total)}.`] : []),
        ...(fall ? [phrase`Største fald: ${told(fall)}.`] : []),
        ...(rise ? [phrase`Største fremgang: ${told(rise)}.`] : []),
        ['Alle tal står i tabellen under figuren.'],
      ])
    },
    benchmarkAlt: ({ rows, isOneRow, whoms, total, own, highest, lowest }) =>
      inOneLine([
        [
          `Punktdiagram med ${rows} ${isOneRow ? 'række' : 'rækker'}${whoms.length > 0 ? ` og et punkt for hver af ${andList(whoms)}` : ''}.`,
        ],
        ...(total
          ? [
              phrase`${total.name}: ${inOneLine(
                total.numbers.map(({ whom, number }) => phrase`${whom} ${number}`),
                ', ',
              )}.`,
            ]
          : []),
        ...(highest ? [phrase`Højest for ${own}: ${highest.name}, ${highest.number}.`] : []),
        ...(lowest ? [phrase`Lavest for ${own}: ${lowest.name}, ${lowest.number}.`] : []),
        ['Alle tal står i tabellen under figuren.'],
      ]),
    barsAlt: ({ rows, isOneRow, total, highest, lowest }) =>
      inOneLine([
        [`Søjlediagram med ${rows} ${isOneRow ? 'søjle' : 'søjler'}.`],
        ...(total ? [phrase`${total.name}: ${total.number}.`] : []),
        ...(highest ? [phrase`Højest: ${highest.name}, ${highest.number}.`] : []),
        ...(lowest ? [phrase`Lavest: ${lowest.name}, ${lowest.number}.`] : []),
        ['Alle tal står i tabellen under figuren.'],
      ]),
    knownNumbers: [
      // 09-12-2024, 2024-12-09, 9.12.2024
      /\b\d{1,2}[-./]\d{1,2}[-./]\d{4}\b|\b\d{4}-\d{2}-\d{2}\b/gu,
      // 7. august 2023, den 7. august, 7.-9. august
      /\b\d{1,2}\.(?:\s?[-–]\s?\d{1,2}\.)?\s(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b/gu,
      // forordning (EU) 2016/679, direktiv 2014/24/EU
      /\b(?:forordning|direktiv)(?:en|et)?\s(?:\((?:EU|EF|EØF)\)\s)?(?:nr\.\s?)?\d+\/\d+(?:\/(?:EU|EF|EØF))?/giu,
      // sagsnr. 2025-0012345, dokumentnummer 1234567-2, j.nr. 12.3, CVR-nr. 64942212, EAN 5798009800206
      /(?:\b\p{L}+-?nr\.?|\bj\.\s?nr\.?|\b\p{L}+-?nummer(?:et)?|\bCVR|\bEAN|\bISBN):?\s?\d[\d./-]*\d/giu,
      // Havnegade 12, Storegade 5 B, 2. th.; 1602 København V; lokale 3.14
      /\b\p{Lu}\p{L}*(?:gade|vej|allé|plads|torv|stræde|boulevard|vænge|vænget|parken|stien|kajen|brygge)\s\d+(?:\s?[A-Z](?!\p{L}))?(?:,\s\d{1,2}\.(?:\s(?:sal|th|tv|mf)\b\.?)?)?/gu,
      /(?<=,\s)\d{4}(?=\s\p{Lu}\p{Ll})/gu,
      /\b(?:møde)?lokale\s\d+(?:\.\d+)*/giu,
      // 2024, 2023-24, 2023-2024, 2023/24
      /(?<![\d.,])(?:19|20)\d{2}(?:[-–/](?:(?:19|20)\d{2}|\d{2}))?(?![\d]|[.,]\d)/gu,
      // 1. kvartal, 2. halvår
      /\b\d\.\s(?:kvartal|halvår)\b/gu,
      // kl. 10, kl. 10.30, kl. 10-14, kl. 9.00 og 15.30, 14:30
      /\bkl\.\s?\d{1,2}(?:[.:]\d{2})?(?:(?:\s?[-–]\s?|\s(?:til|og)\s)(?:kl\.\s?)?\d{1,2}(?:[.:]\d{2})?(?![\d.,]*\d|\s?(?:%|pct|procent)))?|\b\d{1,2}:\d{2}\b/giu,
      // §§ 3 og 4, §§ 3-5
      /§§\s?\d+[a-z]?(?:(?:\s?[-–]\s?|\sog\s)\d+[a-z]?)*/gu,
      // § 12, § 5, stk. 2, nr. 3
      /§\s?\d+[a-z]?(?:,\s?(?:stk|nr)\.\s?\d+)*/gu,
      // Bilag 1, bilag 1-3, bilag 1 og 2
      /\bbilag\s\d+(?:(?:\s?[-–]\s?|\sog\s)\d+)*/giu,
      // lov nr. 692, LBK nr 701, bekendtgørelse nr. 1234, sagsnr. 12
      /\b\p{L}*(?:lov|bekendtgørelse|lovbekendtgørelse|lbk|bek|vejledning|cirkulære|direktiv|forordning|sag)(?:en|et|s)?\s?(?:nr\.?|nummer)\s?\d[\d./-]*/giu,
      // kapitel 4, artikel 6, stk. 2, pkt. 3, afsnit 2.1, side 4, punkt 7
      /\b(?:kapitel|artikel|stk\.|pkt\.|punkt|afsnit|side|s\.)\s?\d+(?:\.\d+)*/giu,
      // tlf. 33 66 33 66, telefon 33663366, +45 3366 3366
      /(?:\btlf\.?|\btelefon(?:nummer(?:et)?)?|\bmobil|\+45)(?:\s(?:nr\.|på))?:?\s?(?:\+45\s?)?\d(?:\s?\d){7}(?!\d)/giu,
      // de 18-29-årige, 30-årige, unge på 18-29 år, over 30 år, fra 18 til 29 år, er fyldt 25 år
      /(?<![\d.,])\d{1,2}(?:\s?[-–]\s?\d{1,2})?-årig\p{Ll}*/gu,
      /\b(?:over|under|fra|mellem|på|fyldt|fyldte|fylder)\s\d{1,2}(?:(?:\s?[-–]\s?|\s(?:til|og)\s)\d{1,2})?\sår(?!\p{L})/gu,
      // uge 12, ugerne 12 og 13, uge 12-14
      /\buge(?:rne)?\s\d{1,2}(?:(?:\s?[-–]\s?|,\s|\sog\s)\d{1,2})*/giu,
      // Covid-19
      /(?<!\p{L})(?!(?:indeks|score|resultat|tilfredshed|gennemsnit)\p{Ll}*-)\p{L}\p{Ll}+-\d{1,3}(?![\d.,]\d|\p{L})/giu,
      // 1. sal, det 3. møde; a place in an order is a result: den 3. højeste
      /(?<![\d.,])\d{1,2}\.\s(?!\p{Ll}*(?:st|ste)(?!\p{L}))(?=\p{Ll})/gu,
    ],
  },
  statementWords: danishStatements,
  claimWords: {
    stem: danishStem,
    articles: ['de', 'den', 'det'],
    conjunctions: ['og', 'eller', 'samt', 'og/eller'],
    abbreviations: [
      ...[
        'ca',
        'pct',
        'bl',
        'a',
        'hhv',
        'dvs',
        'fx',
        'f',
        'eks',
        'nr',
        'pkt',
        'mio',
        'mia',
        'kr',
        'd',
        'jf',
        'inkl',
        'ekskl',
        'ifm',
        'ift',
        'vedr',
        'mht',
      ],
      ...[
        'mhp',
        'evt',
        'osv',
        'mv',
        'm',
        'o',
        'lign',
        'pr',
        'st',
        'kl',
        'tlf',
        'jan',
        'feb',
        'mar',
        'apr',
        'jun',
        'jul',
        'aug',
        'sep',
        'sept',
        'okt',
        'nov',
        'dec',
      ],
    ],
    numbers: {
      ...{ nul: 0, en: 1, én: 1, et: 1, ét: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7 },
      ...{ otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, tretten: 13, fjorten: 14, femten: 15, seksten: 16, sytten: 17 },
      ...{ atten: 18, nitten: 19 },
      ...tensInWords,
    },
    fractions: partsInWords,
    directions: {
      rise: [
        'steget',
        'steg',
        'stigning',
        'stigningen',
        'fremgang',
        'fremgangen',
        'forbedring',
        'forbedringen',
        'forbedret',
        'øget',
        'vokset',
        'gået frem',
      ],
      fall: [
        'faldet',
        'faldt',
        'fald',

        'nedgang',
        'nedgangen',
        'tilbagegang',
        'tilbagegangen',
        'forværring',
        'forværret',
        'gået tilbage',
      ],
      unchanged: ['uændret', 'uændrede', 'uforandret', 'stort set uændret', 'stort set uændrede', 'på samme niveau som'],
    },
    hedges: {
      near: [
        'ca',
        'cirka',
        'omkring',
        'omtrent',
        'tæt på',
        'nær',
        'nær ved',
        'i omegnen af',
        'rundt regnet',
        'rundt om',
        'stort set',
        'nogenlunde',
      ],
      atLeast: ['mindst', 'over', 'mere end', 'flere end', 'lidt over', 'lidt mere end', 'godt', 'minimum'],
      atMost: ['højst', 'under', 'mindre end', 'færre end', 'lidt under', 'knap', 'næsten', 'op til', 'maksimalt'],
    },
    irrealis: [
      ...[
        'ikke',
        'hvis',
        'såfremt',
        'skal',
        'skulle',
        'bør',
        'burde',
        'vil',
        'ville',
        'forventes',
        'forventer',
        'forventet',
        'forventeligt',
      ],
      ...[
        'mål om',
        'målet om',
        'mål på',
        'målet på',
        'målet er',
        'målsætning',
        'målsætningen',
        'ambition',
        'ambitionen',
        'måltal',
        'måltallet',
      ],
    ],
    metrics: {
      indexScore: ['indekstal', 'indekstallet', 'indekstallene', 'indeks', 'indekset', 'indeksscore', 'indeksscoren'],
      mean: [
        ...[
          'score',
          'scoren',
          'scorer',
          'gennemsnitsscore',
          'gennemsnitsscoren',
          'gennemsnitscore',
          'gennemsnitscoren',
          'gennemsnit',
          'gennemsnittet',
        ],
        ...['gennemsnitlig', 'gennemsnitlige', 'gennemsnitligt'],
      ],
      base: [
        'antal svar',
        'antallet af svar',
        'antal besvarelser',
        'antallet af besvarelser',
        'antal respondenter',
        'svar i alt',
        'antal borgere',
        'svar fordelt på',
      ],
      invited: ['antal inviterede', 'inviterede', 'antal udsendte skemaer', 'udsendte skemaer'],
      responseRate: ['svarprocent', 'svarprocenten', 'besvarelsesprocent', 'besvarelsesprocenten', 'svarandel', 'svarandelen'],
      level: [
        ...['tilfredshed', 'tilfredsheden', 'brugertilfredshed', 'brugertilfredsheden', 'borgertilfredshed', 'borgertilfredsheden'],
        ...['tilfredshedsniveau', 'tilfredshedsniveauet', 'resultat', 'resultatet'],
      ],
      share: ['andel', 'andelen'],
    },
    units: {
      indexPoint: ['indekspoint', 'indekspoints'],
      point: ['point', 'points'],
      percentagePoint: ['procentpoint', 'pct.-point', '%-point', 'pp'],
      percent: ['pct', 'procent', '%'],
      answer: ['svar', 'besvarelser'],
      person: [
        'borgere',
        'personer',
        'deltagere',
        'respondenter',
        'brugere',
        'ledige',
        'unge',
        'voksne',
        'forældre',
        'elever',
        'medarbejdere',
      ],
    },
    outOf: ['ud af'],
    scale: ['skala', 'skalaen', 'svarskala', 'svarskalaen'],
    from: ['fra'],
    to: ['til'],
    by: ['med', 'på'],
    levelBefore: ['på', 'er', 'var', 'svarer', 'til', 'lyder på', 'lå på', 'ligger på', 'blev'],
    comparedWith: ['sammenlignet med', 'i forhold til', 'ift', 'mod', 'end', 'set i forhold til', 'siden'],
    change: ['ændring', 'ændringen', 'udvikling', 'udviklingen', 'forskel', 'forskellen'],
    against: ['mod'],
    previousPeriod: [
      'forrige periode',
      'sidste periode',
      'sidst',
      ...[
        'seneste undersøgelse',
        'sidste undersøgelse',
        'forrige undersøgelse',
        'seneste måling',
        'sidste måling',
        'forrige måling',
        'sidste år',
        'året før',
      ],
      ...['den foregående undersøgelse', 'foregående undersøgelse', 'undersøgelsen året før', 'foregående år'],
    ],
    beforeYear: ['i', 'fra', 'siden', 'år', 'året', 'årene', 'før', 'efter', 'til', 'undersøgelsen', 'målingen'],
    continuing: [
      'det',
      'dette',
      'dermed',
      'den',
      'her',
      'heraf',
      'derved',
      'således',
      'tilfredsheden',
      'resultatet',
      'indekstallet',
      'scoren',
    ],
    about: ['på', 'med', 'for', 'hos', 'blandt', 'i', 'om', 'ved', 'til', 'over for'],
    general: ['perioden', 'måleperioden', 'undersøgelsen', 'målingen', 'år', 'året', 'forhold', 'dag', 'alt'],
    aboutTable: ['kilde', 'kilder', 'note', 'noter', 'anm', 'anmærkning', 'bemærk'],
    fewerThan: ['under', 'færre end', 'mindre end'],
    total: ['total', 'i alt', 'alle', 'samlet', 'hele undersøgelsen'],
    table: ['tabel'],
    chart: ['figur'],
    and: ['og', 'samt'],
    continued: ['fortsat'],
    extraction: ['kilde', 'kilder', 'dataudtræk', 'dataudtrækket', 'udtræk', 'udtrukket', 'opgjort', 'opgørelsesdato', 'trukket'],
    documentDate: ['dato', 'mødedato', 'dateret'],
    listed: ['områder', 'temaer', 'grupper', 'målgrupper', 'punkter', 'tilbud', 'kategorier', 'indsatser', 'hovedtemaer', 'emner'],
    above: ['over', 'højere end', 'bedre end'],
    below: ['under', 'lavere end', 'dårligere end'],
    highest: ['højest', 'størst'],
    lowest: ['lavest', 'mindst tilfredse'],
    all: ['alle', 'samtlige'],
    none: ['ingen'],
    midpoint: ['middel', 'midten', 'midte', 'midtpunkt', 'midtpunktet', 'skalaens midte', 'skalaens midtpunkt', 'midt på skalaen'],
    benchmark: ['gennemsnit', 'gennemsnittet', 'landsgennemsnit', 'landsgennemsnittet', 'benchmark'],
    target: ['mål', 'målet', 'målene', 'måltal', 'måltallet', 'målsætning', 'målsætningen'],
    most: ['de fleste', 'flest', 'hovedparten', 'størstedelen'],
    neutral: ['neutral', 'hverken eller', 'hverken tilfreds eller utilfreds', 'hverken enig eller uenig'],
    standsFor: ['svarer til', 'betyder', 'står for', 'er', 'ligger', '='],
    reached: ['nået', 'opnået', 'opfyldt', 'indfriet', 'lever op til', 'levet op til', 'levede op til'],
    not: ['ikke', 'hverken', 'ingen'],
    partly: ['næsten', 'delvis', 'delvist', 'knap', 'til dels'],
    planned: ['næste', 'kommende', 'fremover', 'trækkes', 'udtrækkes', 'opgøres', 'planlagt', 'igen'],
    commonBasis: ['målt i begge perioder'],
    mayBe: ['kan også være', 'kan ligge mellem'],
    says: ['svarer', 'svarede', 'har svaret', 'angiver'],
    sides: {
      positive: ['positive svar', 'positivt svar eller ja'],
      negative: ['negative svar', 'negativt svar eller nej'],
      rest: ['øvrige svar'],
    },
    contributions: {
      ...{ within: ['ændringer i de enkelte gruppers'], mix: ['fordeling af svarene', 'fordelingen af svarene'] },
      ...{ up: ['op'], down: ['ned'] },
    },
    commonScale: ['fælles skala', 'den fælles skala'],
    overall: [
      ...[
        'i alt',
        'hele undersøgelsen',
        'samlet set',
        'samlet har',
        'samlet er',
        'samlede indekstal',
        'samlede andel',
        'samlede gennemsnit',
      ],
      ...['samlede tilfredshed', 'samlede brugertilfredshed'],
    ],
    elsewhere: [
      ...['bilag', 'bilaget', 'bilagene', 'rapport', 'rapporten', 'rapportens', 'notatet', 'notat', 'publikation', 'publikationen'],
      ...['undersøgelsens', 'dagsorden', 'dagsordenen', 'fredagsmail', 'fredagsmailen', 'redegørelse', 'redegørelsen', 'appendiks'],
    ],
    otherUnits: [
      ...['antal forløb', 'antal af forløb', 'antallet af forløb', 'antal sager', 'antal af sager', 'antallet af sager', 'antal samtaler'],
      ...['antal af samtaler', 'antallet af samtaler', 'antal henvendelser', 'antal af henvendelser', 'antallet af henvendelser'],
      ...['antal besøg', 'antal af besøg', 'antallet af besøg'],
    ],
    counted: {
      ongoing: ['i forløb', 'igangværende', 'aktive forløb', 'påbegyndt', 'påbegyndte', 'i gang'],
      finished: ['afsluttet', 'afsluttede', 'afsluttet forløb', 'gennemført', 'gennemførte', 'efter endt'],
      asked: ['inviterede', 'inviteret', 'udsendte skemaer', 'adspurgte', 'de spurgte', 'spurgte borgere'],
      answered: ['antal svar', 'besvarelser', 'besvaret', 'respondenter', 'har svaret', 'svaret'],
    },
  },
  findings: {
    figureName: ({ metric, segment, periods, item, provider, options, against }) => {
      const of = [segment, provider, item].filter((part) => part !== null).join(', ')
      const what = `${da.metrics[metric][0]}${options.length > 0 ? ` (”${options.map((labels) => labels.da).join('” eller ”')}”)` : ''}`
      const kind = against ? `forskel i ${what}` : periods.length === 2 ? `ændring i ${what}` : what
      return `${kind} for ${of}${against ? ` i forhold til ${heldAgainst(against)}` : ''}${periods.length > 0 ? `, ${periods.join(' → ')}` : ''}`
    },
    rules: {
      'false-statement': {
        finds: 'Et udsagn i dokumentets egen tekst, som dets tal modsiger',
        why: 'Læseren husker ordene. Siger de noget andet end tallene, får læseren et forkert billede.',
      },
      'statement-mismatch': {
        finds: 'Et udsagn om flere tal, som tallene ikke giver',
        why: 'Hvem der ligger over hvem, og hvor mange det gælder, er konklusionen. Siger tallene noget andet, er den forkert.',
      },
      'impossible-mean': {
        finds: 'Et gennemsnit eller indeks, som ingen svar kan give',
        why: 'Ingen kan have svaret sådan: Tallet, antallet af svar eller skalaen er ikke det, der blev målt.',
      },
      'impossible-total': {
        finds: 'Et samlet tal, der ikke er et gennemsnit af delene',
        why: 'Det samlede tal er det, læseren tager med sig. Kan det ikke komme af sine dele, er mindst ét af tallene forkert.',
      },
      'impossible-share': {
        finds: 'En andel, som intet helt antal personer giver',
        why: 'Et antal personer er et helt tal: Andelen eller antallet af svar hører til noget andet, end der står.',
      },
      'share-mismatch': {
        finds: 'En andel, der ikke er antallet ud af alle svar',
        why: 'En læser, der selv dividerer, får en anden andel og kan ikke se, hvilket tal der er til at stole på.',
      },
      'share-sum': {
        finds: 'Andele for ét spørgsmål, der ikke giver hundrede',
        why: 'Hver person giver ét svar: Giver andelene mere eller mindre end alle, er nogen talt to gange eller udeladt.',
      },
      'index-mismatch': {
        finds: 'Et gennemsnit eller indeks, som svarfordelingen ikke giver',
        why: 'De fortæller om de samme svar: Det ene tal bygger på andre svar, eller skalaen er vendt om.',
      },
      'response-rate': {
        finds: 'En svarprocent, der ikke er svar ud af inviterede',
        why: 'Svarprocenten viser, hvor stor en del der har svaret. Er den forkert, kan læseren ikke vurdere resultatet.',
      },
      'base-sum': {
        finds: 'Antal svar, der ikke passer sammen',
        why: 'Antal svar er vægtene i alle samlede tal: Passer de ikke sammen, kan intet samlet tal regnes efter.',
      },
      'impossible-count': {
        finds: 'En del, der er større end det hele',
        why: 'Flere kan ikke have svaret, end der er spurgt: Det ene af tallene tæller noget andet.',
      },
      'duplicate-claim': {
        finds: 'To tal for det samme',
        why: 'Nogle vil citere det ene og andre det andet, og begge har det fra dokumentet.',
      },
      'claim-mismatch': {
        finds: 'Noget trykt, som projektets egne tal ikke giver',
        why: 'Det, der er trykt, er det, der bliver citeret. Det skal være det, svarene giver.',
      },
      'change-mismatch': {
        finds: 'En ændring, der ikke er forskellen mellem de to tal',
        why: 'Læsere trækker fra. Får de en anden forskel, kan de ikke stole på nogen af de tre tal.',
      },
      'direction-word': {
        finds: 'Et ord for en retning, som tallene ikke har',
        why: 'Mange læser kun ordene: Siger de fremgang, hvor tallene går tilbage, er konklusionen vendt om.',
      },
      midpoint: {
        finds: 'Et tal, der ikke er skalaens midtpunkt',
        why: 'Om et resultat ligger over midten, afhænger af, hvor midten er.',
      },
      'comparison-claim': {
        finds: 'En sammenligning, der ikke passer med tallene',
        why: '”Alle ligger over” og ”den højeste” er det, der bliver husket. Én række, der er anderledes, gør det usandt.',
      },
      'target-claim': {
        finds: 'En vurdering af et mål, der ikke passer med tallet',
        why: 'Læseren skal kunne stole på, om et mål er nået.',
      },
      'count-claim': {
        finds: 'Et antal ting og en liste af en anden længde',
        why: 'Enten mangler der noget i listen, eller også leder læseren efter noget, der aldrig var der.',
      },
      'altered-document': {
        finds: 'Et tal eller ord, der er et andet end i projektets eget dokument',
        why: 'Det, der er rettet i hånden, efter at dokumentet er lavet, kan ikke længere føres tilbage til svarene.',
      },
      numbering: {
        finds: 'To tabeller eller figurer med samme nummer, eller en henvisning til noget, der ikke er i dokumentet',
        why: 'En henvisning skal føre til de tal, den nævner. Ellers kan ingen efterprøve dem.',
      },
      'date-order': {
        finds: 'Et dokument dateret før det, det fortæller om',
        why: 'Tal, der er trukket efter dokumentets dato, kan ikke være dem, det er skrevet ud fra.',
      },
      'label-mismatch': {
        finds: 'De samme tal under betegnelser, der udelukker hinanden',
        why: 'Én række tal kan ikke tælle begge dele: Det ene sted hører læseren om andre, end der er talt.',
      },
      'unit-word': {
        finds: 'En forskel i procentpoint eller indekspoint, fortalt i procent',
        why: 'Fire procent af 50 er to: Den, der læser procent, hvor der menes point, læser en anden ændring.',
      },
      'unsupported-change': {
        finds: 'En ændring, der kan være tilfældig, fortalt som fremgang eller fald',
        why: 'Læseren kan tro, at noget har ændret sig, selv om ændringen kan være tilfældig.',
      },
      'weak-base': {
        finds: 'En sammenligning med langt færre svar end før',
        why: 'Når halvdelen af svarene er væk, kan ændringen ligge i, hvem der svarer, og ikke i, hvad de mener.',
      },
      'small-cell': {
        finds: 'Et antal så lille, at nogen kan genkendes',
        why: 'Folk svarer i fortrolighed: Et antal på én eller to kan vise, hvad en enkelt har svaret.',
      },
    },
    checks: {
      'impossible-total': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} passer ikke med delenes tal`,
        lines: [
          ...(related.length > 0 ? [`Delene: ${related.map(quoteFigure).join('; ')}.`] : []),
          values.basis === 'hull'
            ? 'Et gennemsnit af delene kan ikke blive så højt eller lavt, uanset hvordan de vægtes.'
            : 'Vægtet efter antal svar kan delene ikke give det tal.',
          ...(expected.length > 0
            ? [
                `${values.expected === 'weighted' ? 'Vægtet efter antal svar giver' : 'Med alle tænkelige vægte giver'} delene ${fromTo(expected)}. ${notAllRight(found, values.isWholeCovered)}`,
              ]
            : []),
        ],
      }),
      'base-sum': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} er ikke summen af delene`,
        lines: [
          ...(related.length > 0 ? [`Delene: ${related.map(quoteFigure).join('; ')}.`] : []),
          values.basis === 'atLeast'
            ? `De giver mindst ${fromTo(expected)}, medmindre nogen er talt med to gange.`
            : `De giver tilsammen ${fromTo(expected)}. ${notAllRight(found, values.isWholeCovered)}`,
        ],
      }),
      'impossible-mean': ({ found, expected, related, values }) => ({
        title:
          values.basis === 'offScale'
            ? `${quoteFigure(found)} ligger uden for skalaen`
            : `${quoteFigure(found)} kan ikke fås med det antal svar`,
        lines:
          values.basis === 'offScale'
            ? [`Skalaen går fra ${fromTo(expected)}.`]
            : [
                `Antal svar: ${related.map(quoteFigure).join('; ')}.`,
                `Med et helt antal svar kan tallet kun være ${expected.join(' eller ')}. Tallene kan ikke begge være rigtige.`,
              ],
      }),
      'impossible-share': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} kan ikke være en andel af det antal svar`,
        lines: [
          `Antal svar: ${related.map(quoteFigure).join('; ')}.`,
          `Et helt antal personer giver ${expected.join(' eller ')} pct. Tallene kan ikke begge være rigtige.`,
        ],
      }),
      'share-mismatch': ({ found, expected, related, kind }) => ({
        title: kind === 'notChecked' ? `${quoteFigure(found)} er ikke efterprøvet` : `${quoteFigure(found)} passer ikke med antallet`,
        lines: [
          `Antal: ${related.map(quoteFigure).join('; ')}.`,
          kind === 'notChecked'
            ? 'Andelen passer med et andet antal svar i dokumentet og kan være beregnet ud fra det.'
            : `De giver ${fromTo(expected)} pct. Tallene kan ikke alle være rigtige.`,
        ],
      }),
      'share-sum': ({ found, expected, related, values }) => ({
        title: `Andelene fra ${quoteFigure(found)} og frem giver ikke hundrede tilsammen`,
        lines: [
          `Andele: ${related.map(quoteFigure).join('; ')}.`,
          `De giver ${fromTo(expected)} pct.${values.options === 'some' ? ' Det er for meget, når hver person giver ét svar.' : ''} Tallene kan ikke alle være rigtige.`,
        ],
      }),
      'index-mismatch': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} passer ikke med svarenes fordeling`,
        lines: [
          `Fordelingen: ${related.map(quoteFigure).join('; ')}.`,
          ...(values.reversed ? ['Tallet passer, hvis skalaen vendes om.'] : []),
          'Tallene kan ikke alle være rigtige.',
        ],
      }),
      'response-rate': ({ found, expected, related, kind, values }) =>
        kind === 'notChecked'
          ? {
              title: `${quoteFigure(found)} er ikke efterprøvet`,
              lines: [
                `Svarene er talt i personer, men procenten er beregnet ud fra ${numberOfThem(values.of)}: ${related.map(quoteFigure).join('; ')}.`,
                `Procenten passer, hvis ${numberOfThem(values.of)} er ${expected.length > 1 ? `mellem ${andList(expected)}` : fromTo(expected)}.`,
              ],
            }
          : {
              title: `${quoteFigure(found)} passer ikke med antallet af svar og inviterede`,
              lines: [
                `Antal: ${related.map(quoteFigure).join('; ')}.`,
                `De giver ${fromTo(expected)} pct. Tallene kan ikke alle være rigtige.`,
              ],
            },
      'impossible-count': ({ found, related }) => ({
        title: `${quoteFigure(found)} er mere end det hele`,
        lines: [`Det hele: ${related.map(quoteFigure).join('; ')}. Tallene kan ikke begge være rigtige.`],
      }),
      'duplicate-claim': ({ found, related }) => ({
        title: `${quoteFigure(found)} står med et andet tal et andet sted`,
        lines: [
          `${related.length > 1 ? 'De andre steder' : 'Det andet sted'}: ${related.map(quoteFigure).join('; ')}. Tallene kan ikke ${related.length > 1 ? 'alle' : 'begge'} være rigtige.`,
        ],
      }),
      'change-mismatch': ({ found, expected, related, kind, values }) => ({
        title:
          kind === 'rounding'
            ? `${quoteFigure(found)} passer kun med de uafrundede tal`
            : `${quoteFigure(found)} er ikke forskellen mellem de to tal`,
        lines: [
          `De to tal: ${related.map(quoteFigure).join('; ')}.`,
          values.isRatio
            ? `Ændringen er ${fromTo(expected)} pct.`
            : `Forskellen er ${spellNumber(values.difference, da)}${expected.length > 1 ? ` (${fromTo(expected)}, hvis tallene er afrundet)` : ''}.`,
        ],
      }),
      'direction-word': ({ found, related }) => ({
        title: `Retningen i ${quoteFigure(found)} passer ikke`,
        lines: [`Den holdes op mod: ${related.map(quoteFigure).join('; ')}. De kan ikke alle være rigtige.`],
      }),
      midpoint: ({ found, expected, values }) => ({
        title: `${quoteFigure(found)} er ikke skalaens midtpunkt`,
        lines: [`Skalaen går fra ${values.from} til ${values.to}, og dens midtpunkt er ${expected.join(' eller ')}.`],
      }),
      'comparison-claim': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} passer ikke med tallene`,
        lines: [
          ...(expected.length > 0 ? [`Der sammenlignes med ${expected.join(' eller ')}.`] : []),
          `Tallene er: ${related.map(quoteFigure).join('; ')}.`,
        ],
      }),
      'target-claim': ({ found, expected, related, values }) => ({
        title: `${quoteFigure(found)} ${values.isReached === null ? 'er ikke målet' : 'passer ikke med tallet'}`,
        lines:
          values.isReached === null
            ? [`Målet er ${expected.join(' eller ')}.`]
            : [
                `Målet er ${expected.join(' eller ')}. Tallet: ${related.map(quoteFigure).join('; ')}.`,
                values.isReached ? 'Det er under målet, uanset hvordan det er afrundet.' : 'Det når målet, uanset hvordan det er afrundet.',
              ],
      }),
      'count-claim': ({ found, expected }) => ({
        title: `${quoteFigure(found)} passer ikke med antallet i listen`,
        lines: [`Listen har ${expected.join(' eller ')} ${expected.length === 1 && expected[0] === '1' ? 'punkt' : 'punkter'}.`],
      }),
      'altered-document': ({ found, values }) => ({
        title: `${quoteFigure(found)} er ikke det, der står i projektets eget dokument`,
        lines: [
          values.own === null
            ? `I ${values.document} er der ingen benægtelse dér.`
            : `I ${values.document}, som projektet laver det nu, står der ”${values.own}”.`,
        ],
      }),
      numbering: ({ found, related, values }) => {
        const kind = values.of === 'table' ? 'tabel' : 'figur'
        return values.fault === 'doubled'
          ? {
              title: `To forskellige ${values.of === 'table' ? 'tabeller' : 'figurer'} har nummer ${values.number}`,
              lines: [`Den ene: ${related.map(quoteFigure).join('; ')}.`, `Den anden: ${quoteFigure(found)}.`],
            }
          : {
              title: `Der henvises til ${kind} ${values.number}, som ikke er i dokumentet`,
              lines: [`Henvisninger: ${[found, ...related].map(quoteFigure).join('; ')}.`],
            }
      },
      'date-order': ({ found, related, values }) => ({
        title:
          values.what === 'drawn'
            ? `Tallene er trukket ${danishDate(values.date)}, efter at dokumentet er dateret`
            : `Perioden slutter ${danishDate(values.date)}, efter at dokumentet er dateret`,
        lines: [
          `Dokumentet er dateret ${danishDate(values.documentDate)}.`,
          `Stederne: ${[found, ...related].map(quoteFigure).join('; ')}.`,
        ],
      }),
      'label-mismatch': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} har de samme tal som en kolonne med en anden betydning`,
        lines: [
          `Den anden kolonne: ${related.map(quoteFigure).join('; ')}.`,
          `Begge steder står der ${values.counts.join(', ')}. Det kan ikke både være de ene og de andre, der er talt.`,
        ],
      }),
      'unit-word': ({ found, related, values }) => ({
        title: `${quoteFigure(found)} er en forskel i ${values.unit === 'share' ? 'procentpoint' : 'indekspoint eller point'}, ikke i procent`,
        lines: related.length > 0 ? [`De to tal: ${related.map(quoteFigure).join('; ')}.`] : [],
      }),
      'unsupported-change': ({ found, related }) => ({
        title: `${quoteFigure(found)} fortæller om en ændring, der kan være tilfældig`,
        lines: [`De to tal: ${related.map(quoteFigure).join('; ')}.`, 'Ændringen er ikke statistisk sikker. Overvej at skrive det.'],
      }),
      'weak-base': ({ found, related }) => ({
        title: `${quoteFigure(found)} er under halvdelen af antallet før`,
        lines: [
          `Før: ${related.map(quoteFigure).join('; ')}.`,
          'Sammenligningen bygger på langt færre svar end før. Overvej at skrive det.',
        ],
      }),
      'small-cell': ({ found, values }) => ({
        title: `${quoteFigure(found)} er så lille, at nogen kan genkendes`,
        lines: [`Antal under ${values.minimum} vises normalt ikke.`],
      }),
      'false-statement': ({ found, related, values }) => ({
        title: values.right
          ? `”${found.text}” passer ikke med tallene: Det rigtige er ”${values.right}”`
          : values.kind === 'misnamed'
            ? `”${found.text}” er ikke det, tallet handler om`
            : `”${found.text}” passer ikke med tallene`,
        lines: [
          ...(found.place?.words ? [`Der står i ${wordsAt(found.place)}: ${found.place.words}`] : []),
          ...(related.length > 0
            ? [`${values.kind === 'misnamed' ? 'Tallet er' : 'Tallene er'}: ${related.map(quoteFigure).join('; ')}.`]
            : []),
        ],
      }),
      'statement-mismatch': ({ found, related }) => ({
        title: `”${found.text}” passer ikke med tallene`,
        lines: [
          ...(found.place?.words ? [`Der står i ${wordsAt(found.place)}: ${found.place.words}`] : []),
          ...(related.length > 0 ? [`Tallene er: ${related.map(quoteFigure).join('; ')}.`] : []),
        ],
      }),
      'claim-mismatch': ({ found, expected, related }) => ({
        title: `${quoteFigure(found)} passer ikke med projektets egne tal`,
        lines: [
          `Projektets tal: ${related.map(quoteFigure).join('; ')}.`,
          ...(related.length > 1 && expected.length > 0 ? [`De giver en ændring på ${fromTo(expected)}.`] : []),
        ],
      }),
    },
    discreet: ({ name, place }) => ({
      title: `${name ? `${da.findings.figureName(name)} passer ikke` : 'Et tal passer ikke'} med de andre tal`,
      lines: [
        ...(place ? [`Se ${describePlace(place)}.`] : []),
        'Tallene vises ikke af hensyn til anonymitet. Den, der har dataene, kan se dem der.',
      ],
    }),
    candidates: (candidates) => {
      const ways = candidates.map(({ repairs, support }) => {
        const changes = repairs.map(
          ({ name, stated, from, to }) => `${da.findings.figureName(name)}: ${stated} → ${from === to ? from : `${from}–${to}`}`,
        )
        const others =
          support === 0 ? '' : ` (${support === 1 ? 'ét andet sted' : `${spellCount(support)} andre steder`} støtter det trykte tal)`
        return `- ${changes.join(' og ')}${others}`
      })
      return [
        candidates.length === 1
          ? 'Én rettelse får tallene til at passe:'
          : 'Hver af disse rettelser får tallene til at passe; tallene kan ikke afgøre hvilken:',
        ...ways,
      ]
    },
    why: (reason) => `Hvorfor det betyder noget: ${reason}`,
    changesConclusion: (words, doubtful) =>
      words.length > 0
        ? `Det ændrer konklusionen: ${andList(words.map((each) => `”${each}”`))} holder ikke.`
        : doubtful.length > 0
          ? `Det kan ændre konklusionen: Om ${andList(doubtful.map((each) => `”${each}”`))} holder, afhænger af, hvad der rettes.`
          : 'Det ændrer konklusionen.',
    consequences: 'Det følger heraf:',
    alike: (title, others) => `${title}; det samme gælder ${andList(others.map(quoteFigure))}`,
    accepted: (reason) => `Accepteret: ${reason}`,
  },
  explain: {
    title: 'Hvor tallene kommer fra',
    others: 'øvrige',
    intro: (isRounded) =>
      `Her står, hvor hvert tal kommer fra. Vælg et tal i teksten eller tabellerne for at komme til det.${
        isRounded ? ' Nogle tal vises ikke af hensyn til anonymitet. Derfor vises kun afrundede tal.' : ''
      }`,
    group: ({ label, count }) => `${label} (${spellCount(count)} tal)`,
    otherSources: 'Tal fra andre kilder',
    name: ({ of, periods, ...figure }) => {
      const isChange = figure.kind === 'change' || figure.kind === 'decomposition'
      const when = isChange ? `fra ${periods.join(' til ')}` : periods.join(', ')
      const than = figure.against ? ` i forhold til ${heldAgainst(figure.against)}` : ''
      return [`${figureWord(figure)}${of ? ` for ${of}` : ''}${than}`, when].filter((part) => part !== '').join(isChange ? ' ' : ', ')
    },
    labels: {
      calculation: 'Beregning',
      rounding: 'Afrunding',
      interval: 'Mulige værdier',
      certainty: 'Sikkerhed',
      status: 'Forbehold',
      inputs: 'Bygger på',
      printedIn: 'Trykt i',
    },
    formulas: {
      counted: ({ places, countedIn }) =>
        `Talt i svarene${countedIn.length > 0 ? ` i ${andList(countedIn)}` : ''}.${places.length > 0 ? ` Det samme antal står i ${andList(places)}.` : ''}`,
      indexOfAnswers: () =>
        'Gennemsnit af svarene, hvor det bedste svar tæller 100, det dårligste 0 og de øvrige derimellem efter deres point.',
      meanOfAnswers: () => 'Gennemsnit af svarenes point.',
      shareOfAnswers: () => 'Antal, der har svaret sådan, ud af alle svar, der tæller med.',
      indexOfRespondents: () =>
        'Gennemsnit af hver deltagers eget gennemsnit over flere spørgsmål, hvor det bedste svar tæller 100 og det dårligste 0.',
      netOfAnswers: () => 'Andelen, der har svaret 9 eller 10, minus andelen, der har svaret 0 til 6, i point fra −100 til 100.',
      published: ({ places, parts, isMidpoint }) =>
        [
          places.length > 0 ? `Læst i ${andList(places)}.` : 'Læst, som det er offentliggjort.',
          ...(parts === 'sum' ? ['Gruppernes tal lagt sammen giver:'] : []),
          ...(parts === 'mean' ? ['Gennemsnittet af gruppernes tal, hvor hver gruppe vejer med sit antal svar, er:'] : []),
          ...(isMidpoint ? ['Tallet før afrunding er ikke kendt. Der er regnet med midten af de mulige værdier.'] : []),
        ].join(' '),
      weightedMean: ({ isMidpoint }) =>
        `Gennemsnit af gruppernes tal, hvor hver gruppe vejer med sit antal svar.${
          isMidpoint ? ' Tallet før afrunding er ikke kendt. Der er regnet med midten af de mulige værdier.' : ''
        }`,
      sum: () => 'Summen af de tal, det bygger på.',
      ratio: () => 'Antal svar ud af antal inviterede.',
      differenceOfPrinted: ({ fixed }) =>
        fixed ? `Forskellen mellem det trykte tal og ${fixedPoints[fixed]}.` : 'Forskellen mellem de to trykte tal.',
      difference: ({ fixed }) =>
        fixed ? `Forskellen mellem tallet, før det afrundes, og ${fixedPoints[fixed]}.` : 'Forskellen mellem de to tal, før de afrundes.',
      within: () => 'Ændringen i hver gruppes tal ganget med gennemsnittet af dens andel af svarene i de to perioder, lagt sammen.',
      mix: () =>
        'Ændringen i gruppens andel af svarene ganget med, hvor langt dens tal ligger fra det samlede, i gennemsnit af de to perioder, lagt sammen over grupperne.',
      placeOnScale: () => 'Hvor langt tallet ligger fra den laveste ende af sin egen skala mod den højeste, i hundrededele af skalaen.',
      typed: ({ places }) => `Skrevet af forfatteren. Kilde: ${andList(places)}.`,
    },
    place: ({ file, line, column, sheet, cell, page }) =>
      [
        file,
        ...(sheet === undefined ? [] : [`arket ${sheet}`]),
        ...(page === undefined ? [] : [`side ${page}`]),
        ...(cell === undefined
          ? [...(line === undefined ? [] : [`linje ${line}`]), ...(column === undefined ? [] : [`tegn ${column}`])]
          : [`celle ${cell}`]),
      ].join(', '),
    rounding: ({ unrounded, fraction, printed, isOfPrinted, other }) => {
      const exactly = fraction === null ? unrounded : `${unrounded} (nøjagtig ${fraction})`
      if (!isOfPrinted) return `${exactly} afrundes til ${printed}.`
      return `Før afrunding er forskellen ${exactly}${other === null ? '' : `, der afrundet er ${other}`}.`
    },
    interval: ({ from, to, fromIncluded, toIncluded, printed, isOfPrinted }) => {
      const ends = `${fromIncluded ? 'fra' : 'over'} ${from} ${toIncluded ? 'til' : fromIncluded ? 'til under' : 'og under'} ${to}`
      const [first, last] = [printed[0] ?? '', printed.at(-1) ?? '']
      const range = printed.length === 1 ? first : printed.length === 2 ? `${first} eller ${last}` : `alt fra ${first} til ${last}`
      if (isOfPrinted) return `Før afrunding ${ends}. De trykte tal ${printed.length === 1 ? 'giver' : 'kan give'} ${range}.`
      return `${capitalised(ends)}. ${printed.length === 1 ? 'Uanset hvad trykkes det som' : 'Det kan trykkes som'} ${range}.`
    },
    certainty: ({ certainty, z, threshold, testedAgainst, answers, minimumBase }) => {
      const base = answersBehind(testedAgainst, answers)
      const sides = testedAgainst === null ? 'i begge perioder' : testedAgainst === 'fixed' ? 'bag tallet' : 'på hver side'
      if (certainty === 'tooFew') return `Ikke vurderet: Der skal være mindst ${minimumBase} svar ${sides}. ${base}`
      const moved = testedAgainst === null ? 'ændringen' : 'forskellen'
      const verdict = {
        certain: `${capitalised(moved)} er statistisk sikker.`,
        never: `${capitalised(moved)} kan være tilfældig.`,
        undecidable: `Det kan ikke afgøres, om ${moved} er statistisk sikker.`,
      }[certainty]
      if (!z) return `${verdict} ${base}`
      const size = z.min === z.max ? z.min : `mellem ${z.min} og ${z.max}, alt efter hvordan svarene fordeler sig`
      return `${verdict} Testens værdi er ${size}. Fra ${threshold} kaldes en ${testedAgainst === null ? 'ændring' : 'forskel'} statistisk sikker. ${base}`
    },
    statuses: {
      ok: () => null,
      approximate: () => 'Tallet er beregnet af afrundede tal, og mere end ét trykt tal er muligt.',
      noAnswers: () => 'Der er intet tal, fordi ingen har givet et svar, der tæller med.',
      withheld: () => 'Tallet vises ikke af hensyn til anonymitet.',
      contradictory: ({ places }) =>
        places.length > 0
          ? `Tallet (${andList(places)}) passer ikke med de tal, det bygger på.`
          : 'Det bygger på tal, der modsiger hinanden.',
      notComparable: ({ kind }) =>
        kind === 'difference'
          ? 'Der er ingen forskel, fordi et af de to tal mangler.'
          : 'Der er ingen ændring, fordi de to tal ikke kan sammenlignes.',
      typed: () => 'Tallet er ikke beregnet.',
    },
    printedPlace: ({ kind, section, label }) => (kind === 'note' ? `note ${label}` : (label ?? section ?? 'indledningen')),
  },
  render: {
    hyphenation: async () => {
      const { default: danish } = await import('hyphen/da/index.js')
      return (word) => danish.hyphenateSync(word, { hyphenChar: softHyphen, minWordLength: 0 }).split(softHyphen)
    },
    figuresAttachment: 'Notatets tal med mulige værdier, forbehold og beregning',
    caseDetails: 'Sagsoplysninger',
    ofWhich: 'Heraf: ',
    dataBehindChart: 'Tallene bag figuren',
    numbersBehind: (label) => `Tallene bag ${label.toLowerCase()}`,
    continued: (label) => `${label} (fortsat)`,
    notes: 'Noter',
    backToText: 'Tilbage til teksten',
    explanation: 'Forklaring',
    noteLabel: (mark) => `Note ${mark}`,
  },
}

const fixedPoints: Record<FixedPoint, string> = { target: 'målet', midpoint: 'skalaens midte' }

/** What follows "i forhold til". */
function heldAgainst(against: HeldAgainst): string {
  return 'fixed' in against ? fixedPoints[against.fixed] : against.label
}

/** How many answers a verdict of chance rests on, and which of them it takes. */
function answersBehind(
  testedAgainst: TestedAgainst | null,
  { previous, current }: { previous: string | null; current: string | null },
): string {
  if (testedAgainst === null) return `Der er ${previous} svar i den første periode og ${current} i den anden.`
  const known = [current, previous].filter((count) => count !== null)
  if (testedAgainst === 'fixed') return current === null ? 'Antallet af svar kendes ikke.' : `Der er ${current} svar.`
  if (known.length < 2)
    return known.length === 0
      ? 'Antallet af svar kendes ikke.'
      : `Der er ${known[0]} svar bag det ene tal. Antallet bag det andet kendes ikke.`
  const rest =
    testedAgainst === 'rest' ? ' Den ene gruppe er en del af den anden, så dens svar er holdt op mod den andens øvrige svar.' : ''
  return `Der er ${current} svar bag det ene tal og ${previous} bag det andet.${rest}`
}

/** "Indekstal", "Ændring i andel ”Helt enig”", "Bidrag fra ny fordeling af svarene". */
function figureWord({ kind, metric, contribution, part, options }: Omit<SpokenFigure, 'periods'>): string {
  if (metric === null) return 'Tal fra en anden kilde'
  if (contribution === 'within') return 'Bidrag fra ændringer i gruppernes tal'
  if (contribution === 'mix') return `Bidrag fra ny fordeling af svarene${part === null ? '' : ` (${part})`}`
  const answered = orList(options.map((option) => `”${option}”`))
  const word = {
    indexScore: 'indekstal',
    mean: 'gennemsnit',
    share: `andel ${answered}`,
    topTwoBox: 'andel med et af de to bedste svar',
    nps: 'NPS',
    count: `antal ${answered}`,
    base: 'antal svar',
    dontKnow: 'antal ”ved ikke”',
    invited: 'antal inviterede',
    responseRate: 'svarprocent',
  }[metric]
  if (kind === 'difference') return `Forskel i ${word}`
  return kind === 'change' ? `Ændring i ${word}` : capitalised(word)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Digits in groups of three from four digits on. */
function inDocuments(documents: readonly string[]): string {
  const last = documents.at(-1)
  if (last === undefined) return ''
  return documents.length === 1 ? ` i ${last}` : ` i ${documents.slice(0, -1).join(', ')} og ${last}`
}

/** "antallet af forløb" of "antal forløb", as the document calls it. */
function numberOfThem(of: string | null | undefined): string {
  return `antallet af ${(of ?? '').replace(/^antal(?:let)? (?:af )?/, '')}`
}

/** "1.755,5" of a number in digits with any decimal mark. */
function inDanish(number: string): string {
  const [whole = '', decimals] = number.split(/[.,]/)
  return `${spellCount(Number(whole))}${decimals === undefined ? '' : `,${decimals}`}`
}

/** "1,5 sekund", "2,0 sekunder". */
function isUnderTwo(number: string): boolean {
  return Number(number.replace(',', '.')) < 2
}

function spellCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '.')
}

/** "a, b eller c" */
function orList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} eller ${items.at(-1)}`
}

/** "a, b og c" */
function andList(items: string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} og ${items.at(-1)}`
}

/**
 * A Danish word without the endings of number, definiteness and genitive: "tilbuddene", "tilbuddet" and "tilbud" meet
 * in "tilbud". Coarse, and used on both sides only: a name of several words must agree in all of them.
 */
/** "36 af 135 tal er læst, 9 er uden betydning, 90 kunne ikke tydes." */
/** Of a number what it is about, of a word of direction what its sentence tells. */
function danishUnread(reason: UnreadReason, kind: MentionKind): string {
  if (reason === 'caption') return 'det står i en overskrift til en tabel eller figur'
  if (reason === 'cell') return 'det står i et felt i en tabel, som ikke kun er et tal'
  const isOfBoth = Object.hasOwn(notReadReasons, reason)
  const ofWords = isOfBoth && (kind === 'direction' || !Object.hasOwn(notCheckedReasons, reason))
  return ofWords ? notReadReasons[reason as NotReadReason] : notCheckedReasons[reason as NotCheckedReason]
}

function danishCoverage({ read, noResults, notRead, directions }: Coverage): string {
  const all = read + noResults + notRead
  const words = directions.read + directions.notRead
  const ofWords = words === 0 ? '' : ` ${spellCount(directions.read)} af ${spellCount(words)} ord om retning og rækkefølge er læst.`
  if (all === 0) return `Der er ingen tal i teksten.${ofWords}`
  return `${spellCount(read)} af ${spellCount(all)} tal er læst, ${spellCount(noResults)} er uden betydning, ${spellCount(notRead)} kunne ikke tydes.${ofWords}`
}

function danishStem(word: string): string {
  const base = word.length > 3 ? word.replace(/s$/, '') : word
  const stem = base.length > 4 ? base.replace(/(?:erne|ene|en|et|er|e)$/, '').replace(/s$/, '') : base
  return stem.replace(/([bdfgklmnprst])\1$/, '$1')
}

/** "notat.pdf, side 2", "notat.txt:31" */
function spotOf({ column: _, ...place }: Place): string {
  return wordsAt(place)
}

/** As `spotOf`, with the column where it is known: where an author finds the words. */
function wordsAt(place: Place): string {
  return [describePlace(place), place.page ? `side ${place.page}` : null].filter(Boolean).join(', ')
}

/** ”85” (indekstal for Samlet, 2023-24; Tabel 1, claims/memo.csv:3) */
function quoteFigure({ name, text, place, cell }: SpokenEvidence): string {
  const at = place ? [headingOf(place, text), spotOf(place)] : []
  const called = name ? da.findings.figureName(name) : [cell?.row, cell?.column].filter(Boolean).join(', ')
  const about = [called, at.filter(Boolean).join(', ')].filter(Boolean).join('; ')
  return about === '' ? `”${text}”` : `”${text}” (${about})`
}

/** "7. august 2023" of an ISO date. */
function danishDate(iso = ''): string {
  const [year = '', month = '', day = ''] = iso.split('-')
  return da.document.day(Number(day), `${da.document.months[Number(month) - 1]} ${year}`)
}

/** Of a total and its parts; of parts that need not be all of it, also what to write if they are not. */
function notAllRight({ name }: SpokenEvidence, isWholeCovered: boolean): string {
  return isWholeCovered
    ? 'Tallene kan ikke alle være rigtige.'
    : `Tallene kan ikke alle være rigtige, medmindre delene ikke dækker hele ”${name?.segment}”. Gør de ikke det, så skriv complete: false ved den i notat.yaml.`
}

/** "82", or "84 til 91" */
function fromTo(ends: string[]): string {
  return ends.join(' til ')
}

type Compared = Pick<ComparedNumbers, 'previous' | 'current'>

const movedInAlt = ({ previous, current }: Compared): string => `fra ${previous} til ${current}`

/** How the words beside a picture tell a change. */
const changeInAlt: Record<Direction, (numbers: Compared) => string> = {
  rise: movedInAlt,
  fall: movedInAlt,
  unchanged: ({ current }) => `uændret ${current}`,
  largelyUnchanged: (numbers) =>
    `stort set uændret${numbers.previous === numbers.current ? ` ${numbers.current}` : `, ${movedInAlt(numbers)}`}`,
}

function commonInAlt({ isCommon }: ComparedNumbers): string {
  return isCommon ? ' (kun grupper målt i begge perioder)' : ''
}
