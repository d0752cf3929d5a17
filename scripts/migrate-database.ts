// The step that brings the database's tables up to date, and says in one line what stands against it.
import { MigrationError, migrate } from '../lib/data/migrate';
import { SettingError, type Settings } from '../lib/settings';
import { StepError } from './step-error';

/** True where tables were changed. Throws a StepError or a SettingError that a person can act upon. */
export async function migrateDatabase(settings: Settings): Promise<boolean> {
  try {
    return (await migrate(settings, () => undefined)).length > 0;
  } catch (error) {
    if (error instanceof MigrationError) throw new StepError(error.message, { cause: error });
    const reason = settings.databaseUrl ? connectionTrouble(error) : undefined;
    throw reason ? new SettingError('DATABASE_URL', `the database can't be used: ${reason}`) : error;
  }
}

/** Why a PostgreSQL can't be reached or refuses us, without the address, which may hold a password. */
function connectionTrouble(error: unknown): string | undefined {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code && /^(E[A-Z]+|28...|3D000|08...|53300|57P03)$/.test(code)) return cause.message || code;
    if (cause.name === 'DriverAdapterError') return cause.message;
  }
  return undefined;
}
