import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Files share one copy of the modules they import, which is half of what small files take; no test changes what another could see.
    isolate: false,
    testTimeout: process.env.TEST_RUNS === 'full' ? 120_000 : 30_000,
    coverage: { provider: 'v8', include: ['src/**/*.ts'], exclude: ['src/assets/**'] },
  },
})
