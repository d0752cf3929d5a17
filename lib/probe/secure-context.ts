// Whom TLS trusts, made once for each set of roots: reading them takes longer than the rest of a handshake's preparation.
// Keeps no sessions, so that nothing of one connection reaches another.
import { createSecureContext, type SecureContext } from 'node:tls';

/** A process has one set, tests a few. */
const KEPT_MAX = 8;
const kept = new Map<string, SecureContext>();

/** Trusts `ca`, PEM certificates, instead of Node's own roots. */
export function secureContextFor(ca: readonly string[] | undefined): SecureContext {
  const key = ca ? `own roots\n${ca.join('\n')}` : '';
  const found = kept.get(key);
  if (found) return found;
  const made = createSecureContext(ca ? { ca: [...ca] } : {});
  const [oldest] = kept.keys();
  if (kept.size >= KEPT_MAX && oldest !== undefined) kept.delete(oldest);
  kept.set(key, made);
  return made;
}
