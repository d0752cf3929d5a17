// Prisma's SQLite adapter over one connection of our own. libsql's client opens another one for each transaction,
// begins it without the right to write, and leaves it to the garbage collector.
import { PrismaLibSql } from '@prisma/adapter-libsql';
import { openSqliteConnection } from './sqlite-connection';

type LibsqlClient = ReturnType<PrismaLibSql['createClient']>;
type Statement = Readonly<{ sql: string; args: readonly unknown[] }>;

/** The adapter of `file`. It lets nothing else through while a transaction is open, so one connection is enough. */
export const sqliteAdapter = (file: string): PrismaLibSql => new OneConnectionLibSql(file);

class OneConnectionLibSql extends PrismaLibSql {
  readonly #file: string;

  constructor(file: string) {
    super({ url: `file:${file}` });
    this.#file = file;
  }

  override createClient(): LibsqlClient {
    const connection = openSqliteConnection(this.#file);
    const execute = ({ sql, args }: Statement) => connection.execute(sql, args);
    const { commit, rollback, close } = connection;
    const transaction = async () => {
      await connection.begin();
      return { execute, commit, rollback };
    };
    // Only what the adapter calls of a client.
    return { execute, transaction, close } as unknown as LibsqlClient;
  }
}
