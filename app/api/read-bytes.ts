// The body that a browser has posted, up to a limit, so that nobody fills the server's memory.

/** Undefined where it is more than `max` bytes. */
export async function readBytes(request: Request, max: number): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of request.body ?? []) {
    bytes += piece.byteLength;
    if (bytes > max) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
