// Fake smart hosts on loopback, good and bad, for the unit tests, the demo and the browser tests.
import { createRawHost } from './raw-host';
import { type RawKind, SCRIPTS } from './raw-scripts';
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

/** Starts a smart host named `host` on `address` (127.0.0.1 by default) and `port` (a free one by default). */
export async function startSmartHost(
  kind: SmartHostKind,
  options: Readonly<{ host: string; ca: TestCa; port?: number; address?: '127.0.0.1' | '127.0.0.2' | '::1' }>,
): Promise<FakeSmartHost> {
  const { host, ca, port = 0, address = '127.0.0.1' } = options;
  const received: ReceivedMessage[] = [];
  const { server, close } =
    kind in RECIPES
      ? await createSmtpHost(kind as SmtpKind, host, ca, received)
      : createRawHost(SCRIPTS[kind as RawKind], received);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, resolve);
  });
  const bound = server.address();
  if (!bound || typeof bound === 'string') throw new Error('A smart host must listen on a TCP port.');
  return { kind, host, address, port: bound.port, received, close };
}
