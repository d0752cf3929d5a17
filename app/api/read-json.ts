// The JSON that a browser has posted.
import { isReadable } from '@/lib/operations/readable-input';
import { readBytes } from './read-bytes';

/** More than any question of the console's own pages. */
const BYTES_MAX = 4_000_000;

/** Undefined for what is no JSON, for too much of it, and for what no operation takes. */
export async function readJson(request: Request): Promise<unknown> {
  const bytes = await readBytes(request, BYTES_MAX);
  if (!bytes) return undefined;
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return isReadable(json) ? json : undefined;
  } catch {
    return undefined;
  }
}
