import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from 'vitest';
import { schemaFile, schemaText } from '../../scripts/generate';
import { missingSql } from '../../scripts/schema-diff';
import { describeBothEngines } from './engines-for-tests';
import { migrate } from './migrate';
import type { StoreLocation } from './store';

describeBothEngines('The migrations', ({ provider, emptyDatabase }) => {
  let location: StoreLocation;
  beforeAll(async () => {
    location = await emptyDatabase();
    await migrate(location, () => undefined);
  });

  it('reach prisma/models.prisma; else: node --import tsx scripts/migration.ts <name>', async () => {
    expect(await missingSql(location)).toBe('');
  });

  it('would be found wanting where the models had one more column', async () => {
    const models = await schemaText(provider);
    const more = models.replace('model User {', 'model User {\n  nickname String?');
    expect(await missingSql(location, more)).toContain('ADD COLUMN');
  });

  it('stand beside a schema that was generated from the models', async () => {
    expect(await readFile(schemaFile(provider), 'utf8')).toBe(await schemaText(provider));
  });
});
