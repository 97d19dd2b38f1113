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
