/**
 * ZIP archives, which workbooks are: how much one unpacks to, counted before anything is unpacked into memory, since a
 * few hundred kilobytes may be made to hold gigabytes and its own list may lie about it; and one of its parts.
 */

/** `overlong`: more than the limit. `broken`: no archive, or one whose list cannot be followed. */
export type ZipSize = 'fits' | 'overlong' | 'broken'

type Entry = { name: string; start: number; packed: number; unpacked: number; method: number; sum: number }

/** First what the list of contents says, then what is there. */
export async function zipSize(bytes: Uint8Array, limit: number): Promise<ZipSize> {
  const entries = entriesOf(bytes)
  if (!entries) return 'broken'
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > limit) return 'overlong'
  let total = 0
  for (const { start, packed, method } of entries) {
    const size = method === stored ? packed : await unpackedSize(bytes.subarray(start, start + packed), limit - total)
    total += size
    if (total > limit) return 'overlong'
  }
  return 'fits'
}

const endOfList = 0x06054b50
const listEntry = 0x02014b50
const stored = 0
/** No archive has a longer comment after its list. */
const longestEnd = 65_557
/** What stands for a size that is too large for its field. */
const beyondField = 0xffffffff

/** null where the list, which stands at the end, is not there or does not fit the bytes. */
function entriesOf(bytes: Uint8Array): Entry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  if (end === null) return null
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  while (entries.length < count) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== listEntry) return null
    const [packed, unpacked, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true))
    // A size that is told only after the contents could be any.
    const isUntold = packed === 0 && (view.getUint16(at + 8, true) & 8) !== 0 && view.getUint32(at + 16, true) !== 0
    if (packed === beyondField || isUntold || offset + 30 > view.byteLength) return null
    const length = view.getUint16(offset + 26, true)
    const start = offset + 30 + length + view.getUint16(offset + 28, true)
    // A part that its list calls something else would not be found, and what cells look like be lost in silence.
    const isNamedAlike = length === lengths[0] && sameBytes(bytes.subarray(at + 46), bytes.subarray(offset + 30), length)
    if (start + packed > view.byteLength || !isNamedAlike) return null
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length))
    entries.push({ name, start, packed, unpacked, method: view.getUint16(at + 10, true), sum: view.getUint32(at + 16, true) })
    at += lengths.reduce((sum, length) => sum + length, 46)
  }
  return entries
}

function sameBytes(some: Uint8Array, others: Uint8Array, length: number): boolean {
  return some.subarray(0, length).every((byte, index) => byte === others[index])
}

function endOf(view: DataView): number | null {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - longestEnd); at--) {
    if (view.getUint32(at, true) === endOfList) return at
  }
  return null
}

/** Counted up to the limit, and one more where it is beyond. What is broken counts as far as it goes. */
async function unpackedSize(packed: Uint8Array, limit: number): Promise<number> {
  const source = new Blob([new Uint8Array(packed)]).stream()
  const reader = source.pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  let size = 0
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      size += piece.value.length
      if (size > limit) return limit + 1
    }
  } catch {
    // Nothing but the bytes can be wrong, and whoever unpacks them tells what is.
    return size
  } finally {
    await reader.cancel().catch(() => undefined)
  }
  return size
}

/**
 * A part of an archive that has been found to fit; null where there is none of that name.
 *
 * @throws Error where its bytes are not those that were packed
 */
export async function partOf(bytes: Uint8Array, name: string): Promise<Uint8Array | null> {
  const entry = entriesOf(bytes)?.find((each) => each.name === name)
  if (!entry) return null
  const packed = new Uint8Array(bytes.subarray(entry.start, entry.start + entry.packed))
  const part = entry.method === stored ? packed : await unpacked(packed)
  if (part.length !== entry.unpacked || checksum(part) !== entry.sum) throw new Error(name)
  return part
}

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

/** What is left of each byte when it is divided as CRC-32 does. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

function checksum(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) sum = (remainders[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8)
  return ~sum >>> 0
}
