import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDraft, connector, exchangeOrigin } from './arbitrary-for-tests';
import type { Connector } from './connector';
import { emptyDraft } from './connector-draft';
import { connectorDraftSchema } from './connector-draft-schema';
import { reviewDraft } from './connector-rules';
import { settled } from './draft-fields';
import { fromConnector, toConnector, toTlsPolicy } from './draft-to-connector';
import { hasErrors } from './finding';

describe('a connector and its draft', () => {
  it('every connector comes back from its draft as it was', () => {
    fc.assert(
      fc.property(connector, (given) => {
        expect(toConnector(fromConnector(given))).toEqual(given);
      }),
    );
  });

  it('and so does one that was imported, however odd, with what is kept of its record', () => {
    fc.assert(
      fc.property(connector, exchangeOrigin, (given, exchange) => {
        const odd: Connector =
          given.direction === 'outbound' && given.partnerKind === 'onPremises'
            ? { ...given, delivery: { by: 'mx' }, exchange }
            : { ...given, exchange };
        expect(toConnector(fromConnector(odd))).toEqual(odd);
        const read = connectorDraftSchema.parse(JSON.parse(JSON.stringify(fromConnector(odd))));
        expect(toConnector(settled(read))).toEqual(JSON.parse(JSON.stringify(odd)));
      }),
    );
  });

  it('a partner held to nothing is read and shown, and can not be typed', () => {
    const [name, domain] = ['P', 'contoso.com'];
    const typed = {
      ...emptyDraft(),
      from: 'partner',
      to: 'office365',
      name,
      identifiedBy: 'senderDomains',
    } as const;
    const draft = { ...typed, senderDomains: [domain], rejectWithoutTls: false };
    expect(toConnector(draft)).toMatchObject({ restrictions: {} });
    expect(toConnector(fromConnector(toConnector(draft) as Connector))).toEqual(toConnector(draft));
    expect(reviewDraft(draft)).toMatchObject([{ code: 'restrictions.required', severity: 'error' }]);
  });

  it('the draft of every connector has the shape that an action accepts', () => {
    fc.assert(
      fc.property(connector, (given) => {
        expect(connectorDraftSchema.safeParse(fromConnector(given)).success).toBe(true);
      }),
    );
  });

  it('the draft of every connector breaks no rule', () => {
    fc.assert(
      fc.property(connector, (given) => {
        expect(reviewDraft(fromConnector(given)).filter(({ severity }) => severity === 'error')).toEqual([]);
      }),
    );
  });

  it('whatever a draft holds, without errors it describes a connector, and that one breaks no rule either', () => {
    let sound = 0;
    fc.assert(
      fc.property(fc.oneof(anyDraft, connector.map(fromConnector)), (draft) => {
        const made = toConnector(draft);
        if (hasErrors(reviewDraft(draft))) return;
        sound += 1;
        expect(made).toBeDefined();
        if (made) expect(hasErrors(reviewDraft(fromConnector(made)))).toBe(false);
      }),
      { numRuns: 500 },
    );
    expect(sound).toBeGreaterThan(20);
  });
});

it('an empty draft describes nothing yet', () => {
  expect(toConnector(emptyDraft())).toBeUndefined();
});

it.each([
  [
    'TLS is not required',
    { tlsRequired: false, tlsCertificate: '', tlsMatchDomain: true },
    { level: 'opportunistic' },
  ],
  [
    'any certificate will do',
    { tlsCertificate: 'any', tlsMatchDomain: true, tlsDomain: 'contoso.com' },
    { level: 'encryptionOnly' },
  ],
  ['a trusted CA has to vouch', { tlsCertificate: 'trustedCa' }, { level: 'certificateValidation' }],
  [
    'the name has to match too',
    { tlsMatchDomain: true, tlsDomain: ' *.Contoso.com ' },
    { level: 'domainValidation', domain: '*.contoso.com' },
  ],
  ['the certificate choice is open', { tlsCertificate: '' }, undefined],
  ['the domain is missing', { tlsMatchDomain: true }, undefined],
  ['the domain is everything', { tlsMatchDomain: true, tlsDomain: '*' }, undefined],
] as const)('%s: the TLS demand is decided by it', (_, given, expected) => {
  expect(toTlsPolicy({ ...emptyDraft(), ...given })).toEqual(expected);
});
