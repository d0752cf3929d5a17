// A server that takes its time before each reply, in a process of its own: that of the probes has none of its work.
// Its argument is the time in milliseconds; it tells its parent where it listens and whom to trust.
import { once } from 'node:events';
import { createRawHost } from '../e2e/support/smart-hosts/raw-host';
import { HONEST, HONEST_TLS, type Moments, type Step } from '../e2e/support/smart-hosts/raw-scripts';
import { testCa } from '../e2e/support/smart-hosts/test-ca';

export type SlowServer = Readonly<{ port: number; root: string }>;

const waitMs = Number(process.argv[2]);
const startsTls: readonly Step[] = [
  ['say', '220 2.0.0 Go ahead\r\n'],
  ['encrypt', 'straight'],
];
const late = (moments: Moments): Moments =>
  Object.fromEntries(
    Object.entries(moments).map(([moment, steps]) => [
      moment,
      waitMs > 0 && steps.length > 0 ? [['wait', waitMs], ...steps] : steps,
    ]),
  );

const ca = await testCa();
const certificate = await ca.issue('valid', ['mx.contoso.test']);
const script = { ...late({ ...HONEST, STARTTLS: startsTls }), tls: late({ ...HONEST, ...HONEST_TLS }) };
const { server } = createRawHost(script, certificate, []);
server.listen({ port: 0, host: '127.0.0.1', backlog: 1_000 });
await once(server, 'listening');
const bound = server.address();
if (bound && typeof bound === 'object')
  process.send?.({ port: bound.port, root: ca.rootPem } satisfies SlowServer);
