// Documents with one thing changed that is then false: a digit, a sign, a decimal, a row, a period, a unit, a direction, a rank, a word for a count.

/**
 * @typedef {import('../src/read/text/passages.js').Passage} Passage
 * @typedef {import('../src/read/text/passages.js').TextWithPlaces} TextWithPlaces
 * @typedef {'digit' | 'sign' | 'precision' | 'row' | 'period' | 'unit' | 'direction' | 'rank' | 'count'} PlantedKind
 * @typedef {{ kind: PlantedKind, said: string, changes: [passage: Passage, text: string][] }} Planted
 * `said`: the words around it, what stood there and what stands there now
 */

/** Words and the opposite of each, in both languages. */
const opposites = {
  direction: [
    ...['steget faldet', 'stigning fald', 'fremgang tilbagegang', 'højere lavere', 'op ned', 'over under', 'flere færre'],
    ...['risen fallen', 'rise fall', 'rose fell', 'higher lower', 'raised lowered', 'above below', 'more fewer', 'increase decrease'],
    ...['increased decreased', 'improvement decline', 'up down', 'uændret faldet', 'unchanged fallen'],
  ],
  rank: [
    ...['højest lavest', 'højeste laveste', 'størst mindst', 'største mindste', 'flest færrest'],
    ...['highest lowest', 'greatest least', 'largest smallest', 'most fewest'],
  ],
}

/** @type {ReadonlyMap<string, { kind: PlantedKind, put: string }>} */
const opposite = new Map(
  Object.entries(opposites).flatMap(([kind, pairs]) =>
    pairs.flatMap((pair) => {
      const [one = '', other = ''] = pair.split(' ')
      const at = (/** @type {string} */ put) => ({ kind: /** @type {PlantedKind} */ (kind), put })
      return /** @type {[string, { kind: PlantedKind, put: string }][]} */ ([
        [other, at(one)],
        [one, at(other)],
      ])
    }),
  ),
)

const units = [
  [/(?<=\d )pct\./g, 'procentpoint'],
  [/(?<=\d )indekspoint/g, 'pct.'],
  [/(?<=\d )per cent/g, 'percentage points'],
  [/(?<=\d )index points?/g, 'per cent'],
]

const counts = [
  ['to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'],
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
]

/**
 * What whoever sends a document fills in by hand: its date, the numbers of the case, an address. They stand in front
 * of its first section, and some of them at its foot, and no figure is told there.
 */
const isField = /^(?:\d{2}[-/]\d{2}[-/]\d{4}|[\d\s-]+|kl\. .*|nr\. \d+)$|dokumentn|sagsn|document number|case number|EAN|, 1\. sal/i
/** Words in quotation marks are the survey's own: labels and answers. */
const quoted = /[”“"][^”“"]*[”"]/g

/**
 * Everything that can be changed in a text, one at a time.
 *
 * @param {TextWithPlaces} text
 * @param {() => number} dice
 * @param {'da' | 'en'} language
 * @returns {Planted[]}
 */
export function plantedIn({ blocks }, dice, language) {
  const [first = 0] = blocks.flatMap(({ type }, index) => (type === 'heading' && index > 3 ? [index] : []))
  return blocks.flatMap((block, index) => {
    if (block.type !== 'table') {
      const isAddress = index < first && block.type !== 'heading'
      return isAddress || isField.test(block.passage.text) ? [] : inWords(block.passage, dice, language)
    }
    const rows = block.rows.map(({ cells }) => cells)
    return [...rows.flat().flatMap((cell) => inWords(cell, dice, language)), ...swapped(rows, 'row'), ...swapped(turned(rows), 'period')]
  })
}

/** @type {(passage: Passage, dice: () => number, language: 'da' | 'en') => Planted[]} */
function inWords(passage, dice, language) {
  const { text } = passage
  const names = [...text.matchAll(quoted)].map(({ index, 0: words }) => [index, index + words.length])
  /** @type {(kind: PlantedKind, at: number, end: number, put: string) => Planted} */
  const plant = (kind, at, end, put) => {
    const said = `${text.slice(Math.max(0, at - 80), at)}[${text.slice(at, end)} → ${put}]${text.slice(end, end + 50)}`
    return { kind, said, changes: [[passage, text.slice(0, at) + put + text.slice(end)]] }
  }
  const numbers = [...text.matchAll(/(?<![\p{L}\d.,-])[+−]?\d+(?:[.,]\d+)*(?![\p{L}\d])/gu)].flatMap(({ 0: was, index: at }) => {
    if (names.some(([from = 0, to = 0]) => from <= at && at < to)) return []
    const end = at + was.length
    const isWhole = /^[+−]?\d+$/.test(was) && !/^(?:\.|[-–/]\d| ?halv)/.test(text.slice(end))
    const isYear = /^(?:19|20)\d\d$/.test(was)
    return [
      plant('digit', at, end, otherDigit(was, dice)),
      ...(/^[+−]/.test(was) ? [plant('sign', at, at + 1, was[0] === '+' ? '−' : '+')] : []),
      ...(isWhole && !isYear ? [plant('precision', end, end, language === 'da' ? ',9' : '.9')] : []),
    ]
  })
  const words = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: was, index: at }) => {
    if (names.some(([from = 0, to = 0]) => from <= at && at < to)) return []
    const other = opposite.get(was.toLowerCase())
    const list = counts[language === 'da' ? 0 : 1] ?? []
    const count = list.indexOf(was.toLowerCase())
    const number = list[(count + 2) % list.length] ?? ''
    const isCapital = was !== was.toLowerCase()
    const put = (/** @type {string} */ word) => (isCapital ? word[0]?.toUpperCase() + word.slice(1) : word)
    return [
      ...(other ? [plant(other.kind, at, at + was.length, put(other.put))] : []),
      ...(count >= 0 && !(was === 'to' && language === 'en') ? [plant('count', at, at + was.length, put(number))] : []),
    ]
  })
  const ofUnits = units.flatMap(([unit, other]) =>
    [...text.replaceAll('\u00a0', ' ').matchAll(/** @type {RegExp} */ (unit))].map(({ 0: was, index: at }) =>
      plant('unit', at, at + was.length, String(other)),
    ),
  )
  return [...numbers, ...words, ...ofUnits]
}

/** Another first digit, so far from it that rounding is no excuse. @type {(was: string, dice: () => number) => string} */
function otherDigit(was, dice) {
  const at = was.search(/\d/)
  const digit = Number(was[at])
  const isAlone = was.replace(/\D/g, '').length === 1
  const others = [1, 2, 3, 4, 5, 6, 7, 8, 9].filter((other) => Math.abs(other - digit) >= (isAlone ? 2 : 1))
  return was.slice(0, at) + others[Math.floor(dice() * others.length)] + was.slice(at + 1)
}

/** Each two cells below each other that have different numbers, changed round. @type {(rows: Passage[][], kind: PlantedKind) => Planted[]} */
function swapped(rows, kind) {
  const isNumber = (/** @type {Passage | undefined} */ cell) => /^[+−]?[\d.,]+(?:\s?%)?$/.test(cell?.text ?? '')
  return rows.slice(1).flatMap((cells, index) =>
    cells.flatMap((cell, column) => {
      const above = rows[index]?.[column]
      if (!above || above.text === cell.text || !isNumber(above) || !isNumber(cell)) return []
      return [
        {
          kind,
          said: `[${above.text} ↔ ${cell.text}]`,
          changes: /** @type {[Passage, string][]} */ ([
            [above, cell.text],
            [cell, above.text],
          ]),
        },
      ]
    }),
  )
}

/** @type {(rows: Passage[][]) => Passage[][]} */
function turned(rows) {
  return Array.from({ length: Math.max(0, ...rows.map(({ length }) => length)) }, (_, column) => rows.flatMap((row) => row[column] ?? []))
}

/**
 * The text with what is planted in it.
 *
 * @param {TextWithPlaces} text
 * @param {Planted} planted
 * @returns {TextWithPlaces}
 */
export function withPlanted(text, { changes }) {
  const changed = new Map(changes)
  const put = (/** @type {Passage} */ passage) => {
    const said = changed.get(passage)
    return said === undefined ? passage : { ...passage, text: said }
  }
  return {
    ...text,
    blocks: text.blocks.map((block) =>
      block.type === 'table'
        ? { ...block, rows: block.rows.map((row) => ({ ...row, cells: row.cells.map(put) })) }
        : { ...block, passage: put(block.passage) },
    ),
  }
}
