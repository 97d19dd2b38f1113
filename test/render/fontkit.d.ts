/** The little of fontkit that the tests use; it ships no types. */
declare module 'fontkit' {
  export type Font = {
    layout(text: string, features?: string[]): { glyphs: { id: number }[]; positions: { xAdvance: number }[] }
  }
  export function create(bytes: Uint8Array): Font
}
