// Many probes at once of a server that takes its time, against the time that its replies alone take.
import { planFor, run } from '../e2e/support/smart-hosts/probe-run';
import { readSettings } from '../lib/settings';
import { type Figure, ms, spread, took } from './figures';
import { withSlowServer } from './with-slow-server';

const PROBES = 200;
const ROUNDS = 5;
const REPLY_MS = 200;
/** Banner, EHLO, STARTTLS, EHLO, MAIL, RCPT, QUIT. */
const IDEAL_MS = 7 * REPLY_MS;
const AIM = 1.15;

/** `PROBES` whole dialogues under TLS 1.3 in one process, begun in the same moment, until the last one's end. */
export function probesAtOnce(): Promise<Figure[]> {
  return withSlowServer(REPLY_MS, async ({ port, root }) => {
    const { limits } = readSettings({}).probe;
    const plan = planFor({ address: '127.0.0.1', port }, { send: false, limits });
    const probeOnce = async (): Promise<void> => {
      const { failures } = await run(plan, { ca: [root] });
      if (failures.length > 0) throw new Error(`A probe did not pass: ${failures.join(', ')}`);
    };
    await probeOnce();
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      samples.push(await took(() => Promise.all(Array.from({ length: PROBES }, probeOnce))));
    const { median } = spread(samples);
    const ratio = median / IDEAL_MS;
    return [
      {
        name: `${PROBES} at once, ${REPLY_MS} ms a reply`,
        value: `median ${ms(median)}, ${ratio.toFixed(2)} × the ${ms(IDEAL_MS)} of the replies (${ROUNDS})`,
        aim: `≤ ${AIM} ×`,
        met: ratio <= AIM,
      },
    ];
  });
}
