// Who may import whom, as data: walls.test.ts holds every file against it. A file whose folder has no row is refused.

/** Any npm package and any module of Node's own. */
const ANY_PACKAGE = 'any package';

export type Wall = Readonly<{
  /** A folder, or one file without its extension; the longest that fits a path is the file's room. */
  room: string;
  /** What it may import beside itself: rooms with all below them, packages, `node:` modules. */
  may: readonly string[];
  /** Rooms of which it may use the types, never the code. */
  types?: readonly string[];
}>;

const SCREEN = [
  'react',
  'react-dom',
  '@fluentui',
  'next-intl',
  'next/link',
  'next/navigation',
  'react-hook-form',
];

export const WALLS: readonly Wall[] = [
  // The domain: pure. ipaddr.js and @noble/hashes are pure too, and do better what we would have to write ourselves.
  // Without zod: pages load most of it, and would load zod with it.
  { room: 'lib/mailflow', may: ['ipaddr.js', '@noble/hashes'] },
  { room: 'lib/mailflow/connector-draft-schema', may: ['lib/mailflow', 'zod'] },
  { room: 'lib/mailflow/exchange-origin-schema', may: ['lib/mailflow', 'zod'] },
  {
    room: 'lib/probe',
    may: [
      'lib/mailflow',
      'ipaddr.js',
      'nodemailer/lib/mail-composer',
      'dns-packet',
      ...['net', 'tls', 'dns', 'dgram', 'http', 'crypto', 'stream', 'timers', 'events', 'buffer'].map(
        (name) => `node:${name}`,
      ),
    ],
  },
  { room: 'lib/exchange/json-documents', may: ['lib/mailflow', 'lib/exchange', 'jsonc-parser'] },
  { room: 'lib/exchange', may: ['lib/mailflow', '@noble/hashes'] },
  { room: 'lib/exchange/set-up-file-shape', may: ['lib/mailflow', 'zod'] },
  // What the organization's own servers and firewalls are told: configuration files as text. Pure.
  { room: 'lib/servers', may: ['lib/mailflow', 'lib/exchange/command', 'lib/exchange/script'] },
  {
    room: 'lib/data',
    may: ['lib/mailflow', 'lib/settings', '@prisma', 'libsql', 'zod', 'node:'],
    types: ['lib/auth/permissions', 'lib/exchange/exchange-file', 'lib/exchange/plan-row'],
  },
  {
    room: 'lib/auth',
    may: ['lib/data', 'lib/mailflow', 'lib/settings', 'lib/log', 'better-auth', 'zod', 'ipaddr.js', 'node:'],
  },
  { room: 'lib/auth/permissions', may: [] },
  // What forms and actions both read: pure and small, for the browser.
  { room: 'lib/auth/account-rules', may: ['lib/auth/password', 'lib/mailflow'] },
  { room: 'lib/auth/password', may: [] },
  // For the proxy, which every request passes.
  { room: 'lib/auth/own-page', may: [] },
  {
    room: 'lib/operations',
    may: [
      ...['lib/mailflow', 'lib/exchange', 'lib/servers', 'lib/probe', 'lib/data', 'lib/auth'],
      ...['lib/settings', 'lib/log', 'lib/version', 'lib/observe'],
      ...['zod', 'node:'],
    ],
  },
  // How a view of the list is spelled in its URL: pages read it, links write it. Pure.
  {
    room: 'lib/operations/connector-list-query',
    may: ['lib/mailflow'],
    types: ['lib/data/connector-list'],
  },
  // The same for the audit log.
  { room: 'lib/operations/audit-log-query', may: [] },
  // For the route trace.
  { room: 'lib/operations/route-trace-query', may: [], types: ['lib/operations/connector-list-query'] },
  { room: 'lib/operations/attribution-query', may: [], types: ['lib/operations/connector-list-query'] },
  // For the coverage map.
  { room: 'lib/operations/coverage-query', may: [], types: ['lib/operations/connector-list-query'] },
  // For import and export.
  { room: 'lib/operations/export-query', may: [], types: ['lib/operations/connector-list-query'] },
  { room: 'lib/operations/import-list-query', may: [], types: ['lib/operations/connector-list-query'] },
  // And for all validations.
  { room: 'lib/operations/validation-list-query', may: [], types: ['lib/data/validation-run-list'] },
  {
    room: 'lib/server-action',
    may: ['lib/operations', 'lib/server-request', 'lib/log', 'lib/observe', 'next', 'server-only', 'zod'],
  },
  {
    room: 'lib/server-request',
    may: [
      ...['lib/operations', 'lib/auth', 'lib/data/store', 'lib/observe', 'lib/settings'],
      ...['next', 'react', 'server-only'],
    ],
  },
  { room: 'lib/server-only.d', may: [] },
  { room: 'lib/settings', may: ['zod', 'node:'] },
  { room: 'lib/log', may: ['lib/settings', 'lib/observe/scope', 'lib/observe/spans', 'pino'] },
  // What the running program tells of itself: ids, a line for each request, counters, spans.
  {
    room: 'lib/observe',
    may: ['lib/log', 'lib/settings', 'prom-client', '@opentelemetry', 'zod', 'node:'],
  },
  // What codes say in sentences, for the pages and the command line.
  { room: 'lib/version', may: [] },
  { room: 'lib/words', may: ['lib/mailflow'], types: ['next-intl', 'lib/exchange', 'lib/servers'] },
  { room: 'lib/walls', may: [] },

  { room: 'components/ui', may: SCREEN },
  { room: 'components/ui/sortable-rows', may: ['react', '@dnd-kit'] },
  { room: 'components/wizard', may: [...SCREEN, 'components/ui'] },
  {
    // Every other folder of components: the screens that know mail. Actions are handed down to them as properties.
    room: 'components',
    may: [
      ...SCREEN,
      'lib/mailflow',
      'lib/words',
      'lib/exchange',
      'lib/version',
      'lib/servers',
      'lib/auth/permissions',
      'lib/auth/account-rules',
      'lib/auth/password',
      'lib/operations/connector-list-query',
      'lib/operations/audit-log-query',
      'lib/operations/route-trace-query',
      'lib/operations/coverage-query',
      'lib/operations/attribution-query',
      'lib/operations/validation-list-query',
      'lib/operations/export-query',
      'lib/operations/import-list-query',
      ...['@tanstack/react-query', 'papaparse'],
    ],
    types: ['lib/operations', 'messages'],
  },
  {
    room: 'app',
    may: [
      ...['components', 'i18n', 'messages'],
      ...[
        'lib/operations',
        'lib/mailflow',
        'lib/exchange',
        'lib/servers',
        'lib/auth',
        'lib/words',
        'lib/server-action',
        'lib/server-request',
      ],
      ...[
        'lib/settings',
        'lib/log',
        'lib/observe',
        ...SCREEN,
        'next',
        '@tanstack/react-query',
        'zod',
        'node:',
      ],
    ],
  },
  { room: 'i18n', may: ['messages', 'next', 'next-intl', 'react'] },
  { room: 'messages', may: [] },
  { room: 'instrumentation', may: ['lib/auth/peer-address', 'lib/observe', 'lib/log'], types: ['next'] },
  { room: 'proxy', may: ['next', 'next-intl', 'i18n', 'lib/auth/own-page'] },
  { room: 'next.config', may: ['next', 'next-intl', 'node:'] },

  {
    room: 'worker',
    may: ['lib/operations', 'lib/data/store', 'lib/settings', 'lib/log', 'lib/observe', 'node:'],
  },
  {
    room: 'cli',
    may: [
      'lib/operations',
      'lib/data/store',
      'lib/mailflow',
      'lib/words',
      'lib/exchange',
      'lib/version',
      'lib/settings',
      'lib/log',
      'messages',
      'commander',
      'next-intl',
      'zod',
      'node:',
    ],
  },
  { room: 'prisma', may: ['lib/operations', 'lib/data', 'lib/mailflow', 'lib/settings', 'node:', 'zod'] },
  { room: 'scripts', may: ['lib', 'prisma', 'messages', 'e2e/support', ANY_PACKAGE] },
  { room: 'e2e', may: ['lib', 'prisma', 'messages', 'scripts', 'trials', ANY_PACKAGE] },
  { room: 'bench', may: ['lib', 'prisma', 'messages', 'scripts', 'e2e/support', ANY_PACKAGE] },
  {
    room: 'trials',
    may: [
      'lib',
      'prisma',
      'messages',
      'scripts',
      'e2e/support',
      'bench/figures',
      'bench/many-connectors',
      ANY_PACKAGE,
    ],
  },
  // Runs in an image that has nothing but the console.
  { room: 'deploy', may: ['node:'] },
  { room: 'playwright.config', may: ['@playwright/test', 'e2e/support'] },
  { room: 'vitest.config', may: ['vitest', 'node:'] },
];

/** Unit tests also reach for test libraries, fake servers and the rest of lib; never for a screen or a route. */
const TESTS_MAY = ['lib', 'messages', 'prisma', 'scripts', 'e2e/support', ANY_PACKAGE];

/** `server-only` throws in plain Node, so in the worker and in tests: it stands at the web's door and nowhere else. */
export const SERVER_ONLY_FILES: readonly string[] = ['lib/server-action.ts', 'lib/server-request.ts'];

/** One import as a file spells it. `specifier` is absent where it is computed while the program runs. */
export type Import = Readonly<{ specifier?: string; typeOnly: boolean }>;

/** Why `file` (its path from the project's root) may not hold this import; undefined where it may. */
export function trespass(file: string, { specifier, typeOnly }: Import): string | undefined {
  const room = roomOf(file);
  if (!room) return `${file}: lib/walls.ts has no row for its folder`;
  const says = (reason: string) =>
    `${file} (${room.room}) imports ${specifier ?? 'a computed name'}: ${reason}`;
  const forTests = isForTests(file);
  const may = [
    room.room,
    ...room.may,
    ...(forTests ? TESTS_MAY : []),
    ...(typeOnly ? (room.types ?? []) : []),
  ];
  if (specifier === undefined) {
    return may.includes(ANY_PACKAGE) ? undefined : says('nobody can check where that leads');
  }
  const target = targetOf(file, specifier);
  if (target.kind === 'file' && isForTests(target.name) && !forTests && !may.includes(ANY_PACKAGE)) {
    return says('that is for tests only');
  }
  const open =
    may.some((entry) => within(target.name, entry)) ||
    (target.kind === 'package' && may.includes(ANY_PACKAGE));
  return open ? undefined : says('no row of lib/walls.ts allows it');
}

/** The row of a file: the longest room that holds it. A test lives in the room of what it tests. */
export function roomOf(file: string): Wall | undefined {
  const path = withoutExtension(file).replace(/\.test$|-for-tests$/, '');
  return WALLS.filter(({ room }) => within(path, room)).sort((a, b) => b.room.length - a.room.length)[0];
}

const isForTests = (path: string): boolean => /(\.test|-for-tests)$/.test(withoutExtension(path));
const withoutExtension = (path: string): string => path.replace(/\.([mc]?[jt]sx?|json)$/, '');

const within = (name: string, entry: string): boolean =>
  name === entry || name.startsWith(entry.endsWith(':') ? entry : `${entry}/`);

function targetOf(file: string, specifier: string): Readonly<{ kind: 'file' | 'package'; name: string }> {
  if (specifier.startsWith('@/')) return { kind: 'file', name: normal(specifier.slice(2)) };
  if (/^\.{1,2}(\/|$)/.test(specifier)) return { kind: 'file', name: normal(`${file}/../${specifier}`) };
  return { kind: 'package', name: specifier };
}

/** Resolves `.` and `..`; a path that leaves the project keeps its `..`, and so is in nobody's room. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return withoutExtension(parts.join('/'));
}
