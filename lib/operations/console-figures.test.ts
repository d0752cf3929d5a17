import { expect, it } from 'vitest';
import { describeBothEngines, freshStore } from '../data/engines-for-tests';
import { figuresText } from '../observe/figures';
import { consoleFigures } from './console-figures';

const now = new Date('2026-11-26T11:05:00Z');
const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);

describeBothEngines('What monitoring is told', (engine) => {
  it('is who waits, for how long, what runs, whose worker fell silent, and how connectors are', async () => {
    const store = await freshStore(engine);
    const by = { fingerprint: 'f', plan: {}, requestedById: 'ada', requestedByName: 'Ada' };
    const running = { ...by, requestedAt: ago(300), state: 'running', leaseOwner: 'w' };
    await store.client.validationRun.createMany({
      data: [
        { ...by, requestedAt: ago(90) },
        { ...by, requestedAt: ago(5) },
        { ...running, leaseUntil: ago(-10) },
        { ...running, leaseUntil: ago(10) },
        { ...by, requestedAt: ago(900), state: 'finished' },
      ],
    });
    const figures = await consoleFigures(async () => store, now);
    const queue = { queued: 2, running: 1, abandoned: 1, oldestDueSeconds: 90 };
    expect(figures).toEqual({ ...queue, connectors: [] });
    const text = await figuresText({
      ...queue,
      connectors: [{ health: 'failed', enabled: true, count: 3 }],
    });
    expect(text).toContain('mailspan_validations{state="abandoned"} 1');
    expect(text).toContain('mailspan_connectors{health="failed",enabled="true"} 3');
    await store.close();
  });
});

it('a database that hangs is said to be down within the limit', async () => {
  expect(await consoleFigures(() => new Promise(() => undefined), now, 30)).toBeUndefined();
});
