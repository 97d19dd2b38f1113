/** Danish words for the time of this survey and of the one before it. */

/** What is done again and again: each word with its definite form. */
const surveys: readonly (readonly [word: string, definite: string])[] = [
  ['måling', 'målingen'],
  ['undersøgelse', 'undersøgelsen'],
  ['brugerundersøgelse', 'brugerundersøgelsen'],
  ['borgerundersøgelse', 'borgerundersøgelsen'],
  ['tilfredshedsundersøgelse', 'tilfredshedsundersøgelsen'],
  ['brugertilfredshedsundersøgelse', 'brugertilfredshedsundersøgelsen'],
  ['tilfredshedsmåling', 'tilfredshedsmålingen'],
  ['evaluering', 'evalueringen'],
  ['opgørelse', 'opgørelsen'],
  ['periode', 'perioden'],
  ['runde', 'runden'],
  ['spørgerunde', 'spørgerunden'],
  ['rundspørge', 'rundspørgen'],
  ['omgang', 'omgangen'],
  ['gang', 'gangen'],
  ['rapport', 'rapporten'],
]

/** "da vi sidst spurgte", "siden vi spurgte borgerne sidst", "sidst vi målte". */
function lastAsked(): string[] {
  const who = ['vi', 'kommunen', 'forvaltningen', 'man']
  const verbs = ['spurgte', 'målte', 'undersøgte', 'hørte', 'opgjorde']
  const whom = ['', ' borgerne', ' brugerne', ' dem', ' tilfredsheden', ' den', ' det']
  return who.flatMap((subject) => [
    ...verbs.flatMap((verb) =>
      whom.flatMap((object) => [
        ...['', 'da ', 'dengang '].flatMap((lead) => [
          `${lead}${subject} sidst ${verb}${object}`,
          `${lead}${subject} ${verb}${object} sidst`,
        ]),
        `sidst ${subject} ${verb}${object}`,
        `sidste gang ${subject} ${verb}${object}`,
      ]),
    ),
    ...[`${subject} sidst gennemførte`, `${subject} sidst lavede`].flatMap((start) =>
      surveys.map(([, definite]) => `${start} ${definite}`),
    ),
  ])
}

export const danishTimes: { now: readonly string[]; before: readonly string[]; latest: readonly string[] } = {
  now: [
    ...['det seneste år', 'det sidste år', 'den seneste periode', 'den aktuelle periode', 'den aktuelle måling', 'det aktuelle år'],
    ...['i år', 'nu', 'dette år', 'i dag', 'aktuelt', 'dette års', 'årets', 'i perioden', 'denne periode', 'her og nu', 'for nuværende'],
    ...['nuværende', 'på nuværende tidspunkt', 'på det seneste', 'for tiden', 'indeværende år', 'indeværende periode', 'dags dato'],
    ...surveys.flatMap(([word, definite]) => [
      ...[`denne ${word}`, `i denne ${word}`, `ved denne ${word}`, `i denne ${word}`, `årets ${word}`, `den nye ${word}`],
      ...[`den aktuelle ${word}`, `den nyeste ${word}`, `${definite} i år`, `dette års ${word}`, `den indeværende ${word}`],
    ]),
  ],
  before: [
    ...['sidste år', 'året før', 'forrige år', 'foregående år', 'det foregående år', 'året forinden', 'året inden', 'året forud'],
    ...['et år tidligere', 'et år før', 'for et år siden', 'for et år tilbage', 'tidligere', 'før', 'forinden', 'fjor', 'i fjor', 'førhen'],
    ...[
      'sidst',
      'sidste års',
      'forrige års',
      'fjorårets',
      'sidste års niveau',
      'sidste års måling',
      'sidste års resultat',
      'sidste år ved denne tid',
    ],
    ...['sidste års tal', 'sidste års indekstal', 'sidste års undersøgelse', 'dengang', 'på det tidspunkt', 'ved sidste lejlighed'],
    ...surveys.flatMap(([word, definite]) => [
      ...['sidste', 'forrige', 'foregående', 'tidligere', 'forudgående'].flatMap((which) => [
        ...[`${which} ${word}`, `den ${which} ${word}`, `i den ${which} ${word}`, `ved den ${which} ${word}`],
        ...[`${which} ${word}s`, `den ${which} ${word}s`],
      ]),
      ...['før', 'forinden', 'inden', 'forud', 'året før', 'sidste år', 'i fjor', 'for et år siden', 'året forinden', 'inden da'].map(
        (when) => `${definite} ${when}`,
      ),
    ]),
    ...lastAsked(),
  ],
  // "i runde tal" is no survey.
  latest: ['senest', ...surveys.flatMap(([word]) => (/^(?:runde|gang|omgang)$/.test(word) ? [] : [`seneste ${word}`]))],
}
