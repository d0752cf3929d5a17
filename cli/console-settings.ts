// The settings as the console reads them: the environment, then `.env.local` and `.env` beside it.
import { readSettings, type Settings } from '../lib/settings';

/** Those in force, with `given` before them. Throws a SettingError that names the first wrong variable. */
export function consoleSettings(given: Readonly<Record<string, string>> = {}): Settings {
  for (const file of ['.env.local', '.env']) loadIfThere(file);
  return readSettings({ ...process.env, ...given });
}

function loadIfThere(file: string): void {
  try {
    process.loadEnvFile(file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
}
