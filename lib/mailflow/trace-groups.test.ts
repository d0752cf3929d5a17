import { expect, test } from 'vitest';
import { compileRoutes } from './route';
import { articleSetup, outbound, setup } from './setup-for-tests';
import { groupTraces } from './trace-groups';
import { traceRoute } from './trace-route';

const grouped = (given: typeof articleSetup, ...recipients: string[]) =>
  groupTraces(traceRoute(compileRoutes(given), { recipients }));
const members = (groups: ReturnType<typeof grouped>) =>
  groups.map(({ trace, recipients }) => [trace.winner?.name ?? trace.reason, recipients.map(({ to }) => to)]);

test('recipients that go the same way for the same reasons stand together, in the order in which they were given', () => {
  const groups = grouped(
    articleSetup,
    'ada@sales.contoso.com',
    'ada@contoso.com',
    'hal@sales.contoso.com',
    'grace@contoso.com',
  );
  expect(members(groups)).toEqual([
    ['Connector 3', ['ada@sales.contoso.com', 'hal@sales.contoso.com']],
    ['Connector 2', ['ada@contoso.com', 'grace@contoso.com']],
  ]);
});

test('foreign domains stand apart, as each has MX records of its own', () => {
  expect(members(grouped(articleSetup, 'a@gmail.com', 'b@gmail.com', 'a@tailspin.com'))).toEqual([
    ['externalDefault', ['a@gmail.com', 'b@gmail.com']],
    ['externalDefault', ['a@tailspin.com']],
  ]);
});

test('what can’t be read stands together by what is wrong with it, each with its own finding', () => {
  const [first, second] = grouped(articleSetup, 'nobody', 'nowhere', '@x:');
  expect(first?.recipients.map(({ to, problem }) => [to, problem?.code])).toEqual([
    ['nobody', 'email.shape'],
    ['nowhere', 'email.shape'],
  ]);
  expect(second?.recipients).toHaveLength(1);
});

test('of very many beaten connectors, those that would win are shown, and how many are left out is told', () => {
  const many = Array.from({ length: 40 }, (_, at) => outbound(`Other ${at}`, 'accepted'));
  const off = outbound('Off', 'contoso.com', { enabled: false });
  const [group] = grouped(setup([...many, off], 'contoso.com'), 'ada@contoso.com');
  expect(group?.trace.beaten).toHaveLength(25);
  expect(group?.trace.beaten[0]).toMatchObject({ connector: { name: 'Off' }, wouldWin: true });
  expect(group?.moreBeaten).toBe(15);
});
