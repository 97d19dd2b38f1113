/** What no file tells is asked for, where there is somebody to answer; all of it may be skipped. */

import type { LocaleId } from '../locale/index.js'
import { formatPeriod } from '../locale/spelling.js'
import type { Locale } from '../locale/words.js'
import { builtInScales } from '../scales.js'
import { beginningIn, type Draft, type DraftItem, type DraftProvider, type OwnScale, splitBy } from './draft.js'

/** `ask`: null where there is nobody; resolves to null once they have gone. */
export type Conversation = { ask: ((question: string) => Promise<string | null>) | null; say: (words: string) => void }

export type Filled = { draft: Draft; answers: { organisation: string | null; title: string | null } }

export async function fillIn(draft: Draft, { ask, say }: Conversation, locale: Locale, localeId: LocaleId): Promise<Filled> {
  if (ask === null) return { draft, answers: { organisation: null, title: null } }
  const { ask: words } = locale.init
  say(words.opening)
  /** Asks until the answer is understood or there is none; what is skipped is null. */
  const asked = async <T>(question: string, read: (answer: string) => T | null): Promise<T | null> => {
    for (let answer = await ask(question); answer !== null && answer.trim() !== ''; answer = await ask(question)) {
      const value = read(answer.trim())
      if (value !== null) return value
      say(words.again)
    }
    return null
  }
  const text = (question: string): Promise<string | null> => asked(question, (answer) => answer)
  const organisation = await text(words.organisation)
  const items: DraftItem[] = []
  for (const item of draft.items) {
    const given = item.label === null || item.isLong ? await text(words.itemLabel(item.text)) : null
    const label = given ?? item.label
    const named = label ?? item.id
    const wording = item.text ?? (await text(words.itemText(named)))
    items.push({
      ...item,
      label,
      isLong: item.isLong && given === null,
      text: wording,
      scale: item.scale ?? (await asked(words.scale(named, scaleIds), scaleIn)),
    })
  }
  const title = await text(words.title(items[0]?.isLong ? null : (items[0]?.label ?? null)))
  const scales: OwnScale[] = []
  for (const scale of draft.scales) {
    const counting = scale.options.filter(({ missing }) => missing === null)
    const named = items.find((item) => item.scale === scale.id)?.label ?? scale.id
    const labels = counting.map(({ label }) => label)
    const order = await asked(words.order(named, labels), (answer) => orderIn(answer, counting.length))
    const ordered = order?.flatMap((at) => counting[at] ?? [])
    scales.push(ordered ? { ...scale, options: [...ordered, ...scale.options.filter(({ missing }) => missing)], isOrdered: true } : scale)
  }
  const open = draft.periods.find(({ isOpen }) => isOpen)
  const month = open ? await asked(words.month(formatPeriod(open, locale, 'name')), monthIn) : null
  const providers: DraftProvider[] = []
  for (const provider of draft.providers) {
    const isOwn = await asked(words.kind(provider.label), (answer) => words.yes.includes(answer.toLowerCase()))
    providers.push({ ...provider, kind: provider.kind ?? (isOwn === null ? null : isOwn ? 'internal' : 'external') })
  }
  const headings = [...new Set(draft.splits.map(({ heading }) => heading))]
  const heading = headings.length > 0 ? await asked(words.split(headings), (answer) => headings[Number(answer) - 1] ?? null) : null
  const split = heading === null ? draft : splitBy(draft, heading, localeId)
  const settled = month === null ? split : beginningIn(split, month)
  return { draft: { ...settled, items, scales, providers }, answers: { organisation, title } }
}

const scaleIds = Object.keys(builtInScales)

function scaleIn(answer: string): string | null {
  return scaleIds.find((id) => id.toLowerCase() === answer.toLowerCase()) ?? null
}

function monthIn(answer: string): number | null {
  const month = Number(answer)
  return Number.isInteger(month) && month >= 1 && month <= 12 ? month : null
}

/** Numbers from 1, each once: "3 1 2". */
function orderIn(answer: string, count: number): number[] | null {
  const numbers = (answer.match(/\d+/g) ?? []).map((digits) => Number(digits) - 1)
  const isWhole = numbers.length === count && new Set(numbers).size === count && numbers.every((at) => at >= 0 && at < count)
  return isWhole ? numbers : null
}
