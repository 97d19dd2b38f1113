// Whether the tests notice a fault: npm run mutation [--] src/printed.ts … [--tests test/a.test.ts,test/b.test.ts]
//
// Stryker changes one thing at a time in each of the files and runs the tests that hold it; a change that no test fails on has survived and is
// printed. A file is held by the test of its name, or without one by the tests that import it, and by those in `alsoHeldBy`. Exits 1 where less than
// `enough` per cent are killed, not counting those that `equivalent` names. What a test does while it is loaded, outside `test` and its hooks, makes
// Stryker blind: a change on which the file cannot be loaded counts as survived, and every change to what is run then is held by all tests.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'

const enough = 90
const minutes = 30

/** Tests that hold a file besides its own. */
const alsoHeldBy = { 'src/change.ts': ['test/truth.test.ts'] }

/**
 * Changes that no test can be seen to fail on: the line as it stands, what it becomes, and why. Nearly all give the same as the original; some keep
 * the tests from being loaded at all, which Stryker does not count.
 */
const equivalent = {
  'src/change.ts': [
    {
      line: "return known.get(comparisonKey({ ...now, item: now.item ?? '', previous: before.period, current: now.period })) ?? null",
      becomes: '"Stryker was here!"',
      why: 'a survey has an item, which stands for what no id names',
    },
    ...[
      'false',
      '(previous.value === null || current.value === null || previous.printed === null) && current.printed === null',
      '(previous.value === null || current.value === null) && previous.printed === null',
      'previous.value === null && current.value === null',
    ].map((becomes) => ({
      line: 'if (previous.value === null || current.value === null || previous.printed === null || current.printed === null) return null',
      becomes,
      why: 'a figure has a value, a printed number and an interval, or none of them, and the next line asks for the interval',
    })),
    ...['false', 'previous.interval === null && current.interval === null'].map((becomes) => ({
      line: 'if (previous.interval === null || current.interval === null) return null',
      becomes,
      why: 'a figure has a value, a printed number and an interval, or none of them, and the line before asks for the others',
    })),
    ...[
      { becomes: '"Stryker was here!"', why: 'a figure that is compared has a printed number' },
      { becomes: '+1', why: 'an interval is no wider than a unit in print, so that two numbers may be printed at most' },
    ].map((change) => ({
      line: "return [printedAt(possible.at(0) ?? printed ?? '', decimals), printedAt(possible.at(-1) ?? printed ?? '', decimals)]",
      ...change,
    })),
    {
      line: 'if (!made.has(name)) made.set(name, makeChange(figures, previousId, currentId, basis))',
      becomes: 'true',
      why: 'what is made anew is the same',
    },
    { line: 'default:', becomes: 'default:', why: 'nothing follows but the end, which gives undefined too' },
  ],
  'src/metrics.ts': [
    {
      line: "formula: 'counted',",
      becomes: '""',
      why: 'people who were asked are read, never counted, so that nothing asks `invited` how',
    },
    ...["const [digits = '', exponent = '0'] = String(score).split('e')", "const [whole = '', decimals = ''] = digits.split('.')"].map(
      (line) => ({ line, becomes: '"Stryker was here!"', why: 'a number has digits and a whole part; whether it has more is held' }),
    ),
    {
      line: "const [digits = '', exponent = '0'] = String(score).split('e')",
      becomes: '""',
      why: 'the number that no text stands for is 0 too',
    },
  ],
  'src/printed.ts': [
    ...['true', 'BigInt(denominator) !== 0n'].map((becomes) => ({
      line: "if (BigInt(denominator) === 0n) throw new RangeError('a fraction needs a denominator other than 0')",
      becomes,
      why: 'noticed, but not counted: the tests make fractions while they are loaded',
    })),
    ...['false', 'top < exactInDouble', 'denominator < exactInDouble'].map((becomes) => ({
      line: 'if (top <= exactInDouble && denominator <= exactInDouble) return Number(numerator) / Number(denominator)',
      becomes,
      why: 'a short way to the number that the long way gives as well',
    })),
    ...[
      { line: 'return (numerator < 0n ? -1 : 1) * Number(quotient) * 2 ** -shift', becomes: 'numerator <= 0n' },
      { line: 'return value < 0n ? -value : value', becomes: 'value <= 0n' },
      { line: 'return numerator < 0n ? -units : units', becomes: 'numerator <= 0n' },
    ].map((change) => ({ ...change, why: '0 has no sign, and is made a double by the short way' })),
    { line: 'return top < 0n && top % bottom !== 0n ? quotient - 1n : quotient', becomes: 'top <= 0n', why: '0 leaves no remainder' },
    { line: 'if (known) return known', becomes: 'false', why: 'what is made anew is the same' },
    ...[
      { line: 'from: from >= 0 ? a.from : b.from,', becomes: 'from > 0' },
      { line: 'to: to <= 0 ? a.to : b.to,', becomes: 'to < 0' },
      { line: 'from: from <= 0 ? hull.from : next.from,', becomes: 'from < 0' },
      { line: 'to: to >= 0 ? hull.to : next.to,', becomes: 'to > 0' },
    ].map((change) => ({ ...change, why: 'of two equal ends either will do' })),
    {
      line: "const { sign = '', whole = '', rest = '', percent } = found",
      becomes: '"Stryker was here!"',
      why: 'sign and whole part are always found, if only empty; the last of the three is held',
    },
  ],
  'src/tally.ts': [
    {
      line: `return \`\${period}/\${segment}/\${provider ?? ''}/\${item}\``,
      becomes: '"Stryker was here!"',
      why: 'any text that is no id will do for no provider',
    },
    { line: 'return a === b || meaning(a) === meaning(b)', becomes: 'false', why: 'a short way: one scale has one meaning' },
  ],
}

const { values, positionals: files } = parseArgs({ options: { tests: { type: 'string' } }, allowPositionals: true })
if (files.length === 0) {
  console.error('usage: npm run mutation -- FILE… [--tests FILE,FILE]')
  process.exit(2)
}

function testsOf(file) {
  const own = file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts')
  const imported = new RegExp(`from '(?:\\.\\./)+${file.replace(/\.ts$/, '\\.js').replaceAll('/', '\\/')}'`)
  const all = readdirSync('test', { recursive: true }).map((name) => `test/${name.split(path.sep).join('/')}`)
  const importers = () => all.filter((name) => name.endsWith('.test.ts') && imported.test(readFileSync(name, 'utf8')))
  return [...(existsSync(own) ? [own] : importers()), ...(alsoHeldBy[file] ?? [])]
}

/** Every change made in the file and what became of it, as Stryker reports. */
function mutantsOf(file, tests) {
  const folder = mkdtempSync(path.join(tmpdir(), 'mutation-'))
  try {
    const report = path.join(folder, 'report.json')
    const settings = {
      mutate: [file],
      testRunner: 'vitest',
      plugins: ['@stryker-mutator/vitest-runner'],
      vitest: { configFile: 'scripts/mutation.vitest.ts', related: false },
      reporters: ['json', 'progress-append-only'],
      jsonReporter: { fileName: report },
      coverageAnalysis: 'perTest',
      incremental: false,
      concurrency: 2,
      // a machine that is busy must not be taken for a loop without end
      timeoutMS: 20_000,
      tempDirName: '.stryker-tmp',
      ignorePatterns: ['dist', 'coverage', 'examples/*/out'],
      allowEmpty: true,
    }
    const config = path.join(folder, 'stryker.json')
    writeFileSync(config, JSON.stringify(settings))
    const { status, signal } = spawnSync('node_modules/.bin/stryker', ['run', config], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout: minutes * 60_000,
      env: { ...process.env, MUTATION_TESTS: tests.join(',') },
    })
    if (signal) throw new Error(`${file}: not done in ${minutes} minutes`)
    if (!existsSync(report)) throw new Error(`${file}: Stryker ended with ${status} and no report`)
    const { files: reported } = JSON.parse(readFileSync(report, 'utf8'))
    return Object.values(reported).flatMap(({ source, mutants }) => mutants.map((mutant) => ({ ...mutant, lines: source.split('\n') })))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints what survived; gives the score in per cent. */
function report(file, mutants) {
  const named = equivalent[file] ?? []
  const judged = mutants.flatMap((mutant) => {
    const { start } = mutant.location
    const line = mutant.lines[start.line - 1].trim()
    const same = named.find((each) => each.line === line && each.becomes === mutant.replacement)
    return [{ ...mutant, line, why: same?.why }]
  })
  const isOf = (...statuses) => judged.filter(({ status }) => statuses.includes(status))
  const [killed, timedOut] = [isOf('Killed'), isOf('Timeout')]
  const survivors = isOf('Survived', 'NoCoverage')
  for (const { location, mutatorName, replacement, status, line, why } of survivors) {
    console.log(
      `${file}:${location.start.line}:${location.start.column}  ${mutatorName}${status === 'NoCoverage' ? ', not run by any test' : ''}`,
    )
    console.log(`    ${line}\n    becomes ${replacement.replaceAll(/\s+/g, ' ')}${why ? `\n    named: ${why}` : ''}`)
  }
  const unnamed = survivors.filter(({ why }) => why === undefined)
  const noticed = killed.length + timedOut.length
  const score = (100 * noticed) / (noticed + unnamed.length)
  const counts = `${killed.length} killed, ${timedOut.length} timed out, ${unnamed.length} survived, ${survivors.length - unnamed.length} named with a reason`
  console.log(`${file}: ${score.toFixed(1)} % (${counts})`)
  return score
}

execFileSync('npm', ['run', '--silent', 'assets'])
const scores = files.map((file) => {
  const tests = values.tests?.split(',') ?? testsOf(file)
  if (tests.length === 0) throw new Error(`${file}: no test imports it; name some by --tests`)
  console.log(`${file} is held by ${tests.join(', ')}`)
  return report(file, mutantsOf(file, tests))
})
process.exitCode = scores.every((score) => score >= enough) ? 0 : 1
