import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/seed.ts'],
    // Files share one copy of the modules they import, which is half of what small files take; no test changes what another could see.
    isolate: false,
    // A process a worker: tests of time ask for the time that their own process has had.
    pool: 'forks',
    // One worker a core, also where there are only two; left to itself vitest keeps one core free.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/assets/**'] },
  },
})
