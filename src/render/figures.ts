/** Document tree → figures.json: every printed figure and its inputs, for programs. */

import type { Document } from '../document/blocks.js'
import type { Change, Difference, Figure } from '../figure.js'
import { locales } from '../locale/index.js'
import { formatContribution, formatFigure } from '../locale/spelling.js'
import { type Interval, toNumber } from '../printed.js'

/**
 * One figure as it leaves. `value` and `interval` are the nearest doubles of the exact ones, a share as a fraction in
 * [0, 1]; where the document withholds anything, `value` is the printed number and `interval` null, so that nothing
 * can be worked out. `printed` is neutral (`"-1"`, `"4.4"`), `text` as in the document (`"−1"`, `"4,4"`).
 */
type FigureRecord = {
  id: string
  value: number | null
  unit: Figure['unit']
  printed: string | null
  text: string | null
  base: number | null
  interval: { from: number; to: number; fromIncluded: boolean; toIncluded: boolean } | null
  status: Figure['status']
  derivation: Figure['derivation']
  /** a change or a difference only */
  direction?: Change['direction'] | Difference['direction']
  certainty?: Change['certainty']
  /** all printed differences its figures allow */
  possible?: string[]
  /** a difference to a target only; null where rounding hides it */
  reached?: boolean | null
}

type FigureFile = { schemaVersion: 1; document: string; figures: FigureRecord[] }

/** What `DOCUMENT.figures.json` holds, as text. Deterministic: figures by id, keys in one order. */
export function renderFigures(document: Document): string {
  const file: FigureFile = {
    schemaVersion: 1,
    document: document.id,
    figures: document.figures.map((figure) => recordOf(figure, document)),
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

function recordOf(figure: Figure | Change | Difference, { locale, isRounded }: Document): FigureRecord {
  const { id, unit, base, status, derivation } = figure
  // A share that is known in words alone has no number to print.
  const printed = figure.isInWords ? null : figure.printed
  return {
    id,
    value: isRounded ? printedValue(figure) : figure.value && toNumber(figure.value),
    unit,
    printed,
    text: figure.kind === 'decomposition' ? formatContribution(figure, locales[locale]) : formatFigure(figure, locales[locale], 'number'),
    base,
    interval: isRounded ? null : figure.interval && plainInterval(figure.interval),
    status,
    derivation,
    ...('direction' in figure && { direction: figure.direction, certainty: figure.certainty, possible: figure.possible }),
    ...('reached' in figure && figure.key.against === 'target' && { reached: figure.reached }),
  }
}

function plainInterval({ from, to, fromIncluded, toIncluded }: Interval): FigureRecord['interval'] {
  return { from: toNumber(from), to: toNumber(to), fromIncluded, toIncluded }
}

/** The printed number in the unit of `value`: a share is printed as per cent. */
export function printedValue({ printed, unit }: Pick<Figure, 'printed' | 'unit'>): number | null {
  if (printed === null) return null
  return unit === 'share' ? Number(printed) / 100 : Number(printed)
}
