/** Phrases that a strict editor has struck out, each standing for its kind, with what is better. */
import type { LocaleId } from '../../src/locale/index.js'

export type WrongPhrase = { wrong: RegExp; better: string }

export const wrongPhrases: Readonly<Record<LocaleId, readonly WrongPhrase[]>> = {
  da: [
    { wrong: /samle(?:t|de) \p{L}+ samlet set/iu, better: 'say once that it is of the whole' },
    { wrong: /tilfredshed på (?:de |til)|^På (?:de |\p{L}+ene )/u, better: 'for …, or the preposition that the project gives' },
    { wrong: /sikkert større|er ikke sikkert/, better: 'statistisk sikker' },
    { wrong: /end tilfældigheder kan forklare|kan skyldes tilfældigheder/, better: 'kan være tilfældig' },
    { wrong: /spinkel|spinkl|hviler på/, better: 'bygger på; det gør resultatet mindre sikkert' },
    { wrong: /\bligesom i\b/, better: 'det samme som i' },
    { wrong: /ud af 100 indekspoint/, better: 'på en skala fra 0 til 100' },
    { wrong: /summen af to bidrag/, better: 'To ting kan have påvirket …' },
    { wrong: /ét udfald blandt/, better: 'Det er testet statistisk, om …' },
    { wrong: /ændringerne for Samlet/i, better: 'for det samlede indekstal' },
    { wrong: /\ber, er\b/, better: 'Afsnittet Metode beskriver, hvor sikre …' },
    { wrong: /\bDe kunne vælge\b/, better: 'who answered: Borgerne kunne vælge' },
    { wrong: /De største ændringer er/, better: 'Det største fald og den største fremgang' },
    { wrong: /siger intet om/, better: 'Det vides ikke, om …; tager ikke højde for' },
    { wrong: /\ber den (?:mindre|større)\b/, better: 'say what it is smaller or larger than' },
    { wrong: /leverandører og centre og aftaler|gøre noget anderledes|Forvaltningen gennemgår/, better: 'nothing that nobody has decided' },
    { wrong: /jan\. (\d{4}) – dec\. \1|januar (\d{4}) – december \2/, better: 'the year' },
    { wrong: /, fandt:/, better: 'men der står' },
    { wrong: /…\.(?!\.)|Implicit keys|Markdown: heading/, better: 'one mark at the end; Danish' },
    { wrong: /”\d{4}-\d{2}-\d{2}”|regnet af antal af/, better: 'as the document prints it' },
    { wrong: /\bunderopdeling|\bstigning/i, better: 'one word for a group, one for a rise: gruppe, fremgang' },
    { wrong: /tallene (?:ikke )?bærer|fortæller om en forskel/, better: 'plain words' },
  ],
  en: [
    { wrong: /Here may stand|May stand here/, better: 'Allowed here' },
    { wrong: /\bThere are: |\bCan be made: /, better: 'Available' },
    { wrong: /tells more/, better: 'shows more' },
    { wrong: /\bMend\b/i, better: 'Fix' },
    { wrong: /\bblanks\b/, better: 'spaces' },
    { wrong: /\bReservation\b/, better: 'Caveat' },
    { wrong: /\bagainst \d/, better: 'compared with' },
    { wrong: /How the numbers are made|\bcomputed\b/, better: 'calculated' },
    { wrong: /\b(?:be|is|are) chance\b|chance can explain/, better: 'due to chance' },
    { wrong: /\bjudged\b/, better: 'assessed' },
    { wrong: /turned (?:round|into)\b/, better: 'reversed; converted into' },
    { wrong: /\brests on\b|stands? in several places|\bsets somebody beside\b/, better: 'is based on' },
    { wrong: /goes through the results|done in another way/, better: 'nothing that nobody has decided' },
    { wrong: /Jan (\d{4}) – Dec \1|January (\d{4}) – December \2/, better: 'the year' },
    { wrong: /next to nothing|less to go by|one outcome of many/, better: 'plain words' },
  ],
}
