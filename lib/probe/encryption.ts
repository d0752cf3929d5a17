// Turns TLS on, by STARTTLS (RFC 3207) or at once (RFC 8314), and says how that went.
import type { TlsFacts } from '../mailflow/observation';
import { sayHello } from './greeting';
import type { Session } from './session';
import { replyFacts, type StageFacts } from './stage-log';

/**
 * How a connection stands after STARTTLS was tried: `clear` is usable without TLS, `broken` is over but another one
 * in clear text may be tried, `over` is not to be used again.
 */
export type Encryption =
  | Readonly<{ state: 'encrypted'; tls: TlsFacts }>
  | Readonly<{ state: 'clear' | 'broken' | 'over' }>;

/** STARTTLS, the handshake, and EHLO again: what was said in clear text is forgotten (RFC 3207 section 4.2). */
export async function startTls(session: Session, capabilities: readonly string[]): Promise<Encryption> {
  const { failure } = await askForTls(session, capabilities);
  if (failure?.kind === 'starttlsNotOffered' || failure?.kind === 'reply')
    return { state: session.wire.inStep ? 'clear' : 'over' };
  if (failure?.kind === 'plaintextAfterStarttls') return { state: 'over' };
  if (failure) return { state: 'broken' };
  const handshake = await shakeHands(session, 'starttls');
  if (!handshake.tls)
    return { state: handshake.failure?.kind === 'plaintextAfterStarttls' ? 'over' : 'broken' };
  const hello = await sayHello(session, 'ehloAfterTls');
  return hello.failure ? { state: 'over' } : { state: 'encrypted', tls: handshake.tls };
}

/** The handshake alone, as one stage. */
export function shakeHands(session: Session, how: 'starttls' | 'implicit'): Promise<StageFacts> {
  const { host, secureContext, log, transcript, wire } = session;
  return log.record('tls', async () => {
    const answer = await wire.secure(how, {
      ...(host.kind === 'name' && { servername: host.host }),
      secureContext,
    });
    if (!answer.ok) return { failure: answer.failure };
    transcript.add('note', `${answer.value.version} ${answer.value.cipher}`);
    return { tls: answer.value };
  });
}

function askForTls(session: Session, capabilities: readonly string[]): Promise<StageFacts> {
  const { log, wire, run } = session;
  return log.record('starttls', async (): Promise<StageFacts> => {
    const isOffered = capabilities.some((line) => line.trim().toUpperCase() === 'STARTTLS');
    if (!isOffered) return { failure: { kind: 'starttlsNotOffered' } };
    wire.send('STARTTLS');
    const facts = replyFacts(await wire.reply(run.limits.commandMs), 2);
    if (!facts.failure && wire.hasUnread) return { ...facts, failure: { kind: 'plaintextAfterStarttls' } };
    return facts;
  });
}
