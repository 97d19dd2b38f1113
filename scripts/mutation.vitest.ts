import { defineConfig } from 'vitest/config'

/** The tests that scripts/mutation.mjs names, and no others. */
export default defineConfig({
  test: { include: (process.env.MUTATION_TESTS ?? '').split(','), setupFiles: ['scripts/mutation.setup.ts'], testTimeout: 30_000 },
})
