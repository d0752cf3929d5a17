import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SHORT_LIMITS } from '../../e2e/support/smart-hosts/probe-run';
import { MessageTurns, type MessageVisitor } from './message-turns';
import { Run } from './run';
import { Slots } from './slots';

type Answer = 'refuses' | 'fails' | 'sends';

/** Two recipients, four servers in some order for each, and what each server says to each. */
const world = fc.record({
  lines: fc.tuple(order(), order()),
  answers: fc.array(fc.constantFrom<Answer>('refuses', 'fails', 'sends'), { minLength: 8, maxLength: 8 }),
  /** How long each server is busy before each recipient, in turns of the event loop. */
  delays: fc.array(fc.nat(5), { minLength: 8, maxLength: 8 }),
  slots: fc.integer({ min: 1, max: 4 }),
});

function order() {
  return fc.shuffledSubarray(['a', 'b', 'c', 'd'], { minLength: 4 });
}

const busy = async (turns: number): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

test('a message goes once, by the most preferred server that takes it, however the servers come and go', async () => {
  await fc.assert(
    fc.asyncProperty(world, async ({ lines, answers, delays, slots: count }) => {
      const run = new Run(
        { ...SHORT_LIMITS, runMs: 5_000 },
        () => performance.now(),
        new AbortController().signal,
      );
      const turns = new MessageTurns(
        new Map([
          ['ada', lines[0]],
          ['bob', lines[1]],
        ]),
        run,
      );
      const slots = new Slots(count);
      const sent: string[] = [];
      const at = (server: string, number: number): number => 'abcd'.indexOf(server) * 2 + number;
      const visit = async (server: string, { claim, end, pass, leave }: MessageVisitor): Promise<void> => {
        for (const [number, recipient] of ['ada', 'bob'].entries()) {
          await busy(delays[at(server, number)] ?? 0);
          const answer = answers[at(server, number)];
          if (answer === 'refuses') pass(recipient);
          if (answer === 'refuses' || !(await claim(recipient))) continue;
          await busy(1);
          if (answer === 'sends') sent.push(`${server} ${recipient}`);
          end(recipient, answer === 'sends');
        }
        leave();
      };
      await Promise.all(
        [...'abcd'].flatMap((server) =>
          turns
            .visitors(server, ['192.0.2.1', '192.0.2.2'], (_, wait) => slots.lend(wait))
            .map((visitor) => slots.use(() => visit(server, visitor))),
        ),
      );
      const isOver = run.ended;
      run.close();
      const expected = (['ada', 'bob'] as const).flatMap((recipient, number) => {
        const taker = lines[number]?.find((server) => answers[at(server, number)] === 'sends');
        return taker ? [`${taker} ${recipient}`] : [];
      });
      expect(isOver).toBeUndefined();
      expect(sent.toSorted()).toEqual(expected.toSorted());
    }),
    { numRuns: 300 },
  );
});

const noWait = (): Promise<boolean> => Promise.reject(new Error('it had to wait'));

test('of one server’s addresses the first that asks sends', async () => {
  const run = new Run(SHORT_LIMITS, () => performance.now(), new AbortController().signal);
  const turns = new MessageTurns(new Map([['ada', ['a']]]), run);
  const visitors = turns.visitors('a', ['192.0.2.1', '192.0.2.2'], noWait);
  expect(await Promise.all(visitors.map(({ claim }) => claim('ada')))).toEqual([true, false]);
  run.close();
});

test('a server that was not visited keeps nobody waiting', async () => {
  const run = new Run(SHORT_LIMITS, () => performance.now(), new AbortController().signal);
  const turns = new MessageTurns(new Map([['ada', ['a', 'b']]]), run);
  turns.leave('a');
  const [visitor] = turns.visitors('b', ['192.0.2.1'], noWait);
  expect(await visitor?.claim('ada')).toBe(true);
  run.close();
});
