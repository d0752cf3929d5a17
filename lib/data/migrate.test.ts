import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { describeBothEngines } from './engines-for-tests';
import { knownMigrations, type Migration, MigrationError, migrate } from './migrate';
import { openStore } from './store';

const quiet = () => undefined;
const step = (name: string, sql: string): Migration => ({ name, sql, checksum: `sum of ${name}` });

describeBothEngines('Migrations', ({ provider, emptyDatabase }) => {
  it('make every table in an empty database, and find nothing to do the second time', async () => {
    const location = await emptyDatabase();
    const known = (await knownMigrations(provider)).map(({ name }) => name);
    expect(known.length).toBeGreaterThan(0);
    expect(await migrate(location, quiet)).toEqual(known);
    expect(await migrate(location, quiet)).toEqual([]);
    const store = await openStore(location);
    expect(await store.client.connector.count()).toBe(0);
    expect(await store.client.auditHead.findMany()).toMatchObject([{ id: 1, sequence: 0 }]);
    await store.close();
  });

  it('are applied once where three replicas start together', async () => {
    const location = await emptyDatabase();
    const answers = await Promise.all([1, 2, 3].map(() => migrate(location, quiet)));
    expect(answers.flat()).toEqual((await knownMigrations(provider)).map(({ name }) => name));
  });

  it('are written down as Prisma does it', async () => {
    const location = await emptyDatabase();
    await migrate(location, quiet);
    const store = await openStore(location);
    const rows = await store.client.$queryRawUnsafe<Record<string, unknown>[]>(
      'SELECT migration_name, checksum, applied_steps_count, finished_at, rolled_back_at FROM _prisma_migrations',
    );
    const known = await knownMigrations(provider);
    expect(rows).toMatchObject(
      known.map(({ name, checksum }) => ({ migration_name: name, checksum, rolled_back_at: null })),
    );
    expect(rows.map((row) => [Number(row.applied_steps_count), row.finished_at instanceof Date])).toEqual(
      known.map(() => [1, true]),
    );
    await store.close();
  });

  it('are refused where a newer version has used the database', async () => {
    const location = await emptyDatabase();
    const first = step('1_first', 'CREATE TABLE a (id INTEGER PRIMARY KEY);');
    const second = step('2_second', 'CREATE TABLE b (id INTEGER PRIMARY KEY);');
    await migrate(location, quiet, [first, second]);
    await expect(migrate(location, quiet, [first])).rejects.toThrow(/2_second.*newer version/);
  });

  it('are refused where an applied one was changed since', async () => {
    const location = await emptyDatabase();
    await migrate(location, quiet, [step('1_first', 'CREATE TABLE a (id INTEGER PRIMARY KEY);')]);
    const changed = { ...step('1_first', 'SELECT 1;'), checksum: 'another' };
    await expect(migrate(location, quiet, [changed])).rejects.toThrow(/1_first was changed/);
  });

  it('leave nothing behind where one fails in the middle', async () => {
    const location = await emptyDatabase();
    const broken = step('1_broken', 'CREATE TABLE a (id INTEGER PRIMARY KEY); CREATE TABLE a (id INTEGER);');
    await expect(migrate(location, quiet, [broken])).rejects.toThrow(MigrationError);
    const mended = step('1_broken', 'CREATE TABLE a (id INTEGER PRIMARY KEY);');
    expect(await migrate(location, quiet, [mended])).toEqual(['1_broken']);
  });

  it('are refused where one began and never ended', async () => {
    const location = await emptyDatabase();
    await migrate(location, quiet);
    const store = await openStore(location);
    await store.client.$executeRawUnsafe('UPDATE _prisma_migrations SET finished_at = NULL');
    await store.close();
    await expect(migrate(location, quiet)).rejects.toThrow(/began and did not end/);
  });

  it('may make a table anew without losing the rows that point to it', async () => {
    const location = await emptyDatabase();
    const first = step(
      '1_first',
      `CREATE TABLE parent (id INTEGER PRIMARY KEY);
       CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE);
       INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1);`,
    );
    const anew =
      provider === 'sqlite'
        ? `CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT);
           INSERT INTO new_parent SELECT id, NULL FROM parent;
           DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;`
        : 'ALTER TABLE parent ADD COLUMN name TEXT;';
    await migrate(location, quiet, [first, step('2_anew', anew)]);
    const store = await openStore(location);
    expect(await store.client.$queryRawUnsafe('SELECT id FROM child')).toHaveLength(1);
    await store.close();
  });

  it.runIf(provider === 'sqlite')('make a data folder that only its owner can open', async () => {
    const { dataDir } = await emptyDatabase();
    await migrate({ dataDir: `${dataDir}/data` }, quiet);
    expect(statSync(`${dataDir}/data`).mode & 0o777).toBe(0o700);
  });
});
