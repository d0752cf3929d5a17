// Every test with one command, on a fresh clone too. Plain JavaScript up to the import: there may be no packages yet.
//   node scripts/test.mjs [types | lint | unit | build | e2e] [-- arguments for vitest or playwright]
import { resolve } from 'node:path';
import { explain } from './explain-error.mjs';
import { checkNode, installDependencies } from './install.mjs';

checkNode();
process.chdir(resolve(import.meta.dirname, '..'));
try {
  await installDependencies();
  const { register } = await import('tsx/esm/api');
  register();
  const { runTests } = await import('./test-stages.ts');
  process.exit(await runTests(process.argv.slice(2)));
} catch (error) {
  process.exit(explain(error));
}
