// SQLite for Prisma over one connection. Waits for another process's write without blocking this process,
// and refuses to begin a transaction that may later find that it can't write.
import { setTimeout as delay } from 'node:timers/promises';
import { PrismaLibSql } from '@prisma/adapter-libsql';

type Client = ReturnType<PrismaLibSql['createClient']>;
type Transaction = Awaited<ReturnType<Client['transaction']>>;

/** How long a statement waits for the file while another process writes. */
const BUSY_LIMIT_MS = 10_000;
/** Part of the wait that SQLite does itself, and that holds up this process. */
const BLOCKING_WAIT_MS = 5;

/**
 * The adapter of `file`. libsql's own transactions begin deferred, which fails at once where a read comes before
 * the write, and each one leaves its connection to the garbage collector; these begin immediate, on the one connection.
 * Prisma's adapter lets nothing else through while a transaction is open.
 */
export function sqliteAdapter(file: string): PrismaLibSql {
  return new OneConnectionLibSql({ url: `file:${file}`, timeout: BLOCKING_WAIT_MS });
}

class OneConnectionLibSql extends PrismaLibSql {
  override createClient(config: Parameters<PrismaLibSql['createClient']>[0]): Client {
    const client = super.createClient(config);
    const execute = ((...statement: Parameters<Client['execute']>) =>
      patiently(() => client.execute(...statement))) as Client['execute'];
    const transaction = async (): Promise<Transaction> => {
      await execute('BEGIN IMMEDIATE');
      const rollback = async () => void (await execute('ROLLBACK'));
      const commit = async () => {
        try {
          await execute('COMMIT');
        } catch (error) {
          // A refused COMMIT (disk full, a broken reference) leaves the transaction open for the next caller to trip over.
          await rollback().catch(() => undefined);
          throw error;
        }
      };
      // Only what Prisma's adapter calls: a transaction is the connection between BEGIN and its end.
      return { execute, commit, rollback } as Transaction;
    };
    return {
      execute,
      transaction,
      close: () => client.close(),
    } as Client;
  }
}

/** libsql's own client of `file`: for whole scripts in a transaction, which Prisma's adapter has no way to run. */
export function plainSqliteClient(file: string): Client {
  const config = { url: `file:${file}`, timeout: BLOCKING_WAIT_MS };
  return new PrismaLibSql(config).createClient(config);
}

/** Tries again, without blocking this process, while another connection holds the file; gives up after 10 s. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + BUSY_LIMIT_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > giveUpAt) throw error;
      await delay(1 + Math.random() * 10);
    }
  }
}

/** True where another connection holds the file (SQLITE_BUSY and its kin). */
export const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
