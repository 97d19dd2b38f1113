/** How trends, benchmarks and bars are drawn: nothing covers anything, no line goes through a number, grey is enough. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BarsChart, BenchmarkChart, Block, Chart, TrendChart } from '../../src/document/blocks.js'
import { altTextOf, plainText } from '../../src/document/walk.js'
import { pushApart } from '../../src/render/chart/apart.js'
import { type ChartSize, drawChart, pictureOf } from '../../src/render/chart.js'
import { textWidth } from '../../src/render/fonts.js'
import { renderHtml } from '../../src/render/html.js'
import { renderPdf } from '../../src/render/pdf.js'
import { light } from '../../src/render/theme.js'
import { hardCharts, picturesDocument } from '../hard-pictures.js'
import { runs } from '../runs.js'
import { faultsOf, readingOrder } from './pdf-structure.js'

const sizes: ChartSize[] = ['wide', 'narrow']
const charts = hardCharts()
const chartOf = <C extends Chart>(id: string) => charts.find((chart) => chart.id === id) as C
const jobs = charts.flatMap((chart) => sizes.map((size) => [chart.id, size, chart] as const))

type Box = { left: number; right: number; top: number; bottom: number }
type Mark = { layer: string; tag: string; text: string; box: Box; attributes: Map<string, string> }

/** Texts, lines, boxes and symbols of a drawing, in the order they are drawn. */
function marksIn(svg: string): Mark[] {
  const layers = [...svg.matchAll(/<g class="mark-[a-z]+ role-mark (\w+)_marks">(.*?)<\/g>/g)]
  return layers.flatMap(([, layer = '', content = '']) =>
    [...content.matchAll(/<(text|line|path) ([^>]*)>([^<]*)/g)].map(([, tag = '', written = '', escaped = '']): Mark => {
      const attributes = new Map([...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]))
      const text = escaped.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
      return { layer, tag, text, attributes, box: boxOf(tag, text, attributes) }
    }),
  )
}

function boxOf(tag: string, text: string, attributes: ReadonlyMap<string, string>): Box {
  const [x = 0, y = 0] = (/translate\(([-\d.]+),([-\d.]+)\)/.exec(attributes.get('transform') ?? '') ?? []).slice(1).map(Number)
  if (tag === 'line') {
    const [x2, y2] = [x + Number(attributes.get('x2') ?? 0), y + Number(attributes.get('y2') ?? 0)]
    return { left: Math.min(x, x2), right: Math.max(x, x2), top: Math.min(y, y2), bottom: Math.max(y, y2) }
  }
  if (tag === 'path') {
    const rect = /^M([-\d.]+),([-\d.]+)h([-\d.]+)v([-\d.]+)/.exec(attributes.get('d') ?? '')
    if (!rect) return { left: x, right: x, top: y, bottom: y }
    const [left = 0, top = 0, width = 0, height = 0] = rect.slice(1).map(Number)
    return { left: x + left, right: x + left + width, top: y + top, bottom: y + top + height }
  }
  const size = Number.parseFloat(attributes.get('font-size') ?? '')
  const width = textWidth(text, size, attributes.get('font-weight') === '600' ? 600 : 400)
  const anchor = attributes.get('text-anchor')
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  // the baseline is a third of the size under the middle; capitals and digits reach two thirds over it
  return { left, right: left + width, top: y - 0.66 * size, bottom: y + 0.05 * size }
}

const meet = (a: Box, b: Box) => a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5

/** Pairs of texts that cover each other. */
function coveredIn(marks: readonly Mark[]): string[] {
  const texts = marks.filter(({ tag }) => tag === 'text')
  return texts.flatMap((a, index) => texts.slice(index + 1).flatMap((b) => (meet(a.box, b.box) ? [`${a.text} × ${b.text}`] : [])))
}

function outside(marks: readonly Mark[], { width, height }: { width: number; height: number }): string[] {
  const isOut = ({ left, right, top, bottom }: Box) => left < -0.01 || right > width + 0.01 || top < -0.01 || bottom > height + 0.01
  return marks.filter(({ tag, box }) => tag !== 'line' && isOut(box)).map(({ layer, text }) => `${layer} ${text}`)
}

describe.each(jobs)('%s, %s', (_, size, chart) => {
  test('keeps every text inside, none on another, none on a line, in colours of the theme', async () => {
    const { svg, width, height } = await drawChart(chart, size)
    const marks = marksIn(svg)
    expect(outside(marks, { width, height })).toEqual([])
    expect(coveredIn(marks)).toEqual([])
    expect(linesThroughNumbers(marks)).toEqual([])
    expect(svg).toContain(`aria-label="${altTextOf(chart).replaceAll('"', '&#34;')}"`)
    const used = [...svg.matchAll(/(?:fill|stroke)="(#[^"]+)"/g)].map(([, colour]) => colour as string)
    expect(used.filter((colour) => !Object.values(light).includes(colour))).toEqual([])
  })
})

/** A number with a line of the grid, of the rows or of a value through it, and no paper between the two. */
function linesThroughNumbers(marks: readonly Mark[]): string[] {
  return marks.flatMap((mark, at) => {
    if (!/^(?:number|end_number|change)/.test(mark.layer) || mark.tag !== 'text') return []
    const under = marks.slice(0, at).findLastIndex(({ layer, box }) => layer.includes('_back') && meet(box, mark.box))
    const lines = marks.filter(({ tag, layer }, index) => tag === 'line' && index > under && !layer.startsWith('lead'))
    const grids = lines.filter(({ layer }) => /^(?:grid|rowrule|reference|middle|panel)/.test(layer))
    return grids.filter(({ box }) => throughMiddle(box, mark.box)).map(({ layer }) => `${layer} through ${mark.text}`)
  })
}

const throughMiddle = (line: Box, text: Box) =>
  line.left < text.right && line.right > text.left && line.top < text.bottom && line.bottom > text.top

const anyLabel = fc.stringMatching(/^[A-Za-zÆØÅæøå0-9 -]{1,60}$/)
/** of an index, no two of them further apart than it takes to meet */
const anyValue = fc.integer({ min: 0, max: 100 })
const number = (value: number) => ({ figure: `f${value}`, value, text: `${value}` })
const noDifference = { change: null, difference: null, indent: 0 }

describe('whatever the numbers and names', () => {
  const anyRow = fc.record({
    label: anyLabel,
    isTotal: fc.boolean(),
    values: fc.array(fc.option(anyValue), { minLength: 8, maxLength: 8 }),
  })
  const anyRows = fc.array(anyRow, { minLength: 1, maxLength: 12, size: 'max' })
  const absenceOf = (values: readonly (number | null)[]) => (values.some((value) => value !== null) ? null : 'ikke målt')

  test('no two labels at the ends of lines overlap, and every name and number is inside', async () => {
    const few = chartOf<TrendChart>('trend-few')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(anyRows, fc.array(anyRow, { minLength: 1, maxLength: 1 })),
        fc.constantFrom(...sizes),
        async (rows, size) => {
          const chart: TrendChart = {
            ...few,
            rows: rows.map(({ label, isTotal, values }, index) => ({
              ...{ ...noDifference, id: `r${index}`, label, isTotal: isTotal && index === 0, absence: absenceOf(values) },
              points: values.map((value) => ({ number: value === null ? null : number(value), isAfterBreak: value === 50 })),
            })),
          }
          const drawing = await drawChart(chart, size)
          const marks = marksIn(drawing.svg)
          expect(coveredIn(marks)).toEqual([])
          expect(outside(marks, drawing)).toEqual([])
        },
      ),
      { numRuns: runs(10, 60) },
    )
  }, 60_000)

  test('no texts of dots and bars overlap, and every name and number is inside', async () => {
    const [dots, bars] = [chartOf<BenchmarkChart>('benchmark-few'), chartOf<BarsChart>('bars-few')]
    await fc.assert(
      fc.asyncProperty(anyRows, fc.constantFrom(...sizes), async (rows, size) => {
        const common = rows.map(({ label, isTotal, values }, index) => ({ ...noDifference, id: `r${index}`, label, isTotal, values }))
        const benchmark: BenchmarkChart = {
          ...dots,
          axis: bars.axis,
          middle: { value: 50, text: 'Midt på skalaen: 50' },
          rows: common.map(({ values, ...row }) => {
            const shown = values.slice(0, 4)
            const absence = absenceOf(shown) ?? (shown.includes(null) ? 'Hele landet: ikke målt' : null)
            return { ...row, numbers: shown.map((value) => (value === null ? null : number(value))), absence }
          }),
        }
        const barred: BarsChart = {
          ...bars,
          rows: common.map(({ values: [value = null], ...row }) => {
            return { ...row, number: value === null ? null : number(value), absence: value === null ? 'ikke målt' : null }
          }),
        }
        for (const chart of [benchmark, barred]) {
          const drawing = await drawChart(chart, size)
          const marks = marksIn(drawing.svg)
          expect(coveredIn(marks)).toEqual([])
          expect(outside(marks, drawing)).toEqual([])
          expect(linesThroughNumbers(marks)).toEqual([])
        }
      }),
      { numRuns: runs(8, 40) },
    )
  }, 60_000)
})

describe('labels pushed apart', () => {
  const wishes = fc.array(fc.record({ at: fc.integer({ min: 0, max: 300 }), height: fc.integer({ min: 17, max: 60 }) }), { maxLength: 8 })

  test('never overlap, keep their order, and stay inside where there is room', () => {
    fc.assert(
      fc.property(wishes, (all) => {
        const needed = all.reduce((sum, { height }) => sum + height, 0)
        const to = Math.max(300, needed)
        const tops = pushApart(all, { from: 0, to, lead: 8 }).map((y, index) => ({ top: y - 8, ...(all[index] as (typeof all)[number]) }))
        const sorted = tops.map((each, index) => ({ ...each, index })).sort((a, b) => a.at - b.at || a.index - b.index)
        for (const [index, { top, height }] of sorted.entries()) {
          expect(top).toBeGreaterThanOrEqual(-1e-6)
          expect(top + height).toBeLessThanOrEqual((sorted[index + 1]?.top ?? to) + 1e-6)
        }
      }),
      { numRuns: runs(100, 500) },
    )
  })

  test('stand where they want to, if nothing is in the way', () => {
    expect(
      pushApart(
        [
          { at: 200, height: 20 },
          { at: 50, height: 20 },
        ],
        { from: 0, to: 300, lead: 8 },
      ),
    ).toEqual([200, 50])
    // two that want the same place share the way: 20 high each, so 10 up and 10 down
    expect(
      pushApart(
        [
          { at: 100, height: 20 },
          { at: 100, height: 20 },
        ],
        { from: 0, to: 300, lead: 8 },
      ),
    ).toEqual([90, 110])
  })
})

describe('the trend chart', () => {
  const few = chartOf<TrendChart>('trend-few')

  test('tells lines apart without colour: dashes, shapes and fillings; the whole is the thickest', async () => {
    const marks = marksIn((await drawChart(few, 'wide')).svg)
    const names = [...new Set(marks.flatMap(({ layer }) => /^line_(\w+)_p1$/.exec(layer)?.[1] ?? []))]
    expect(names.sort()).toEqual(['1', '2', '3', '4', '5', 'whole'])
    const looks = names.map((name) => {
      const line = marks.find(({ layer }) => layer === `line_${name}_p1`)
      const symbol = marks.find(({ layer }) => new RegExp(`^(?:filled|hollow)_${name}_p1$`).test(layer))
      const shape = symbol?.attributes.get('d')?.replace(/[\d.-]+/g, '')
      const isFilled = symbol?.attributes.get('fill') !== light.paper
      return {
        width: Number(line?.attributes.get('stroke-width')),
        look: `${line?.attributes.get('stroke-dasharray')} ${shape} ${isFilled}`,
      }
    })
    expect(new Set(looks.map(({ look }) => look)).size).toBe(6)
    const widths = looks.map(({ width }) => width)
    expect(looks.at(-1)?.width).toBe(Math.max(...widths))
    expect(widths.filter((width) => width === looks.at(-1)?.width)).toHaveLength(1)
  })

  test('places a year that was not measured as a distance in time', async () => {
    const marks = marksIn((await drawChart(few, 'wide')).svg)
    const at = marks.filter(({ layer }) => layer === 'period_p1').map(({ box }) => box.left)
    const [first = 0, second = 0, third = 0] = at
    // 2015-16 and 2016-17 are a year apart, 2016-17 and 2018-19 two
    expect((third - second) / (second - first)).toBeCloseTo(2, 1)
  })

  test('breaks a line where it was asked in another way, and leaves a hole where there is no number', async () => {
    const marks = marksIn((await drawChart(few, 'wide')).svg)
    const joins = (name: string) => marks.filter(({ layer }) => layer === `line_${name}_p1`).length
    // eight numbers; the fourth group's break is one join less, the third lacks a number inside, the fifth has three of them
    expect(['whole', '1', '2', '3', '4', '5'].map(joins)).toEqual([7, 7, 7, 5, 6, 2])
    expect(marks.filter(({ layer }) => layer === 'break_p1')).toHaveLength(2)
    expect(few.notes.map(({ children }) => plainText(children)).join()).toContain('2020-21 om ”Virksomhedsrettet beskæftigelsesindsats”')
  })

  test('prints every number of a line that stands alone', async () => {
    const alone = chartOf<TrendChart>('trend-one')
    const marks = marksIn((await drawChart(alone, 'wide')).svg)
    const printed = marks.filter(({ layer }) => /^(?:end_)?number_p1$/.test(layer)).map(({ text }) => text)
    expect(printed).toEqual(alone.rows[0]?.points.map(({ number: each }) => each?.text))
  })

  test('says of a row without numbers why it has no line', async () => {
    const { svg } = await drawChart(chartOf('trend-silent'), 'narrow')
    const lines = marksIn(svg).filter(({ layer }) => layer.startsWith('absence'))
    expect(lines.map(({ text }) => text).join(' ')).toBe('Jobcenterrehabiliteringsteamkoordinatorerne: ikke målt')
  })

  test('draws many lines in panels, each with the whole, and a page may end after any of them', async () => {
    const many = chartOf<TrendChart>('trend-many')
    const picture = pictureOf(many, 'wide')
    expect(picture.count).toBe(8)
    const names: string[] = []
    for (let panel = 0; panel < picture.count; panel++) {
      const rows = { from: panel, to: panel + 1 }
      const { svg, height } = await picture.draw(rows)
      expect(height).toBe(picture.heightOf(rows))
      const ends = marksIn(svg).filter(({ layer }) => layer.startsWith('end_number'))
      expect(ends).toHaveLength(6)
      names.push(
        ...marksIn(svg)
          .filter(({ layer }) => layer.startsWith('label_total'))
          .map(({ text }) => text),
      )
    }
    expect(names).toEqual(Array.from({ length: 8 }, () => 'Samlet'))
  })
})

describe('the benchmark chart', () => {
  const few = chartOf<BenchmarkChart>('benchmark-few')

  test.each(sizes)('prints every number and a dash where there is none (%s)', async (size) => {
    const marks = marksIn((await drawChart(few, size)).svg)
    const printed = marks.filter(({ layer }) => /^number(?:_own|_none)?$/.test(layer)).map(({ text }) => text)
    const expected = few.rows.flatMap(({ numbers }) => numbers.map((each) => each?.text ?? few.dash))
    expect(printed.sort()).toEqual(expected.sort())
  })

  test('places symbols in proportion, one shape for each whom, and the middle in the middle', async () => {
    const marks = marksIn((await drawChart(few, 'wide')).svg)
    const [at1 = 0, , , , at5 = 0] = marks.filter(({ layer }) => layer === 'grid').map(({ box }) => box.left)
    const own = marks.filter(({ layer }) => layer === 'whom_1').map(({ box }) => box.left)
    const values = few.rows.flatMap(({ numbers: [first] }) => first?.value ?? [])
    expect(own).toEqual(values.map((value) => expect.closeTo(at1 + ((value - 1) / 4) * (at5 - at1), 1)))
    expect(marks.find(({ layer }) => layer === 'middle')?.box.left).toBeCloseTo((at1 + at5) / 2, 1)
    const looks = [1, 2, 3, 4].map((whom) => {
      const symbol = marks.find(({ layer }) => layer === `whom_${whom}`)
      return `${symbol?.attributes.get('d')?.replace(/[\d.-]+/g, '')} ${symbol?.attributes.get('fill')}`
    })
    expect(new Set(looks).size).toBe(4)
  })
})

describe('the bar chart', () => {
  test('draws bars from 0 in proportion, each with its number', async () => {
    const few = chartOf<BarsChart>('bars-few')
    const marks = marksIn((await drawChart(few, 'wide')).svg)
    const grid = marks.filter(({ layer }) => layer === 'grid').map(({ box }) => box.left)
    const [at0 = 0, at100 = 0] = [grid[0], grid.at(-1)]
    const bars = marks.filter(({ layer }) => /^bar(?:_total)?$/.test(layer)).sort((a, b) => a.box.top - b.box.top)
    const values = few.rows.flatMap(({ number: each }) => each?.value ?? [])
    expect(bars.map(({ box }) => (box.right - box.left) / (at100 - at0))).toEqual(values.map((value) => expect.closeTo(value / 100, 2)))
    expect(bars.every(({ box }) => Math.abs(box.left - at0) < 0.1)).toBe(true)
    expect(marks.filter(({ layer }) => layer === 'number').map(({ text }) => text)).toEqual(
      few.rows.flatMap(({ number: each }) => each?.text ?? []),
    )
  })

  test('draws what is under 0 to the left, its number left of it', async () => {
    const marks = marksIn((await drawChart(chartOf('bars-change'), 'narrow')).svg)
    const [number] = marks.filter(({ layer, text }) => layer === 'number' && text === '−9')
    const [bar] = marks.filter(({ layer, box }) => layer === 'bar' && Math.abs(box.top - (number?.box.top ?? 0)) < 10)
    expect(number?.box.right).toBeLessThan(bar?.box.left ?? 0)
  })
})

describe('as files', () => {
  const document = picturesDocument()

  test('the HTML has each picture twice and its numbers as a table', async () => {
    const html = await renderHtml(document)
    for (const chart of charts) expect(html).toContain(plainText(chart.title))
    expect(html.match(/<svg [^>]*class="chart wide"/g)).toHaveLength(document.blocks.length)
    expect(html.match(/<svg [^>]*class="chart narrow"/g)).toHaveLength(document.blocks.length)
    expect(html.match(/<table [^>]*class="[^"]*data/g)).toHaveLength(document.blocks.length)
  })

  test('the PDF has each picture with its alt text and its numbers, on as many pages as it takes', async () => {
    const few = ['trend-few', 'trend-many', 'benchmark-few', 'bars-few'].map((id, index): Block => {
      return { ...chartOf<Chart>(id), id: `figur-${index + 1}`, label: `Figur ${index + 1}` }
    })
    const bytes = await renderPdf({ ...document, blocks: few })
    expect(faultsOf(bytes)).toEqual([])
    const spoken = readingOrder(bytes)
    expect(spoken.filter(({ type }) => type === 'Figure').map(({ text }) => text)).toEqual(
      few.map((block) => `[${altTextOf(block as Chart)}]`),
    )
    for (const { label } of few as Chart[]) {
      expect(spoken.filter(({ text }) => text.startsWith(`Tallene bag ${label.toLowerCase()}:`))).toHaveLength(1)
    }
  }, 60_000)
})
