import { expect, it } from 'vitest';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { readSetUpFile } from '../exchange/set-up-file';
import { connectorLife } from './connector-life-for-tests';
import { setUpFile } from './set-up-file';

describeBothEngines('The set-up as a file', (engine) => {
  it('holds the connectors in force, for everybody who may read them', async () => {
    const { hal, nobody, store } = await connectorLife(engine);
    await store.write((tx) => insertConnector(tx, newVersion()));
    const file = await setUpFile(hal);
    if (!file.ok) throw new Error('Helpdesk may read.');
    expect(file.value.name).toMatch(/^set-up-\d{4}-\d{2}-\d{2}\.json$/);
    const read = readSetUpFile(file.value.text);
    expect(read.ok && read.setup.connectors).toHaveLength(1);
    expect(await setUpFile(nobody)).toEqual({ ok: false, problem: { kind: 'signedOut' } });
  });
});
