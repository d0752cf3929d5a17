import { readdir, readFile } from 'node:fs/promises';
import { posix, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { roomOf, SERVER_ONLY_FILES, trespass, WALLS } from './walls';
import { importsIn } from './walls-for-tests';

const root = resolve(import.meta.dirname, '..');
const NOT_OURS =
  /^(node_modules|\.next|\.git|\.cache|data|test-results|playwright-report|lib\/data\/generated)\//;

const files = await (async () => {
  // The folders first: node_modules is never walked.
  const top = await readdir(root, { withFileTypes: true });
  const found = await Promise.all(
    top.map(async (entry) => {
      if (!entry.isDirectory()) return [entry.name];
      if (NOT_OURS.test(`${entry.name}/`) || entry.name.startsWith('.')) return [];
      const below = await readdir(resolve(root, entry.name), { recursive: true, withFileTypes: true });
      return below
        .filter((one) => one.isFile())
        .map((one) => relative(root, resolve(one.parentPath, one.name)));
    }),
  );
  const ours = found
    .flat()
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.[mc]?[jt]sx?$/.test(file) && !file.endsWith('.d.ts') && !NOT_OURS.test(file));
  return Promise.all(ours.map(async (path) => ({ path, text: await readFile(resolve(root, path), 'utf8') })));
})();

test('every file keeps to its room', () => {
  expect(files.length).toBeGreaterThan(20);
  const trespasses = files.flatMap(({ path, text }) =>
    roomOf(path)
      ? importsIn(path, text).flatMap((one) => trespass(path, one) ?? [])
      : [`${path}: lib/walls.ts has no row for its folder`],
  );
  expect(trespasses).toEqual([]);
});

/** One import that each row must refuse, from a file that would live there. A row without one would be untested. */
const FORBIDDEN: Readonly<Record<string, readonly [file: string, target: string]>> = {
  'lib/mailflow': ['lib/mailflow/new.ts', 'zod'],
  'lib/mailflow/connector-draft-schema': ['lib/mailflow/connector-draft-schema.ts', 'lib/settings'],
  'lib/mailflow/exchange-origin-schema': ['lib/mailflow/exchange-origin-schema.ts', 'lib/data/store'],
  'lib/probe': ['lib/probe/new.ts', 'lib/data/store'],
  'lib/words': ['lib/words/new.ts', 'lib/operations/outcome'],
  'lib/exchange/json-documents': ['lib/exchange/json-documents.ts', 'lib/data/store'],
  'lib/exchange/set-up-file-shape': ['lib/exchange/set-up-file-shape.ts', 'lib/settings'],
  'lib/exchange': ['lib/exchange/new.ts', 'lib/data/store'],
  'lib/data': ['lib/data/new.ts', 'lib/probe/run'],
  'lib/auth': ['lib/auth/new.ts', 'lib/operations/outcome'],
  'lib/auth/permissions': ['lib/auth/permissions.ts', 'lib/data/store'],
  'lib/auth/account-rules': ['lib/auth/account-rules.ts', 'zod'],
  'lib/auth/own-page': ['lib/auth/own-page.ts', 'lib/data/store'],
  'lib/auth/password': ['lib/auth/password.ts', 'lib/auth/auth'],
  'lib/operations': ['lib/operations/new.ts', 'app/layout'],
  'lib/operations/connector-list-query': ['lib/operations/connector-list-query.ts', 'lib/data/store'],
  'lib/operations/audit-log-query': ['lib/operations/audit-log-query.ts', 'lib/data/store'],
  'lib/operations/attribution-query': ['lib/operations/attribution-query.ts', 'lib/data/store'],
  'lib/operations/coverage-query': ['lib/operations/coverage-query.ts', 'lib/data/store'],
  'lib/operations/export-query': ['lib/operations/export-query.ts', 'lib/data/store'],
  'lib/operations/import-list-query': ['lib/operations/import-list-query.ts', 'lib/data/store'],
  'lib/operations/route-trace-query': ['lib/operations/route-trace-query.ts', 'lib/data/store'],
  'lib/operations/validation-list-query': ['lib/operations/validation-list-query.ts', 'lib/data/store'],
  'lib/server-action': ['lib/server-action.ts', 'lib/probe/run'],
  'lib/server-request': ['lib/server-request.ts', 'lib/probe/run'],
  'lib/servers': ['lib/servers/x.ts', 'node:fs'],
  'lib/server-only.d': ['lib/server-only.d.ts', 'lib/settings'],
  instrumentation: ['instrumentation.ts', 'lib/data/store'],
  'lib/settings': ['lib/settings.ts', 'lib/log'],
  'lib/log': ['lib/log.ts', 'lib/data/store'],
  'lib/observe': ['lib/observe/new.ts', 'lib/operations/outcome'],
  'lib/version': ['lib/version.ts', 'lib/settings'],
  'lib/walls': ['lib/walls.ts', 'lib/settings'],
  'components/ui': ['components/ui/new.tsx', 'lib/mailflow/connector'],
  'components/ui/sortable-rows': ['components/ui/sortable-rows.tsx', 'lib/mailflow/connector'],
  'components/wizard': ['components/wizard/new.tsx', 'components/connectors/connector-wizard'],
  components: ['components/connectors/new.tsx', 'lib/data/store'],
  app: ['app/new/page.tsx', 'lib/data/store'],
  i18n: ['i18n/request.ts', 'lib/data/store'],
  messages: ['messages/new.ts', 'lib/settings'],
  proxy: ['proxy.ts', 'lib/data/store'],
  'next.config': ['next.config.ts', 'lib/data/store'],
  worker: ['worker/main.ts', 'lib/probe/run'],
  cli: ['cli/main.ts', 'lib/probe/run'],
  prisma: ['prisma/demo-data.ts', 'lib/probe/run'],
  scripts: ['scripts/new.ts', 'app/layout'],
  e2e: ['e2e/new.spec.ts', 'app/layout'],
  bench: ['bench/new.ts', 'components/ui/page-title'],
  trials: ['trials/new.ts', 'components/ui/page-title'],
  deploy: ['deploy/container/new.ts', 'lib/settings'],
  'playwright.config': ['playwright.config.ts', 'lib/settings'],
  'vitest.config': ['vitest.config.ts', 'lib/settings'],
};

test('every row has an import that it must refuse', () => {
  expect(Object.keys(FORBIDDEN).sort()).toEqual(WALLS.map(({ room }) => room).sort());
});

describe.each(Object.entries(FORBIDDEN))('%s refuses', (_room, [file, target]) => {
  const path = posix.relative(posix.dirname(file), target);
  const relativePath = path.startsWith('.') ? path : `./${path}`;
  test.each([
    ['by alias', `import { it } from '@/${target}';`],
    ['by a relative path', `import { it } from '${relativePath}';`],
    ['while it runs', `const it = await import('${relativePath}');`],
    ['for its types', `import type { It } from '@/${target}';`],
    ['for a type in passing', `let it: import('@/${target}').It;`],
    ['to hand it on', `export * from '${relativePath}';`],
    ['with its extension', `import { it } from '@/${target}.ts';`],
    ['through require', `const it = require('${relativePath}');`],
  ])('%s', (_form, text) => {
    const [only, ...more] = importsIn(file, text);
    expect(more).toEqual([]);
    expect(only && trespass(file, only)).toContain('no row of lib/walls.ts allows it');
  });
});

describe('packages', () => {
  test.each([
    ['lib/mailflow/new.ts', 'node:crypto'],
    ['lib/mailflow/new.ts', 'react'],
    ['lib/probe/new.ts', '@prisma/client'],
    ['lib/data/new.ts', 'next/headers'],
    ['lib/operations/new.ts', 'react'],
    ['lib/operations/new.ts', 'nodemailer'],
    ['components/connectors/new.tsx', 'better-auth/react'],
    ['components/connectors/new.tsx', 'node:fs'],
    ['app/new/page.tsx', '@prisma/client'],
    ['worker/main.ts', 'next'],
  ])('%s refuses %s', (file, specifier) => {
    expect(trespass(file, { specifier, typeOnly: false })).toBeDefined();
  });

  test('a name that only begins like an allowed package is another package', () => {
    expect(trespass('lib/mailflow/new.ts', { specifier: 'ipaddr.js-extra', typeOnly: false })).toBeDefined();
    expect(trespass('lib/mailflow/new.ts', { specifier: 'ipaddr.js/lib', typeOnly: false })).toBeUndefined();
  });
});

test('a screen may name the types of an operation, and not call it', () => {
  const file = 'components/connectors/new.tsx';
  const of = (text: string) => importsIn(file, text).map((one) => trespass(file, one));
  expect(of("import type { Outcome } from '@/lib/operations/outcome';")).toEqual([undefined]);
  // The module would still be loaded for its side effects.
  expect(of("import { type Outcome } from '@/lib/operations/outcome';")).toEqual([expect.any(String)]);
  expect(of("import { done } from '@/lib/operations/outcome';")).toEqual([expect.any(String)]);
});

test.each([
  ['of a folder without a row', 'helpers/new.ts', "import 'zod';"],
  ['that leads out of the project', 'lib/data/new.ts', "import '../../../elsewhere';"],
  ['whose name is computed', 'lib/data/new.ts', 'await import(name);'],
  ['of what is for tests', 'lib/data/new.ts', "import './postgres-for-tests';"],
])('an import %s is refused', (_which, file, text) => {
  expect(importsIn(file, text).map((one) => trespass(file, one))).toEqual([expect.any(String)]);
});

test('only the doors of the web import server-only', () => {
  const importing = files.filter(({ path, text }) =>
    importsIn(path, text).some(({ specifier }) => specifier === 'server-only'),
  );
  expect(SERVER_ONLY_FILES.length).toBeLessThanOrEqual(2);
  for (const { path } of importing) expect(SERVER_ONLY_FILES).toContain(path);
});

test('no file has more than 300 lines', () => {
  const long = files
    .filter(({ path }) => /^(lib|app|components|worker|cli)\//.test(path) && !/\.test\.tsx?$/.test(path))
    .filter(({ text }) => text.trimEnd().split('\n').length > 300);
  expect(long.map(({ path }) => path)).toEqual([]);
});
