import { expect, test } from 'vitest';
import { packagesIn, readLockFile } from './licences';
import { flawsOf, makeBom } from './sbom';

test('The list of packages is valid CycloneDX, names the project, and has every package of the lock file', async () => {
  const bom = await makeBom();
  expect(await flawsOf(bom)).toBeUndefined();
  expect(bom.metadata.component).toMatchObject({ type: 'application', name: 'mailspan' });
  const named = new Set(bom.components.map(({ name, version }) => `${name}@${version}`));
  const packages = packagesIn(await readLockFile());
  expect(packages.filter(({ name, version }) => !named.has(`${name}@${version}`))).toEqual([]);
  for (const { purl, hashes } of bom.components) expect([purl, hashes]).toEqual([purl, [expect.anything()]]);
  // And one that does not fit is noticed.
  expect(await flawsOf({ ...bom, components: [{ name: 'a' }] })).toBeDefined();
});
