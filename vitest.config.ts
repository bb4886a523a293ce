import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Far more than any takes: a machine that is busy with something else is no failure.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
  },
})
