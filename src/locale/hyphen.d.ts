/** hyphen ships no types: the part of it that is used. */
declare module 'hyphen/da/index.js' {
  const danish: { hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string }
  export default danish
}

declare module 'hyphen/en-gb/index.js' {
  const english: { hyphenateSync(text: string, options: { hyphenChar: string; minWordLength: number }): string }
  export default english
}
