/** docs/beskeder.md says what the locale says, of every problem there is. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { da } from '../src/locale/da.js'
import { cures, messagesPage, toldProblems } from './messages-page.js'

it('is the page that npm run messages writes', () => {
  expect(readFileSync('docs/beskeder.md', 'utf8')).toBe(messagesPage())
})

it('has every code once, with what is wrong and what to do', () => {
  const told = toldProblems()
  expect(told.map(({ code }) => code).sort()).toEqual(Object.keys(da.problems).sort())
  expect(told.filter(({ message, cure }) => message === '' || cure === '').map(({ code }) => code)).toEqual([])
})

it('adds a cure only where the message has none', () => {
  const needless = toldProblems().filter(({ code, cure }) => cures[code] !== undefined && cure !== cures[code])
  expect(needless.map(({ code }) => code)).toEqual([])
})
