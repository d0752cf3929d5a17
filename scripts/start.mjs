// The one command. Plain JavaScript up to the import: a fresh clone has no packages yet.
//   node scripts/start.mjs [start | console | worker | dev | demo | build]
import { resolve } from 'node:path';
import { checkNode, installDependencies } from './install.mjs';

checkNode();
// A relative DATA_DIR means the same from wherever this is called.
process.chdir(resolve(import.meta.dirname, '..'));
try {
  await installDependencies();
  const { register } = await import('tsx/esm/api');
  register();
  const { main } = await import('./serve.ts');
  await main(process.argv[2] ?? 'start');
} catch (error) {
  // A line for the expected; the cause for the rest.
  const { explain } = await import('./explain-error.mjs');
  process.exit(explain(error));
}
