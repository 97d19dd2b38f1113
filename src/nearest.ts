/** The name somebody probably meant. */

/** Longer words are no misspelt names, and comparing them takes time. */
const longest = 200

/**
 * The name nearest to a word, whatever the case; null where none is near (more than a third of its letters differ).
 * Of equally near ones the first. A number is no misspelt number, and a single sign no misspelt name.
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const wanted = word.trim().toLowerCase()
  if (wanted.length < 2 || wanted.length > longest) return null
  const isNumber = /^[\d.,]+$/.test(wanted)
  let nearest: { name: string; differs: number } | null = null
  for (const name of names) {
    if (name.length > longest || (isNumber && /^[\d.,]+$/.test(name))) continue
    const differs = distance(wanted, name.toLowerCase())
    const isNear = differs <= Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3))
    if (isNear && differs < (nearest?.differs ?? Number.POSITIVE_INFINITY)) nearest = { name, differs }
  }
  return nearest?.name ?? null
}

/** The few names nearest to a word, the nearest first, however far they are. */
export function nearestFew(word: string, names: readonly string[], most = 3): string[] {
  if (names.length <= most || word.length > longest) return names.slice(0, most)
  const far = names.map((name, index) => ({ name, index, differs: distance(word.toLowerCase(), name.toLowerCase()) }))
  return far.sort((a, b) => a.differs - b.differs || a.index - b.index).flatMap(({ name }, rank) => (rank < most ? [name] : []))
}

/**
 * How many letters to add, remove, change or swap with their neighbour to make one word of another: Damerau's
 * distance with each letter moved once (optimal string alignment; Boytsov 2011, section 2.2.1). O(n·m).
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const now = [row]
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1]
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      now[column] = Math.min(
        at(last, column) + 1,
        at(now, column - 1) + 1,
        at(last, column - 1) + (isSame ? 0 : 1),
        isSwap ? at(beforeLast, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    beforeLast = last
    last = now
  }
  return at(last, b.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
