/** Two figures → Change; certainty; decomposition of a total's change. */
import type { Figure } from './figures.js'

/** Follows the printed difference. `largelyUnchanged`: the possible differences include 0 or both signs, "stort set uændret". */
export type Direction = 'rise' | 'fall' | 'unchanged' | 'largelyUnchanged'

/** certain: zMin ≥ 1.96 · never: zMax < 1.96 · tooFew: under `minimumBaseForChange` answers on a side · undecidable: else */
export type Certainty = 'certain' | 'never' | 'undecidable' | 'tooFew'

/** Current minus previous. `printed` is the difference of the two printed numbers, `value` the unrounded one. */
export type Change = Figure & {
  kind: 'change'
  /** ids of the two figures compared */
  previous: string
  current: string
  /** null where one side has no value */
  direction: Direction | null
  certainty: Certainty | null
  /** bounds of z = d/SE; equal where distributions are known. null where not computed */
  z: { min: number; max: number } | null
  /** rounding the unrounded change gives another number than `printed`, or another sign */
  differsUnrounded: boolean
}
