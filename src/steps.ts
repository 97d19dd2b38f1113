/** Long work in steps: between two of them the thread is let go of, so that whoever wants it to stop is heard. */

/** Work that yields where it may be stopped, and gives its result. Steps are short: what is long yields inside. */
export type Steps<T> = Generator<void, T, void>

/** All of it, without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  for (let next = steps.next(); ; next = steps.next()) if (next.done) return next.value
}

/** A step for each of a list, and what they give. */
export function* eachInSteps<T, R>(list: Iterable<T>, work: (member: T) => R): Steps<R[]> {
  const done: R[] = []
  for (const member of list) {
    done.push(work(member))
    yield
  }
  return done
}

/** Step by step where there is a signal. Rejects with its reason when it aborts. */
export async function inSteps<T>(steps: Steps<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return atOnce(steps)
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value
    await heard(signal)
  }
}

/** Lets go of the thread, so that an abort can arrive, and obeys it. */
export async function heard(signal: AbortSignal | undefined): Promise<void> {
  if (signal) await new Promise<void>((resolve) => later(resolve))
  signal?.throwIfAborted()
}

/** A browser's timer waits for milliseconds; Node's immediate for nothing but what else there is to do. */
const later: (work: () => void) => void = typeof setImmediate === 'function' ? setImmediate : (work) => void setTimeout(work, 0)
