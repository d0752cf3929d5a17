// Many probes at once of a server that takes its time, against the time that its replies alone take, and what one costs in
// processor time beside the least that such a dialogue takes in Node.
import { createSecureContext } from 'node:tls';
import { planFor, run } from '../e2e/support/smart-hosts/probe-run';
import { readSettings } from '../lib/settings';
import { bareDialogue } from './bare-dialogue';
import { type Figure, ms, processorTime, spread, took } from './figures';
import { withSlowServer } from './with-slow-server';

const PROBES = 200;
const ROUNDS = 5;
const REPLY_MS = 200;
/** Banner, EHLO, STARTTLS, EHLO, MAIL, RCPT, QUIT. */
const IDEAL_MS = 7 * REPLY_MS;
const AIM = 1.15;

const atOnce = (work: () => Promise<void>) => () => Promise.all(Array.from({ length: PROBES }, work));

/** `PROBES` whole dialogues under TLS 1.3 in one process, begun in the same moment, until the last one's end. */
export function probesAtOnce(): Promise<Figure[]> {
  return withSlowServer(REPLY_MS, async ({ port, root }) => {
    const { limits } = readSettings({}).probe;
    const plan = planFor({ address: '127.0.0.1', port }, { send: false, limits });
    const probeOnce = async (): Promise<void> => {
      const { failures } = await run(plan, { ca: [root] });
      if (failures.length > 0) throw new Error(`A probe did not pass: ${failures.join(', ')}`);
    };
    const secureContext = createSecureContext({ ca: [root] });
    const bare = atOnce(() => bareDialogue(port, secureContext));
    await atOnce(probeOnce)();
    const wall: number[] = [];
    const ours: number[] = [];
    const least: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await processorTime(async () => void wall.push(await took(atOnce(probeOnce)))));
      least.push(await processorTime(bare));
    }
    const ratio = spread(wall).median / IDEAL_MS;
    const [cost, bareCost] = [spread(ours).median / PROBES, spread(least).median / PROBES];
    return [
      {
        name: `${PROBES} at once, ${REPLY_MS} ms a reply`,
        value: `median ${ms(spread(wall).median)}, ${ratio.toFixed(2)} × the ${ms(IDEAL_MS)} of the replies (${ROUNDS})`,
        aim: `≤ ${AIM} ×`,
        met: ratio <= AIM,
      },
      {
        name: '… of that one’s processor time, beside a bare dialogue over node:tls',
        value: `${ms(cost)}, ${ms(bareCost)}: ${(cost / bareCost).toFixed(2)} ×`,
        ratio: {
          name: 'a probe’s processor time to a bare dialogue’s',
          value: cost / bareCost,
          better: 'less',
          margin: 0.35,
        },
      },
    ];
  });
}
