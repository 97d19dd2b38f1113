import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decode } from '../../../src/decode.js'
import { csv, csvParser } from '../../../src/read/formats/csv.js'
import { MalformedTable, type Row } from '../../../src/read/formats/input-format.js'
import type { ProblemList } from '../../../src/read/problems.js'

import { growthOf, linear, runs } from '../../runs.js'

async function rowsOf(content: string | Uint8Array | Blob): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of csv.rows(content, {})) rows.push(...batch)
  return rows
}

async function cellsOf(content: string | Uint8Array | Blob): Promise<string[][]> {
  return (await rowsOf(content)).map(({ cells }) => cells)
}

/** Code and place of what makes a text unreadable, as short as they can be written. */
async function faultOf(content: string | Uint8Array): Promise<string> {
  try {
    await rowsOf(content)
  } catch (error) {
    const found: string[] = []
    const add: ProblemList['add'] = (code, _, place) => {
      found.push(`${code} ${place?.line}:${place?.column}`)
    }
    if (error instanceof MalformedTable) error.addTo({ add, isEmpty: () => false, stop: () => {} }, 'x.csv')
    return found.join()
  }
  return 'none'
}

describe('cells', () => {
  test.each([
    [
      'semicolons',
      'a;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'no line break at the end',
      'a;b\n1;2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CRLF',
      'a;b\r\n1;2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'CR alone',
      'a;b\r1;2\r',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'empty cells',
      'a;b;c\n;;\n;2;\n',
      [
        ['a', 'b', 'c'],
        ['', '', ''],
        ['', '2', ''],
      ],
    ],
    [
      'empty lines',
      '\n\na;b\n\n1;2\n  \n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes',
      '"a;x";b\n"1\n2";"3"\n',
      [
        ['a;x', 'b'],
        ['1\n2', '3'],
      ],
    ],
    [
      'doubled quotes',
      'a;b\n"er ""god""";""""\n',
      [
        ['a', 'b'],
        ['er "god"', '"'],
      ],
    ],
    [
      'quotes inside a word',
      'a;b\n5" rør;2\n',
      [
        ['a', 'b'],
        ['5" rør', '2'],
      ],
    ],
    ['blanks after a quote', '"a" ;b\n', [['a', 'b']]],
    [
      'an empty quoted cell last',
      'a;b\n1;""',
      [
        ['a', 'b'],
        ['1', ''],
      ],
    ],
    [
      'sep= as Excel has it',
      'sep=;\na;b\n1;2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'commas in headings',
      'dato;tilfreds, alt i alt, med x\n2024;ja\n2024;nej\n',
      [
        ['dato', 'tilfreds, alt i alt, med x'],
        ['2024', 'ja'],
        ['2024', 'nej'],
      ],
    ],
    [
      'decimal commas',
      'a;b\n4,4;1\n4,5;2\n',
      [
        ['a', 'b'],
        ['4,4', '1'],
        ['4,5', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('%s', async (_, text, expected) => {
    expect(await cellsOf(text)).toEqual(expected)
  })

  test('places are those an editor shows, also after quoted line breaks', async () => {
    const [, first, second] = await rowsOf('a;b;c\n"x\r\ny";"z";w\n\n1;22;3\n')
    expect(first).toEqual({ cells: ['x\r\ny', 'z', 'w'], lines: [2, 3, 3], columns: [1, 4, 8] })
    expect(second).toEqual({ cells: ['1', '22', '3'], lines: [5, 5, 5], columns: [1, 3, 6] })
  })

  test('what is written is read, wherever the text is cut', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'å', ';', ',', '"', '\n', '\r', ' ', '1') })
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 7 }), fc.constantFrom('\n', '\r\n'), (rows, size, lineBreak) => {
        const text = rows.map((cells) => cells.map((each) => `"${each.replaceAll('"', '""')}"`).join(';')).join(lineBreak)
        const parser = csvParser(';', 0)
        const read: Row[] = []
        for (let from = 0; from < text.length; from += size) read.push(...parser.push(text.slice(from, from + size)))
        read.push(...parser.end())
        expect(read.map(({ cells }) => cells)).toEqual(rows)
        const whole = csvParser(';', 0)
        expect(read).toEqual([...whole.push(text), ...whole.end()])
      }),
    )
  })
})

describe('encodings', () => {
  const text = 'målgruppe;værdi\nÆldre – ”A”;4,4 €\n'
  const cells = [
    ['målgruppe', 'værdi'],
    ['Ældre – ”A”', '4,4 €'],
  ]
  const windows: Record<string, number> = { å: 0xe5, æ: 0xe6, Æ: 0xc6, '–': 0x96, '”': 0x94, '€': 0x80 }
  const utf16 = (bigEndian: boolean): Uint8Array => {
    const bytes = new Uint8Array((text.length + 1) * 2)
    const view = new DataView(bytes.buffer)
    for (const [index, character] of [...`\uFEFF${text}`].entries()) view.setUint16(index * 2, character.charCodeAt(0), !bigEndian)
    return bytes
  }

  test.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${text}`)],
    ['UTF-16LE', utf16(false)],
    ['UTF-16BE', utf16(true)],
    ['Windows-1252', Uint8Array.from([...text].map((character) => windows[character] ?? character.charCodeAt(0)))],
    ['text with a byte order mark', `\uFEFF${text}`],
  ])('%s', async (_, content) => {
    expect(await cellsOf(content)).toEqual(cells)
    if (typeof content !== 'string') expect(await cellsOf(new Blob([content as BlobPart]))).toEqual(cells)
  })

  test('a letter cut between two pieces stays whole', async () => {
    const long = `a;b\n${'12345678;\n'.repeat(6553)}xæøå;1\n`
    expect(new TextEncoder().encode(long).indexOf(0xc3)).toBe(65_535)
    expect((await cellsOf(new TextEncoder().encode(long))).at(-1)).toEqual(['xæøå', '1'])
  })

  test('stops when asked', async () => {
    const pieces = decode('x'.repeat(200_000), { signal: AbortSignal.abort() })
    await expect(pieces.next()).rejects.toThrow('abort')
  })
})

describe('malformed', () => {
  test.each([
    ['an unclosed quote, where it opened', 'a;b\n1;2\n3;"4\n5;6\n', 'unclosed-quote 3:3'],
    ['an unclosed quote in a long file', `a;b\n1;"2\n${'3;4\n'.repeat(50_000)}`, 'unclosed-quote 2:3'],
    ['text after a quote', 'a;b\n"1"x;2\n', 'text-after-quote 2:4'],
    ['a line of a million letters', 'x'.repeat(1_000_000), 'overlong-cell 1:1'],
    ['a million quotes', '"'.repeat(1_000_001), 'overlong-cell 1:1'],
    ['a million quoted nothings', '"";'.repeat(1_000_000), 'too-many-columns 1:15001'],
    ['ten thousand columns', `${'a;'.repeat(10_000)}\n`, 'too-many-columns 1:10001'],
    ['a picture', Uint8Array.from({ length: 5000 }, (_, index) => (index * 97) % 256), 'binary-file 1:1'],
    ['NUL in a text', 'a;b\n1;\u00002\n', 'binary-file 2:3'],
    ['UTF-16 without a mark', new Uint8Array([0x61, 0, 0x3b, 0, 0x62, 0]), 'unmarked-utf16 1:2'],
  ])('%s', async (_, content, expected) => {
    expect(await faultOf(content)).toBe(expected)
  })

  test.each([
    ['an unclosed quote', 'a;b\n1;"2\n', '3;4\n'],
    ['letters', '', 'x'],
    ['quotes', '', '"'],
    ['quoted nothings', '', '"";'],
    ['columns', '', 'a;'],
  ])('%s without end take time linear in their length', async (_, head, piece) => {
    const make = (count: number) => head + piece.repeat(count)
    expect(await growthOf(make, faultOf, runs(2 ** 16, 2 ** 18))).toBeLessThan(linear)
  })
})
