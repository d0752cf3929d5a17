import { expect, it } from 'vitest';
import { describeBothEngines } from '../data/engines-for-tests';
import { cloneConnector } from './clone-connector';
import { connectorLife, NOT_FOUND } from './connector-life-for-tests';
import { created, draftOf, inboundDraftOf } from './create-connector-for-tests';
import { valueIn } from './people-for-tests';

describeBothEngines('Cloning a connector', (engine) => {
  it('begins with its settings, turned off, under a name that is free', async () => {
    const { ada } = await connectorLife(engine);
    const connectorId = await created(ada, draftOf({ name: 'Contoso' }));
    const clone = async (id: string) => valueIn(await cloneConnector(ada, { connectorId: id }));
    expect(await clone(connectorId)).toEqual({
      sourceName: 'Contoso',
      draft: draftOf({ name: 'Contoso 2', enabled: false }),
    });
    const second = await created(ada, draftOf({ name: 'CONTOSO 2' }));
    expect((await clone(connectorId)).draft.name).toBe('Contoso 3');
    expect((await clone(second)).draft.name).toBe('CONTOSO 3');
  });

  it('keeps for Exchange what somebody chose, and not which connector it was', async () => {
    const { ada } = await connectorLife(engine);
    const chosen = { name: 'LinkedConnector', value: 'x' };
    const noted = { name: 'WhenChangedUTC', value: '2026-07-24' };
    const exchange = { guid: '00000000-0000-0000-0000-000000000001', kept: [chosen, noted] };
    const connectorId = await created(ada, draftOf({ name: 'Imported', exchange }));
    expect(valueIn(await cloneConnector(ada, { connectorId })).draft.exchange).toEqual({ kept: [chosen] });
  });

  it('works for mail that comes in, and cuts a long name', async () => {
    const { ada } = await connectorLife(engine);
    const connectorId = await created(ada, inboundDraftOf({ name: 'ü'.repeat(64) }));
    const { draft } = valueIn(await cloneConnector(ada, { connectorId }));
    expect(draft).toEqual(inboundDraftOf({ name: `${'ü'.repeat(62)} 2`, enabled: false }));
    expect(await cloneConnector(ada, { connectorId: 'nobody' })).toEqual(NOT_FOUND);
  });
});
