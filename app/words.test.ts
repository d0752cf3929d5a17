import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importsIn } from '@/lib/walls-for-tests';

const root = resolve(import.meta.dirname, '..');
const EVERYWHERE = ['common', 'frame'];
/** What Next.js shows by itself: each stands within the layouts around it. */
const SHOWN = /\/(page|layout|loading|error|not-found|forbidden)\.tsx$/;

const files = readdirSync(resolve(root, 'app'), { recursive: true })
  .map((file) => `app/${String(file).replaceAll('\\', '/')}`)
  .filter((file) => SHOWN.test(file));

test('each page and each layout takes the words along that its components ask for, and no others', () => {
  const bringing = files.filter((file) => wordsOf(file) !== undefined);
  expect(bringing.length).toBeGreaterThan(20);
  const asked = new Map(bringing.map((file) => [file, new Set<string>()]));
  for (const file of files) {
    const around = bringing.includes(file) ? file : layoutAround(file);
    for (const namespace of reached(file)) asked.get(around)?.add(namespace);
  }
  const lists = (of: (file: string) => Iterable<string>) =>
    Object.fromEntries(
      bringing.map((file) => [file, [...of(file)].filter((one) => !EVERYWHERE.includes(one)).sort()]),
    );
  expect(lists((file) => wordsOf(file) ?? [])).toEqual(lists((file) => asked.get(file) ?? []));
});

/** The namespaces that the file names; undefined where it brings no words of its own. */
function wordsOf(file: string): string[] | undefined {
  const [brings, list = ''] = /withWords\(\s*\w+,?([^)]*)\)|<Words>/.exec(textOf(file)) ?? [];
  return brings === undefined ? undefined : [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name);
}

/** The nearest layout that brings words: of the same folder, but for a layout itself. */
function layoutAround(file: string): string {
  let folder = posix.dirname(file);
  if (file.endsWith('/layout.tsx')) folder = posix.dirname(folder);
  for (; folder !== '.'; folder = posix.dirname(folder)) {
    const layout = `${folder}/layout.tsx`;
    if (files.includes(layout) && wordsOf(layout)) return layout;
  }
  throw new Error(`${file} has no words around it`);
}

/** The namespaces of all translators in a file and in all that it imports. */
function reached(from: string): Set<string> {
  const seen = new Set<string>();
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, namespace] of textOf(file).matchAll(/useTranslations\((?:'(\w+)[.\w]*')?\)/g)) {
      if (namespace === undefined) throw new Error(`${file} asks for all words`);
      found.add(namespace);
    }
    for (const target of importedBy(file)) visit(target);
  };
  visit(from);
  return found;
}

const imported = new Map<string, string[]>();
function importedBy(file: string): string[] {
  const known = imported.get(file);
  if (known) return known;
  const found = importsIn(file, textOf(file)).flatMap(({ specifier = '', typeOnly }) =>
    typeOnly ? [] : (fileOf(file, specifier) ?? []),
  );
  imported.set(file, found);
  return found;
}

function fileOf(from: string, specifier: string): string | undefined {
  if (!/^(\.|@\/)/.test(specifier)) return undefined;
  const path = specifier.startsWith('.')
    ? posix.join(posix.dirname(from), specifier)
    : specifier.replace('@/', '');
  return [`${path}.tsx`, `${path}.ts`, `${path}/index.ts`].find((file) => existsSync(resolve(root, file)));
}

function textOf(file: string): string {
  return readFileSync(resolve(root, file), 'utf8');
}
