import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeChart, Chart, SharesChart } from '../../src/document/blocks.js'
import { altTextOf } from '../../src/document/walk.js'
import { type ChartSize, drawChart, pictureOf } from '../../src/render/chart.js'
import { textWidth } from '../../src/render/fonts.js'
import { light } from '../../src/render/theme.js'
import { wrapText } from '../../src/render/wrap.js'
import { runs } from '../runs.js'
import { sampleDocument } from '../sample-document.js'

const charts = sampleDocument.blocks.filter((block) => block.type === 'chart')
const changes = charts.find(({ kind }) => kind === 'change') as ChangeChart
const shares = charts.find(({ kind }) => kind === 'shares') as SharesChart
const sizes: ChartSize[] = ['wide', 'narrow']

type DrawnText = { x: number; y: number; anchor: string; size: number; weight: 400 | 600; text: string }

/** The marks of a layer, as they stand in the SVG. */
function layer(svg: string, name: string): string {
  return svg.match(new RegExp(`<g class="mark-[a-z]+ role-mark ${name}_marks">(.*?)</g>`))?.[1] ?? ''
}

function textsIn(svg: string): DrawnText[] {
  const all = svg.matchAll(
    /<text text-anchor="(\w+)" transform="translate\(([-\d.]+),([-\d.]+)\)"[^>]*? font-size="(\d+)px" font-weight="(\d+)"[^>]*>([^<]*)<\/text>/g,
  )
  return [...all].map(([, anchor, x, y, size, weight, text]) => ({
    x: Number(x),
    y: Number(y),
    anchor: anchor as string,
    size: Number(size),
    weight: Number(weight) as 400 | 600,
    text: unescaped(text as string),
  }))
}

const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** Left and right end of a text. */
function ends({ x, anchor, text, size, weight }: DrawnText): [number, number] {
  const width = textWidth(text, size, weight)
  const left = anchor === 'end' ? x - width : anchor === 'middle' ? x - width / 2 : x
  return [left, left + width]
}

/** x of each mark of a layer. */
const placesOf = (svg: string, name: string) =>
  [...layer(svg, name).matchAll(/transform="translate\(([-\d.]+),[-\d.]+\)/g)].map(([, x]) => Number(x))

const words = fc.stringMatching(/^[A-Za-zÆØÅæøå0-9 <>&"'-]{1,80}$/)

describe('a drawing', () => {
  it.each(sizes)('is one picture with the alt text, and nothing in it asks for anything (%s)', async (size) => {
    for (const chart of charts) {
      const { svg, width, height } = await drawChart(chart, size)
      expect(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" class="chart ${size}" width="${width}" height="${height}"`)).toBe(true)
      expect(svg).toContain(`role="img" aria-label="${altTextOf(chart)}"`)
      expect(svg).not.toMatch(/ id=| href=|url\(|<style|<image|<script|role="graphics/)
    }
  })

  it('has the same bytes whatever was drawn before or meanwhile', async () => {
    const jobs = charts.flatMap((chart) => sizes.map((size) => [chart, size] as const))
    const draw = ([chart, size]: readonly [Chart, ChartSize]) => drawChart(chart, size)
    const alone: unknown[] = []
    for (const job of jobs) alone.push(await draw(job))
    expect(await Promise.all(jobs.map(draw))).toEqual(alone)
    const backwards = await Promise.all([...jobs].reverse().map(draw))
    expect(backwards.reverse()).toEqual(alone)
  })

  it('leaves the chart as it was', async () => {
    const before = structuredClone(charts)
    for (const chart of charts) await drawChart(chart, 'wide')
    expect(charts).toEqual(before)
  })

  it('prints each number as the tree has it, in the rows’ order', async () => {
    const { svg } = await drawChart(shares, 'wide')
    expect(textsIn(layer(svg, 'base')).map(({ text }) => text)).toEqual(shares.rows.map(({ base }) => base.text))
    expect(textsIn(layer(svg, 'dontknow')).map(({ text }) => text)).toEqual(shares.rows.map(({ dontKnow }) => dontKnow?.text))
    const drawn = await drawChart(changes, 'narrow')
    const signed = ['change', 'change_certain'].flatMap((name) => textsIn(layer(drawn.svg, name))).sort((a, b) => a.y - b.y)
    expect(signed.map(({ text }) => text)).toEqual(changes.rows.map(({ change }) => change?.text))
  })

  it.each(sizes)(
    'keeps every text inside its edges, whatever groups are called (%s)',
    async (size) => {
      const anyRows = fc.array(fc.record({ label: words, indent: fc.integer({ min: 0, max: 3 }), isTotal: fc.boolean() }), {
        minLength: 1,
        maxLength: 6,
      })
      await fc.assert(
        fc.asyncProperty(anyRows, words, async (rows, tick) => {
          const named = [
            { ...changes, rows: rows.map((row, i) => ({ ...changes.rows[i % changes.rows.length], ...row })) } as ChangeChart,
            { ...shares, rows: rows.map((row, i) => ({ ...shares.rows[i % shares.rows.length], ...row })) } as SharesChart,
          ]
          const ticks = changes.axis.ticks.map((each) => ({ ...each, label: tick.slice(0, 20) }))
          for (const chart of [...named, { ...changes, axis: { ...changes.axis, ticks } }]) {
            const { svg, width, height } = await drawChart(chart, size)
            for (const text of textsIn(svg)) {
              const [left, right] = ends(text)
              expect(left).toBeGreaterThanOrEqual(-0.01)
              expect(right).toBeLessThanOrEqual(width + 0.01)
              expect(text.y).toBeLessThan(height)
            }
          }
        }),
        { numRuns: runs(3, 12) },
      )
    },
    60_000,
  )

  it('takes markup in a label for what it is: text', async () => {
    const label = '</text><script>alert("1 & 2")</script>'
    const { svg } = await drawChart(
      { ...changes, rows: changes.rows.slice(0, 1).map((row) => ({ ...row, label })), altText: label },
      'wide',
    )
    expect(svg).not.toContain('<script')
    expect(
      textsIn(svg)
        .map(({ text }) => text)
        .join(' ')
        .replace(/- |\s/g, ''),
    ).toContain(label.replace(/\s/g, ''))
  })
})

describe('the change chart', () => {
  it('places dots in proportion between the ticks', async () => {
    const { svg } = await drawChart(changes, 'wide')
    const [at50, at75, at100] = placesOf(svg, 'grid') as [number, number, number]
    expect(at75 - at50).toBeCloseTo(at100 - at75, 2)
    const falling = changes.rows.findIndex(({ id }) => id === 'internal')
    const previous = placesOf(svg, 'previous')[falling] as number
    expect((previous - at50) / (at100 - at50)).toBeCloseTo((82 - 50) / 50, 4)
    expect(placesOf(svg, 'current')).toContainEqual(expect.closeTo(at50 + ((74 - 50) / 50) * (at100 - at50), 2))
  })

  it('draws two equal numbers as one: a dot in the ring, one number', async () => {
    const { svg } = await drawChart({ ...changes, rows: changes.rows.filter(({ id }) => id === 'external') }, 'wide')
    expect(placesOf(svg, 'previous')).toEqual(placesOf(svg, 'current_same'))
    expect(layer(svg, 'current')).toBe('')
    expect(textsIn(svg).filter(({ text }) => text === '84')).toHaveLength(1)
  })

  it('sets the lower number left of the dots and the higher right', async () => {
    const { svg } = await drawChart({ ...changes, rows: changes.rows.filter(({ id }) => id === 'internal') }, 'wide')
    const [lower] = textsIn(layer(svg, 'value_current_left'))
    const [higher] = textsIn(layer(svg, 'value_previous_right'))
    expect([lower?.text, lower?.anchor, higher?.text, higher?.anchor]).toEqual(['74', 'end', '82', 'start'])
  })

  it('prints a certain change in 600, others in 400', async () => {
    const { svg } = await drawChart(changes, 'wide')
    expect(textsIn(layer(svg, 'change_certain')).map(({ text, weight }) => [text, weight])).toEqual([['−8', 600]])
    expect(textsIn(layer(svg, 'change')).every(({ weight }) => weight === 400)).toBe(true)
  })

  it.each(sizes)('leaves no row blank: words where a number is not there, and a dash for its change (%s)', async (size) => {
    const [total, ...rest] = changes.rows as [ChangeChart['rows'][number], ...ChangeChart['rows']]
    const [one, two, three] = rest as [typeof total, typeof total, typeof total]
    const rows = [
      total,
      { ...one, previous: null, current: null, change: null, absence: 'vises ikke' },
      { ...two, current: null, change: null, absence: '2023-24: ingen svar' },
      { ...three, previous: { figure: 'a', value: 51, text: '51' }, current: null, change: null, absence: '2023-24: intet tal' },
    ]
    const { svg, width } = await drawChart({ ...changes, rows }, size)
    const absences = textsIn(layer(svg, 'absence'))
    expect(absences.map(({ text }) => text)).toEqual(['vises ikke', '2023-24: ingen svar', '2023-24: intet tal'])
    expect(textsIn(layer(svg, 'change_none')).map(({ text }) => text)).toEqual(['–', '–', '–'])
    const others = textsIn(svg).filter((text) => !absences.some(({ text: words }) => words === text.text))
    for (const absence of absences) {
      const [left, right] = ends(absence)
      expect(right).toBeLessThanOrEqual(width)
      const beside = others.filter(({ y }) => Math.abs(y - absence.y) < 8).map(ends)
      expect(beside.every(([from, to]) => to < left || from > right)).toBe(true)
    }
  })

  it('draws some of its rows on the axis of all', async () => {
    const part = await pictureOf(changes, 'wide').draw({ from: 2, to: 4 })
    const whole = await drawChart(changes, 'wide')
    expect(placesOf(part.svg, 'tick')).toEqual(placesOf(whole.svg, 'tick'))
    expect(textsIn(layer(part.svg, 'label')).map(({ text }) => text)).toEqual(changes.rows.slice(2, 4).map(({ label }) => label))
    expect(part.height).toBe(pictureOf(changes, 'wide').heightOf({ from: 2, to: 4 }))
    expect(part.height).toBeLessThan(whole.height)
  })

  it('tells of one period where there is one', async () => {
    const rows = changes.rows.map((row) => ({ ...row, previous: null, change: null }))
    const { svg } = await drawChart({ ...changes, rows }, 'narrow')
    const drawn = textsIn(svg).map(({ text }) => text)
    expect(drawn).not.toContain(changes.previousLabel)
    expect(drawn).not.toContain(changes.changeLabel)
    expect(placesOf(svg, 'current')).toHaveLength(rows.length)
  })
})

describe('the shares chart', () => {
  const bars = (svg: string) =>
    (['best', 'good', 'middle', 'poor', 'worst'] as const).map((colour) =>
      [...layer(svg, `segment_${colour}`).matchAll(/d="M([-\d.]+),[-\d.]+h([-\d.]+)v/g)].map(
        ([, x, width]) => [Number(x), Number(width)] as const,
      ),
    )

  it('gives every bar the same length, cut in proportion, best first', async () => {
    const { svg } = await drawChart(shares, 'wide')
    const [start, , end] = placesOf(svg, 'grid') as [number, number, number]
    const byColour = bars(svg)
    for (const [i, row] of shares.rows.entries()) {
      const widths = byColour.map((segments) => segments[i]?.[1] ?? 0)
      expect(byColour[0]?.[i]?.[0]).toBeCloseTo(start, 1)
      expect(widths.map((width) => width / (end - start))).toEqual(row.shares.map(({ value }) => expect.closeTo(value, 3)))
    }
  })

  it('leaves the bar empty where nothing is known', async () => {
    const { svg } = await drawChart({ ...shares, rows: shares.rows.slice(0, 1).map((row) => ({ ...row, shares: [] })) }, 'narrow')
    expect(bars(svg).flat()).toEqual([])
    expect(textsIn(layer(svg, 'summary')).map(({ text }) => text)).toEqual(['2.220 svar, 49 ved ikke'])
  })

  it.each(sizes)('prints the number of every share that is not very small, whatever groups are called (%s)', async (size) => {
    const values = [0.04, 0.05, 0.1, 0.039, 0.771]
    const spread = values.map((value, i) => ({ figure: `share/${i}`, value, text: `${Math.round(value * 100)}` }))
    const label = 'Virksomhedsrettet indsats for borgere i langvarig ledighed og med andre problemer'
    const { svg } = await drawChart({ ...shares, rows: shares.rows.slice(0, 1).map((row) => ({ ...row, label, shares: spread })) }, size)
    const drawn = ['best', 'good', 'middle', 'poor', 'worst'].flatMap((colour) => textsIn(layer(svg, `share_${colour}`)))
    expect(drawn.map(({ text }) => text)).toEqual(['4', '5', '10', '77'])
  })

  it('prints a number in a segment only where it fits', async () => {
    const row = { ...(shares.rows[0] as SharesChart['rows'][number]) }
    const tiny = [0.97, 0.01, 0.01, 0.01, 0].map((value, i) => ({ figure: `share/${i}`, value, text: `${Math.round(value * 100)}` }))
    const { svg } = await drawChart({ ...shares, rows: [{ ...row, shares: tiny }] }, 'narrow')
    expect(textsIn(layer(svg, 'share_best')).map(({ text }) => text)).toEqual(['97'])
    expect(['good', 'middle', 'poor', 'worst'].flatMap((colour) => textsIn(layer(svg, `share_${colour}`)))).toEqual([])
  })

  it('uses no other colours than the theme’s', async () => {
    for (const chart of charts) {
      const { svg } = await drawChart(chart, 'wide')
      const used = [...svg.matchAll(/(?:fill|stroke)="(#[^"]+)"/g)].map(([, colour]) => colour as string)
      expect(used.filter((colour) => !Object.values(light).includes(colour))).toEqual([])
    }
  })
})

describe('wrapping', () => {
  it('breaks at spaces, at hyphens, at soft hyphens and at last between letters', () => {
    const width = (text: string) => textWidth(text, 14, 400)
    expect(wrapText('Tilbud til unge', width('Tilbud til'), 14, 400)).toEqual(['Tilbud til', 'unge'])
    expect(wrapText('job-afklaring', width('afklaring'), 14, 400)).toEqual(['job-', 'afklaring'])
    expect(wrapText('Brugertil\u00adfredshed', width('Brugertil-'), 14, 400)).toEqual(['Brugertil-', 'fredshed'])
    expect(wrapText('Brugertil\u00adfredshed', 500, 14, 400)).toEqual(['Brugertilfredshed'])
    expect(wrapText('mentor', width('men-'), 14, 400)).toEqual(['men-', 'tor'])
    expect(wrapText('', 100, 14, 400)).toEqual([''])
  })

  it('loses and changes no word, and no line is too wide', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 30, max: 300 }), (text, width) => {
        const lines = wrapText(text, width, 14, 400)
        for (const line of lines) expect(textWidth(line, 14, 400)).toBeLessThanOrEqual(width)
        expect(lines.join('').replace(/[- ]/g, '')).toBe(text.replace(/[- ]/g, ''))
      }),
    )
  })
})
