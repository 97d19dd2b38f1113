// Builds every example, HTML and PDF, in one process, into its own out/. Fails where one of them has anything to say: a contradiction, a
// number that is not shown, a statement of our own that is not read, an acceptance that matches nothing. What an author tells of people
// nobody has measured is said, and is no fault.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { isAuthors } from '../dist/claim.js'
import { buildProject, writeOutputs } from '../dist/node.js'

let faults = 0
for (const example of readdirSync('examples').sort()) {
  const folder = join('examples', example)
  const { outputs, isStopped, notShown, notRead, unmatched } = await buildProject(folder)
  const said = [
    ...(isStopped ? ['stopped by a contradiction'] : []),
    ...notShown.map((omitted) => `not shown: ${JSON.stringify(omitted)}`),
    ...notRead.filter((each) => !isAuthors(each)).map(({ text, reason }) => `not read (${reason}): ${text}`),
    ...unmatched.map((accepted) => `accepted and not found: ${JSON.stringify(accepted)}`),
  ]
  for (const { text } of notRead.filter(isAuthors)) process.stdout.write(`${example}: an author’s, not checked: ${text}\n`)
  for (const line of said) process.stderr.write(`${example}: ${line}\n`)
  faults += said.length
  if (!isStopped) await writeOutputs(outputs, join(folder, 'out'))
  process.stdout.write(`${example}: ${outputs.map(({ name }) => name).join(', ')}\n`)
}
if (faults > 0) process.exitCode = 1
