// The open database: SQLite in the data folder, or PostgreSQL. Refuses no statement; who may do what is decided above.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PrismaPg } from '@prisma/adapter-pg';
import { settings } from '../settings';
import { isCollision } from './database-errors';
import type { Prisma, PrismaClient } from './generated/sqlite/client';
import { sqliteAdapter } from './sqlite-adapter';

/** Prisma's client. Both engines' clients are generated from one model text, so one type stands for both. */
export type Client = PrismaClient;
/** An open transaction, as `store.write` hands it out. */
export type Tx = Prisma.TransactionClient;
export type Provider = 'sqlite' | 'postgresql';

/** Where the database is: `databaseUrl` (postgresql://) wins over the file in `dataDir`. */
export type StoreLocation = Readonly<{ databaseUrl?: string | undefined; dataDir: string }>;

export type Store = Readonly<{
  provider: Provider;
  client: Client;
  /**
   * Runs `work` in a transaction, one at a time across all processes, so that what it reads stays true until it ends.
   * Tried again after a collision: `work` must change nothing outside. Never use `client` inside it. `timeoutMs` is for
   * work on very many rows.
   */
  write: <T>(work: (tx: Tx) => Promise<T>, limits?: Readonly<{ timeoutMs: number }>) => Promise<T>;
  /** As `write`, beside other transactions: the first statement of `work` must be the write that locks its row. */
  writeRow: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
}>;

/** What a function that takes either runs its statements on. */
export const clientOf = (from: Store | Tx): Tx => ('client' in from ? from.client : from);

/** The SQLite file of a data folder. */
export const sqliteFile = (dataDir: string): string => join(dataDir, 'mailspan.db');

const ATTEMPTS = 8;
/** A transaction waits for its turn at most so long, and then has as long to end. */
const TRANSACTION_LIMITS = { maxWait: 15_000, timeout: 15_000 };

/** Opens the database; makes the data folder (0700) where SQLite has none. Tables are made by migrate(). */
export async function openStore({ databaseUrl, dataDir }: StoreLocation): Promise<Store> {
  return databaseUrl
    ? storeOn('postgresql', await openPostgresql(databaseUrl))
    : storeOn('sqlite', await openSqlite(dataDir));
}

/** A store on one SQLite file that nobody else uses, such as a copy: no second file comes beside it. */
export const openSqliteFile = async (file: string): Promise<Store> =>
  storeOn('sqlite', await sqliteClient(file));

function storeOn(provider: Provider, client: Client): Store {
  const transact = <T>(work: (tx: Tx) => Promise<T>, limits = TRANSACTION_LIMITS): Promise<T> =>
    retryCollisions(() => client.$transaction(work, limits));
  return {
    provider,
    client,
    write: (work, { timeoutMs } = { timeoutMs: TRANSACTION_LIMITS.timeout }) =>
      transact(
        async (tx) => {
          await tx.auditHead.updateMany({ where: { id: 1 }, data: { id: 1 } });
          return work(tx);
        },
        { ...TRANSACTION_LIMITS, timeout: timeoutMs },
      ),
    writeRow: (work) => transact(work),
    close: () => client.$disconnect(),
  };
}

async function openSqlite(dataDir: string): Promise<Client> {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const client = await sqliteClient(sqliteFile(dataDir));
  // WAL lets readers go on while one writes; FULL, below, keeps what was acknowledged through a power cut.
  await client.$queryRawUnsafe('PRAGMA journal_mode = WAL');
  return client;
}

async function sqliteClient(file: string): Promise<Client> {
  const { PrismaClient } = await import('./generated/sqlite/client');
  const client = new PrismaClient({ adapter: sqliteAdapter(file) });
  await client.$executeRawUnsafe('PRAGMA synchronous = FULL');
  await client.$executeRawUnsafe('PRAGMA foreign_keys = ON');
  return client;
}

async function openPostgresql(connectionString: string): Promise<Client> {
  const { PrismaClient } = await import('./generated/postgresql/client');
  const adapter = new PrismaPg({ connectionString, max: 10, connectionTimeoutMillis: 15_000 });
  return new PrismaClient({ adapter }) as unknown as Client;
}

async function retryCollisions<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tried === ATTEMPTS || !isCollision(error)) throw error;
      await delay(Math.random() * 10 * 2 ** tried);
    }
  }
}

const kept = globalThis as typeof globalThis & { mailspanStore?: Promise<Store> | undefined };

/** The store of this process, opened on first use; outlives a reload of the code in development. */
export function appStore(): Promise<Store> {
  kept.mailspanStore ??= openStore(settings()).catch((error: unknown) => {
    // A database that was down at the first request must not stay "down" for ever.
    kept.mailspanStore = undefined;
    throw error;
  });
  return kept.mailspanStore;
}
