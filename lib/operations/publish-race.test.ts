import { expect, it } from 'vitest';
import { listAudit, verifyAudit } from '../data/audit';
import { listVersions } from '../data/connector-versions';
import { findConnector } from '../data/connectors';
import { describeBothEngines } from '../data/engines-for-tests';
import { type ConnectorLife, connectorLife, refusedBy } from './connector-life-for-tests';
import { created, draftOf } from './create-connector-for-tests';
import { publishConnector } from './publish-connector';

const PUBLISHERS = Array.from({ length: 50 }, (_, n) => `Publisher ${n}`);
const draft = draftOf();

const publish = ({ ada }: ConnectorLife, connectorId: string, baseVersion: number, description: string) =>
  publishConnector(ada, { connectorId, baseVersion, draft: { ...draft, description } });

/** Publishes, and where somebody was faster reads again and retries; answers the version. */
async function insist(life: ConnectorLife, connectorId: string, description: string): Promise<number> {
  for (;;) {
    const current = await findConnector(life.store, connectorId);
    const outcome = await publish(life, connectorId, current?.version.number ?? 0, description);
    if (outcome.ok) return outcome.value.version;
    expect(outcome).toEqual(refusedBy('versionMoved'));
  }
}

describeBothEngines('Fifty who publish one connector at once', (engine) => {
  it('have one winner; the others are told', async () => {
    const life = await connectorLife(engine);
    const connectorId = await created(life.ada, draft);
    const outcomes = await Promise.all(PUBLISHERS.map((name) => publish(life, connectorId, 1, name)));
    const winner = outcomes.findIndex(({ ok }) => ok);
    expect(outcomes.filter(({ ok }) => ok)).toEqual([{ ok: true, value: { version: 2 } }]);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome).toEqual(refusedBy('versionMoved'));
    expect(await findConnector(life.store, connectorId)).toMatchObject({
      connector: { description: PUBLISHERS[winner] },
      version: { number: 2 },
    });
    expect(await verifyAudit(life.store)).toEqual({ ok: true, count: 2 });
  }, 120_000);

  it('end in fifty versions without a gap where each tries again, and the audit log has them all', async () => {
    const life = await connectorLife(engine);
    const connectorId = await created(life.ada, draft);
    const won = await Promise.all(PUBLISHERS.map((name) => insist(life, connectorId, name)));
    const numbers = PUBLISHERS.map((_, n) => n + 2);
    expect([...won].sort((a, b) => a - b)).toEqual(numbers);
    const versions = (await listVersions(life.store, connectorId, { limit: 99 })).reverse().slice(1);
    expect(versions.map(({ number }) => number)).toEqual(numbers);
    expect(versions.map(({ connector }) => connector.description)).toEqual(
      numbers.map((number) => PUBLISHERS[won.indexOf(number)]),
    );
    expect(await verifyAudit(life.store)).toEqual({ ok: true, count: 51 });
    const entries = (await listAudit(life.store, { limit: 50 })).reverse();
    expect(entries.map(({ details }) => details?.version)).toEqual(numbers);
    // Each began with what the one before had published.
    entries.slice(1).forEach(({ details }, n) => {
      expect(details?.before).toEqual(entries[n]?.details?.after);
    });
  }, 120_000);
});
