import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { firstVersion, fromContoso } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { scriptText } from '../exchange/script';
import { domain } from '../mailflow/setup-for-tests';
import { connectorLife } from './connector-life-for-tests';
import { ownServer } from './own-server';
import { valueIn } from './people-for-tests';

const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('The own server', (engine) => {
  it('is told to whoever may read the set-up, with the script where that is asked for', async () => {
    const { store, ada, hal, nobody } = await connectorLife(engine);
    const identification = { by: 'certificate', certificateName: 'mail.contoso.com' } as const;
    await store.write((tx) => insertConnector(tx, firstVersion({ ...fromContoso, identification })));
    await store.write((tx) => insertAcceptedDomains(tx, [domain('contoso.com')], AT));
    for (const who of [ada, hal]) {
      const { known, script } = valueIn(await ownServer(who, { withScript: true }, (code) => code));
      expect(known).toMatchObject({
        smartHost: 'contoso-com.mail.protection.outlook.com',
        ehloName: 'mail.contoso.com',
        connectors: ['From Contoso'],
      });
      expect(script && scriptText(script)).toContain('New-SendConnector');
    }
    expect(valueIn(await ownServer(hal, { withScript: false }, (code) => code)).script).toBeUndefined();
    expect(await ownServer(nobody, { withScript: true }, (code) => code)).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
  });
});
