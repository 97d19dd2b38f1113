/** Layout → the marks of an SVG, drawn by Vega. Only this file knows Vega, which the first drawing loads. */
import type { Runtime } from 'vega'
import type { TopLevelSpec } from 'vega-lite'
import { fontFamily, textWidth } from '../fonts.js'
import type { Layout, Place } from './layout.js'

/**
 * The layout without its size and places, in Vega-Lite's words: one shared axis, and pixels for what stands beside
 * it.
 */
function specOf({ axis, layers }: Layout): TopLevelSpec {
  const pixels = (field: string) => ({ field, type: 'quantitative', scale: null, axis: null })
  const onAxis = (field: string) => ({ field, type: 'quantitative', axis: null, scale: { ...axis, nice: false, zero: false } })
  const has = (places: Place[], field: keyof Place) => places.some((place) => place[field] !== undefined)
  const layer = layers.map(({ name, isOnAxis, style, places }) => ({
    name,
    data: { name: nameOfData(name), values: [] },
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
    padding: 0,
    autosize: { type: 'none' },
    layer,
    config: { font: fontFamily, background: null, aria: false, view: { stroke: null } },
  }
  return spec as TopLevelSpec
}

/** Of a layer's places; the layer's own name goes to its marks. */
function nameOfData(layer: string): string {
  return `${layer}_places`
}

/** The marks of a drawing as SVG, without the root element. */
export async function marksOf({ width, height, axis, layers }: Layout): Promise<string> {
  const { compile, vega, expressionInterpreter } = await loadVega()
  const drawn = layers.filter(({ places }) => places.length > 0)
  const runtime = planOf(specOf({ width, height, axis, layers: drawn }), (spec) =>
    vega.parse(compile(spec, { logger: strictLogger }).spec, undefined, { ast: true }),
  )
  const view = new vega.View(runtime, { renderer: 'none', loader: refusingLoader, logger: strictLogger, expr: expressionInterpreter })
  view.width(width).height(height)
  // Vega writes into what it is given.
  for (const { name, places } of drawn)
    view.data(
      nameOfData(name),
      places.map((place) => ({ ...place })),
    )
  const svg = await view.toSVG()
  view.finalize()
  return withoutNoise(svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>')))
}

/**
 * Takes away what the drawing does not need: roles of its parts (the root has one), frames without lines, switches
 * for the mouse.
 */
function withoutNoise(marks: string): string {
  return marks
    .replace(/<path class="(?:background|foreground)"[^>]*><\/path>|<path class="(?:background|foreground)"[^>]*\/>/g, '')
    .replace(/<[^>]+>/g, (tag) => tag.replace(/ (?:role|aria-roledescription|pointer-events)="[^"]*"/g, ''))
}

const plans = new Map<string, Runtime>()
/** The parts of one chart have one or two plans between them. */
const mostPlans = 16

/** What Vega makes of a spec is the same for all parts of a chart, and takes longer than to draw a part. */
function planOf(spec: TopLevelSpec, make: (spec: TopLevelSpec) => Runtime): Runtime {
  const key = JSON.stringify(spec)
  const known = plans.get(key)
  if (known) return known
  if (plans.size >= mostPlans) plans.clear()
  const plan = make(spec)
  plans.set(key, plan)
  return plan
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
  // Without a canvas Vega guesses the widths of texts, with one it measures another font. Set once, before the first
  // view.
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
