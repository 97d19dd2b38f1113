/** Danish number words above nineteen. */
const tens = { tyve: 20, tredive: 30, fyrre: 40, halvtreds: 50, tres: 60, halvfjerds: 70, firs: 80, halvfems: 90 }
const ones = { en: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9 }

/** "firs", "enogfirs" … "nioghalvfems". */
export const tensInWords: Readonly<Record<string, number>> = Object.fromEntries(
  Object.entries(tens).flatMap(([ten, value]) => [
    [ten, value],
    ...Object.entries(ones).map(([one, more]) => [`${one}og${ten}`, value + more] as const),
  ]),
)

type Ratio = [part: number, whole: number]

/** "hver femte", "hvert femte", "en femtedel", "to femtedele": parts of a whole, by how many they divide it into. */
export const partsInWords: Readonly<Record<string, Ratio>> = {
  ...{ halvdelen: [1, 2] as Ratio, 'hver anden': [1, 2] as Ratio, 'hvert andet': [1, 2] as Ratio },
  ...Object.fromEntries(
    Object.entries({ tredje: 3, fjerde: 4, femte: 5, sjette: 6, syvende: 7, ottende: 8, niende: 9, tiende: 10, tyvende: 20 }).flatMap(
      ([ordinal, whole]): [string, Ratio][] => [
        [`hver ${ordinal}`, [1, whole]],
        [`hvert ${ordinal}`, [1, whole]],
        [`en ${ordinal}del`, [1, whole]],
        ...['to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni'].flatMap((count, index): [string, Ratio][] =>
          index + 2 < whole ? [[`${count} ${ordinal}dele`, [index + 2, whole]]] : [],
        ),
      ],
    ),
  ),
}
