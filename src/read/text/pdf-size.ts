/**
 * How much the streams of a PDF unpack to, counted before anything is unpacked into memory: a few hundred kilobytes
 * may be made to hold a gigabyte.
 */
import { mostPdfBytes, mostPictureBytes, mostStreamBytes } from '../../limits.js'

/** Whether a PDF unpacks to more than is read. Knows the packing that all PDFs use, also where it is used twice. */
export async function isOverlongPdf(bytes: Uint8Array): Promise<boolean> {
  let total = 0
  for (const { start, isPicture } of streamsOf(bytes)) {
    const size = await unpackedSize(bytes.subarray(start), isPicture ? mostPictureBytes : mostStreamBytes)
    if (size === null) return true
    total += isPicture ? 0 : size
    if (total > mostPdfBytes) return true
  }
  return false
}

/** Where streams begin that are packed. */
function* streamsOf(bytes: Uint8Array): Generator<{ start: number; isPicture: boolean }> {
  const text = new TextDecoder('latin1')
  const keyword = new TextEncoder().encode('stream')
  for (let at = indexOf(bytes, keyword, 0); at >= 0; at = indexOf(bytes, keyword, at + keyword.length)) {
    let start = at + keyword.length
    if (bytes[start] === 0x0d) start += 1
    if (bytes[start] === 0x0a) start += 1
    if (!isPacked(bytes.subarray(start, start + 2))) continue
    const before = text.decode(bytes.subarray(Math.max(0, at - 1000), at))
    yield { start, isPicture: /\/Subtype\s*\/Image\b/.test(before.slice(before.lastIndexOf(' obj'))) }
  }
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const [first = 0] = wanted
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at
  }
  return -1
}

const pieceSize = 65_536

/** null where it is more than the limit. What is broken counts as far as it goes. */
async function unpackedSize(packed: Uint8Array, limit: number): Promise<number | null> {
  const { readable, writable } = new DecompressionStream('deflate')
  const [writer, reader] = [writable.getWriter(), readable.getReader()]
  const written = writeAll(packed, writer)
  const pieces: Uint8Array[] = []
  let size = 0
  let isTwice = false
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      if (size === 0) isTwice = isPacked(piece.value)
      size += piece.value.length
      if (size > limit) return null
      if (isTwice) pieces.push(piece.value)
    }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  } finally {
    await Promise.allSettled([reader.cancel(), writer.abort(), written])
  }
  if (pieces.length === 0) return size
  const inner = await unpackedSize(joined(pieces), limit - size)
  return inner === null ? null : size + inner
}

async function writeAll(packed: Uint8Array, writer: WritableStreamDefaultWriter<Uint8Array<ArrayBuffer>>): Promise<void> {
  for (let from = 0; from < packed.length; from += pieceSize) {
    await writer.ready
    await writer.write(new Uint8Array(packed.subarray(from, from + pieceSize)))
  }
  await writer.close()
}

function isPacked([method = 0, flags = 0]: Uint8Array): boolean {
  return (method & 0x0f) === 8 && ((method << 8) + flags) % 31 === 0
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
