/** A draft → notat.yaml: what is known, and beside what is not a mark and what to write there. */
import type { LocaleId } from '../locale/index.js'
import { locales } from '../locale/index.js'
import type { Locale } from '../locale/words.js'
import type { Draft, DraftItem, DraftProvider, OwnScale } from './draft.js'
import type { DraftSource } from './found.js'
import type { Group } from './tree.js'

/** What no file tells of a memo; null where nobody has said it. */
export type Answers = { organisation: string | null; title: string | null; date: string }

/** The text of a first project file. Lines with the locale's mark lack something. */
export function projectText(draft: Draft, { organisation, title, date }: Answers, localeId: LocaleId): string {
  const locale = locales[localeId]
  const { init } = locale
  const { mark } = init
  const [first] = draft.items
  const name = title ?? (first?.isLong ? null : (first?.label ?? null))
  const files = draft.sources.map(({ file }) => file)
  return [
    `# yaml-language-server: $schema=notat.schema.json`,
    ...[files.length > 0 ? init.madeOf(files.join(', ')) : init.made, init.how].map((line) => `# ${line}`),
    `locale: ${localeId}`,
    '',
    'sender:',
    `  organisation: ${scalar(organisation ?? `${mark} ${init.organisation}`)}`,
    ...init.sender.map((line) => `  # ${line}`),
    '',
    'survey:',
    ...(title === null && name !== null ? [`  # ${mark} ${init.title}`] : []),
    `  title: ${scalar(name ?? `${mark} ${init.title}`)}`,
    draft.credit === null ? `  # credit: ${init.credit}` : `  credit: ${scalar(draft.credit)}`,
    ...scaleLines(draft.scales, locale),
    '  items:',
    ...(draft.items.length > 0 ? draft.items : [unknownItem]).flatMap((item) => itemLines(item, locale)),
    ...periodLines(draft, locale),
    ...init.phrase.map((line) => `  # ${line}`),
    ...(draft.splits.length === 0 ? [] : [`  # ${mark} ${init.split([...new Set(draft.splits.map(({ heading }) => heading))])}`]),
    '  segments:',
    ...groupLines(draft.root, draft, '    ', locale),
    ...providerLines(draft.providers, locale),
    ...sourceLines(draft.sources, locale),
    '',
    'documents:',
    '  - template: orientering',
    '    fields:',
    `      date: ${date}`,
    ...init.fields.map((line) => `      # ${line}`),
    ...init.explanations(draft.root.id).map((line) => `    # ${line}`),
    '',
  ].join('\n')
}

/** The lines with the mark, and what is wanted there; `isGuess`: it stands above a line that has something. */
export function markedLines(text: string, { init: { mark } }: Locale): { line: number; wanted: string; isGuess: boolean }[] {
  return text.split('\n').flatMap((line, index) => {
    const [whole, isGuess, wanted = ''] = new RegExp(`(# )?"?${mark} (.+?)"?\\s*$`).exec(line) ?? []
    return whole === undefined || wanted === '}' ? [] : [{ line: index + 1, wanted, isGuess: isGuess !== undefined }]
  })
}

const unknownItem: DraftItem = { id: 'overall', label: null, text: null, scale: null, isLong: false }

function itemLines({ id, label, text, scale, isLong, decimals }: DraftItem, { init }: Locale): string[] {
  const { mark } = init
  return [
    `    - id: ${id}`,
    ...(isLong ? [`      # ${mark} ${init.shortLabel}`] : []),
    `      label: ${scalar(label ?? `${mark} ${init.itemLabel}`)}`,
    `      text: ${scalar(text ?? `${mark} ${init.itemText}`)}`,
    ...(scale === null ? [`      # ${mark} ${init.scale}`, '      scale: agreement5'] : [`      scale: ${scale}`]),
    ...(decimals === undefined ? [] : [`      decimals: ${decimals}`]),
  ]
}

/** Own scales have no score until somebody says which answer is best. */
function scaleLines(scales: readonly OwnScale[], { init }: Locale): string[] {
  if (scales.length === 0) return []
  const isOpen = scales.some(({ isOrdered }) => !isOrdered)
  const lines = scales.flatMap(({ id, options, isOrdered }) => {
    const scored = options.filter(({ missing }) => missing === null).length
    return [
      `    - id: ${id}`,
      '      options:',
      ...options.map(({ id: option, label, missing }, index) => {
        const worth = missing === null ? `score: ${isOrdered ? scored - index : init.mark}` : `missing: ${missing}`
        return `        - { id: ${option}, label: ${scalar(label, true)}, ${worth} }`
      }),
    ]
  })
  return [...(isOpen ? [`  # ${init.mark} ${init.ownScale}`] : []), '  scales:', ...lines]
}

function periodLines({ periods }: Draft, { init }: Locale): string[] {
  const isOpen = periods.length === 0 || periods.some((period) => period.isOpen)
  const known = periods.map(({ from, to }) => `    - { from: ${from}, to: ${to} }`)
  return [...(isOpen ? [`  # ${init.mark} ${init.periods}`] : []), '  periods:', ...(known.length > 0 ? known : [`    - ${init.noPeriod}`])]
}

/** The periods in which a group has numbers, or some that are not told. */
function periodsOf({ line }: Group): string[] {
  const { bases = {}, values = {}, untold = [] } = line ?? {}
  const all = new Set([...Object.keys(values), ...Object.keys(bases)])
  return [...all].filter((id) => (values[id] ?? bases[id] ?? null) !== null || untold.includes(id))
}

/** "heraf unge": what stands below a group is not all of it, as their answers are far fewer than its own. */
function isPartial({ line, parts }: Group): boolean {
  if (parts.length === 0) return false
  const counted = Object.entries(line?.bases ?? {}).flatMap(([period, base]) => {
    const inside = parts.map((part) => part.line?.bases[period] ?? null)
    return base === null || inside.includes(null) ? [] : [{ base, sum: inside.reduce<number>((sum, each) => sum + (each ?? 0), 0) }]
  })
  if (counted.length > 0) return counted.every(({ base, sum }) => sum < mostPartial * base)
  // Of one part alone nobody would print the whole beside it.
  return parts.length === 1 && Object.values(line?.values ?? {}).some((value) => value !== null)
}

/** Where the parts have nearly all of the answers, a number was rather printed wrong. */
const mostPartial = 0.9

function groupLines(group: Group, draft: Draft, indent: string, locale: Locale, bullet = indent): string[] {
  const { init } = locale
  const { parts } = group
  const own = parts.length === 0 ? periodsOf(group) : []
  const some = own.length > 0 && draft.periods.some(({ id }) => !own.includes(id)) ? draft.periods.filter(({ id }) => own.includes(id)) : []
  const found = group.line?.label
  const why = group.why === null ? null : init.because[group.why]
  const spelled = group.detail === null ? group.label : `${group.label}: ${group.detail}`
  return [
    ...(why === null || why === undefined ? [] : [`${bullet.replace(/- $/, '')}# ${why}`]),
    `${bullet}id: ${group.id}`,
    `${indent}label: ${scalar(group.label)}`,
    ...(group.detail === null ? [] : [`${indent}detail: ${scalar(group.detail)}`]),
    ...(found === undefined || found === spelled || found === group.label ? [] : [`${indent}also: [${scalar(found, true)}]`]),
    ...(some.length === 0 ? [] : [`${indent}# ${init.somePeriods}`, `${indent}periods: [${some.map(({ id }) => id).join(', ')}]`]),
    `${indent}# phrase:`,
    ...(isPartial(group) ? [`${indent}# ${init.partial}`, `${indent}complete: false`] : []),
    ...(parts.length === 0 ? [] : [`${indent}parts:`]),
    ...parts.flatMap((part) => groupLines(part, draft, `${indent}    `, locale, `${indent}  - `)),
  ]
}

function providerLines(providers: readonly DraftProvider[], { init }: Locale): string[] {
  if (providers.length === 0) return []
  const lines = providers.map(
    ({ id, label, kind, segments }) =>
      `    - { id: ${id}, label: ${scalar(label, true)}, kind: ${kind ?? 'external'}, segments: [${segments.join(', ')}] }`,
  )
  return [...(providers.some(({ kind }) => kind === null) ? [`  # ${init.mark} ${init.kind}`] : []), '  providers:', ...lines]
}

/** Files are listed only where one of them must be read in its own way. */
function sourceLines(sources: readonly DraftSource[], { init }: Locale): string[] {
  if (sources.every((source) => Object.keys(source).length === 1)) return []
  const guessed = sources.flatMap(({ metric }) => metric ?? [])[0]
  const lines = sources.map(({ file, sheet, numbers, metric, period, columns }) => {
    const more = [
      ...(sheet === undefined ? [] : [`sheet: ${scalar(sheet, true)}`]),
      ...(numbers === undefined ? [] : [`numbers: ${numbers}`]),
      ...(metric === undefined ? [] : [`metric: ${metric}`]),
      ...(period === undefined ? [] : [`period: ${period}`]),
      ...(columns === undefined
        ? []
        : [
            `columns: { ${Object.entries(columns)
              .map(([name, heading]) => `${name}: ${scalar(heading, true)}`)
              .join(', ')} }`,
          ]),
    ]
    return `  - { ${[`file: ${scalar(file, true)}`, ...more].join(', ')} }`
  })
  return ['', ...(guessed === undefined ? [] : [`# ${init.mark} ${init.metric(guessed)}`]), 'data:', ...lines]
}

/** A text as YAML has it, in quotation marks where it could be something else. `inFlow`: between brackets or braces. */
export function scalar(text: string, inFlow = false): string {
  const isPlain =
    /^[\p{L}\p{N}(]/u.test(text) &&
    !/:(?:\s|$)|\s#|[\n\r\t"]|\s$/.test(text) &&
    !/^(?:true|false|null|yes|no|on|off)$/i.test(text) &&
    !(inFlow && /[,[\]{}]/.test(text))
  return isPlain ? text : JSON.stringify(text)
}
