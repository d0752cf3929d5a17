// Fake smart hosts on loopback, good and bad, for the unit tests, the demo and the browser tests.
import type { Server } from 'node:net';
import { createRawHost } from './raw-host';
import { type RawKind, SCRIPTS, type Script } from './raw-scripts';
import type { ReceivedMessage } from './received-message';
import { createSmtpHost, RECIPES, type SmtpKind } from './smtp-host';
import type { TestCa } from './test-ca';

export type SmartHostKind = SmtpKind | RawKind;
export const SMART_HOST_KINDS: readonly SmartHostKind[] = [
  ...(Object.keys(RECIPES) as SmtpKind[]),
  ...(Object.keys(SCRIPTS) as RawKind[]),
];

export type FakeSmartHost = Readonly<{
  kind: SmartHostKind;
  /** The name in its certificate. */
  host: string;
  /** The loopback address it listens on. */
  address: string;
  port: number;
  received: readonly ReceivedMessage[];
  close(): Promise<void>;
}>;

type Options = Readonly<{
  host: string;
  ca: TestCa;
  port?: number;
  address?: '127.0.0.1' | '127.0.0.2' | '::1';
}>;

/** Starts a smart host named `host` on `address` (127.0.0.1 by default) and `port` (a free one by default). */
export async function startSmartHost(kind: SmartHostKind, options: Options): Promise<FakeSmartHost> {
  const received: ReceivedMessage[] = [];
  if (!(kind in RECIPES)) return { ...(await startScriptedHost(SCRIPTS[kind as RawKind], options)), kind };
  const { host, ca } = options;
  const listening = await listen(await createSmtpHost(kind as SmtpKind, host, ca, received), options);
  return { ...listening, kind, host, received };
}

/** Starts a host that plays `script`. */
export async function startScriptedHost(
  script: Script,
  options: Options,
): Promise<Omit<FakeSmartHost, 'kind'>> {
  const { host, ca } = options;
  const received: ReceivedMessage[] = [];
  const raw = createRawHost(script, await ca.issue('valid', [host]), received);
  return { ...(await listen(raw, options)), host, received };
}

async function listen(
  { server, close }: Readonly<{ server: Server; close: () => Promise<void> }>,
  { port = 0, address = '127.0.0.1' }: Options,
) {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  const bound = server.address();
  if (!bound || typeof bound === 'string') throw new Error('A smart host must listen on a TCP port.');
  return { address, port: bound.port, close };
}
