import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDraft, connector } from './arbitrary-for-tests';
import { changes } from './connector-changes';
import { type ConnectorDraft, emptyDraft } from './connector-draft';
import { settled } from './draft-fields';
import { fromConnector } from './draft-to-connector';

const inForce: ConnectorDraft = {
  ...emptyDraft(),
  from: 'office365',
  to: 'organization',
  name: 'Contoso to Fabrikam',
  scope: 'recipientDomains',
  recipientDomains: ['fabrikam.com'],
  smartHosts: ['mail1.contoso.com', 'mail2.contoso.com'],
  validationRecipients: ['ada@fabrikam.com'],
};
const changed = (given: Partial<ConnectorDraft>) => changes(inForce, { ...inForce, ...given });

describe('what is different', () => {
  it.each<[string, Partial<ConnectorDraft>, ReturnType<typeof changes>]>([
    ['nothing', {}, []],
    [
      'a smart host less and one more',
      { smartHosts: ['mail3.contoso.com', 'mail1.contoso.com'] },
      [
        { field: 'smartHosts', kind: 'removed', value: 'mail2.contoso.com' },
        { field: 'smartHosts', kind: 'added', value: 'mail3.contoso.com' },
      ],
    ],
    ['the order and case of hosts: nothing', { smartHosts: ['MAIL2.contoso.com', 'mail1.contoso.com'] }, []],
    [
      'a setting that is kept for Exchange, and not when the record was changed',
      {
        exchange: {
          kept: [
            { name: 'LinkedConnector', value: 'x' },
            { name: 'WhenChangedUTC', value: '2026-07-24' },
          ],
        },
      },
      [{ field: 'exchange', kind: 'kept', name: 'LinkedConnector', from: '', to: 'x' }],
    ],
    ['the status', { enabled: false }, [{ field: 'enabled', kind: 'off' }]],
    [
      'another name',
      { name: ' Contoso ' },
      [{ field: 'name', kind: 'changed', from: 'Contoso to Fabrikam', to: 'Contoso' }],
    ],
    [
      'another use, for which the domains no longer count',
      { scope: 'transportRule' },
      [
        { field: 'scope', kind: 'changed', from: 'recipientDomains', to: 'transportRule' },
        { field: 'recipientDomains', kind: 'removed', value: 'fabrikam.com' },
      ],
    ],
    [
      'no TLS, and so no choice of certificates',
      { tlsRequired: false },
      [
        { field: 'tlsRequired', kind: 'off' },
        { field: 'tlsCertificate', kind: 'changed', from: 'trustedCa', to: '' },
      ],
    ],
    ['what does not count in this scenario', { senderDomains: ['a.com'], treatAsInternal: true }, []],
  ])('%s', (_, given, expected) => expect(changed(given)).toEqual(expected));

  it('a connector differs from itself in nothing, and from another in something', () => {
    fc.assert(
      fc.property(connector, connector, (one, other) => {
        const [a, b] = [fromConnector(one), fromConnector(other)];
        expect(changes(a, a)).toEqual([]);
        expect(changes(a, b).length === 0).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)));
      }),
    );
  });

  it('never throws, and what does not count is no difference', () => {
    fc.assert(
      fc.property(anyDraft, (draft) => {
        expect(changes(draft, settled(draft))).toEqual([]);
      }),
    );
  });
});

const sorted = (draft: ConnectorDraft) =>
  Object.values(settled(draft)).map((value) =>
    Array.isArray(value) ? [...value].map((entry) => entry.toLowerCase()).sort() : value,
  );
