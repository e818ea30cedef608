import { defineConfig } from 'vitest/config'

/** What needs the built web, and a browser or a process of its own. */
const whole = ['tests/journeys/**/*.test.ts', 'tests/infra/local/start.test.ts']

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 90_000,
    reporters: process.env.CI ? ['default', './tests/support/closing-line.ts'] : ['default'],
    projects: [
      { extends: true, test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: whole } },
      {
        extends: true,
        test: {
          name: 'whole',
          include: whole,
          globalSetup: 'tests/support/browser-setup.ts',
          testTimeout: 240_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
