// Documents of ours with one thing changed that is then false, and the same as whoever sends them may change them.

/**
 * @typedef {import('../src/document/blocks.js').Document} Document
 * @typedef {import('../src/read/text/passages.js').Passage} Passage
 * @typedef {import('../src/read/text/passages.js').TextBlock} TextBlock
 * @typedef {import('../src/read/text/passages.js').TextWithPlaces} TextWithPlaces
 * @typedef {'digit' | 'year' | 'sign' | 'precision' | 'row' | 'period' | 'unit' | 'direction' | 'rank' | 'count' | 'part' | 'quantity'
 *   | 'hedge' | 'month' | 'denial'} PlantedKind
 * @typedef {{ kind: PlantedKind, said: string, changes: [passage: Passage, text: string][] }} Planted
 * `said`: the words around it, what stood there and what stands there now
 */

/**
 * By language and kind, words and what is planted for each: in a pair the other one, of several the next but one.
 * Written here by hand, so that what the audit knows of words is held against something else.
 *
 * @type {Record<'da' | 'en', Partial<Record<PlantedKind, string[]>>>}
 */
const exchanged = {
  da: {
    direction: [
      ...['steget faldet', 'stiger falder', 'steg faldt', 'stigning fald', 'stigninger fald', 'stigningen faldet', 'fremgang tilbagegang'],
      ...['højere lavere', 'op ned', 'over under', 'flere færre', 'mere mindre', 'uændret faldet', 'uændrede stigende', 'bedre dårligere'],
      ...['større mindre'],
    ],
    rank: ['højest lavest', 'højeste laveste', 'størst mindst', 'største mindste', 'flest færrest', 'bedst dårligst', 'mest mindst'],
    count: ['to tre fire fem seks syv otte ni ti elleve tolv'],
    part: ['tredjedel femtedel', 'fjerdedel tredjedel', 'femtedel fjerdedel', 'tredje femte', 'halvdelen tredjedel'],
    quantity: ['alle ingen'],
    hedge: ['mindst højst', 'knap godt'],
    month: [
      'januar februar marts april maj juni juli august september oktober november december',
      'jan feb mar apr maj jun jul aug sep okt nov dec',
    ],
    denial: ['ikke'],
  },
  en: {
    direction: [
      ...['risen fallen', 'rise fall', 'rises falls', 'rose fell', 'higher lower', 'raised lowered', 'above below', 'more fewer'],
      ...['increase decrease', 'increased decreased', 'improvement decline', 'up down', 'unchanged fallen', 'less more', 'better worse'],
    ],
    rank: ['highest lowest', 'greatest least', 'largest smallest', 'best worst'],
    count: ['two three four five six seven eight nine ten eleven twelve'],
    part: ['third fifth', 'quarter fifth', 'fifth quarter', 'half third'],
    quantity: ['all none'],
    hedge: ['least most', 'over under'],
    month: [
      'January February March April May June July August September October November December',
      'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
    ],
    denial: ['not'],
  },
}

/** @type {(language: 'da' | 'en') => ReadonlyMap<string, { kind: PlantedKind, put: string }>} */
const substitutes = (language) => {
  const found = new Map()
  for (const [kind, rows] of Object.entries(exchanged[language])) {
    for (const words of rows.map((row) => row.split(' '))) {
      for (const [index, word] of words.entries()) {
        const put = words.length > 1 ? words[(index + (words.length > 2 ? 2 : 1)) % words.length] : ''
        if (!found.has(word)) found.set(word, { kind, put })
      }
    }
  }
  return found
}
const substitutesOf = { da: substitutes('da'), en: substitutes('en') }

/** @type {[unit: RegExp, put: string][]} */
const units = [
  [/(?<=\d )pct\./g, 'procentpoint'],
  [/(?<=\d )indekspoint/g, 'pct.'],
  [/(?<=\d )per cent/g, 'percentage points'],
  [/(?<=\d )index points?/g, 'per cent'],
]

/**
 * What whoever sends a document fills in by hand: its date, the numbers of the case, an address. They stand in the
 * column beside the text and at the foot.
 *
 * @type {(document: Document) => ReadonlySet<string>}
 */
function fieldsOf({ margin, footer, footerDetail }) {
  const entries = margin.flatMap(({ label, lines }) => [label ?? '', lines.join(' '), `${label ?? ''} ${lines.join(' ')}`, ...lines])
  return new Set([...entries, footer, footerDetail ?? '', `${footer} ${footerDetail ?? ''}`].map(spaced))
}

/** @type {(text: string) => string} */
const spaced = (text) => text.replace(/\s+/g, ' ').trim()

/** Each passage once, and what it stands in. @type {(block: TextBlock) => Passage[]} */
function passagesOf(block) {
  if (block.type !== 'table') return [block.passage]
  return [
    ...new Set([
      ...block.columns.flat(),
      ...block.rows.flatMap(({ group, labels, cells }) => [...(group ? [group] : []), ...labels, ...cells]),
    ]),
  ]
}

/**
 * Everything that can be changed in a text that is a document of ours, one at a time.
 *
 * @param {TextWithPlaces} text
 * @param {() => number} dice
 * @param {Document} document
 * @returns {Planted[]}
 */
export function plantedIn({ blocks }, dice, document) {
  const fields = fieldsOf(document)
  return blocks.flatMap((block) => {
    const said = passagesOf(block).filter(({ text }) => !fields.has(spaced(text)))
    const words = said.flatMap((passage) => inWords(passage, dice, document.locale))
    if (block.type !== 'table') return words
    const rows = block.rows.map(({ cells }) => cells)
    return [...words, ...swapped(rows, 'row'), ...swapped(turned(rows), 'period')]
  })
}

/** @type {(passage: Passage, dice: () => number, language: 'da' | 'en') => Planted[]} */
function inWords(passage, dice, language) {
  const { text } = passage
  /** @type {(kind: PlantedKind, at: number, end: number, put: string) => Planted} */
  const plant = (kind, at, end, put) => {
    const said = `${text.slice(Math.max(0, at - 80), at)}[${text.slice(at, end)} → ${put}]${text.slice(end, end + 50)}`
    return { kind, said, changes: [[passage, text.slice(0, at) + put + text.slice(end)]] }
  }
  const numbers = [...text.matchAll(/\d+(?:[.,]\d+)*/g)].flatMap(({ 0: was, index: at }) => {
    const end = at + was.length
    const [before = '', after = ''] = [text.slice(0, at), text.slice(end)]
    const isYear = /^(?:19|20)\d\d$/.test(was) || /\d{4}[-–/]$/.test(before)
    const isWhole = /^\d+$/.test(was) && !/^[.:/–-]/.test(after) && !/[\p{L}\d][-–./:]?$/u.test(before)
    const sign = /(?<![\p{L}\d])[+−]$/u.exec(before)
    return [
      plant(isYear ? 'year' : 'digit', at, end, otherDigit(was, dice)),
      ...(sign ? [plant('sign', at - 1, at, sign[0] === '+' ? '−' : '+')] : []),
      ...(isWhole && !isYear ? [plant('precision', end, end, language === 'da' ? ',9' : '.9')] : []),
    ]
  })
  const words = [...text.matchAll(/\p{L}+/gu)].flatMap(({ 0: was, index: at }) => {
    const lower = was.toLowerCase()
    const other = substitutesOf[language].get(was) ?? (lower === 'may' ? undefined : substitutesOf[language].get(lower))
    if (!other) return []
    if (other.put === '') return [plant(other.kind, at, text[at + was.length] === ' ' ? at + was.length + 1 : at + was.length, '')]
    return [plant(other.kind, at, at + was.length, was === lower ? other.put : `${other.put[0]?.toUpperCase()}${other.put.slice(1)}`)]
  })
  const ofUnits = units.flatMap(([unit, other]) =>
    [...text.replaceAll('\u00a0', ' ').matchAll(unit)].map(({ 0: was, index: at }) => plant('unit', at, at + was.length, other)),
  )
  return [...numbers, ...words, ...ofUnits]
}

/** With another digit in any place. @type {(was: string, dice: () => number) => string} */
function otherDigit(was, dice) {
  const places = [...was].flatMap((character, index) => (/\d/.test(character) ? [index] : []))
  const at = places[Math.floor(dice() * places.length)] ?? 0
  const others = [...'0123456789'].filter((digit) => digit !== was[at] && (digit !== '0' || at > 0))
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
  return { ...text, blocks: text.blocks.map((block) => withPassages(block, put)) }
}

/** @type {(block: TextBlock, put: (passage: Passage) => Passage) => TextBlock} */
function withPassages(block, put) {
  if (block.type !== 'table') return { ...block, passage: put(block.passage) }
  const rows = block.rows.map(({ labels, cells, group }) => {
    return { labels: labels.map(put), cells: cells.map(put), ...(group && { group: put(group) }) }
  })
  return { ...block, columns: block.columns.map((heads) => heads.map(put)), rows }
}

/** What a caseworker adds of her own. @type {Record<'da' | 'en', string[]>} */
const ownWords = {
  da: [
    'Udvalget har drøftet sagen den 14. maj og besluttede med 7 stemmer mod 4 at afsætte 2,5 mio. kr. i de næste 3 år.',
    'Forvaltningen vil følge op i løbet af 2 måneder og vender tilbage med 3 forslag.',
    'Der er afsat 12 timer til opgaven.',
    'Bemærk, at 2 af borgerne har klaget, og at begge sager er afsluttet.',
  ],
  en: [
    'The committee discussed the matter on 14 May and resolved by 7 votes to 4 to set aside DKK 2.5 million over the next 3 years.',
    'The administration will follow up within 2 months and return with 3 proposals.',
    'A total of 12 hours has been set aside for this.',
    'Please note that 2 complaints were received, and that both cases are closed.',
  ],
}

/**
 * The text as whoever sends it may change it, none of which is false: with other fields, words of her own, and some of
 * ours left out, moved or replaced.
 *
 * @param {TextWithPlaces} text
 * @param {() => number} dice
 * @param {Document} document
 * @returns {{ said: string, text: TextWithPlaces }}
 */
export function editedByHand(text, dice, document) {
  const below = (/** @type {number} */ count) => Math.floor(dice() * count)
  const fields = fieldsOf(document)
  const ownSentence = () => ownWords[document.locale][below(4)] ?? ''
  /** @type {(text: string) => Passage} */
  const passageOf = (words) => ({ text: words, marks: [{ at: 0, line: 1, page: null }] })
  /** Of a section in which nothing is numbered, from its heading on. @type {(blocks: TextBlock[]) => [from: number, to: number]} */
  const sectionIn = (blocks) => {
    const heads = blocks.flatMap(({ type }, index) => (type === 'heading' && index > 3 ? [index] : []))
    const sections = heads.map((from, index) => /** @type {[number, number]} */ ([from, heads[index + 1] ?? blocks.length]))
    const isPlain = (/** @type {TextBlock} */ { type }) => type !== 'table' && type !== 'caption'
    const plain = sections.filter(([from, to]) => blocks.slice(from, to).every(isPlain))
    return plain[below(plain.length)] ?? [blocks.length, blocks.length]
  }
  /** @type {(blocks: TextBlock[], change: (words: string) => string) => TextBlock[]} */
  const inParagraph = (blocks, change) => {
    const at = blocks.flatMap((block, index) => (block.type === 'paragraph' && /\. \p{Lu}/u.test(block.passage.text) ? [index] : []))
    const which = at[below(at.length)]
    return blocks.map((block, index) =>
      index === which && block.type !== 'table' ? { ...block, passage: passageOf(change(block.passage.text)) } : block,
    )
  }
  const withoutLast = (/** @type {string} */ words) =>
    words
      .split(/(?<=\.) (?=\p{Lu})/u)
      .slice(0, -1)
      .join(' ')
  /** @type {Record<string, (blocks: TextBlock[]) => TextBlock[]>} */
  const edits = {
    'other fields': (blocks) => {
      // Another day of the month, and other numbers of the case and the document.
      const put = (/** @type {string} */ was) => (was.length === 2 ? String(10 + below(18)) : was.replace(/\d/g, () => String(below(10))))
      const other = (/** @type {Passage} */ { text: words }) => passageOf(words.replace(/\d{2}(?=[-/]\d{2}[-/]\d{4})|\d{5,}/g, put))
      return blocks.map((block) =>
        block.type !== 'table' && fields.has(spaced(block.passage.text)) ? { ...block, passage: other(block.passage) } : block,
      )
    },
    'a paragraph more': (blocks) => {
      const places = blocks.flatMap(({ type }, index) => (type === 'heading' ? [index] : []))
      const own = { type: /** @type {const} */ ('paragraph'), passage: passageOf(ownSentence()) }
      return blocks.toSpliced((places[below(places.length)] ?? 0) + below(2), 0, own)
    },
    'a section less': (blocks) => {
      const [from, to] = sectionIn(blocks)
      return blocks.toSpliced(from, to - from)
    },
    'a section moved': (blocks) => {
      const [from, to] = sectionIn(blocks)
      return [...blocks.toSpliced(from, to - from), ...blocks.slice(from, to)]
    },
    'a section replaced': (blocks) => {
      const [from, to] = sectionIn(blocks)
      const own = ownWords[document.locale].map((words) => ({ type: /** @type {const} */ ('paragraph'), passage: passageOf(words) }))
      return blocks.toSpliced(from + 1, to - from - 1, ...own)
    },
    'a sentence more': (blocks) => inParagraph(blocks, (words) => `${words} ${ownSentence()}`),
    'a sentence first': (blocks) => inParagraph(blocks, (words) => `${ownSentence()} ${words}`),
    'a sentence less': (blocks) => inParagraph(blocks, (words) => withoutLast(words)),
    'a sentence replaced': (blocks) => inParagraph(blocks, (words) => `${withoutLast(words)} ${ownSentence()}`),
    'a paragraph replaced': (blocks) => inParagraph(blocks, ownSentence),
  }
  const names = Object.keys(edits)
  const chosen = Array.from({ length: 1 + below(3) }, () => names[below(names.length)] ?? '')
  return {
    said: chosen.join(', '),
    text: { ...text, blocks: chosen.reduce((blocks, name) => edits[name]?.(blocks) ?? blocks, text.blocks) },
  }
}
