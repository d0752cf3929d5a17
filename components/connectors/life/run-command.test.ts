import { expect, it } from 'vitest';
import type { BulkReport } from '@/lib/operations/bulk';
import { done, type Outcome, problem } from '@/lib/operations/outcome';
import type { LifeActions, Target } from './life-command';
import { type ItemResult, runCommand } from './run-command';

const targets = (count: number): Target[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `c${n}`,
    name: `Connector ${n}`,
    version: n + 1,
    enabled: true,
    direction: 'outbound',
    health: 'passed',
  }));

type Answer = (input: unknown) => Promise<Outcome<BulkReport>>;
const never: Answer = async () => {
  throw new Error('This command was not given.');
};
const actions = (given: Partial<LifeActions>): LifeActions => ({
  switchConnectors: never,
  deleteConnectors: never,
  undeleteConnectors: never,
  validateConnectors: never,
  ...given,
});
const idsIn = (input: unknown): readonly string[] => (input as { ids: readonly string[] }).ids;

it('many go a few at a time, and the progress tells of each few', async () => {
  const asked: number[] = [];
  const seen: number[] = [];
  const deleteConnectors: Answer = async (input) => {
    asked.push(idsIn(input).length);
    return done({ items: idsIn(input).map((id) => ({ id, ok: true, name: id, version: 1 })) });
  };
  const results = await runCommand(actions({ deleteConnectors }), 'delete', targets(12), {}, (sofar) =>
    seen.push(sofar.length),
  );
  expect(asked).toEqual([5, 5, 2]);
  expect(seen).toEqual([5, 10, 12]);
  expect(results.every(({ ok }) => ok)).toBe(true);
});

it('switching sends the version that the person saw, and what they typed', async () => {
  const inputs: unknown[] = [];
  const switchConnectors: Answer = async (input) => {
    inputs.push(input);
    return done({ items: [{ id: 'c0', ok: true, name: 'Connector 0', version: 2 }] });
  };
  const results = await runCommand(
    actions({ switchConnectors }),
    'turnOn',
    targets(1),
    { reason: 'Now' },
    () => {},
  );
  expect(inputs).toEqual([{ items: [{ id: 'c0', version: 1 }], enabled: true, reason: 'Now' }]);
  expect(results).toEqual([{ id: 'c0', name: 'Connector 0', ok: true, version: 2 }]);
});

it('one that fails, an answer that never comes and one left out of it are each told as failed', async () => {
  let calls = 0;
  const deleteConnectors: Answer = async (input) => {
    calls += 1;
    if (calls === 2) throw new Error('The network is gone.');
    const [first = '', second = ''] = idsIn(input);
    return done({
      items: [
        { id: first, ok: true, name: first },
        { id: second, ok: false, problem: { kind: 'notFound' } },
      ],
    });
  };
  const results = await runCommand(actions({ deleteConnectors }), 'delete', targets(6), {}, () => {});
  const why = (result: ItemResult | undefined) => (result?.ok === false ? result.why : 'done');
  expect(results.map(why)).toEqual([
    'done',
    'notFound',
    'unexpected',
    'unexpected',
    'unexpected',
    'unexpected',
  ]);
  expect(results[1]?.name).toBe('Connector 1');
});

it('a refusal of the whole is each connector’s answer', async () => {
  const undeleteConnectors: Answer = async () => problem({ kind: 'signedOut' });
  const results = await runCommand(actions({ undeleteConnectors }), 'undelete', targets(2), {}, () => {});
  expect(results).toEqual([
    { id: 'c0', name: 'Connector 0', ok: false, why: 'signedOut' },
    { id: 'c1', name: 'Connector 1', ok: false, why: 'signedOut' },
  ]);
});

it('what is not deleted any more was restored by somebody; a taken name says so', async () => {
  const undeleteConnectors: Answer = async () =>
    done({
      items: [
        { id: 'c0', ok: false, problem: { kind: 'notFound' } },
        { id: 'c1', ok: false, problem: { kind: 'invalid', findings: [] } },
      ],
    });
  const results = await runCommand(actions({ undeleteConnectors }), 'undelete', targets(2), {}, () => {});
  expect(results.map((result) => !result.ok && result.why)).toEqual(['notDeleted', 'nameTaken']);
});
