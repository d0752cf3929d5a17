import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname) } },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    globalSetup: ['scripts/generate-for-tests.ts', 'lib/data/postgres-for-tests.ts'],
    pool: 'forks',
    // Every core: Vitest leaves one alone, and half of a run is waiting.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
