/**
 * All that knows the insides of pdfjs: it is loaded without its native canvas, which would draw pages that are only
 * read, and the promises that it forgets do not end the process it runs in.
 */
import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs'

/** pdfjs, to run in this thread: with the worker's module loaded it asks for no file. */
export async function loadPdfjs(): Promise<typeof Pdfjs> {
  loading ??= withoutCanvas(async () => {
    const [pdfjs] = await Promise.all([import('pdfjs-dist/legacy/build/pdf.mjs'), import('pdfjs-dist/legacy/build/pdf.worker.mjs')])
    return pdfjs
  })
  return loading
}

let loading: Promise<typeof Pdfjs> | null = null

/** The little of Node that is used here. Where it is not there, as in a browser, there is nothing to guard. */
type Host = {
  getBuiltinModule?: (name: string) => object | undefined
  on?: (event: 'unhandledRejection', listener: Listener) => void
  off?: (event: 'unhandledRejection', listener: Listener) => void
  listenerCount?: (event: 'unhandledRejection') => number
}
type Listener = (reason: unknown) => void

const host = (): Host => (globalThis as { process?: Host }).process ?? {}

/** What pdfjs looks for in a canvas when it is loaded. It calls it only to draw. */
class Unused {}
const stand = { DOMMatrix: Unused, ImageData: Unused, Path2D: Unused }

/**
 * In Node pdfjs asks for a canvas of native code as it is loaded, and takes its classes for the whole process. It is
 * given empty ones, which are taken away again.
 */
async function withoutCanvas<T>(load: () => Promise<T>): Promise<T> {
  const node = host()
  const asked = node.getBuiltinModule
  const given = Object.keys(stand).filter((name) => !(name in globalThis))
  for (const name of given) Object.assign(globalThis, { [name]: Unused })
  if (asked) node.getBuiltinModule = (name) => (name === 'module' ? withStand(asked.call(node, name)) : asked.call(node, name))
  try {
    return await load()
  } finally {
    if (asked) node.getBuiltinModule = asked
    for (const name of given) Reflect.deleteProperty(globalThis, name)
  }
}

function withStand(real: object | undefined): object {
  const { createRequire } = real as { createRequire: (from: string) => (name: string) => unknown }
  const requireFrom = (from: string) => {
    const require = createRequire(from)
    return (name: string) => (name === '@napi-rs/canvas' ? stand : require(name))
  }
  return { ...real, createRequire: requireFrom }
}

let readers = 0

/**
 * Reads with pdfjs. Of a file whose table of objects is wrong it makes promises that nobody waits for, and tries again
 * in another way; in Node a rejected one ends the process. They are let pass while something is read, those of others
 * are not.
 */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  const node = host()
  if (readers === 0) node.on?.('unhandledRejection', passOver)
  readers += 1
  try {
    return await work()
  } finally {
    // A rejection is told to be unhandled only when what is at hand is done.
    await new Promise((resolve) => setTimeout(resolve, 0))
    readers -= 1
    if (readers === 0) node.off?.('unhandledRejection', passOver)
  }
}

function passOver(reason: unknown): void {
  const { name = '', stack = '' } = (reason ?? {}) as Partial<Error>
  const isOfPdfjs = /pdfjs-dist|pdf\.worker/.test(stack) || /^(?:XRef|ParserEOF|MissingData|InvalidPDF|Format|UnknownError)/.test(name)
  if (!isOfPdfjs && host().listenerCount?.('unhandledRejection') === 1) throw reason
}
