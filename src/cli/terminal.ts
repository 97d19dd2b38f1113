/** Questions to whoever sits at the terminal. */
import { createInterface } from 'node:readline/promises'

/** The terminal is listened to only while a question stands; null where it has been closed. */
export async function ask(question: string): Promise<string | null> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const closed = new Promise<null>((resolve) => terminal.once('close', () => resolve(null)))
  const answer = await Promise.race([terminal.question(question), closed])
  terminal.close()
  return answer
}
