// A console in which every request has something to meet: connectors of each kind and state, rules, domains, imports, runs,
// people, links. Each thing that a request would use up is there once for it.
import { insertAcceptedDomains } from '../../lib/data/accepted-domains';
import { firstVersion, fromContoso } from '../../lib/data/connector-for-tests';
import { insertConnector } from '../../lib/data/connectors';
import { ownRule } from '../../lib/data/transport-rule-for-tests';
import { insertTransportRule } from '../../lib/data/transport-rules';
import { findUserByEmail } from '../../lib/data/users';
import { insertRun } from '../../lib/data/validation-runs';
import { fingerprint, planOfDraft } from '../../lib/mailflow/fingerprint';
import { domain } from '../../lib/mailflow/setup-for-tests';
import { draftOf } from '../../lib/operations/create-connector-for-tests';
import { deleteConnectors } from '../../lib/operations/delete-connectors';
import { importPlan } from '../../lib/operations/import-plan';
import { inviteUser } from '../../lib/operations/invitations';
import { readImport } from '../../lib/operations/read-import';
import { saveDraft } from '../../lib/operations/save-draft';
import { requestReset } from '../../lib/operations/users-reset';
import type { TestConsole } from './console';
import { passedRun, saved } from './edited-connector';
import type { Person } from './people';
import { colleague, done } from './stored-connectors';
import { TENANT, tenantFile } from './tenant-sample';

const AT = new Date('2026-11-24T08:00:00.000Z');

/** Somebody to be changed, invited, reset: never who asks. */
export const OTHER: Person = {
  name: 'Otto Other',
  email: 'otto@contoso.test',
  password: 'correct horse battery',
  role: 'helpdesk',
};

const CONNECTORS = [
  'kept',
  'edited',
  'drafted',
  'alsoDrafted',
  'switched',
  'doomed',
  'gone',
  'alsoGone',
] as const;
const LINKS = ['invite', 'reset', 'withdrawn'] as const;

export type CrowdedConsole = Readonly<{
  /** Ids by what a request does to them; `inbound` can't be validated, the last two are deleted. */
  connectors: Readonly<Record<(typeof CONNECTORS)[number] | 'inbound', string>>;
  rules: readonly [string, string, string];
  imports: readonly [older: string, newer: string, doomed: string];
  /** Of the newer import as it stands against the set-up. */
  plan: Readonly<{ revision: string; key: string }>;
  runs: Readonly<Record<'passed' | 'other' | 'unsaved' | 'open' | 'alsoOpen' | 'ofHelpdesk', string>>;
  otherId: string;
  /** One-time tokens, and the ids of their invitations. */
  links: Readonly<Record<(typeof LINKS)[number], Readonly<{ id: string; token: string }>>>;
}>;

/** The draft of a connector of that name which nobody has saved yet. */
export const unsaved = (name: string) => draftOf({ name, smartHosts: ['mail.contoso.test'] });

/** Fills an empty console in which people have their accounts. */
export async function crowd(console: TestConsole): Promise<CrowdedConsole> {
  const context = colleague(console);
  const connectors = { ...(await storedConnectors(console)), inbound: '' };
  const { store } = console;
  connectors.inbound = await store.write((tx) => insertConnector(tx, firstVersion(fromContoso)));
  for (const connectorId of [connectors.drafted, connectors.alsoDrafted]) {
    const draft = unsaved('Drafted');
    done(await saveDraft(context, { connectorId, baseVersion: 1, draft, revision: null }));
  }
  done(await deleteConnectors(context, { ids: [connectors.gone, connectors.alsoGone] }));
  const rules = await store.write(async (tx) => {
    const domains = ['contoso.test', 'fabrikam.test', 'old.test'];
    await insertAcceptedDomains(
      tx,
      domains.map((name, at) => ({ ...domain(name), isDefault: at === 0 })),
      AT,
    );
    const insert = async (name: string, priority: number) =>
      (await insertTransportRule(tx, { ...ownRule(name, connectors.kept), priority }, AT)).id;
    return [await insert('First', 0), await insert('Second', 1), await insert('Third', 2)] as const;
  });
  const imported = async (name: string, file: object) =>
    done(await readImport(context, { fileName: name, bytes: tenantFile(name, file).buffer })).id;
  const imports = [
    await imported('older.json', TENANT),
    await imported('newer.json', { AcceptedDomains: TENANT.AcceptedDomains }),
    await imported('doomed.json', TENANT),
  ] as const;
  const plan = done(await importPlan(context, { id: imports[1], live: true }));
  const key = plan.rows.find(({ result }) => result === 'added')?.key ?? '';
  const other = await findUserByEmail(store, OTHER.email);
  const otherId = other?.id ?? '';
  return {
    connectors,
    rules,
    imports,
    plan: { revision: plan.revision, key },
    runs: await storedRuns(console),
    otherId,
    links: {
      invite: tokenOf(done(await inviteUser(context, { role: 'helpdesk', email: undefined }))),
      withdrawn: tokenOf(done(await inviteUser(context, { role: 'helpdesk', email: undefined }))),
      reset: tokenOf(done(await requestReset(context, { userId: otherId }))),
    },
  };
}

async function storedConnectors(console: TestConsole) {
  const ids: Partial<Record<(typeof CONNECTORS)[number], string>> = {};
  for (const name of CONNECTORS) ids[name] = await saved(console, unsaved(name));
  return ids as Record<(typeof CONNECTORS)[number], string>;
}

/** `open` ones stand as a worker's that the machine has lost: the console's own leaves them alone. */
async function storedRuns(console: TestConsole): Promise<CrowdedConsole['runs']> {
  const plan = planOfDraft(unsaved('New'));
  if (!plan) throw new Error('This draft can not be validated.');
  const open = () =>
    console.store.write(async (tx) => {
      const by = { requestedById: 'grace', requestedByName: 'Grace', requestedAt: new Date() };
      const id = await insertRun(tx, { plan, fingerprint: fingerprint(plan), ...by });
      const leaseUntil = new Date(Date.now() + 3_600_000);
      await tx.validationRun.update({
        where: { id },
        data: { state: 'running', leaseOwner: 'another', leaseUntil },
      });
      return id;
    });
  return {
    passed: await passedRun(console, plan),
    other: await passedRun(console, plan),
    unsaved: await passedRun(console, plan),
    open: await open(),
    alsoOpen: await open(),
    ofHelpdesk: await open(),
  };
}

const tokenOf = ({ id, link }: Readonly<{ id: string; link: string }>) => ({
  id,
  token: /[\w-]{43}$/.exec(link)?.[0] ?? '',
});
