// Everything of the console that a stranger's request can reach: pages, route handlers and their methods, server actions. Read
// twice, from the sources and from the build, so that neither can hold one that the other does not know.
import { readdir, readFile } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { parseSync } from 'rolldown/utils';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '../..');
const app = resolve(root, 'app');
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** `name` is its folder and its export: `/rules#createTransportRuleAction`; `page` is one whose code has it in the build. */
export type BuiltAction = Readonly<{ name: string; id: string; page: string }>;

/** `/connectors/[id]/edit`; `GET /api/audit`; `/rules#createTransportRuleAction`. Each list is sorted. */
export type Surface = Readonly<{ pages: string[]; routes: string[]; actions: string[] }>;

/** What the files under `app/` export. */
export async function surfaceOfSources(): Promise<Surface> {
  const found = await readdir(app, { recursive: true, withFileTypes: true });
  const files = found
    .filter((one) => one.isFile() && /\.tsx?$/.test(one.name))
    .map((one) => relative(app, resolve(one.parentPath, one.name)).replaceAll('\\', '/'));
  const read = await Promise.all(
    files.map(async (file) => ({ file, text: await readFile(resolve(app, file), 'utf8') })),
  );
  return {
    pages: files.flatMap((file) => (/(^|\/)page\.tsx?$/.test(file) ? [addressOf(file)] : [])).sort(),
    routes: read
      .filter(({ file }) => /(^|\/)route\.tsx?$/.test(file))
      .flatMap(({ file, text }) =>
        exportsOf(file, text)
          .filter((name) => METHODS.has(name))
          .map((method) => `${method} ${addressOf(file)}`),
      )
      .sort(),
    // Inside a function the directive makes an action too, which no export would show.
    actions: read
      .filter(({ text }) => /^\s*['"]use server['"]/m.test(text))
      .flatMap(({ file, text }) => exportsOf(file, text).map((name) => `${addressOf(file)}#${name}`))
      .sort(),
  };
}

const paths = z.record(z.string(), z.string());
const references = z.object({
  node: z.record(
    z.string(),
    z.object({
      workers: z.record(z.string(), z.unknown()),
      filename: z.string(),
      exportedName: z.string(),
    }),
  ),
  edge: z.record(z.string(), z.never()),
});

/** What Next.js will serve: of a route handler the address alone, since a build does not tell its methods. */
export async function surfaceOfBuild(): Promise<Surface> {
  const built = Object.keys(paths.parse(await manifest('app-paths-manifest.json')));
  const served = (kind: string) =>
    built.flatMap((path) =>
      path.endsWith(`/${kind}`) ? [withoutGroups(path.slice(0, -kind.length - 1))] : [],
    );
  return {
    pages: served('page').sort(),
    routes: served('route').sort(),
    actions: (await builtActions()).map(({ name }) => name).sort(),
  };
}

/** The actions of the build, with the ids by which a request names them. */
export async function builtActions(): Promise<BuiltAction[]> {
  const { node } = references.parse(await manifest('server-reference-manifest.json'));
  return Object.entries(node).map(([id, { workers, filename, exportedName }]) => {
    const [worker = ''] = Object.keys(workers).sort();
    const page = withoutGroups(`/${worker.replace(/^app\//, '').replace(/\/?page$/, '')}`);
    return { id, page, name: `${addressOf(filename.replace(/^app\//, ''))}#${exportedName}` };
  });
}

const manifest = async (name: string): Promise<unknown> =>
  JSON.parse(await readFile(resolve(root, '.next/server', name), 'utf8'));

/** The address that a file of `app/` answers, or whose folder it lies in. */
const addressOf = (file: string): string => withoutGroups(`/${file.split('/').slice(0, -1).join('/')}`);

const withoutGroups = (path: string): string => path.replaceAll(/\/\([^)]*\)/g, '').replace(/\/$/, '') || '/';

/** The names of values that a module exports. Throws at `export *`, which hides them. */
function exportsOf(file: string, text: string): string[] {
  const { module } = parseSync(file, text) as Readonly<{ module: Module }>;
  return module.staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ isType }) => !isType)
    .map(({ exportName: { kind, name } }) => {
      if (kind === 'None')
        throw new Error(`${file} exports all of another file: nobody can tell what that is.`);
      return name ?? 'default';
    });
}

type Module = Readonly<{
  staticExports: readonly Readonly<{
    entries: readonly Readonly<{
      isType: boolean;
      exportName: Readonly<{ kind: string; name: string | null }>;
    }>[];
  }>[];
}>;
