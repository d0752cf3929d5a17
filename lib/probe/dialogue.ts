// One visit to one address: connects, greets, encrypts, tries the envelope, says QUIT. Leaves no socket behind.
import { formatSmartHost } from '../mailflow/smart-host';
import type { Answer } from './answer';
import { shakeHands, startTls } from './encryption';
import type { Pass } from './gate';
import { readBanner, sayHello } from './greeting';
import { askWhatIsRefused } from './refusals';
import type { Session, Visit } from './session';
import { replyFacts, type StageFacts, StageLog } from './stage-log';
import { tryRecipients } from './transaction';
import { Transcript } from './transcript';
import { Wire } from './wire';

/** RFC 8314: TLS from the first byte. */
const IMPLICIT_TLS_PORT = 465;

/**
 * Visits one address. Where STARTTLS breaks the connection and the policy allows clear text, it comes back once
 * without it, as real senders do: `connect`, `banner` and `ehlo` are then observed twice.
 */
export async function visitAddress(visit: Visit): Promise<void> {
  const end = await connection(visit, 'tryTls');
  if (end !== 'tlsBroken' || visit.run.ended) return;
  if (visit.plan.mayProceed(undefined, visit.host)) await connection(visit, 'clear');
}

type End = 'done' | 'tlsBroken';

/** Asking for leave takes a few milliseconds by itself. */
const TELLING_MS = 100;

async function connection(visit: Visit, mode: 'tryTls' | 'clear'): Promise<End> {
  const { run, emit, host, address, deps, gate } = visit;
  const place = { host: formatSmartHost(host), port: host.port, address };
  const log = new StageLog(run, emit, place);
  const transcript = new Transcript(visit.transcriptBudget, () => run.at());
  if (mode === 'clear') transcript.add('note', 'TLS failed, connected again in clear text');
  let entered: Answer<Pass> | undefined;
  let opened: Answer<Wire> | undefined;
  try {
    await log.record('connect', async (): Promise<StageFacts> => {
      const askedAtMs = run.at();
      entered = await gate.enter(address);
      const heldBackMs = Math.round((run.at() - askedAtMs) * 10) / 10;
      if (!entered.ok) return { failure: entered.failure };
      opened = await Wire.open({ address, port: host.port }, run, transcript, deps.connect);
      return {
        ...(heldBackMs >= TELLING_MS && { heldBackMs }),
        ...(!opened.ok && { failure: opened.failure }),
      };
    });
    if (!opened?.ok) return 'done';
    const session: Session = { ...visit, wire: opened.value, log, transcript };
    const end = await talk(session, mode);
    await quit(session);
    return end;
  } finally {
    if (opened?.ok) {
      opened.value.destroy();
      emit({ kind: 'transcript', ...place, lines: transcript.lines, truncated: transcript.truncated });
    }
    if (entered?.ok) await entered.value.leave();
  }
}

async function talk(session: Session, mode: 'tryTls' | 'clear'): Promise<End> {
  const { host, plan } = session;
  const isImplicit = host.port === IMPLICIT_TLS_PORT;
  const implicit = isImplicit ? await shakeHands(session, 'implicit') : {};
  if (implicit.failure || (await readBanner(session)).failure) return 'done';
  const hello = await sayHello(session, 'ehlo');
  if (hello.failure) return 'done';
  let tls = implicit.tls;
  if (!isImplicit && mode === 'tryTls') {
    const encryption = await startTls(session, hello.capabilities ?? []);
    if (encryption.state === 'broken') return 'tlsBroken';
    if (encryption.state === 'over') return 'done';
    tls = encryption.state === 'encrypted' ? encryption.tls : undefined;
  }
  const isThrough = plan.mayProceed(tls, host) && (await tryRecipients(session));
  if (isThrough) await askWhatIsRefused(session);
  return 'done';
}

/** QUIT is a stage where its reply can be told from others'; else it is said without waiting. */
async function quit({ wire, log, run }: Session): Promise<void> {
  const isAnswerClear = wire.inStep && !wire.hasUnread;
  if (!isAnswerClear) return wire.sayQuit();
  await log.record('quit', async () => {
    wire.sayQuit();
    return replyFacts(await wire.reply(run.limits.quitMs), 2);
  });
}
