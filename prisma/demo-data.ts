// Fills an empty store with the demo: connectors with a past, a draft, a deleted one, accepted domains and rules. Their validations are asked for,
// not made up: the worker runs them against the demo's smart hosts.
import { insertAcceptedDomains } from '../lib/data/accepted-domains';
import { appendAudit } from '../lib/data/audit';
import { replaceDraft } from '../lib/data/connector-drafts';
import type { NewVersion } from '../lib/data/connector-versions';
import { insertConnector, insertNextVersion } from '../lib/data/connectors';
import { markDeleted } from '../lib/data/deleted-connectors';
import { saveMark, saveScenario } from '../lib/data/guide';
import type { Store, Tx } from '../lib/data/store';
import { insertTransportRule } from '../lib/data/transport-rules';
import { insertRun } from '../lib/data/validation-runs';
import type { Connector, OutboundConnector } from '../lib/mailflow/connector';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import { fingerprint, fingerprintOf, planOf } from '../lib/mailflow/fingerprint';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';
import { CONNECTORS, type DemoConnector, type DemoHost, toOutbound } from './demo-connectors';
import { MARKS, SCENARIO } from './demo-guide';
import { INBOUND } from './demo-inbound';
import { ACCEPTED_DOMAINS, RULES } from './demo-setup';

export type { DemoHost };

const DAY_MS = 86_400_000;
const AUTHOR = { id: 'demo', name: 'Demo admin' };
const BY_AUTHOR = { actorId: AUTHOR.id, actorName: AUTHOR.name };
const COLLEAGUE = { id: 'demo-colleague', name: 'Chiara Rossi' };
/** Whose draft the colleague has begun, and what was deleted by mistake. */
const DRAFTED = 'Tailspin Toys hosting';
const DELETED = 'Fourth Coffee pilot';

/** One thing that was done, `daysAgo`. Done in the order of time, so that the audit log reads like one. */
type Event = Readonly<{ daysAgo: number; happen: (tx: Tx, at: Date) => Promise<unknown> }>;

/**
 * Saves the demo's connectors, domains and rules and asks for the validations, all or none; a store that has connectors stays as it is.
 * Throws where `hosts` lacks a kind.
 */
export async function loadDemoData(store: Store, hosts: readonly DemoHost[]): Promise<void> {
  const now = Date.now();
  await store.write(async (tx) => {
    if ((await tx.connector.count()) > 0) return;
    const ids = new Map<string, string>();
    const events = [
      ...CONNECTORS.flatMap((demo) => outboundEvents(demo, toOutbound(demo, hosts), ids)),
      ...INBOUND.map(({ connector, savedDaysAgo }) => created(connector, savedDaysAgo, ids)),
      ...deletedEvents(hosts, ids),
      ...setupEvents(ids),
      ...guideEvents(),
    ].sort((a, b) => b.daysAgo - a.daysAgo);
    for (const { daysAgo, happen } of events) await happen(tx, new Date(now - daysAgo * DAY_MS));
  });
}

function outboundEvents(demo: DemoConnector, today: OutboundConnector, ids: Map<string, string>): Event[] {
  const past = (demo.earlier ?? []).map(({ was, daysAgo, note }) => ({
    connector: { ...today, ...was },
    daysAgo,
    note,
  }));
  const [first, ...later] = [...past, { connector: today, daysAgo: demo.savedDaysAgo, note: demo.note }];
  if (!first) return [];
  const published = later.map(
    ({ connector, daysAgo, note }, index): Event => ({
      daysAgo,
      happen: (tx, at) => publish(tx, ids.get(today.name) ?? '', index + 2, { connector, at, note }),
    }),
  );
  const request: Event = { daysAgo: 0, happen: (tx, at) => validate(tx, demo, today, ids, at) };
  return [
    created(first.connector, first.daysAgo, ids),
    ...published,
    ...(demo.validated === 'never' ? [] : [request]),
    ...(today.name === DRAFTED ? [drafted(today, ids)] : []),
  ];
}

function created(connector: Connector, daysAgo: number, ids: Map<string, string>): Event {
  return {
    daysAgo,
    happen: async (tx, at) => {
      const id = await insertConnector(tx, version(connector, at));
      ids.set(connector.name, id);
      await audit(tx, at, 'connector.created', id, connector, { version: 1, connector });
    },
  };
}

type Published = Readonly<{ connector: Connector; at: Date; note: string | undefined }>;

async function publish(
  tx: Tx,
  id: string,
  number: number,
  { connector, at, note }: Published,
): Promise<void> {
  const before = await tx.connectorVersion.findUniqueOrThrow({
    where: { connectorId_number: { connectorId: id, number: number - 1 } },
  });
  const noted = note === undefined ? {} : { note };
  await insertNextVersion(tx, id, number, { ...version(connector, at), ...noted }, undefined);
  const details = { version: number, before: before.settings, after: connector, ...noted };
  await audit(tx, at, 'connector.published', id, connector, details);
}

function drafted(connector: OutboundConnector, ids: Map<string, string>): Event {
  const draft = { ...fromConnector(connector), description: 'They move to another provider in spring.' };
  return {
    daysAgo: 0,
    happen: (tx, updatedAt) =>
      replaceDraft(tx, ids.get(connector.name) ?? '', null, {
        draft: { ...draft, recipientDomains: ['tailspintoys.com', 'tailspintoys.it'] },
        baseVersion: 1,
        authorId: COLLEAGUE.id,
        authorName: COLLEAGUE.name,
        updatedAt,
      }),
  };
}

function deletedEvents(hosts: readonly DemoHost[], ids: Map<string, string>): Event[] {
  const [like] = CONNECTORS;
  if (!like) return [];
  const connector = { ...toOutbound(like, hosts), name: DELETED, description: 'A trial that has ended.' };
  return [
    created(connector, 60, ids),
    {
      daysAgo: 2,
      happen: async (tx, at) => {
        const id = ids.get(DELETED) ?? '';
        await markDeleted(tx, id, { at, byId: AUTHOR.id, byName: AUTHOR.name });
        await audit(tx, at, 'connector.deleted', id, connector, { version: 1, settings: connector });
      },
    },
  ];
}

function setupEvents(ids: ReadonlyMap<string, string>): Event[] {
  const { daysAgo, domains } = ACCEPTED_DOMAINS;
  const accepted: Event = {
    daysAgo,
    happen: async (tx, at) => {
      await insertAcceptedDomains(tx, domains, at);
      const details = { count: domains.length, domains };
      await appendAudit(tx, {
        ...BY_AUTHOR,
        at,
        action: 'acceptedDomain.added',
        subjectKind: 'acceptedDomain',
        details,
      });
    },
  };
  const rules = RULES.map(
    ({ rule, connector, daysAgo }, priority): Event => ({
      daysAgo,
      happen: async (tx, at) => {
        const id = ids.get(connector) ?? '';
        const stored = await insertTransportRule(tx, { ...rule, priority, connector: { by: 'id', id } }, at);
        await appendAudit(tx, {
          ...BY_AUTHOR,
          at,
          action: 'transportRule.created',
          subjectKind: 'transportRule',
          subjectId: stored.id,
          subjectName: rule.name,
          details: { rule: stored.rule },
        });
      },
    }),
  );
  return [accepted, ...rules];
}

function guideEvents(): Event[] {
  const by = (at: Date) => ({ at, byId: AUTHOR.id, byName: AUTHOR.name });
  const { scenario } = SCENARIO;
  const told = (tx: Tx, at: Date, action: string, details: Readonly<Record<string, unknown>>) =>
    appendAudit(tx, { ...BY_AUTHOR, at, action, subjectKind: 'guide', details });
  const chosen: Event = {
    daysAgo: SCENARIO.daysAgo,
    happen: async (tx, at) => {
      await saveScenario(tx, scenario, by(at));
      await told(tx, at, 'guide.scenarioChosen', { scenario });
    },
  };
  const confirmed = MARKS.map(
    ({ step, daysAgo, note }): Event => ({
      daysAgo,
      happen: async (tx, at) => {
        await saveMark(tx, { journey: 'own', step, subject: '' }, by(at), note);
        await told(tx, at, 'guide.confirmed', { scenario, step, ...(note !== undefined && { note }) });
      },
    }),
  );
  return [chosen, ...confirmed];
}

async function validate(
  tx: Tx,
  { validated }: DemoConnector,
  connector: OutboundConnector,
  ids: ReadonlyMap<string, string>,
  requestedAt: Date,
): Promise<void> {
  const plan = planOf(connector);
  const tested: ValidationPlan =
    validated === 'before' ? { ...plan, recipients: ['journal@proseware.com'] } : plan;
  await insertRun(tx, {
    connectorId: ids.get(connector.name) ?? '',
    fingerprint: fingerprint(tested),
    plan: tested,
    requestedById: AUTHOR.id,
    requestedByName: AUTHOR.name,
    requestedAt,
  });
}

const version = (connector: Connector, createdAt: Date): NewVersion => ({
  connector,
  fingerprint: fingerprintOf(connector),
  createdAt,
  createdById: AUTHOR.id,
  createdByName: AUTHOR.name,
  failureAcknowledged: false,
});

const audit = (
  tx: Tx,
  at: Date,
  action: string,
  subjectId: string,
  { name }: Connector,
  details: Readonly<Record<string, unknown>>,
) =>
  appendAudit(tx, {
    ...BY_AUTHOR,
    at,
    action,
    subjectKind: 'connector',
    subjectId,
    subjectName: name,
    details,
  });
