// `npm run licences`: writes docs/licences.md, the licence of every package in the lock file. Refuses one that the list below
// does not allow, and one that says nothing.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import satisfies from 'spdx-satisfies';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = resolve(ROOT, 'docs/licences.md');
const FREELY = 'use, change and pass on, with its notice';

/** SPDX identifiers, and what each asks of whoever passes the console on. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: FREELY,
  'MIT-0': 'nothing',
  '0BSD': 'nothing',
  Unlicense: 'nothing',
  'CC0-1.0': 'nothing',
  ISC: FREELY,
  'BSD-2-Clause': FREELY,
  'BSD-3-Clause': FREELY,
  'BlueOak-1.0.0': FREELY,
  'Apache-2.0': `${FREELY}; grants patents`,
  'MPL-2.0': 'changes to its own files stay open; we change none',
  'EPL-2.0': 'changes to its own files stay open; we change none',
  'LGPL-3.0-or-later':
    'stays a library of its own that can be exchanged: Next.js loads it for images, where it is installed',
  'CC-BY-3.0': 'its authors are named: lists of licences',
  'CC-BY-4.0': 'its authors are named: data about browsers',
};

/** Packages whose package.json is silent or no SPDX expression: what the LICENSE file beside it says. */
const SAID_ELSEWHERE: Readonly<Record<string, string>> = {
  'seq-queue@0.0.5': 'MIT',
  '@visx/vendor@4.0.0-alpha.0': 'MIT AND ISC',
};

export type LockedPackage = Readonly<{
  name: string;
  version: string;
  /** An SPDX expression; absent where the package says nothing. */
  licence?: string;
  /** False where only tests and builds need it. */
  atRunTime: boolean;
}>;

type LockFile = Readonly<{
  packages: Readonly<
    Record<
      string,
      Readonly<{
        version?: string;
        license?: string;
        dev?: boolean;
        devOptional?: boolean;
        name?: string;
        integrity?: string;
      }>
    >
  >;
}>;

/** Each name and version once, in order of name. */
export function packagesIn({ packages }: LockFile): LockedPackage[] {
  const found = new Map<string, LockedPackage>();
  for (const [path, { version, license, dev, devOptional, name: alias }] of Object.entries(packages)) {
    if (path === '' || version === undefined) continue;
    const name = alias ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const key = `${name}@${version}`;
    const licence = SAID_ELSEWHERE[key] ?? license;
    const atRunTime = !(dev || devOptional) || found.get(key)?.atRunTime === true;
    found.set(key, { name, version, ...(licence !== undefined && { licence }), atRunTime });
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, locked]) => locked);
}

/** Those that may not come in, each with what it says. */
export function refused(packages: readonly LockedPackage[]): string[] {
  return packages
    .filter(({ licence }) => licence === undefined || !isAllowed(licence))
    .map(({ name, version, licence = 'no licence' }) => `${name}@${version}: ${licence}`);
}

function isAllowed(licence: string): boolean {
  try {
    return satisfies(licence, Object.keys(ALLOWED));
  } catch {
    return false;
  }
}

/** The text of docs/licences.md. */
export function licencePage(packages: readonly LockedPackage[]): string {
  const expressions = [...new Set(packages.map(({ licence = '' }) => licence))].sort();
  const rows = expressions.map((licence) => {
    const all = packages.filter((one) => one.licence === licence);
    return `| ${licence} | ${all.filter(({ atRunTime }) => atRunTime).length} | ${all.length} |`;
  });
  const named = expressions.flatMap((licence) => {
    const some = packages.filter((one) => one.licence === licence && one.atRunTime);
    const names = some.map(({ name, version }) => `${name} ${version}`).join(', ');
    return some.length > 0 ? [`**${licence}**: ${names}.`, ''] : [];
  });
  return [
    '# Licences',
    '',
    'Written by `npm run licences` from `package-lock.json`, with those of other systems that are never installed on this one; a test',
    'fails while it is not true, or where a package has a licence that is not allowed. `npm run sbom` has each with its checksum.',
    '',
    '| licence | packages that the console runs with | with those for tests and builds |',
    '|---|---|---|',
    ...rows,
    '',
    '## What each asks',
    '',
    ...Object.entries(ALLOWED).map(([id, asks]) => `- ${id}: ${asks}.`),
    '',
    '## What the console runs with',
    '',
    ...named,
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

export const readLockFile = async (): Promise<LockFile> =>
  JSON.parse(await readFile(resolve(ROOT, 'package-lock.json'), 'utf8'));

export const readLicencePage = (): Promise<string> => readFile(PAGE, 'utf8');

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const packages = packagesIn(await readLockFile());
  const bad = refused(packages);
  for (const line of bad) console.error(`Not allowed: ${line}`);
  await writeFile(PAGE, licencePage(packages));
  console.log(`${packages.length} packages are listed in docs/licences.md.`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}
