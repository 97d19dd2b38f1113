/** How much the tests try. `npm test` asks each law little and often; `TEST_RUNS=full` asks each as much as it can be asked. */
export function runs<T>(quick: T, full: T): T {
  return process.env.TEST_RUNS === 'full' ? full : quick
}

/**
 * How many times as long `much` takes as `little`, in time of the processor, by the shortest of several rounds, taken in turns: a machine that is
 * busy with something else lengthens some of them, but not the shortest. Ends at the first round after the first that gives no more than `limit`.
 */
export async function timesAsLong(much: () => unknown, little: () => unknown, limit: number): Promise<number> {
  let [longer, shorter] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
  for (let round = 0; round < (longer < 50 ? 30 : 6); round++) {
    shorter = Math.min(shorter, await timed(little))
    longer = Math.min(longer, await timed(much))
    // The first round still compiles what it runs.
    if (round >= 1 && longer <= shorter * limit) break
  }
  return longer / shorter
}

/**
 * The power of its size that the time of `work` grows with, from `size` to four times as much: 1 where it is linear, 2 where it is a square.
 * What is worked on is made outside the time.
 */
export async function growthOf<T>(make: (size: number) => T, work: (made: T) => unknown, size: number): Promise<number> {
  const [little, much] = [make(size), make(4 * size)]
  await work(little)
  const times = await timesAsLong(
    () => work(much),
    () => work(little),
    4 ** linear,
  )
  return Math.log(times) / Math.log(4)
}

/** Half-way between a line and a square, so that neither noise nor a logarithm is taken for a square. */
export const linear = 1.5

/** In ms of the processor; never less than what can be told from nothing. */
async function timed(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return Math.max((user + system) / 1000, 1)
}
