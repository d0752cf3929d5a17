// npm run trial -- replicas: two consoles and two workers on one PostgreSQL behave as one, and one that is killed in the middle of
// an admin's work takes nothing with it.
import { chromium, type Page } from '@playwright/test';
import type { Figure } from '../bench/figures';
import { BROWSER_ARGUMENTS } from '../e2e/support/browser';
import { ADMIN } from '../e2e/support/console';
import { addPerson } from '../e2e/support/people';
import { buildConsole } from '../scripts/build-console';
import { findBrowser } from '../scripts/find-browser';
import { createsThroughKill, mergesWithTheOther, signInByPage } from './replica-browser';
import { REPLICA_CHECKS, type ReplicaCheck } from './replica-checks';
import { type Replicas, startReplicas } from './replica-scene';

export async function replicas(): Promise<Figure[]> {
  await buildConsole();
  const scene = await startReplicas();
  const figures: Figure[] = [];
  const browser = await chromium.launch({ ...(await findBrowser()), args: BROWSER_ARGUMENTS });
  try {
    const page = await browser.newPage();
    for (const { name, run } of [...REPLICA_CHECKS, ...browserChecks(page)]) {
      const value = await run(scene).then(
        (said) => ({ value: said, met: true }),
        (error: unknown) => ({ value: String(error), met: false }),
      );
      console.log(`${value.met ? 'held' : 'BROKEN'}: ${name}`);
      figures.push({ name, aim: 'as one console', ...value });
    }
    const [a, b] = scene.served();
    figures.push({ name: 'Requests through the proxy', value: `${a} and ${b}` });
    return figures;
  } finally {
    await browser.close();
    await scene.stop();
  }
}

/** In this order: the last one leaves one replica alone. */
export const browserChecks = (page: Page): readonly ReplicaCheck[] => [
  {
    name: 'A browser signs in by the page, each request at another replica',
    run: async (scene) => {
      await addPerson(scene.store, scene.settings, ADMIN);
      await signInByPage(page, scene);
      return 'held';
    },
  },
  {
    name: 'A publish that comes second leads to the merge, with what was typed',
    run: async (scene) => {
      const ben = await scene.joined({ ...ADMIN, name: 'Ben', email: 'ben@contoso.test' });
      await mergesWithTheOther(page, scene, ben);
      return 'held';
    },
  },
  {
    name: 'A replica is killed during a validation in the wizard: the run ends, what was typed is created',
    run: async (scene: Replicas) => {
      await createsThroughKill(page, scene);
      const runs = await scene.store.client.validationRun.findMany({
        orderBy: { requestedAt: 'desc' },
        take: 1,
      });
      return `the run ended with its worker ${runs[0]?.attempt}`;
    },
  },
];
