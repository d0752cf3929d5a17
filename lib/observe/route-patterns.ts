// Which route a path belongs to, as Next.js itself has written them down while building: `/connectors/[id]/edit`.
// Knows a fixed number of answers, however many paths strangers try.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const routes = z.array(z.object({ page: z.string(), regex: z.string() }));
const manifest = z.object({ staticRoutes: routes, dynamicRoutes: routes });

/** Whatever no route is for. */
export const NO_ROUTE = 'other';
/** Files that never change: scripts, styles, pictures. */
export const STATIC = 'static';

/** The pattern of a path without its query. */
export type RoutePattern = (path: string) => string;

/** Reads the build's list; where there is none, as in development, every page is `other`. */
export async function readRoutePatterns(file = '.next/routes-manifest.json'): Promise<RoutePattern> {
  const text = await readFile(file, 'utf8').catch(() => '');
  const read = manifest.safeParse(text === '' ? {} : JSON.parse(text));
  return read.success ? routePatterns(read.data) : routePatterns({ staticRoutes: [], dynamicRoutes: [] });
}

export function routePatterns({ staticRoutes, dynamicRoutes }: z.output<typeof manifest>): RoutePattern {
  const known = [...staticRoutes, ...dynamicRoutes].map(({ page, regex }) => ({
    page,
    pattern: new RegExp(regex),
  }));
  return (path) =>
    path.startsWith('/_next/') || path === '/icon.svg'
      ? STATIC
      : (known.find(({ pattern }) => pattern.test(path))?.page ?? NO_ROUTE);
}
