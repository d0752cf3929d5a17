// The crash trial with a handful of kills: server, worker, supervisor and all of them at once, while admins save.
import { expect, test } from '@playwright/test';
import { runCrash } from '../trials/crash';

test('what was acknowledged outlives kills at random moments, and nothing is half there', async () => {
  const { lost, half, stuck, ...seen } = await runCrash({ kills: 4, engine: 'sqlite', seed: 8, clients: 4 });
  expect({ lost, half, stuck }).toEqual({ lost: [], half: [], stuck: [] });
  expect(seen.kills).toEqual({ server: 1, worker: 1, supervisor: 1, everything: 1 });
  expect(seen.acknowledged).toBeGreaterThan(20);
  expect(seen.runs).toBeGreaterThan(0);
});
