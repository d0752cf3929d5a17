// What the migrations lack to reach the models, asked of Prisma's own schema engine (its WebAssembly build).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { QueryResult } from 'pg';
import { knownMigrations } from '../lib/data/migrate';
import type { Provider } from '../lib/data/store';
import { schemaFile, schemaText } from './generate';

type Engine = typeof import('@prisma/schema-engine-wasm');

const COMMENT_OR_BLANK = /^\s*(--.*)?$/;

/**
 * The SQL that brings a database with all of `provider`'s migrations to the models; empty where nothing is lacking.
 * The engine applies the migrations to a shadow database: in memory for SQLite, on the server at `postgresUrl` else.
 */
export async function missingSql(provider: Provider, postgresUrl: string): Promise<string> {
  const { SchemaEngine } = await loadEngine();
  const files = [{ path: schemaFile(provider), content: await schemaText(provider) }];
  const adapter =
    provider === 'sqlite'
      ? new PrismaLibSql({ url: ':memory:' })
      : new CatalogueReader({ connectionString: postgresUrl });
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'migrations', ...(await migrationList(provider)) },
      to: { tag: 'schemaDatamodel', files },
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    const sql = stdout ?? '';
    return sql.split('\n').every((line) => COMMENT_OR_BLANK.test(line)) ? '' : sql;
  } finally {
    engine.free();
  }
}

/** The catalogue's own types `char` and `name`, which Prisma's adapter can't read, and `text`, which it can. */
const CATALOGUE_TYPES = [18, 19];
const TEXT = 25;

class CatalogueReader extends PrismaPg {
  override async connectToShadowDb() {
    const shadow = await super.connectToShadowDb();
    const pool = shadow.underlyingDriver();
    const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<QueryResult>;
    const asText = async (...input: unknown[]) => {
      const result = await query(...input);
      for (const field of result.fields) {
        if (CATALOGUE_TYPES.includes(field.dataTypeID)) field.dataTypeID = TEXT;
      }
      return result;
    };
    Object.assign(pool, { query: asText });
    return shadow;
  }
}

async function migrationList(provider: Provider) {
  const baseDir = join(dirname(schemaFile(provider)), 'migrations');
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: `provider = "${provider}"\n` },
    shadowDbInitScript: '',
    migrationDirectories: (await knownMigrations(provider)).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}

let loaded: Promise<Engine> | undefined;

/** Once a process: the glue module holds one instance. */
function loadEngine(): Promise<Engine> {
  loaded ??= instantiate();
  return loaded;
}

/** The package is built for bundlers, which make a module of a .wasm file; Node needs the two joined by hand. */
async function instantiate(): Promise<Engine> {
  const require = createRequire(import.meta.url);
  const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = (await import('@prisma/schema-engine-wasm/schema_engine_bg')) as unknown as Engine & {
    __wbg_set_wasm: (exports: WebAssembly.Exports) => void;
  };
  const bytes = await readFile(resolve(dirname(glueFile), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  // The engine hands the words of a panic to this hook before it dies.
  const panic = (message: string) => console.error(message);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: panic } });
  glue.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return glue;
}
