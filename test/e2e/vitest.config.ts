import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['test/e2e/**/*.test.ts'],
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 90_000,
    hookTimeout: 60_000,
    // The browser takes a core of its own.
    fileParallelism: false,
    globalSetup: ['test/support/start-postgres.ts'],
  },
})
