/**
 * The one font registry: Notat Sans (a subset of Source Sans 3 under a name of our own, see `fonts/`) in two weights.
 * The PDF draws with it, charts are laid out by its widths, and a character it lacks is found here before anything is
 * rendered.
 *
 * The reader below knows exactly the tables these fonts have (scripts/make-fonts.py): character map format 4,
 * horizontal metrics, kerning of pairs (GPOS lookup 2) and single and ligature substitution (GSUB lookups 1 and 4),
 * the same in every script. Anything else in the file is an error, so a font made anew cannot be half understood.
 * Tables: https://learn.microsoft.com/typography/opentype/spec/
 */
import { fonts } from '../assets/fonts.js'

/** The family's name in stylesheets, charts and PDFs. */
export const fontFamily = 'Notat Sans'

/** 400 is text, 600 is bold. */
export type Weight = 400 | 600

/** `pnum`: digits as wide as they are, for prose. Otherwise all digits are equally wide, for columns of numbers. */
export type Feature = 'pnum'

/** A glyph set in a line. Lengths in thousandths of the type size. */
export type SetGlyph = {
  /** number of the glyph in the font file */
  glyph: number
  /** what it stands for: one code point, or several for a ligature */
  codePoints: readonly number[]
  /** how far the pen moves, without kerning */
  advance: number
  /** what kerning adds between this glyph and the next: mostly negative, often 0 */
  kern: number
}

/**
 * One weight of the family. It never changes, so all documents of a process share it. Lengths in thousandths of the
 * type size.
 */
export type Face = {
  weight: Weight
  /** PostScript name: `NotatSans-SemiBold` */
  name: string
  /** over the baseline, positive; under it, negative */
  ascender: number
  descender: number
  capHeight: number
  xHeight: number
  /** [left, bottom, right, top] of all glyphs */
  box: readonly [number, number, number, number]
  /** undefined where the font has no such character */
  glyphOf(codePoint: number): number | undefined
  /** the glyphs of a text that stands on one line; a character without a glyph is glyph 0, an empty box */
  set(text: string, features?: readonly Feature[]): readonly SetGlyph[]
  /** width of a text that stands on one line, for type size 1000 */
  width(text: string, features?: readonly Feature[]): number
  /** a table of the font file */
  table(tag: string): DataView
}

const faces = new Map<Weight, Face>()

/** The face of a weight: read once per process. */
export function faceOf(weight: Weight): Face {
  const known = faces.get(weight)
  if (known) return known
  const face = readFace(weight, bytesOf(fonts[weight].ttf))
  faces.set(weight, face)
  return face
}

/** Width of a text that stands on one line, in the unit of `size`. */
export function textWidth(text: string, size: number, weight: Weight, features: readonly Feature[] = []): number {
  return (faceOf(weight).width(text, features) * size) / 1000
}

/** The characters of a text that the font cannot show, each once, in the order of the text. */
export function missingGlyphs(text: string): string[] {
  const face = faceOf(400)
  return [...new Set(text)].filter((character) => face.glyphOf(character.codePointAt(0) as number) === undefined)
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
}

/** Runs in a generation. A memo has some hundreds of different words; a long one asks for the same again and again. */
const keptRuns = 20_000

/**
 * Results by text, in two generations: when the younger is full the older is forgotten, except for what has been
 * asked for since. So memory is bounded, and what is in use stays.
 */
function remember<Result>(make: (text: string) => Result): (text: string) => Result {
  let younger = new Map<string, Result>()
  let older = new Map<string, Result>()
  return (text) => {
    const known = younger.get(text)
    if (known) return known
    const result = older.get(text) ?? make(text)
    if (younger.size >= keptRuns) [younger, older] = [new Map(), younger]
    younger.set(text, result)
    return result
  }
}

type ShapedRun = { glyphs: readonly SetGlyph[]; width: number }

function readFace(weight: Weight, bytes: Uint8Array): Face {
  const table = tablesOf(bytes)
  const head = table('head')
  const hhea = table('hhea')
  const os2 = table('OS/2')
  const unitsPerEm = head.getUint16(18)
  if (unitsPerEm !== 1000) throw new Error(`unexpected units per em in the font of weight ${weight}: ${unitsPerEm}, expected 1000`)
  const glyphs = readCharacterMap(table('cmap'))
  const advanceOf = readAdvances(table('hmtx'), hhea.getUint16(34))
  const lookups = { GSUB: readLayout(table('GSUB')), GPOS: readLayout(table('GPOS')) }
  const ligatures = lookups.GSUB('liga').flatMap(readLigatures)
  const proportional = new Map(lookups.GSUB('pnum').flatMap(readSingles))
  const kernOf = readKerning(lookups.GPOS('kern'))

  const makeRun = (text: string, features: readonly Feature[]): ShapedRun => {
    const single = features.includes('pnum') ? proportional : new Map<number, number>()
    const plain = Array.from(text, (character) => {
      const codePoint = character.codePointAt(0) as number
      const glyph = glyphs.get(codePoint) ?? 0
      return { glyph: single.get(glyph) ?? glyph, codePoints: [codePoint] }
    })
    const joined = joinLigatures(plain, ligatures)
    const set = joined.map(({ glyph, codePoints }, at) => {
      const next = joined[at + 1]
      return { glyph, codePoints, advance: advanceOf(glyph), kern: next ? kernOf(glyph, next.glyph) : 0 }
    })
    return { glyphs: set, width: set.reduce((sum, { advance, kern }) => sum + advance + kern, 0) }
  }
  const runOf = { '': remember((text) => makeRun(text, [])), pnum: remember((text) => makeRun(text, ['pnum'])) }
  const shaped = (text: string, features: readonly Feature[] = []): ShapedRun => runOf[features[0] ?? ''](text)

  return {
    weight,
    name: readName(table('name'), 6),
    ascender: hhea.getInt16(4),
    descender: hhea.getInt16(6),
    xHeight: os2.getInt16(86),
    capHeight: os2.getInt16(88),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphOf: (codePoint) => glyphs.get(codePoint),
    set: (text, features) => shaped(text, features).glyphs,
    width: (text, features) => shaped(text, features).width,
    table,
  }
}

function tablesOf(bytes: Uint8Array): (tag: string) => DataView {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = new Map<string, { offset: number; length: number }>()
  for (let at = 12; at < 12 + 16 * file.getUint16(4); at += 16) {
    places.set(tagAt(file, at), { offset: file.getUint32(at + 8), length: file.getUint32(at + 12) })
  }
  return (tag) => {
    const place = places.get(tag)
    if (!place) throw new Error(`table missing in a font file: ${tag}`)
    return new DataView(bytes.buffer, bytes.byteOffset + place.offset, place.length)
  }
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)))
}

/** The tail of a table, for offsets that count from there. */
function from(view: DataView, offset: number): DataView {
  return new DataView(view.buffer, view.byteOffset + offset, view.byteLength - offset)
}

/** `count` unsigned 16-bit numbers from `at`, one every `step` bytes. */
function words(view: DataView, at: number, count: number, step = 2): number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(at + index * step))
}

function readName(name: DataView, id: number): string {
  const strings = name.getUint16(4)
  for (let at = 6; at < 6 + 12 * name.getUint16(2); at += 12) {
    if (name.getUint16(at) !== 3 || name.getUint16(at + 6) !== id) continue
    return String.fromCharCode(...words(name, strings + name.getUint16(at + 10), name.getUint16(at + 8) / 2))
  }
  throw new Error(`name missing in a font file: ${id}`)
}

function readCharacterMap(cmap: DataView): Map<number, number> {
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + index * 8))
  const format4 = offsets.map((offset) => from(cmap, offset)).find((map) => map.getUint16(0) === 4)
  if (!format4) throw new Error('character map of format 4 missing in a font file')
  const segments = format4.getUint16(6) / 2
  const glyphs = new Map<number, number>()
  for (let segment = 0; segment < segments; segment++) {
    const [end, start, delta, range] = [14, 16 + 2 * segments, 16 + 4 * segments, 16 + 6 * segments].map(
      (column) => column + 2 * segment,
    ) as [number, number, number, number]
    const rangeOffset = format4.getUint16(range)
    for (let code = format4.getUint16(start); code <= format4.getUint16(end) && code < 0xffff; code++) {
      const listed = rangeOffset ? format4.getUint16(range + rangeOffset + 2 * (code - format4.getUint16(start))) : code
      const glyph = rangeOffset && listed === 0 ? 0 : (listed + format4.getUint16(delta)) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
  return glyphs
}

/** The last glyphs may share one advance. */
function readAdvances(hmtx: DataView, advances: number): (glyph: number) => number {
  return (glyph) => hmtx.getUint16(4 * Math.min(glyph, advances - 1))
}

type Subtable = { type: number; view: DataView }

/**
 * The subtables of a feature. All scripts share one list of features in these fonts, so the script is not asked for.
 */
function readLayout(table: DataView): (feature: string) => Subtable[] {
  const features = from(table, table.getUint16(6))
  const lookups = from(table, table.getUint16(8))
  const tags = Array.from({ length: features.getUint16(0) }, (_, index) => tagAt(features, 2 + 6 * index))
  return (tag) => {
    const index = tags.indexOf(tag)
    if (index < 0 || tags.lastIndexOf(tag) !== index) throw new Error(`feature missing or doubled in a font file: ${tag}`)
    const feature = from(features, features.getUint16(6 + 6 * index))
    return words(feature, 4, feature.getUint16(2)).flatMap((number) => {
      const lookup = from(lookups, lookups.getUint16(2 + 2 * number))
      return words(lookup, 6, lookup.getUint16(4)).map((offset) => unwrap(lookup.getUint16(0), from(lookup, offset)))
    })
  }
}

/** Types 9 (GPOS) and 7 (GSUB) only say where the subtable proper stands. */
function unwrap(type: number, view: DataView): Subtable {
  return type === 9 || type === 7 ? { type: view.getUint16(2), view: from(view, view.getUint32(4)) } : { type, view }
}

/** glyph → its number in the coverage */
function readCoverage(view: DataView): Map<number, number> {
  const count = view.getUint16(2)
  if (view.getUint16(0) === 1) return new Map(words(view, 4, count).map((glyph, index) => [glyph, index]))
  const covered: number[] = []
  for (let at = 4; at < 4 + 6 * count; at += 6) {
    for (let glyph = view.getUint16(at); glyph <= view.getUint16(at + 2); glyph++) covered.push(glyph)
  }
  return new Map(covered.map((glyph, index) => [glyph, index]))
}

/** glyph → class; a glyph that is not listed has class 0 */
function readClasses(view: DataView): Map<number, number> {
  const classes = new Map<number, number>()
  if (view.getUint16(0) === 1) {
    for (const [index, value] of words(view, 6, view.getUint16(4)).entries()) classes.set(view.getUint16(2) + index, value)
    return classes
  }
  for (let at = 4; at < 4 + 6 * view.getUint16(2); at += 6) {
    for (let glyph = view.getUint16(at); glyph <= view.getUint16(at + 2); glyph++) classes.set(glyph, view.getUint16(at + 4))
  }
  return classes
}

function readSingles({ type, view }: Subtable): [number, number][] {
  if (type !== 1) throw new Error(`unexpected lookup in a font file: ${type}, expected single substitution`)
  const covered = readCoverage(from(view, view.getUint16(2)))
  const delta = view.getUint16(0) === 1 ? view.getUint16(4) : null
  return [...covered].map(([glyph, index]) => [glyph, delta === null ? view.getUint16(6 + 2 * index) : (glyph + delta) & 0xffff])
}

type Ligature = { parts: number[]; glyph: number }

/** Longer ligatures stand before shorter ones with the same beginning. */
function readLigatures({ type, view }: Subtable): Ligature[] {
  if (type !== 4) throw new Error(`unexpected lookup in a font file: ${type}, expected ligatures`)
  const covered = readCoverage(from(view, view.getUint16(2)))
  return [...covered].flatMap(([first, index]) => {
    const set = from(view, view.getUint16(6 + 2 * index))
    return words(set, 2, set.getUint16(0)).map((offset) => {
      const ligature = from(set, offset)
      return { parts: [first, ...words(ligature, 4, ligature.getUint16(2) - 1)], glyph: ligature.getUint16(0) }
    })
  })
}

type PlainGlyph = { glyph: number; codePoints: number[] }

function joinLigatures(plain: PlainGlyph[], ligatures: Ligature[]): PlainGlyph[] {
  const joined: PlainGlyph[] = []
  for (let at = 0; at < plain.length; ) {
    const ligature = ligatures.find(({ parts }) => parts.every((part, index) => plain[at + index]?.glyph === part))
    const taken = plain.slice(at, at + (ligature?.parts.length ?? 1))
    joined.push({ glyph: ligature?.glyph ?? (taken[0] as PlainGlyph).glyph, codePoints: taken.flatMap(({ codePoints }) => codePoints) })
    at += taken.length
  }
  return joined
}

/** Only the advance of the first glyph changes (value format 4). The first subtable that covers a pair decides. */
function readKerning(subtables: Subtable[]): (left: number, right: number) => number {
  const readers = subtables.map(({ type, view }) => {
    if (type !== 2 || view.getUint16(4) !== 4 || view.getUint16(6) !== 0) throw new Error('unexpected kerning in a font file')
    const covered = readCoverage(from(view, view.getUint16(2)))
    return view.getUint16(0) === 1 ? readKerningOfPairs(view, covered) : readKerningOfClasses(view, covered)
  })
  return (left, right) => {
    for (const read of readers) {
      const kern = read(left, right)
      if (kern !== undefined) return kern
    }
    return 0
  }
}

type Kerning = (left: number, right: number) => number | undefined

function readKerningOfPairs(view: DataView, covered: Map<number, number>): Kerning {
  const pairs = new Map<number, number>()
  for (const [left, index] of covered) {
    const set = from(view, view.getUint16(10 + 2 * index))
    for (let at = 2; at < 2 + 4 * set.getUint16(0); at += 4) pairs.set((left << 16) | set.getUint16(at), set.getInt16(at + 2))
  }
  return (left, right) => pairs.get((left << 16) | right)
}

function readKerningOfClasses(view: DataView, covered: Map<number, number>): Kerning {
  const first = readClasses(from(view, view.getUint16(8)))
  const second = readClasses(from(view, view.getUint16(10)))
  const columns = view.getUint16(14)
  return (left, right) =>
    covered.has(left) ? view.getInt16(16 + 2 * ((first.get(left) ?? 0) * columns + (second.get(right) ?? 0))) : undefined
}
