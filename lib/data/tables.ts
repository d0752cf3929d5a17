// Whether the database answers, and whether its tables are those of this version. Changes nothing.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from './store';

export type TablesState = 'current' | 'unreachable' | 'otherVersion';

/** `otherVersion` where migrations are missing, half done, or from a newer version, as migrate() would refuse or do them. */
export async function tablesState(store: Store, known: readonly string[]): Promise<TablesState> {
  try {
    await store.client.$queryRawUnsafe('SELECT 1');
  } catch {
    return 'unreachable';
  }
  try {
    const rows = await store.client.$queryRawUnsafe<{ name: string; finished: unknown }[]>(
      `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM _prisma_migrations
       WHERE rolled_back_at IS NULL`,
    );
    const applied = rows.flatMap(({ name, finished }) => (Number(finished) ? [name] : []));
    const same = rows.length === known.length && known.every((name) => applied.includes(name));
    return same ? 'current' : 'otherVersion';
  } catch {
    // There is no such table yet.
    return 'otherVersion';
  }
}

/** The names of the migrations of this version. Read below the working folder: the web server's code is a bundle elsewhere. */
export async function migrationNames(provider: Store['provider']): Promise<string[]> {
  const folder = join(process.cwd(), 'prisma', provider, 'migrations');
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
