import { expect, test } from 'vitest';
import { compileRoutes } from '../route';
import { fromOrganization, outbound, setup } from '../setup-for-tests';
import { checked } from './facts-for-tests';
import type { GuideStepView } from './guide-view';
import type { GuideStepId } from './journey';
import { type GuideScene, guideProgress, type JudgeDoors, judgeGuide } from './judge-guide';

const MAIL = setup([outbound('Out', 'accepted'), fromOrganization('In', 'mail.contoso.com')], 'contoso.com');
const scene = (given: Partial<GuideScene> = {}): GuideScene => ({
  scenario: 'ownServers',
  routed: { setup: MAIL, routes: compileRoutes(MAIL) },
  domains: ['contoso.com'],
  checked: new Map(),
  guardOf: () => ({ code: 'neverValidated', connector: { id: 'Out', name: 'Out' } }),
  servers: [],
  ...given,
});
const MARK = { by: 'Ada', at: '2026-11-26T08:00:00.000Z' };
const doors = (...marked: readonly GuideStepId[]): JudgeDoors => ({
  markOf: (step) => (marked.includes(step) ? MARK : undefined),
  hrefOf: ({ to }) => `/${to}`,
});
const step = (
  id: GuideStepId,
  given: Partial<GuideScene>,
  ...marked: readonly GuideStepId[]
): GuideStepView => {
  const found = judgeGuide(scene(given), doors(...marked))
    .flatMap(({ steps }) => steps)
    .find((one) => one.id === id);
  if (!found) throw new Error(`There is no step ${id}.`);
  return found;
};

test('What only a person knows is confirmed with name and time', () => {
  expect(step('firewall', {}).state).toBe('toDo');
  expect(step('firewall', {}, 'firewall')).toMatchObject({
    state: 'confirmed',
    way: { to: 'firewall', href: '/firewall' },
    subjects: [{ state: 'confirmed', mark: MARK }],
  });
});

test('A person’s word does not stand against what the console saw, and settles what it could not find out', () => {
  const gone = { domain: 'contoso.com', mx: { failure: { kind: 'nullMx' } } } as const;
  const silent = { ...gone, mx: { failure: { kind: 'dnsTimeout' } } } as const;
  const facts = (mx: typeof gone | typeof silent) => ({ checked: new Map([['contoso.com', checked(mx)]]) });
  expect(step('internetMail', facts(gone), 'internetMail')).toMatchObject({
    state: 'failing',
    subjects: [{ mark: MARK }],
  });
  expect(step('internetMail', facts(silent)).state).toBe('couldNotCheck');
  expect(step('internetMail', facts(silent), 'internetMail').state).toBe('confirmed');
});

test('A step for several domains stands as the gravest of them, and its way leads on only where it is one', () => {
  const spf = step('outboundConnector', {
    domains: ['a.test', 'b.test'],
    guardOf: (domain) => ({
      code: domain === 'a.test' ? 'ready' : 'validationFailed',
      connector: { id: domain, name: domain },
    }),
  });
  expect(spf.state).toBe('failing');
  expect(spf.subjects.map(({ subject, state }) => [subject, state])).toEqual([
    ['a.test', 'done'],
    ['b.test', 'failing'],
  ]);
});

test('With mailboxes in both places, a domain that is in the cloud as a whole needs neither connector nor test address', () => {
  const inCloud = {
    scenario: 'both',
    guardOf: () => ({ code: 'noConnectorAuthoritative' as const }),
  } as const;
  expect(step('outboundConnector', inCloud).state).toBe('notApplicable');
  expect(step('testAddress', inCloud).state).toBe('notApplicable');
  expect(step('testAddress', { ...inCloud, scenario: 'ownServers' }).state).toBe('toDo');
});

test('A new organization is told where to begin', () => {
  const empty = setup([]);
  const parts = judgeGuide(
    scene({ routed: { setup: empty, routes: compileRoutes(empty) }, domains: [] }),
    doors(),
  );
  expect(parts.map(({ id }) => id)).toEqual([
    'prerequisites',
    'environment',
    'outbound',
    'mx',
    'inbound',
    'ownServer',
    'finalTest',
  ]);
  expect(parts[0]?.steps[0]?.subjects).toMatchObject([{ state: 'toDo', way: { to: 'acceptedDomains' } }]);
  expect(guideProgress(parts)).toEqual({ atRest: 0, total: 19, failing: 0, next: 'internetMail' });
});

test('Progress counts what is at rest', () => {
  const parts = judgeGuide(scene(), doors('firewall', 'permissions'));
  const { atRest, next } = guideProgress(parts);
  expect(next).toBe('internetMail');
  // The two confirmed; the certificate's name, the choice of routing and the inbound connector are there.
  expect(atRest).toBe(5);
});
