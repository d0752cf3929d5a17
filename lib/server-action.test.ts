import { beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { log } from './log';
import { done, problem } from './operations/outcome';
import { serverAction, sessionAction } from './server-action';

const jar = { set: vi.fn() };
const request = { requestContext: vi.fn() };
vi.mock('server-only', () => ({}));
vi.mock('next/headers', () => ({ cookies: async () => jar }));
vi.mock('./server-request', () => ({ requestContext: () => request.requestContext() }));

const schema = z.object({ role: z.enum(['admin', 'helpdesk']) });

beforeEach(() => {
  vi.restoreAllMocks();
  jar.set.mockReset();
  request.requestContext.mockReset().mockResolvedValue({ who: null });
});

it.each([undefined, null, 'admin', [], {}, { role: 'owner' }, { role: ['admin'] }, new FormData()])(
  'an action refuses %j as malformed and does nothing',
  async (input) => {
    const operation = vi.fn();
    const refused = { ok: false, problem: { kind: 'malformed' } };
    expect(await serverAction(schema, operation)(input)).toEqual(refused);
    expect(operation).not.toHaveBeenCalled();
  },
);

it('an action hands on what was read, without what was added, and answers what the operation answers', async () => {
  const operation = vi.fn(async () => problem({ kind: 'signedOut' }));
  const answer = await serverAction(schema, operation)({ role: 'admin', isOwner: true });
  expect(operation).toHaveBeenCalledWith({ who: null }, { role: 'admin' });
  expect(answer).toEqual({ ok: false, problem: { kind: 'signedOut' } });
});

it('an action that throws keeps the cause in the log, and gives the browser only its id', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const cause = new Error('connect ECONNREFUSED db.internal:5432');
  const failing = serverAction(schema, async () => {
    throw cause;
  });
  const thrown = await failing({ role: 'admin' }).catch((error: unknown) => error);
  expect(String(thrown)).not.toContain('db.internal');
  const [entry] = logged.mock.calls[0] ?? [];
  expect(entry).toMatchObject({ err: cause, errorId: expect.any(String) });
  expect(thrown).toMatchObject({ digest: (entry as { errorId?: string } | undefined)?.errorId });
});

it('an action whose store is full answers that, with the cause in the log', async () => {
  const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
  const cause = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
  const failing = serverAction(schema, async () => {
    throw cause;
  });
  const answer = await failing({ role: 'admin' });
  expect(answer).toEqual({ ok: false, problem: { kind: 'storage', trouble: 'full' } });
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ err: cause });
});

it('the cookies of a session go to the browser, never into the answer', async () => {
  const options = { httpOnly: true, sameSite: 'lax', path: '/', maxAge: 60 } as const;
  const cookie = { name: 'session', value: 'secret', options };
  const action = sessionAction(schema, async () => done({ cookies: [cookie] }));
  expect(await action({ role: 'admin' })).toEqual({ ok: true, value: { signedIn: true } });
  expect(jar.set).toHaveBeenCalledWith('session', 'secret', { ...options, secure: false });
});
