import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { firstVersion, fromContoso } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { domain } from '../mailflow/setup-for-tests';
import { attributionQuery, readAttributionQuestion } from './attribution-query';
import { connectorLife } from './connector-life-for-tests';
import { valueIn } from './people-for-tests';
import { attributionAnswer } from './trace-attribution';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('A connection to Office 365', (engine) => {
  it('is attributed for whoever is signed in', async () => {
    const { store, hal, nobody } = await connectorLife(engine);
    const question = readAttributionQuestion({
      ip: '203.0.113.7',
      from: 'ada@contoso.com',
      to: ['eve@elsewhere.example', 'nobody'],
    });
    expect(valueIn(await attributionAnswer(hal, question)).none).toBe(true);
    await store.write((tx) => insertConnector(tx, firstVersion(fromContoso)));
    await store.write((tx) => insertAcceptedDomains(tx, [domain('contoso.com')], AT));
    expect(valueIn(await attributionAnswer(hal, question))).toMatchObject({
      none: false,
      attribution: {
        winner: { name: 'From Contoso' },
        reason: 'organizationAddress',
        recipients: [{ code: 'relay' }, { code: 'unreadable' }],
      },
    });
    expect(await attributionAnswer(nobody, question)).toEqual({ ok: false, problem: { kind: 'signedOut' } });
  });

  it('has an address that reads back', () => {
    const question = {
      ip: '2001:db8::25',
      certificates: ['mail.contoso.com', '*.contoso.com'],
      trusted: false,
      tls: false,
      sender: '<>',
      recipients: ['ada@contoso.com'],
    };
    const params = new URLSearchParams(attributionQuery(question));
    const keys = [...new Set(params.keys())];
    expect(readAttributionQuestion(Object.fromEntries(keys.map((key) => [key, params.getAll(key)])))).toEqual(
      question,
    );
  });
});
