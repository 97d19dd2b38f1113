/**
 * Chart + width → drawing: one SVG for HTML and PDF, in light colours and Notat Sans.
 *
 *     Chart ── layout (pixels, by real text widths) ─▶ Layout ── Vega-Lite ─▶ Vega ─▶ SVG
 *
 * Numbers arrive printed: the chart places them and rounds nothing. Layers are named, and Vega turns a name into a class (`segment` →
 * `segment_marks`) by which a stylesheet tells them apart. Only this file knows Vega, which the first drawing loads.
 */

import type { TopLevelSpec } from 'vega-lite'
import type { AxisTick, ChangeChart, Chart, ChartNumber, SharesChart } from '../document/blocks.js'
import { fontFamily, textWidth, type Weight } from './fonts.js'
import { answerColour, answerColours, type ColourName, chartSizes, light, onAnswer } from './theme.js'

/** `wide` stands on paper and screens from about 770 px, `narrow` on phones: there a wide one would be scaled to nothing. */
export type ChartSize = 'wide' | 'narrow'

/** `svg` has `role="img"` and the alt text, no ids and no style sheet. Width and height in CSS pixels. */
export type Drawing = { svg: string; width: number; height: number }

/** Some of a chart's rows, `to` not included: a part of a drawing that goes over several pages. */
export type RowRange = { from: number; to: number }

/**
 * Draws a chart, or the part of it with these rows: parts have one axis and the same places. The same chart gives the same bytes, whatever was
 * drawn before or meanwhile.
 */
export async function drawChart(chart: Chart, size: ChartSize, rows: RowRange = allRows(chart)): Promise<Drawing> {
  const layout = layoutOf(chart, size, rows)
  const { width, height } = layout
  const marks = await marksOf(layout)
  const root = `xmlns="http://www.w3.org/2000/svg" class="chart ${size}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`
  return { svg: `<svg ${root} role="img" aria-label="${escapeXml(chart.altText)}">${marks}</svg>`, width, height }
}

/** Height of that drawing in CSS pixels, without drawing it. */
export function chartHeight(chart: Chart, size: ChartSize, rows: RowRange = allRows(chart)): number {
  return layoutOf(chart, size, rows).height
}

function allRows({ rows }: Chart): RowRange {
  return { from: 0, to: rows.length }
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}

// ── layout: where everything stands, in CSS pixels from the top left ──

type Axis = { domain: [number, number]; range: [number, number] }

/** `x` and `x2` are pixels, or values on the axis in a layer that says so. */
type Place = { x: number; y: number; x2?: number; y2?: number; text?: string }

/** Marks of one look. `style` is in Vega-Lite's words. */
type Layer = {
  name: string
  isOnAxis: boolean
  style: { type: 'text' | 'rule' | 'point' | 'rect'; [property: string]: unknown }
  places: Place[]
}

type Layout = { width: number; height: number; axis: Axis; layers: Layer[] }

const lineHeight = 17
/** least room left and right of a number in a bar, together */
const aroundShare = 5
const indentWidth = 14
/** between a dot's centre and its number */
const besideDot = 12
/** from the top to the middle of the key, from one line of it to the next, and from the last to the rows */
const key = { top: 14, step: 22, toRows: 20 }
/** no label takes more than this of a wide chart; longer ones are wrapped */
const widestLabel = 320
/** beside bars, which need the room for numbers in small shares */
const widestBarLabel = 280

const layouts: { [K in Chart['kind']]: (chart: Extract<Chart, { kind: K }>, size: ChartSize, range: RowRange) => Layout } = {
  change: layoutOfChange,
  shares: layoutOfShares,
}

function layoutOf(chart: Chart, size: ChartSize, range: RowRange): Layout {
  const layout = layouts[chart.kind] as (chart: Chart, size: ChartSize, range: RowRange) => Layout
  return layout(chart, size, range)
}

/**
 * A row per group: ring (previous) and dot (current) on one axis, their numbers outside them, the change at the right edge. Where a number is
 * not there, words say why: wide, on the axis where no dot stands; narrow, level with the label.
 */
function layoutOfChange(chart: ChangeChart, size: ChartSize, range: RowRange): Layout {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const numbers = chart.rows.flatMap(({ previous, current }) => [previous, current]).filter((number) => number !== null)
  const hasChanges = chart.rows.some(({ change }) => change)
  const changes = hasChanges ? chart.rows.map(({ change }) => change?.text ?? chart.dash) : []
  const beside =
    besideDot +
    widest(
      numbers.map(({ text }) => text),
      600,
    ) +
    4
  const changeWidth = changes.length === 0 ? 0 : widest(changes, 600, chartSizes.change)
  const headWidth = changes.length === 0 ? 0 : textWidth(chart.changeLabel, chartSizes.text, 400)

  const labelWidth = isWide ? Math.min(widestLabel, widestRow(chart.rows)) : width
  const from = isWide ? Math.max(250, labelWidth + 12 + beside) : Math.max(22, beside)
  const to = width - beside - (isWide ? Math.max(78, Math.max(changeWidth, headWidth) + 24) : changeWidth + 8)
  const axis: Axis = { domain: [chart.axis.from, chart.axis.to], range: [from, to] }

  const entries = [
    { id: 'previous', text: chart.previousLabel, isUsed: chart.rows.some(({ previous }) => previous) },
    { id: 'current', text: chart.currentLabel, isUsed: chart.rows.some(({ current }) => current) },
  ].filter(({ isUsed }) => isUsed)
  const head = placeKey(entries, { lead: 18, gap: 28, from: isWide ? from : 0, width, headWidth })
  const absences = isWide ? [] : chart.rows.map(({ absence }) => absence)
  const rows = placeRows(chart.rows, range, { size, top: head.bottom, labelWidth, belowLabel: [26, 16], beside: absences })
  const bottom = rows.at(-1)?.bottom ?? head.bottom
  const ticks = placeTicks(chart.axis.ticks, axis, width, bottom)

  const dots = rows.map(({ row: { previous, current, change, absence }, y }) => ({
    previous,
    current,
    change,
    absence,
    y,
    isSame: isSamePlace(previous, current, axis),
  }))
  const previous = dots.flatMap(({ previous, y }) => (previous ? [{ x: previous.value, y }] : []))
  const current = dots.flatMap(({ current, y, isSame }) => (current && !isSame ? [{ x: current.value, y }] : []))
  const same = dots.flatMap(({ current, y, isSame }) => (current && isSame ? [{ x: current.value, y }] : []))
  const links = dots.flatMap(({ previous, current, y, isSame }) =>
    previous && current && !isSame ? [{ x: previous.value, x2: current.value, y }] : [],
  )
  const numbersAt = dots.flatMap(({ previous, current, y, isSame }) => {
    const isFall = previous !== null && current !== null && current.value < previous.value
    return [
      ...(previous && !isSame
        ? [{ of: 'previous', side: current && !isFall ? 'left' : 'right', x: previous.value, y, text: previous.text }]
        : []),
      ...(current ? [{ of: 'current', side: isFall ? 'left' : 'right', x: current.value, y, text: current.text }] : []),
    ]
  })
  const numberLayers = (['previous', 'current'] as const).flatMap((of) =>
    (['left', 'right'] as const).map((side) =>
      texts(
        `value_${of}_${side}`,
        numbersAt.filter((number) => number.of === of && number.side === side).map(({ x, y, text }) => ({ x, y, text })),
        {
          isOnAxis: true,
          align: side === 'left' ? 'right' : 'left',
          dx: side === 'left' ? -besideDot : besideDot,
          ...(of === 'previous' ? { colour: 'soft' } : { weight: 600 }),
        },
      ),
    ),
  )
  const changeLayers = [true, false].map((isCertain) =>
    texts(
      isCertain ? 'change_certain' : 'change',
      dots.flatMap(({ change, y }) => (change?.isCertain === isCertain ? [{ x: width, y, text: change.text }] : [])),
      { align: 'right', size: chartSizes.change, weight: isCertain ? 600 : 400 },
    ),
  )
  const besideDots = isWide
    ? dots.flatMap(({ previous, current, absence, y }) => {
        if (absence === null) return []
        const number = previous ?? current
        const dot = number && along(axis, number.value)
        const isRoomLeft = dot === null || from + widest([absence], 400) + 2 * besideDot <= dot
        return [{ x: isRoomLeft ? from : dot + 2 * besideDot + widest([number?.text ?? ''], 600), y, text: absence }]
      })
    : rows.flatMap((row) => row.beside)
  const grid = isWide
    ? chart.axis.ticks.map(({ value }) => ({ x: value, y: head.bottom, y2: bottom }))
    : rows.flatMap(({ y }) => chart.axis.ticks.map(({ value }) => ({ x: value, y: y - 12, y2: y + 12 })))
  const keyDots = (id: string) => head.entries.filter((entry) => entry.id === id).map(({ x, y }) => ({ x: x + 6, y }))

  return {
    width,
    height: ticks.bottom,
    axis,
    layers: [
      rules(
        'rowrule',
        rows.map(({ top }) => ({ x: 0, x2: width, y: top })),
      ),
      rules('grid', grid, { isOnAxis: true }),
      ...ticks.layers,
      ...labelLayers(rows),
      rules('link', links, { isOnAxis: true, colour: 'link', width: 2.5 }),
      points('previous', previous, { isOnAxis: true, colour: 'paper', stroke: 'previous' }),
      points('halo', current, { isOnAxis: true, colour: 'paper', area: 200 }),
      points('current', current, { isOnAxis: true, colour: 'current' }),
      points('current_same', same, { isOnAxis: true, colour: 'current', area: 34 }),
      ...numberLayers,
      texts('absence', besideDots, { align: isWide ? 'left' : 'right', colour: 'soft' }),
      ...changeLayers,
      texts(
        'change_none',
        dots.flatMap(({ change, y }) => (hasChanges && !change ? [{ x: width, y, text: chart.dash }] : [])),
        { align: 'right', size: chartSizes.change, colour: 'soft' },
      ),
      points('key_previous', keyDots('previous'), { colour: 'paper', stroke: 'previous' }),
      points('key_current', keyDots('current'), { colour: 'current' }),
      texts(
        'key_text',
        head.entries.map(({ x, y, text }) => ({ x: x + 18, y, text })),
        { colour: 'soft' },
      ),
      texts('head', changes.length === 0 ? [] : [{ x: width, y: head.y, text: chart.changeLabel }], { align: 'right', colour: 'soft' }),
    ],
  }
}

/** A bar of 100 % per group, the best answer first on the common edge; base and "don't know" beside it, never part of it. */
function layoutOfShares(chart: SharesChart, size: ChartSize, range: RowRange): Layout {
  const { width } = chartSizes[size]
  const isWide = size === 'wide'
  const thickness = isWide ? 21 : 22
  const columns = [
    { name: 'base', label: chart.baseLabel, colour: 'ink' as const, of: (row: SharesChart['rows'][number]) => row.base.text },
    ...(chart.dontKnowLabel === null
      ? []
      : [
          {
            name: 'dontknow',
            label: chart.dontKnowLabel,
            colour: 'soft' as const,
            of: (row: SharesChart['rows'][number]) => row.dontKnow?.text ?? '',
          },
        ]),
  ].map((column) => ({ ...column, width: widest([column.label, ...chart.rows.map(column.of)], 400) }))
  const columnGap = 28
  const columnRight = (index: number) => width - columns.slice(index + 1).reduce((sum, column) => sum + column.width + columnGap, 0)
  const columnsWidth = columns.reduce((sum, column) => sum + column.width + columnGap, 0)

  const labelWidth = isWide ? Math.min(widestBarLabel, widestRow(chart.rows)) : width
  // Half a pixel inside the edges of a narrow drawing, or the outlines of the first and the last segment would be cut.
  const axis: Axis = { domain: [0, 1], range: isWide ? [Math.max(230, labelWidth + 20), width - columnsWidth - 8] : [0.5, width - 0.5] }
  const perShare = axis.range[1] - axis.range[0]

  const head = placeKey(
    chart.options.map(({ id, label }) => ({ id, text: label })),
    {
      lead: 17,
      gap: isWide ? 18 : 10,
      from: isWide ? axis.range[0] : 0,
      width,
      headWidth: isWide ? columnsWidth - columnGap : 0,
    },
  )
  const summaries = isWide ? [] : chart.rows.map(({ summary }) => summary)
  const rows = placeRows(chart.rows, range, { size, top: head.bottom, labelWidth, belowLabel: [25, 18], beside: summaries })
  const bottom = rows.at(-1)?.bottom ?? head.bottom
  const ticks = placeTicks(chart.axisTicks, axis, width, bottom)

  const around = (y: number, half: number) => ({ y: y - half, y2: y + half })
  const colourOf = new Map(chart.options.map(({ id, tone }) => [id, answerColour(tone)]))
  const segments = rows.flatMap(({ row, y }) =>
    row.shares.flatMap(({ value, text }, i) => {
      const x = row.shares.slice(0, i).reduce((sum, before) => sum + before.value, 0)
      const colour = answerColour(chart.options[i]?.tone ?? 0)
      return value === 0 ? [] : [{ colour, x, x2: x + value, y, text, isNumbered: value >= chart.leastNumbered }]
    }),
  )
  const answerLayers = answerColours.flatMap((colour) => {
    const bars = segments.filter((segment) => segment.colour === colour)
    const numbered = bars.filter(
      ({ x, x2, text, isNumbered }) => isNumbered && (x2 - x) * perShare >= textWidth(text, chartSizes.text, 400) + aroundShare,
    )
    return [
      rects(
        `segment_${colour}`,
        bars.map(({ x, x2, y }) => ({ x, x2, ...around(y, thickness / 2) })),
        { isOnAxis: true, colour },
      ),
      texts(
        `share_${colour}`,
        numbered.map(({ x, x2, y, text }) => ({ x: (x + x2) / 2, y, text })),
        { isOnAxis: true, align: 'center', colour: onAnswer(colour) },
      ),
    ]
  })
  const keyLayers = answerColours.map((colour) =>
    rects(
      `key_${colour}`,
      head.entries.filter(({ id }) => colourOf.get(id) === colour).map(({ x, y }) => ({ x: x + 0.5, x2: x + 12.5, ...around(y, 6) })),
      { colour },
    ),
  )
  const besideBars = isWide
    ? columns.flatMap(({ name, colour, label, of }, index) => [
        texts(
          name,
          rows.map(({ row, y }) => ({ x: columnRight(index), y, text: of(row) })),
          { align: 'right', colour },
        ),
        texts(`head_${name}`, [{ x: columnRight(index), y: head.y, text: label }], { align: 'right', colour: 'soft' }),
      ])
    : [
        texts(
          'summary',
          rows.flatMap(({ beside }) => beside),
          { align: 'right', colour: 'soft' },
        ),
      ]

  return {
    width,
    height: ticks.bottom,
    axis,
    layers: [
      rules(
        'rowrule',
        rows.map(({ top }) => ({ x: 0, x2: width, y: top })),
      ),
      rules(
        'grid',
        chart.axisTicks.map(({ value }) => ({ x: value, y: isWide ? head.bottom : bottom - 8, y2: bottom })),
        { isOnAxis: true },
      ),
      ...ticks.layers,
      ...answerLayers,
      texts(
        'absence',
        rows.flatMap(({ row: { absence }, y }) => (absence === null ? [] : [{ x: axis.range[0], y, text: absence }])),
        { colour: 'soft' },
      ),
      ...labelLayers(rows),
      ...besideBars,
      ...keyLayers,
      texts(
        'key_text',
        head.entries.map(({ x, y, text }) => ({ x: x + 17, y, text })),
        { colour: 'soft' },
      ),
    ],
  }
}

/** Two dots that would cover each other and print the same are drawn as one: a dot inside the ring. */
function isSamePlace(previous: ChartNumber | null, current: ChartNumber | null, axis: Axis): boolean {
  if (!previous || !current || previous.text !== current.text) return false
  return Math.abs(along(axis, previous.value) - along(axis, current.value)) < 2
}

function along({ domain, range }: Axis, value: number): number {
  return range[0] + ((value - domain[0]) / (domain[1] - domain[0])) * (range[1] - range[0])
}

type Row = { label: string; indent: number; isTotal: boolean }

const weightOf = ({ isTotal }: Row): Weight => (isTotal ? 600 : 400)

function widest(texts: string[], weight: Weight, size: number = chartSizes.text): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, size, weight)))
}

function widestRow(rows: Row[]): number {
  return Math.max(0, ...rows.map((row) => row.indent * indentWidth + textWidth(row.label, chartSizes.text, weightOf(row))))
}

/**
 * Lines no wider than `width`: broken at spaces, a word that is too wide at its hyphens, and what is still too wide between letters, with a
 * hyphen. At least one line, and at least a letter a line.
 */
export function wrapText(text: string, width: number, size: number, weight: Weight): string[] {
  const fits = (line: string) => textWidth(line, size, weight) <= width
  const pieces = text.split(' ').flatMap((word) => piecesOf(word, fits).map((piece, i) => ({ ...piece, before: i === 0 ? ' ' : '' })))
  const lines: string[] = []
  let line: string | null = null
  let hyphen = ''
  for (const piece of pieces) {
    if (line !== null && fits(line + piece.before + piece.text + piece.hyphen)) line += piece.before + piece.text
    else {
      if (line !== null) lines.push(piece.before === '' ? line + hyphen : line)
      line = piece.text
    }
    hyphen = piece.hyphen
  }
  return [...lines, line ?? '']
}

/** Where a word may be broken, if it must be: `hyphen` is what a line then gets after the piece. A soft hyphen is seen only there. */
function piecesOf(word: string, fits: (line: string) => boolean): { text: string; hyphen: string }[] {
  const plain = word.replaceAll('\u00ad', '')
  if (fits(plain)) return [{ text: plain, hyphen: '' }]
  const parts = word.split(/(?<=[-/])|(?<=\u00ad)/u)
  return parts.flatMap((part, p) => {
    const hyphen = part.endsWith('\u00ad') ? '-' : ''
    const text = part.replaceAll('\u00ad', '')
    if (fits(text + hyphen)) return [{ text, hyphen }]
    const letters = [...text]
    return letters.map((letter, l) => ({ text: letter, hyphen: l < letters.length - 1 ? '-' : p < parts.length - 1 ? hyphen : '' }))
  })
}

type PlacedRow<R> = {
  row: R
  top: number
  bottom: number
  /** middle of its dots or its bar */
  y: number
  lines: Place[]
  /** what stands at the right edge, level with the label (narrow) */
  beside: Place[]
}

/**
 * Wide: labels left of the marks, each row as high as its label needs; rows stand closer where there are more than twenty, so that they fit
 * a page. Only the rows of a range are placed. Narrow: the label above the marks, `belowLabel` from its last line to their middle and from there to the next row.
 */
function placeRows<R extends Row>(
  rows: readonly R[],
  { from, to }: RowRange,
  {
    size,
    top,
    labelWidth,
    belowLabel,
    beside = [],
  }: { size: ChartSize; top: number; labelWidth: number; belowLabel: [number, number]; beside?: (string | null)[] },
): PlacedRow<R>[] {
  const pitch = rows.length > 20 ? 26 : 31
  const { width } = chartSizes[size]
  const placed: PlacedRow<R>[] = []
  for (const [index, row] of rows.entries()) {
    if (index < from || index >= to) continue
    const rowTop = placed.at(-1)?.bottom ?? top
    const x = row.indent * indentWidth
    const label = wrapText(row.label, labelWidth - x, chartSizes.text, weightOf(row))
    const linesFrom = (y: number) => label.map((text, line) => ({ x, y: y + line * lineHeight, text }))
    if (size === 'wide') {
      const height = pitch + (label.length - 1) * lineHeight
      const y = rowTop + height / 2
      placed.push({ row, top: rowTop, bottom: rowTop + height, y, lines: linesFrom(y - ((label.length - 1) / 2) * lineHeight), beside: [] })
      continue
    }
    const lines = linesFrom(rowTop + key.top)
    const besideText = beside[index] ?? null
    const lastLine = rowTop + key.top + (label.length - 1) * lineHeight
    const isRoomBeside = besideText === null || x + widest(label.slice(-1), weightOf(row)) + 12 + widest([besideText], 400) <= width
    const level = isRoomBeside ? lastLine : lastLine + lineHeight
    const y = level + belowLabel[0]
    placed.push({
      row,
      top: rowTop,
      bottom: y + belowLabel[1],
      y,
      lines,
      beside: besideText === null ? [] : [{ x: width, y: level, text: besideText }],
    })
  }
  return placed
}

function labelLayers(rows: PlacedRow<Row>[]): Layer[] {
  const lines = (isTotal: boolean) => rows.filter(({ row }) => row.isTotal === isTotal).flatMap((row) => row.lines)
  return [texts('label', lines(false)), texts('label_total', lines(true), { weight: 600 })]
}

type KeyEntry = { id: string; text: string }

/**
 * Key entries one after another, `lead` pixels for the symbol before each, from `from` if they then leave room for the heads at the right
 * edge; else from the left edge, in as many lines as it takes. `y` is the line of the heads, `bottom` where the rows begin.
 */
function placeKey(
  entries: KeyEntry[],
  { lead, gap, from, width, headWidth }: { lead: number; gap: number; from: number; width: number; headWidth: number },
): { entries: (KeyEntry & { x: number; y: number })[]; y: number; bottom: number } {
  const free = headWidth === 0 ? width : width - headWidth - gap
  const widths = entries.map(({ text }) => lead + textWidth(text, chartSizes.text, 400))
  const inOneLine = widths.reduce((sum, each) => sum + each + gap, -gap)
  const left = from + inOneLine <= free ? from : 0
  const placed: (KeyEntry & { x: number; y: number })[] = []
  let [x, y] = [left, key.top]
  for (const [index, entry] of entries.entries()) {
    const entryWidth = widths[index] as number
    if (x > left && x + entryWidth > width) [x, y] = [left, y + key.step]
    placed.push({ ...entry, x, y })
    x += entryWidth + gap
  }
  const headY = headWidth === 0 || x - gap <= free ? y : y + key.step
  return { entries: placed, y: headY, bottom: headY + key.toRows }
}

/** Ticks under the rows, their labels wrapped to the room between two ticks; all inside the drawing. `bottom` is the end of the drawing. */
function placeTicks(ticks: AxisTick[], axis: Axis, width: number, top: number): { layers: Layer[]; bottom: number } {
  const places = ticks.map(({ value }) => along(axis, value))
  const room = Math.min(width, ...places.slice(1).map((place, i) => place - (places[i] as number) - 6))
  const placed = ticks.map(({ text, label }, i) => {
    const lines = [text, ...(label === null ? [] : wrapText(label, Math.max(room, widestWord(label)), chartSizes.text, 400))]
    const half = widest(lines, 400) / 2
    const x = Math.min(Math.max(places[i] as number, half), width - half)
    return lines.map((line, l) => ({ x, y: top + 14 + l * lineHeight, text: line }))
  })
  const lines = Math.max(0, ...placed.map(({ length }) => length))
  return {
    layers: [texts('tick', placed.flat(), { align: 'center', colour: 'soft' })],
    bottom: Math.ceil(top + 11 + lines * lineHeight),
  }
}

function widestWord(text: string): number {
  return widest(text.split(' '), 400)
}

function texts(
  name: string,
  places: Place[],
  style: { isOnAxis?: boolean; align?: 'left' | 'center' | 'right'; weight?: Weight; size?: number; colour?: ColourName; dx?: number } = {},
): Layer {
  const { isOnAxis = false, align = 'left', weight = 400, size = chartSizes.text, colour = 'ink', dx = 0 } = style
  return {
    name,
    isOnAxis,
    style: { type: 'text', baseline: 'middle', align, fontWeight: weight, fontSize: size, fill: light[colour], dx },
    places,
  }
}

function rules(name: string, places: Place[], style: { isOnAxis?: boolean; colour?: ColourName; width?: number } = {}): Layer {
  const { isOnAxis = false, colour = 'grid', width = 1 } = style
  return { name, isOnAxis, style: { type: 'rule', stroke: light[colour], strokeWidth: width }, places }
}

/** Round marks. `area` in square pixels, as Vega has it; with a `stroke` a ring. */
function points(
  name: string,
  places: Place[],
  style: { colour: ColourName; isOnAxis?: boolean; stroke?: ColourName; area?: number },
): Layer {
  const { isOnAxis = false, colour, stroke, area = 120 } = style
  const outline = stroke === undefined ? { stroke: null } : { stroke: light[stroke], strokeWidth: 1.75 }
  return { name, isOnAxis, style: { type: 'point', fill: light[colour], size: area, opacity: 1, ...outline }, places }
}

function rects(name: string, places: Place[], style: { colour: ColourName; isOnAxis?: boolean }): Layer {
  const { isOnAxis = false, colour } = style
  return { name, isOnAxis, style: { type: 'rect', fill: light[colour], stroke: light.edge, strokeWidth: 0.75 }, places }
}

// ── Vega ──

/** The layout in Vega-Lite's words: one shared axis, and pixels for what stands beside it. */
function specOf({ width, height, axis, layers }: Layout): TopLevelSpec {
  const pixels = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null })
  const onAxis = (field: string) => ({ field, type: 'quantitative', axis: null, scale: { ...axis, nice: false, zero: false } })
  const has = (places: Place[], field: keyof Place) => places.some((place) => place[field] !== undefined)
  const layer = layers
    .filter(({ places }) => places.length > 0)
    .map(({ name, isOnAxis, style, places }) => ({
      name,
      data: { name: `${name}_places`, values: places },
      mark: style,
      encoding: {
        x: isOnAxis ? onAxis('x') : pixels('x'),
        y: pixels('y'),
        ...(has(places, 'x2') && { x2: { field: 'x2' } }),
        ...(has(places, 'y2') && { y2: { field: 'y2' } }),
        ...(has(places, 'text') && { text: { field: 'text', type: 'nominal' } }),
      },
    }))
  const spec: unknown = {
    width,
    height,
    padding: 0,
    autosize: { type: 'none' },
    layer,
    config: { font: fontFamily, background: null, aria: false, view: { stroke: null } },
  }
  return spec as TopLevelSpec
}

/** The marks of a drawing as SVG, without the root element. */
async function marksOf(layout: Layout): Promise<string> {
  const { compile, vega, expressionInterpreter } = await loadVega()
  const { spec } = compile(specOf(layout), { logger: strictLogger })
  const runtime = vega.parse(spec, undefined, { ast: true })
  const view = new vega.View(runtime, { renderer: 'none', loader: refusingLoader, logger: strictLogger, expr: expressionInterpreter })
  const svg = await view.toSVG()
  view.finalize()
  return withoutNoise(svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')))
}

/** Takes away what the drawing does not need: roles of its parts (the root has one), frames without lines, switches for the mouse. */
function withoutNoise(marks: string): string {
  return marks
    .replace(/<path class="(?:background|foreground)"[^>]*><\/path>|<path class="(?:background|foreground)"[^>]*\/>/g, '')
    .replace(/<[^>]+>/g, (tag) => tag.replace(/ (?:role|aria-roledescription|pointer-events)="[^"]*"/g, ''))
}

let loading: ReturnType<typeof importVega> | undefined

/** Vega, loaded once per process by the first drawing. */
function loadVega(): ReturnType<typeof importVega> {
  loading ??= importVega()
  return loading
}

async function importVega() {
  const [vega, { compile }, { expressionInterpreter }] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('vega-interpreter'),
  ])
  // Without a canvas Vega guesses the widths of texts, with one it measures another font. Set once, before the first view.
  const metrics = (vega as unknown as { textMetrics: { width: (item: TextItem, text?: unknown) => number } }).textMetrics
  metrics.width = ({ fontSize = 11, fontWeight = 400 }, text) => textWidth(`${text ?? ''}`, fontSize, Number(fontWeight) >= 600 ? 600 : 400)
  return { vega, compile, expressionInterpreter }
}

type TextItem = { fontSize?: number; fontWeight?: number | string }

/** A chart loads nothing: its data are in it. */
const refusingLoader = {
  load: refuse,
  sanitize: refuse,
  http: refuse,
  file: refuse,
}

function refuse(uri: string): Promise<never> {
  return Promise.reject(new Error(`a chart asked for something outside it: ${uri}`))
}

/** What Vega only warns of is a fault in a layout. */
const strictLogger = {
  level: () => strictLogger,
  error: fail,
  warn: fail,
  info: () => strictLogger,
  debug: () => strictLogger,
}

function fail(...messages: readonly unknown[]): never {
  throw new Error(`unexpected word from Vega: ${messages.join(' ')}`)
}
