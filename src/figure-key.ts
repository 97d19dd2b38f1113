/** What a figure is about ↔ its id. */
import { isMetricId, type MetricId } from './metrics.js'
import type { Survey } from './survey.js'

/** What a metric figure is about. `item`: null for the survey's first. `options`: ids joined by `+`, in the scale's order. */
export type FigureSubject = {
  metric: MetricId
  /** id of a segment, or of a benchmark, which stands in the segment's place */
  segment: string
  period: string
  item?: string | null
  provider?: string | null
  options?: string | null
}

/** `METRIC/SEGMENT/PERIOD[/items/ID][/providers/ID][/options/ID+ID]`; the survey's first item is implied. */
export function figureId({ metric, segment, period, item, provider, options }: FigureSubject, survey: Pick<Survey, 'items'>): string {
  const isFirst = !item || item === survey.items[0]?.id
  return [
    `${metric}/${segment}/${period}`,
    ...(isFirst ? [] : [`/items/${item}`]),
    ...(provider ? [`/providers/${provider}`] : []),
    ...(options ? [`/options/${options}`] : []),
  ].join('')
}

const idShape =
  /^(?<metric>[^/]+)\/(?<segment>[^/]+)\/(?<period>[^/]+)(?:\/items\/(?<item>[^/]+))?(?:\/providers\/(?<provider>[^/]+))?(?:\/options\/(?<options>[^/]+))?$/u

/** The parts of a metric figure's id, the first item named. undefined for what is none; whether segment and period exist is not asked. */
export function parseFigureId(id: string, survey: Pick<Survey, 'items'>): Required<FigureSubject> | undefined {
  const { metric = '', segment = '', period = '', item, provider, options } = idShape.exec(id)?.groups ?? {}
  const first = survey.items[0]?.id ?? null
  if (!isMetricId(metric)) return undefined
  return { metric, segment, period, item: item ?? first, provider: provider ?? null, options: options ?? null }
}

/** The key of a figure's subject in `Figures.distributions`: its id without metric and options. */
export function distributionKey(id: string): string {
  return id.replace(/^[^/]+\//, '').replace(/\/options\/[^/]+$/, '')
}

/** The subject of a metric's figure, or of a change of one, whose `period` is then two. */
export function subjectOf(figure: string, survey: Survey) {
  return parseFigureId(figure.startsWith('change/') ? figure.slice('change/'.length) : figure, survey)
}
