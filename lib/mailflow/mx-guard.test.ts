import { expect, test } from 'vitest';
import type { MailSetup } from './mail-setup';
import { mxGuard } from './mx-guard';
import { compileRoutes } from './route';
import { outbound, rule, setup } from './setup-for-tests';

const NOW = new Date('2026-11-26T10:00:00Z');
const DAY_MS = 24 * 3_600_000;

/** The code, and the connector that it is about; each was validated `age` days ago. */
const guard = (mail: MailSetup, age = 1): string => {
  const validatedAt = new Map(mail.connectors.map(({ id }) => [id, NOW.getTime() - age * DAY_MS]));
  const routed = { setup: mail, routes: compileRoutes(mail) };
  const { code, connector } = mxGuard('contoso.com', routed, {
    validatedAt,
    freshForMs: 7 * DAY_MS,
    now: NOW,
  });
  return connector ? `${code} ${connector.name}` : code;
};
const passed = { health: 'passed' } as const;

test.each<[string, string, MailSetup]>([
  [
    'ready A',
    'a connector for all accepted domains was validated',
    setup([outbound('A', 'accepted', passed)], 'contoso.com;relay'),
  ],
  [
    'ready A',
    'a connector for this domain was',
    setup([outbound('A', 'contoso.com', passed)], 'contoso.com'),
  ],
  [
    'notAccepted',
    'the domain is not accepted',
    setup([outbound('A', 'contoso.com', passed)], 'fabrikam.com'),
  ],
  [
    'noConnector',
    'nobody takes the mail of a domain that relays',
    setup([outbound('A', 'fabrikam.com', passed)], 'contoso.com;relay'),
  ],
  [
    'noConnectorAuthoritative',
    'nobody does, and the mailboxes may be in the cloud',
    setup([], 'contoso.com'),
  ],
  [
    'connectorOff A',
    'the connector is off',
    setup([outbound('A', 'contoso.com', { ...passed, enabled: false })], 'contoso.com;relay'),
  ],
  [
    'connectorInTestMode A',
    'the connector is in test mode',
    setup([outbound('A', 'contoso.com', { ...passed, testMode: true })], 'contoso.com;relay'),
  ],
  [
    'followsMx A',
    'the connector follows MX, back to the cloud',
    setup([outbound('A', 'contoso.com', { ...passed, delivery: { by: 'mx' } })], 'contoso.com'),
  ],
  ['neverValidated A', 'it was never validated', setup([outbound('A', 'contoso.com')], 'contoso.com')],
  [
    'validationFailed A',
    'its validation failed',
    setup([outbound('A', 'contoso.com', { health: 'failed' })], 'contoso.com'),
  ],
  [
    'validationInconclusive A',
    'its validation told nothing',
    setup([outbound('A', 'contoso.com', { health: 'inconclusive' })], 'contoso.com'),
  ],
  [
    'validationStale A',
    'it was changed after its validation',
    setup([outbound('A', 'contoso.com', { health: 'stale' })], 'contoso.com'),
  ],
  [
    'neverValidated B',
    'a more specific one takes the mail',
    setup([outbound('A', 'accepted', passed), outbound('B', 'contoso.com')], 'contoso.com'),
  ],
  [
    'unclear',
    'a rule sends the mail to a connector that is gone',
    setup([], 'contoso.com', [rule('R', 'gone')]),
  ],
])('%s: %s', (expected, _, mail) => expect(guard(mail)).toBe(expected));

test('a validation of more than a week ago is too old', () => {
  const mail = setup([outbound('A', 'contoso.com', passed)], 'contoso.com');
  expect([guard(mail, 7), guard(mail, 7.01)]).toEqual(['ready A', 'validationOld A']);
});
