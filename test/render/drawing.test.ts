import { describe, expect, it } from 'vitest'
import { TaggedDocument } from '../../src/render/tagged-pdf/document.js'
import { drawSvg } from '../../src/render/tagged-pdf/drawing.js'

/** The operators of a drawing of 20 × 10 that is drawn twice as large, without those round it. */
function operatorsOf(marks: string): string[] {
  const size = { width: 100, height: 100 }
  const document = new TaggedDocument(size, { title: '', author: '', language: 'da', date: '2025-01-01', identity: [] })
  document.addPage()
  const operators: string[] = []
  const { addContent } = document
  document.addContent = (operator: string) => {
    operators.push(operator)
    return addContent.call(document, operator)
  }
  drawSvg(document, `<svg viewBox="0 0 20 10"><g>${marks}</g></svg>`, { x: 5, y: 6, width: 40, height: 30 })
  return operators
}

describe('a drawing', () => {
  it('stands in the middle of its area, as large as fits, and what is outside is cut off', () => {
    const around = ['q', '1 0 0 1 5 6 cm', 'q', '0 0 m', '40 0 l', '40 30 l', '0 30 l', 'h', 'W n', '2 0 0 2 0 5 cm', 'q', 'Q', 'Q', 'Q']
    expect(operatorsOf('')).toEqual(around)
  })

  it('has lines and boxes where they are said to be', () => {
    expect(operatorsOf('<line transform="translate(1,2)" x2="3" y2="0" stroke="#ff0000" stroke-width="1.5"/>')).toEqual(
      expect.arrayContaining(['1 0 0 1 1 2 cm', '1 0 0 SCN', '1.5 w', '0 0 m', '3 0 l', 'S']),
    )
    expect(operatorsOf('<path d="M1,2h3v4h-3Z" fill="#00ff00"/>')).toEqual(
      expect.arrayContaining(['0 1 0 scn', '1 2 m', '4 2 l', '4 6 l', '1 6 l', 'h', 'f']),
    )
  })

  it('has dashes as long as they are said to be, and whole lines again after them', () => {
    const drawn = operatorsOf('<line x2="9" y2="0" stroke="#ff0000" stroke-dasharray="4,2,1,2"/><line x2="9" y2="1" stroke="#ff0000"/>')
    expect(drawn.filter((operator) => operator.endsWith(' d'))).toEqual(['[4 2 1 2] 0 d', '[] 0 d'])
  })

  it('has shapes with straight edges from corner to corner', () => {
    const drawn = operatorsOf('<path d="M0,-3.5L-4,3.5L4,3.5Z" fill="#00ff00"/>')
    expect(drawn).toEqual(expect.arrayContaining(['0 -3.5 m', '-4 3.5 l', '4 3.5 l', 'h', 'f']))
  })

  it('has circles whose every curve ends on them', () => {
    const drawn = operatorsOf('<path d="M2,0A2,2,0,1,1,-2,0A2,2,0,1,1,2,0" fill="#00ff00"/>').filter((operator) => operator.endsWith(' c'))
    expect(drawn).toHaveLength(6)
    for (const operator of drawn) {
      const [x = 0, y = 0] = operator.split(' ').slice(4, 6).map(Number)
      expect(Math.hypot(x, y)).toBeCloseTo(2, 5)
    }
  })

  it.each([
    ['<ellipse/>', 'unexpected mark in a drawing: ellipse'],
    ['<line stroke-linecap="round"/>', 'unexpected attribute in a drawing: stroke-linecap'],
    ['<line x2="3" y2="0" stroke="#ff0000" stroke-dasharray="1"/>', 'unexpected dashes in a drawing: 1'],
    ['<line x2="3" y2="0" stroke="#ff0000" stroke-dasharray="4,0"/>', 'unexpected dashes in a drawing: 4,0'],
    ['<line transform="rotate(1)"/>', 'unexpected transform in a drawing: rotate(1)'],
    ['<path d="M0,0L1,1" fill="#000000"/>', 'unexpected path in a drawing: M0,0L1,1'],
  ])('is refused where it would be drawn otherwise: %s', (marks, message) => {
    expect(() => operatorsOf(marks)).toThrow(message)
  })
})
