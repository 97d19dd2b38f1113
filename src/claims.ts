/** Printed tables, running text or our own Document → Claims. */
import type { Place } from './errors.js'
import type { Interval } from './printed.js'

/** A number or a direction that somebody has printed. */
export type Claim = {
  /** id of the figure it is about: `indexScore/all/2023-24`, `change/indexScore/all/2022-23..2023-24` */
  figure: string
  /** the words as printed: "85", "ca. 12.000", "steget" */
  text: string
  /** a number's interval, closed at both ends for other people's documents; null for a direction word */
  interval: Interval | null
  direction: 'rise' | 'fall' | 'unchanged' | null
  place: Place
}

export type Claims = { claims: Claim[] }
