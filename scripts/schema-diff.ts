// What the migrations lack to reach the models, asked of Prisma's own schema engine (its WebAssembly build).
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import type { QueryResult } from 'pg';
import { type Provider, type StoreLocation, sqliteFile } from '../lib/data/store';
import { schemaFile, schemaText } from './generate';

type Engine = typeof import('@prisma/schema-engine-wasm');

const COMMENT_OR_BLANK = /^\s*(--.*)?$/;

/**
 * The SQL that brings the database at `location`, as migrate() left it, to the models (or to another schema text);
 * empty where nothing is lacking.
 */
export async function missingSql(location: StoreLocation, models?: string): Promise<string> {
  const provider: Provider = location.databaseUrl ? 'postgresql' : 'sqlite';
  const { SchemaEngine } = await loadEngine();
  const files = [{ path: schemaFile(provider), content: models ?? (await schemaText(provider)) }];
  const adapter = location.databaseUrl
    ? new CatalogueReader({ connectionString: location.databaseUrl })
    : new PrismaLibSql({ url: `file:${sqliteFile(location.dataDir)}` });
  const engine = await SchemaEngine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schemaFile(provider)) },
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

/** PostgreSQL's numbers of the catalogue's own types, which Prisma's adapter can't read, and of `text`, which it can. */
const CHAR = 18;
const NAME = 19;
const TEXT = 25;

/** Reads `name` as text and `char` as the single character that the engine expects. One query at a time. */
class CatalogueReader extends PrismaPg {
  override async connect() {
    const adapter = await super.connect();
    const pool = adapter.underlyingDriver();
    const query = pool.query.bind(pool) as (...input: unknown[]) => Promise<QueryResult>;
    let characters: boolean[] = [];
    const asText = async (...input: unknown[]) => {
      const result = await query(...input);
      characters = result.fields.map(({ dataTypeID }) => dataTypeID === CHAR);
      for (const field of result.fields) {
        if (field.dataTypeID === CHAR || field.dataTypeID === NAME) field.dataTypeID = TEXT;
      }
      return result;
    };
    Object.assign(pool, { query: asText });
    const queryRaw = adapter.queryRaw.bind(adapter);
    adapter.queryRaw = async (input) => {
      const result = await queryRaw(input);
      const columnTypes = result.columnTypes.map((type, index) =>
        characters[index] ? ColumnTypeEnum.Character : type,
      );
      return { ...result, columnTypes };
    };
    return adapter;
  }
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
