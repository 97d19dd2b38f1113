/** The name somebody probably meant. */
import { distance } from 'fastest-levenshtein'

/** Longer words are no misspelt names, and comparing them takes time. */
const longest = 200

/**
 * The name nearest to a word, whatever the case; null where none is near (more than a third of its letters differ).
 * Of equally near ones the first.
 */
export function nearestName(word: string, names: Iterable<string>): string | null {
  const wanted = word.trim().toLowerCase()
  if (wanted === '' || wanted.length > longest) return null
  let nearest: { name: string; differs: number } | null = null
  for (const name of names) {
    if (name.length > longest) continue
    const differs = distance(wanted, name.toLowerCase())
    const isNear = differs <= Math.max(1, Math.floor(Math.max(wanted.length, name.length) / 3))
    if (isNear && differs < (nearest?.differs ?? Number.POSITIVE_INFINITY)) nearest = { name, differs }
  }
  return nearest?.name ?? null
}
