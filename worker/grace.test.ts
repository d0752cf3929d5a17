// A worker that is told to stop amid a validation: what it can end in its grace it ends.
import { expect, it, vi } from 'vitest';
import { describeBothEngines } from '../lib/data/engines-for-tests';
import { endWorker, workerLab } from './worker-lab-for-tests';

const SLOW = { timeout: 60_000, interval: 20 };

describeBothEngines('A worker that is told to stop', (engine) => {
  it('waits for the answer to a message in flight, so that it is not sent again, and begins nothing more', async () => {
    const lab = await workerLab(engine, {
      message: [
        ['wait', 1_000],
        ['say', '250 2.0.0 Ok: queued\r\n'],
      ],
    });
    const begun = await lab.request(['ada@contoso.com']);
    const worker = await lab.startWorker({ SHUTDOWN_GRACE_MS: '8000', WORKER_CONCURRENCY: '1' });
    await vi.waitFor(() => expect(lab.received).toHaveLength(1), SLOW);
    const waiting = await lab.request(['eve@contoso.com']);
    expect(await endWorker(worker, 'SIGTERM')).toBe(0);
    expect(await lab.runOf(begun)).toMatchObject({ state: 'finished', outcome: 'passed', attempt: 1 });
    expect(await lab.runOf(waiting)).toMatchObject({ state: 'queued', attempt: 0 });
    expect(lab.received.map(({ to }) => to.join())).toEqual(['ada@contoso.com']);
  });
});
