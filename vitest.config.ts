import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': resolve(import.meta.dirname) } },
  test: {
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', '.next/**', 'e2e/**'],
    globalSetup: ['scripts/generate-for-tests.ts', 'lib/data/databases-for-tests.ts'],
    pool: 'forks',
    // Half of the time went into loading the same files for each test file again. So no test may leave anything
    // behind in a module: what is stubbed is given back.
    isolate: false,
    // Every core: Vitest leaves one alone, and half of a run is waiting.
    maxWorkers: '100%',
    testTimeout: 60_000,
  },
});
