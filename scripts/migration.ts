// Writes the migration from the last one to prisma/models.prisma, for both engines:
//   node --import tsx scripts/migration.ts <name>
// Read the SQL before it is committed: the engine can't tell a renamed column from a dropped and a new one.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate } from '../lib/data/migrate';
import { startPostgres } from '../lib/data/postgres-for-tests';
import { generateClients, PROVIDERS, schemaFile } from './generate';
import { missingSql } from './schema-diff';

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower-case letters, digits and underscores.');
  process.exit(2);
}

await generateClients((line) => console.log(line));
const timestamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
const dataDir = await mkdtemp(join(tmpdir(), 'mailspan-migration-'));
const postgres = await startPostgres();
try {
  for (const provider of PROVIDERS) {
    const location = provider === 'sqlite' ? { dataDir } : { dataDir, databaseUrl: postgres.url };
    await migrate(location, () => undefined);
    const sql = await missingSql(location);
    if (sql === '') {
      console.log(`${provider}: the migrations already reach the models`);
      continue;
    }
    const folder = join(dirname(schemaFile(provider)), 'migrations', `${timestamp}_${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'migration.sql'), sql);
    console.log(`${provider}: ${join(folder, 'migration.sql')}`);
  }
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true });
}
