import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 90_000,
    reporters: process.env.CI ? ['default', './tests/support/closing-line.ts'] : ['default'],
  },
})
