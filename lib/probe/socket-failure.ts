// Names a socket's error as a fact of the domain.
import type { Failure } from '../mailflow/observation';
import { escapeText } from './escape';

/** The error code that Node or OpenSSL gave, escaped and bounded. */
export function errorCode(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return escapeText(typeof code === 'string' ? code : String(error), 100);
}

/** `limitMs` is the limit of the wait that the error ended: the system may give up connecting before we do. */
export function toFailure(error: unknown, limitMs: number): Failure {
  const code = errorCode(error);
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code === 'ECONNRESET' || code === 'EPIPE') return { kind: 'reset' };
  if (code === 'ETIMEDOUT') return { kind: 'timeout', limitMs };
  if (code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')) return { kind: 'tlsHandshake', code };
  return { kind: 'unreachable', detail: code };
}
