import { expect, it } from 'vitest';
import { newVersion } from '../data/connector-for-tests';
import { insertConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { checkName, checkNameInput } from './check-name';
import { testConsole, valueIn } from './people-for-tests';

describeBothEngines('Asking whether a name is taken', (engine) => {
  it('is for who may create connectors', async () => {
    const test = await testConsole(engine);
    const helper = await test.joined(await test.firstAdmin(), 'helpdesk', 'hal@contoso.com');
    expect(await checkName(await test.as(helper), { name: 'x' })).toEqual({
      ok: false,
      problem: { kind: 'forbidden', permission: 'connector:create' },
    });
    expect(await checkName(test.visitor(), { name: 'x' })).toEqual({
      ok: false,
      problem: { kind: 'signedOut' },
    });
  });

  it('does not regard case, blanks around it, or how a letter is composed', async () => {
    const test = await testConsole(engine);
    const admin = await test.as(await test.firstAdmin());
    const id = await test.store.write((tx) => insertConnector(tx, newVersion({ name: 'Über Contoso' })));
    const own = { name: 'über contoso', connectorId: id };
    expect(valueIn(await checkName(admin, own)).taken).toBe(false);
    expect(valueIn(await checkName(admin, { ...own, connectorId: 'another' })).taken).toBe(true);
    const taken = async (name: string) => valueIn(await checkName(admin, { name })).taken;
    for (const name of ['Über Contoso', 'über contoso', ' ÜBER CONTOSO\t', 'u\u0308ber contoso']) {
      expect(await taken(name)).toBe(true);
    }
    for (const name of ['Über Contoso 2', 'Über', '%', '', "' OR 1=1 --", 'nul \0', '\ud800']) {
      expect(await taken(name)).toBe(false);
    }
  });
});

it('takes one name of a sensible length, and nothing else', () => {
  const reads = (given: unknown) => checkNameInput.safeParse(given).success;
  expect(reads({ name: 'Contoso' })).toBe(true);
  for (const forged of [null, {}, { name: 1 }, { name: { contains: '' } }, { name: 'a'.repeat(1_001) }]) {
    expect(reads(forged)).toBe(false);
  }
});
