/** Bytes → text, in pieces, whatever the encoding. Memory does not grow with the file. */
import { heard } from './steps.js'

export type Content = string | Uint8Array | Blob

export type DecodeOptions = {
  signal?: AbortSignal | undefined
  /** told after each piece: bytes (of a string: characters) read so far, and of the whole */
  onBytes?: ((read: number, total: number) => void) | undefined
}

const pieceSize = 65_536
/**
 * The text in pieces of about 64 kB. A byte order mark decides between UTF-8, UTF-16LE and UTF-16BE and is left out;
 * without one the text is UTF-8 if all of it is valid UTF-8, which takes a first pass over the bytes, else
 * Windows-1252, as Excel in Denmark writes.
 */
export async function* decode(content: Content, { signal, onBytes }: DecodeOptions = {}): AsyncGenerator<string> {
  if (typeof content === 'string') {
    const text = content.startsWith('\uFEFF') ? content.slice(1) : content
    for (let from = 0; from < text.length; from += pieceSize) {
      await heard(signal)
      yield text.slice(from, from + pieceSize)
      onBytes?.(Math.min(from + pieceSize, text.length), text.length)
    }
    return
  }
  const encoding = await encodingOf(content, signal)
  const decoder = new TextDecoder(encoding)
  const repaired = encoding === 'windows-1252' ? withoutC1 : (text: string) => text
  const total = content instanceof Uint8Array ? content.length : content.size
  let read = 0
  for await (const bytes of piecesOf(content, signal)) {
    yield repaired(decoder.decode(bytes, { stream: true }))
    read += bytes.length
    onBytes?.(read, total)
  }
  yield decoder.decode()
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

async function encodingOf(content: Uint8Array | Blob, signal?: AbortSignal): Promise<Encoding> {
  const start = content instanceof Uint8Array ? content.subarray(0, 2) : new Uint8Array(await content.slice(0, 2).arrayBuffer())
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  const strict = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const bytes of piecesOf(content, signal)) strict.decode(bytes, { stream: true })
    strict.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252'
    throw error
  }
}

async function* piecesOf(content: Uint8Array | Blob, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  if (content instanceof Uint8Array) {
    for (let from = 0; from < content.length; from += pieceSize) {
      await heard(signal)
      yield content.subarray(from, from + pieceSize)
    }
    return
  }
  // Not every browser's stream is an async iterable.
  const reader = content.stream().getReader()
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      await heard(signal)
      yield piece.value
    }
  } finally {
    await reader.cancel()
  }
}

/** Windows-1252, bytes 80 to 9F; the WHATWG encoding standard, index windows-1252. */
const c1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ'

/**
 * Some Node releases decode Windows-1252 as Latin-1, which turns dashes and quotes into control characters
 * (nodejs/node issue 56542).
 */
function withoutC1(text: string): string {
  return text.replace(/[\u0080-\u009F]/g, (character) => c1[character.charCodeAt(0) - 0x80] ?? character)
}
