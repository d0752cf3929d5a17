import { expect, it } from 'vitest';
import { insertAcceptedDomains } from '../data/accepted-domains';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { openStore } from '../data/store';
import { connectorLife } from './connector-life-for-tests';
import { mailSetup } from './mail-setup';

const fabrikam = { type: 'authoritative', domain: 'fabrikam.com', isDefault: true } as const;
const AT = new Date('2026-11-24T08:00:00.000Z');

describeBothEngines('The set-up in force', (engine) => {
  it('is read once and shared until something changes it', async () => {
    const { ada, hal, store } = await connectorLife(engine);
    const first = await mailSetup(ada);
    if (!first.ok) throw new Error('The admin may read.');
    expect(first.value.setup.connectors).toEqual([]);
    expect(await mailSetup(hal)).toEqual(first);
    const again = await mailSetup(hal);
    expect(again.ok && again.value.routes).toBe(first.value.routes);
    await store.write((tx) => insertConnector(tx, newVersion()));
    const next = await mailSetup(hal);
    expect(next.ok && next.value.setup.connectors).toHaveLength(1);
  });

  it('follows what another process has changed', async () => {
    const { ada, store } = await connectorLife(engine);
    await mailSetup(ada);
    const elsewhere = await openStore(store.location);
    await elsewhere.write((tx) => insertAcceptedDomains(tx, [fabrikam], AT));
    await elsewhere.close();
    const answer = await mailSetup(ada);
    expect(answer.ok && answer.value.setup.acceptedDomains).toEqual([fabrikam]);
    expect(answer.ok && answer.value.routes.accepting).toBe(true);
  });

  it('is for people who are signed in', async () => {
    const { nobody } = await connectorLife(engine);
    expect(await mailSetup(nobody)).toEqual({ ok: false, problem: { kind: 'signedOut' } });
  });
});
