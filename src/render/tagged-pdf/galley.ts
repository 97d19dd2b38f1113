/** What was laid out by itself → where it may be broken, and what then stands on a page. */
import type { PageItem, Svg } from './insides.js'
import type { Drawable, PagePiece, PictureCuts } from './page.js'
import type { Galley } from './pagination.js'

/** Rounding of sums of heights must not decide on which side of a cut something is. */
const tolerance = 0.01

/** Where the body of a table begins and its rows end, counted from the top of the piece. */
export type LaidOutRows = { heads: { from: number; to: number }; breaks: readonly number[] }

export type LaidOutPiece = {
  piece: PagePiece
  items: readonly PageItem[]
  height: number
  margin: readonly [left: number, top: number, right: number, bottom: number]
  rows: LaidOutRows | null
  continuation: { items: readonly PageItem[]; height: number }
}

/** Items with the top of the page as they count it from their own top. */
export type Slice = { items: readonly PageItem[]; y: number }

/** A galley for the plan of the pages, and its parts for the pages. */
export type CutGalley = Galley & { slices(from: number, to: number): Slice[] }

/** a row or a text that is not broken is lower than this; in points */
type Limits = { most: number }

/** A short table is broken only where that saves a page or a hole. */
const breakCosts = { text: 0, longTable: 4, table: 10, shortTable: 20, picture: 14 }

function costOfTable(places: number): number {
  return places > 18 ? breakCosts.longTable : places > 6 ? breakCosts.table : breakCosts.shortTable
}

export function cutGalley(laidOut: LaidOutPiece, { most }: Limits): CutGalley {
  const { piece, items, margin, rows } = laidOut
  const common = {
    above: margin[1],
    below: margin[3],
    keepsNext: piece.keepsNext ?? false,
    opensSection: piece.opensSection ?? false,
    isExhibit: piece.isExhibit ?? false,
  }
  const picture = items.find((item) => item.type === 'svg' && typeof item.item.svg !== 'string' && item.item.svg.cuts) as
    | { type: 'svg'; item: Svg }
    | undefined
  if (picture) return { ...common, ...pictureParts(laidOut, picture.item) }
  const cuts = rows ? rows.breaks : piece.lines ? lineCuts(items, piece.lines) : []
  return { ...common, ...textParts(laidOut, withoutTall(cuts, laidOut, most)) }
}

type Parts = Pick<CutGalley, 'units' | 'heightOf' | 'slices' | 'breakCost'>

/** Text is cut between lines, a table between rows; what is repeated stands over every part but the first. */
function textParts({ items, height, rows, continuation }: LaidOutPiece, cuts: readonly number[]): Parts {
  const places = [0, ...cuts, height]
  const at = (unit: number) => places[unit] as number
  const heads = rows?.heads ?? { from: 0, to: 0 }
  const repeated = rows ? continuation.height + heads.to - heads.from : 0
  const sliceOf = (from: number, to: number, y: number): Slice => ({ items: between(items, from, to), y: y - from })
  const over = rows ? [{ items: continuation.items, y: 0 }, sliceOf(heads.from, heads.to, continuation.height)] : []
  return {
    units: cuts.length + 1,
    heightOf: (from, to) => at(to) - at(from) + (from > 0 ? repeated : 0),
    slices: (from, to) => {
      const [start, end] = [at(from), to > cuts.length ? Number.POSITIVE_INFINITY : at(to)]
      const first = from === 0 ? Number.NEGATIVE_INFINITY : start
      const body = { items: between(items, first, end), y: (from > 0 ? repeated : 0) - start }
      return from > 0 ? [...over, body] : [body]
    },
    breakCost: rows ? costOfTable(cuts.length) : breakCosts.text,
  }
}

/** A picture is drawn anew for every page: its parts have an axis each. */
function pictureParts({ items, height, continuation }: LaidOutPiece, svg: Svg): Parts {
  const drawable = svg.svg as Drawable & { cuts: PictureCuts }
  const scale = svg._height / drawable.height
  const ends = [0, ...drawable.cuts.rows]
  const units = ends.length - 1
  const partOf = (from: number, to: number) => drawable.cuts.part(ends[from] as number, ends[to] as number)
  const [over, under] = [svg.y, height - svg.y - svg._height]
  const above = (from: number) => (from > 0 ? continuation.height : over)
  const drawnHeight = (from: number, to: number) => (from === 0 && to === units ? svg._height : scale * partOf(from, to).height)
  return {
    units,
    heightOf: (from, to) => above(from) + drawnHeight(from, to) + (to === units ? under : 0),
    slices: (from, to) => {
      const part = partOf(from, to)
      const drawn = { ...svg, svg: part, y: 0, _height: scale * part.height }
      const notes = items.filter((item) => topOf(item) >= svg.y && item.item !== svg)
      return [
        from === 0 ? { items: items.filter((item) => topOf(item) < svg.y), y: 0 } : { items: continuation.items, y: 0 },
        { items: [{ type: 'svg', item: drawn }], y: above(from) },
        ...(to === units ? [{ items: notes, y: above(from) + drawn._height - svg.y - svg._height }] : []),
      ]
    },
    breakCost: breakCosts.picture,
  }
}

function between(items: readonly PageItem[], from: number, to: number): PageItem[] {
  return items.filter((item) => topOf(item) >= from - tolerance && topOf(item) < to - tolerance)
}

/** Between lines that stand under one another, and not too near the first and the last one. */
function lineCuts(items: readonly PageItem[], { whole, atLeast }: { whole: number; atLeast: number }): number[] {
  const tops = lineTops(items)
  return tops.length <= whole ? [] : tops.slice(atLeast, tops.length - atLeast + 1)
}

/** Tops of lines and drawings, where nothing that begins higher reaches below. */
function lineTops(items: readonly PageItem[]): number[] {
  const spans = items.map((item) => ({ top: topOf(item), bottom: bottomOf(item) })).sort((a, b) => a.top - b.top)
  const tops: number[] = []
  let reached = Number.NEGATIVE_INFINITY
  for (const { top, bottom } of spans) {
    if (top >= reached - tolerance && bottom > top) tops.push(top)
    reached = Math.max(reached, bottom)
  }
  return tops
}

/** What is taller than a page, as a row of a hundred lines, is broken between its lines. */
function withoutTall(cuts: readonly number[], { items, height, rows, continuation }: LaidOutPiece, most: number): number[] {
  const repeated = rows ? continuation.height + rows.heads.to - rows.heads.from : 0
  const places = [0, ...cuts, height]
  if (places.every((place, index) => index === 0 || place - (places[index - 1] as number) + repeated <= most)) return [...cuts]
  const body = rows?.heads.to ?? 0
  const inside = lineTops(items).filter((top) => {
    const index = places.findIndex((place) => place > top)
    return top > body + tolerance && (places[index] as number) - (places[index - 1] as number) + repeated > most
  })
  return [...new Set([...cuts, ...inside])].sort((a, b) => a - b)
}

export function topOf({ item }: PageItem): number {
  const { y, y1, y2 }: { y?: number; y1?: number; y2?: number } = item
  return y ?? Math.min(y1 ?? 0, y2 ?? 0)
}

export function bottomOf({ type, item }: PageItem): number {
  if (type === 'line') return item.y + item.getHeight()
  if (type === 'svg') return item.y + item._height
  return Math.max(item.y1 ?? 0, item.y2 ?? 0, (item.y ?? 0) + (item.h ?? 0))
}
