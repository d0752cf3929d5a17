import { availableParallelism } from 'node:os';
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
    // Two for each core: half of a run is waiting for sockets, leases and processes.
    maxWorkers: 2 * availableParallelism(),
    testTimeout: 60_000,
  },
});
