/**
 * SVG of a chart → operators of a page. Reads what Vega writes of our layouts and nothing else: groups, lines, texts,
 * circles, boxes and other shapes with straight edges, with their looks as attributes. pdfmake draws SVG of all
 * kinds, for ten times the time.
 */
import { fontFamily } from '../fonts.js'
import type { TaggedDocument } from './document.js'

/** On the page, in points from the top left. */
type Area = { x: number; y: number; width: number; height: number }
type Attributes = Record<string, string>

/** Draws into an area, in the middle of it, as large as fits. */
export function drawSvg(document: TaggedDocument, svg: string, area: Area): void {
  const colour = document._fillColor
  document.save().translate(area.x, area.y)
  for (const { name, isEnd, attributes, text } of tagsOf(svg)) {
    if (name === 'svg' || name === 'g') {
      if (isEnd) document.restore()
      else if (name === 'svg') beginDrawing(document, attributes, area)
      else moveBy(document.save(), attributes)
    } else if (!isEnd) {
      const mark = Object.hasOwn(marks, name) ? marks[name] : undefined
      if (!mark) throw new Error(`unexpected mark in a drawing: ${name}`)
      moveBy(document.save(), attributes)
      mark(document, attributes, text)
      document.restore()
    }
  }
  document.restore()
  document._fillColor = colour
}

const tag = /<(\/?)(\w+)([^>]*)>([^<]*)/g
const attribute = /([\w-]+)="([^"]*)"/g

/** The attributes that what is drawn depends on, and those that only a stylesheet or a reader needs. */
const read = [
  'transform',
  'x2',
  'y2',
  'd',
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-miterlimit',
  'opacity',
  'text-anchor',
  'font-size',
]
const known = new Set([...read, 'font-weight', 'font-family', 'class', 'xmlns', 'width', 'height', 'viewBox', 'role', 'aria-label'])

function* tagsOf(svg: string): Generator<{ name: string; isEnd: boolean; attributes: Attributes; text: string }> {
  for (const [, slash, name = '', written = '', text = ''] of svg.matchAll(tag)) {
    const attributes: Attributes = {}
    for (const [, key = '', value = ''] of written.matchAll(attribute)) {
      if (!known.has(key)) throw new Error(`unexpected attribute in a drawing: ${key}`)
      attributes[key] = value
    }
    yield { name, isEnd: slash === '/', attributes, text }
  }
}

/** Cuts off what is outside, and scales. */
function beginDrawing(document: TaggedDocument, { viewBox = '' }: Attributes, { width, height }: Area): void {
  const [, , drawnWidth = width, drawnHeight = height] = viewBox.split(' ').map(Number)
  document.save()
  document.moveTo(0, 0).lineTo(width, 0).lineTo(width, height).lineTo(0, height).closePath().clip()
  const scale = Math.min(width / drawnWidth, height / drawnHeight)
  document.transform(scale, 0, 0, scale, 0.5 * (width - drawnWidth * scale), 0.5 * (height - drawnHeight * scale))
}

function moveBy(document: TaggedDocument, { transform }: Attributes): void {
  if (transform === undefined) return
  const [, x, y] = /^translate\(([^,]+),([^)]+)\)$/.exec(transform) ?? []
  if (x === undefined || y === undefined) throw new Error(`unexpected transform in a drawing: ${transform}`)
  document.translate(Number(x), Number(y))
}

const marks: Record<string, (document: TaggedDocument, attributes: Attributes, text: string) => void> = {
  line: (document, attributes) => {
    const { x2 = '0', y2 = '0' } = attributes
    setColours(document, attributes)
    if (x2 !== '0' || y2 !== '0') document.moveTo(0, 0).lineTo(Number(x2), Number(y2))
    document.stroke()
  },

  path: (document, attributes) => {
    setColours(document, attributes)
    addPath(document, attributes.d ?? '')
    if (attributes.fill && attributes.stroke) document.fillAndStroke()
    else if (attributes.fill) document.fill()
    else if (attributes.stroke) document.stroke()
  },

  text: (document, attributes, escaped) => {
    if (escaped === '') return
    const { 'text-anchor': anchor = 'start', 'font-size': fontSize, 'font-family': family = fontFamily, 'font-weight': weight } = attributes
    const size = Number.parseFloat(fontSize ?? '')
    const font = document.provideFont(family, weight === '600')
    const [codes, positions] = font.encode(unescapeXml(escaped).replace(/\s+/g, ' '))
    const advances = positions.map(({ xAdvance }) => (xAdvance * size) / 1000)
    const last = positions.at(-1)
    const width = advances.slice(0, -1).reduce((sum, advance) => sum + advance, 0) + ((last?.advanceWidth ?? 0) * size) / 1000
    setColours(document, attributes)
    document.page.fonts[font.id] ??= font.ref()
    document.addContent('BT').addContent(`/${font.id} ${size} Tf`).addContent('0 Tr')
    document.addContent(`1 0 0 -1 ${inMillionths(-(anchors[anchor] ?? 0) * width)} 0 Tm`)
    document.addContent(`[${glyphsOf(codes, positions)}] TJ`).addContent('ET')
  },
}

const anchors: Record<string, number> = { start: 0, middle: 0.5, end: 1 }

/** Glyphs in hexadecimal, and where a pair stands closer or wider than their widths say, by how much. */
function glyphsOf(codes: readonly string[], positions: readonly { advanceWidth: number; xAdvance: number }[]): string {
  let written = ''
  let run = ''
  for (const [index, code] of codes.entries()) {
    run += code
    const { advanceWidth = 0, xAdvance = 0 } = positions[index] ?? {}
    if (advanceWidth === xAdvance) continue
    written += `<${run}> ${inMillionths(advanceWidth - xAdvance)} `
    run = ''
  }
  return run === '' ? written.trimEnd() : `${written}<${run}> 0`
}

function setColours(document: TaggedDocument, attributes: Attributes): void {
  const { fill, stroke, opacity = '1', 'stroke-width': lineWidth = '1', 'stroke-dasharray': dashes } = attributes
  if (fill) document.fillColor(fill, Number(opacity))
  if (!stroke) return
  document.strokeColor(stroke, Number(opacity))
  document.lineWidth(Number(lineWidth)).miterLimit(4).lineJoin('miter').lineCap('butt')
  if (dashes === undefined) document.undash()
  else document.dash(lengthsOf(dashes))
}

/** Lengths of strokes and gaps, in pairs. */
function lengthsOf(dashes: string): number[] {
  const lengths = dashes.split(',').map(Number)
  if (lengths.length % 2 !== 0 || !lengths.every((length) => length > 0)) throw new Error(`unexpected dashes in a drawing: ${dashes}`)
  return lengths
}

const circle = /^M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0$/
const polygon = /^M[-\d.e]+,[-\d.e]+(?:L[-\d.e]+,[-\d.e]+)+Z$/
const box = /^M([-\d.e]+),([-\d.e]+)h([-\d.e]+)v([-\d.e]+)h([-\d.e]+)Z$/

function addPath(document: TaggedDocument, path: string): void {
  const radius = circle.exec(path)?.[1]
  if (radius !== undefined) {
    addCircle(document, Number(radius))
    return
  }
  if (polygon.test(path)) {
    const [first, ...others] = path.slice(1, -1).split('L')
    const at = (corner = '') => corner.split(',').map(Number) as [number, number]
    document.moveTo(...at(first))
    for (const corner of others) document.lineTo(...at(corner))
    document.closePath()
    return
  }
  const [x, y, width, height] = (box.exec(path) ?? []).slice(1).map(Number)
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    throw new Error(`unexpected path in a drawing: ${path}`)
  }
  document
    .moveTo(x, y)
    .lineTo(x + width, y)
    .lineTo(x + width, y + height)
    .lineTo(x, y + height)
    .closePath()
}

/** Round 0, 0: six curves, each of which leaves the circle by less than 1/10,000 of the radius. */
function addCircle(document: TaggedDocument, radius: number): void {
  const step = Math.PI / 3
  const lever = (4 / 3) * Math.tan(step / 4)
  document.moveTo(radius, 0)
  for (let index = 0; index < 6; index++) {
    const [from, to] = [index * step, (index + 1) * step]
    document.bezierCurveTo(
      radius * (Math.cos(from) - lever * Math.sin(from)),
      radius * (Math.sin(from) + lever * Math.cos(from)),
      radius * (Math.cos(to) + lever * Math.sin(to)),
      radius * (Math.sin(to) - lever * Math.cos(to)),
      radius * Math.cos(to),
      radius * Math.sin(to),
    )
  }
}

/** As exact as pdfkit writes numbers. */
function inMillionths(number: number): number {
  return Math.round(number * 1e6) / 1e6
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

function unescapeXml(text: string): string {
  return text.replace(/&(\w+);/g, (entity, name: string) => entities[name] ?? entity)
}
