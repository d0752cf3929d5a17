// Reads the roots that a validation from the command line trusts beside those of Node.js.
import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

export type FurtherRoots = Readonly<{ ok: true; roots: readonly string[] } | { ok: false; reason: string }>;

/**
 * The certificates of `file`, those of `extraFile` (NODE_EXTRA_CA_CERTS) and Node's own: whoever names roots of their own
 * leaves Node with nothing else. `reason` goes on after the file's name.
 */
export async function readRoots(file: string, extraFile: string | undefined): Promise<FurtherRoots> {
  const text = await readFile(file, 'latin1').catch((error: NodeJS.ErrnoException) => error);
  if (text instanceof Error) return { ok: false, reason: `can't be read (${text.code ?? text.message})` };
  const given = text.match(CERTIFICATE) ?? [];
  if (given.length === 0) return { ok: false, reason: 'holds no certificate in PEM format' };
  if (!given.every(isReadable)) return { ok: false, reason: 'holds a certificate that is broken' };
  // As Node: a variable that leads nowhere is no reason to stop.
  const extra = extraFile ? await readFile(extraFile, 'latin1').catch(() => '') : '';
  return { ok: true, roots: [...rootCertificates, ...(extra.match(CERTIFICATE) ?? []), ...given] };
}

function isReadable(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
