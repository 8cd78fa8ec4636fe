import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{law,src,demo,test,bench,web}/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'node_modules/**'],
    env: { TZ: 'Asia/Shanghai' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    globalSetup: ['test/support/start-postgres.ts'],
  },
})
