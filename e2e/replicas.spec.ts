// Two consoles and two workers on one PostgreSQL behind a proxy: an admin sees one console, and goes on when one is killed.
import { test } from '@playwright/test';
import { REPLICA_CHECKS } from '../trials/replica-checks';
import { type Replicas, startReplicas } from '../trials/replica-scene';
import { browserChecks } from '../trials/replicas';

test.describe.configure({ mode: 'serial' });
let scene: Replicas;
test.beforeAll(async () => {
  scene = await startReplicas();
});
test.afterAll(() => scene?.stop());

for (const { name, run } of REPLICA_CHECKS) test(name, async () => void (await run(scene)));

test('an admin works behind the proxy, merges with a colleague, and loses nothing with a replica', async ({
  page,
}) => {
  for (const { name, run } of browserChecks(page)) await test.step(name, () => run(scene));
});
