// The JSON that a browser has posted, up to a limit, so that nobody fills the server's memory.

/** More than any question of the console's own pages. */
const BYTES_MAX = 4_000_000;

/** Undefined for what is no JSON, or too much of it. */
export async function readJson(request: Request): Promise<unknown> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > BYTES_MAX) return undefined;
    pieces.push(piece);
  }
  try {
    return JSON.parse(Buffer.concat(pieces).toString('utf8'));
  } catch {
    return undefined;
  }
}
