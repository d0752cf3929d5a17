// The JSON that a browser has posted.
import { readBytes } from './read-bytes';

/** More than any question of the console's own pages. */
const BYTES_MAX = 4_000_000;

/** Undefined for what is no JSON, or too much of it. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, BYTES_MAX);
  if (!bytes) return undefined;
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
