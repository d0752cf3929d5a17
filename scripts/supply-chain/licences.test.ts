import { expect, test } from 'vitest';
import { licencePage, packagesIn, readLicencePage, readLockFile, refused } from './licences';

test('Every package has a licence that is allowed', async () => {
  expect(refused(packagesIn(await readLockFile()))).toEqual([]);
});

test('Every package has a checksum in the lock file, those of other systems too', async () => {
  const { packages } = await readLockFile();
  const without = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && !integrity);
  expect(without.map(([path]) => path)).toEqual([]);
});

test('docs/licences.md is what `npm run licences` writes', async () => {
  expect(await readLicencePage()).toBe(licencePage(packagesIn(await readLockFile())));
});

test.each([
  ['GPL-3.0-only'],
  ['MIT AND GPL-3.0-only'],
  ['AGPL-3.0-or-later'],
  ['SEE LICENSE IN LICENSE.txt'],
  ['UNLICENSED'],
  [undefined],
])('A package with %s does not come in', (license) => {
  const packages = { 'node_modules/a': { version: '1.0.0', ...(license && { license }) } };
  expect(refused(packagesIn({ packages }))).toEqual([`a@1.0.0: ${license ?? 'no licence'}`]);
});

test('One that leaves the choice does, and is counted once however often it is there', () => {
  const choice = { version: '2.0.0', license: '(GPL-3.0-only OR MIT)' };
  const packages = packagesIn({
    packages: {
      '': { version: '0.1.0' },
      'node_modules/@x/a': { ...choice, dev: true },
      'node_modules/b/node_modules/@x/a': choice,
    },
  });
  expect([refused(packages), packages.map(({ name, atRunTime }) => [name, atRunTime])]).toEqual([
    [],
    [['@x/a', true]],
  ]);
});
