import { expect, it, vi } from 'vitest';
import { log } from '../log';
import { inBulk } from './bulk';
import { done } from './outcome';

it('one connector that meets a full disk or a bug neither stops nor hides the others', async () => {
  vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const errors: Readonly<Record<string, Error>> = {
    full: Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }),
    bug: new Error('x is not a function'),
  };
  const { items } = await inBulk([{ id: 'full' }, { id: 'bug' }, { id: 'fine' }], async ({ id }) => {
    if (errors[id]) throw errors[id];
    return { name: 'Fine', outcome: done({ name: 'Fine', version: 2 }) };
  });
  expect(items).toEqual([
    { id: 'full', ok: false, problem: { kind: 'storage', trouble: 'full' } },
    { id: 'bug', ok: false, problem: { kind: 'conflict', code: 'itemFailed' } },
    { id: 'fine', ok: true, name: 'Fine', version: 2 },
  ]);
});
