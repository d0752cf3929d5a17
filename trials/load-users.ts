// Admins at work on one console: each reads, looks, traces, saves and validates as the mix says, and thinks in between. An answer
// that is not what was asked for is an error, whatever its status.
import { setTimeout as pause } from 'node:timers/promises';
import type { Caller, Stranger } from '../e2e/support/stranger';
import { type ConnectorDraft, emptyDraft } from '../lib/mailflow/connector-draft';

/** A connector that is off, and that one user alone edits: a save never meets another's. */
type OwnConnector = { readonly id: string; readonly draft: ConnectorDraft; version: number };

export type User = Readonly<{ caller: Caller; own: readonly OwnConnector[] }>;

export type LoadScene = Readonly<{
  stranger: Stranger;
  users: readonly User[];
  connectorIds: readonly string[];
  /** `host:port` of a server that passes. */
  goodHost: string;
}>;

export type Answered = Readonly<{ kind: string; ms: number; error?: string }>;

export type LoadOptions = Readonly<{
  durationMs: number;
  /** The mean; from half of it to one and a half. */
  thinkMs: number;
  /** 0 ≤ n < 1. */
  chance: () => number;
}>;

type Act = (scene: LoadScene, user: User, chance: () => number) => Promise<void>;

const MIX: readonly Readonly<{ kind: string; share: number; act: Act }>[] = [
  { kind: 'list page', share: 40, act: readList },
  { kind: 'details', share: 25, act: readDetails },
  { kind: 'route trace', share: 20, act: traceRoute },
  { kind: 'save', share: 12, act: save },
  { kind: 'ask for a validation', share: 3, act: validate },
];
const LIST_VIEWS = ['', '?page=2', '?page=17', '?q=branch-9', '?status=off', '?sort=validation&desc=1'];

/** All users at once, until the time is over and the last answer is there. */
export async function atWork(scene: LoadScene, options: LoadOptions): Promise<Answered[]> {
  const answers: Answered[] = [];
  const until = performance.now() + options.durationMs;
  await Promise.all(
    scene.users.map(async (user) => {
      // Not all in the same moment.
      await pause(options.thinkMs * options.chance());
      while (performance.now() < until) {
        answers.push(await once(scene, user, options.chance));
        await pause(options.thinkMs * (0.5 + options.chance()));
      }
    }),
  );
  return answers;
}

async function once(scene: LoadScene, user: User, chance: () => number): Promise<Answered> {
  const { kind, act } = chosen(chance());
  const beganAt = performance.now();
  const error = await act(scene, user, chance).then(
    () => undefined,
    (thrown: unknown) => String(thrown),
  );
  return { kind, ms: performance.now() - beganAt, ...(error !== undefined && { error }) };
}

function chosen(number: number): (typeof MIX)[number] {
  let left = number * MIX.reduce((sum, { share }) => sum + share, 0);
  const found = MIX.find(({ share }) => {
    left -= share;
    return left < 0;
  });
  if (!found) throw new Error('The shares of the mix do not add up.');
  return found;
}

function oneOf<T>(some: readonly T[], chance: () => number): T {
  const found = some[Math.floor(chance() * some.length)];
  if (found === undefined) throw new Error('There is nothing to choose from.');
  return found;
}

async function expectText(answer: Response, wanted: string): Promise<void> {
  const text = await answer.text();
  if (!answer.ok || !text.includes(wanted))
    throw new Error(`${answer.status} without ${JSON.stringify(wanted)}`);
}

async function readList({ stranger }: LoadScene, { caller }: User, chance: () => number): Promise<void> {
  await expectText(await stranger.get(`/connectors${oneOf(LIST_VIEWS, chance)}`, caller), ' branch ');
}

async function readDetails({ stranger, connectorIds }: LoadScene, { caller }: User, chance: () => number) {
  const id = oneOf(connectorIds, chance);
  await expectText(await stranger.get(`/api/connectors/${id}`, caller), id);
}

async function traceRoute({ stranger, connectorIds }: LoadScene, { caller }: User, chance: () => number) {
  const number = Math.floor(chance() * connectorIds.length);
  const recipients = [`ada@branch-${number}.contoso.com`];
  const body = JSON.stringify({ recipients, sender: '', headers: [], size: '' });
  const headers = { ...caller, 'content-type': 'application/json' };
  await expectText(await stranger.send('POST', '/api/trace', headers, body), `branch-${number}.`);
}

async function save({ stranger }: LoadScene, { caller, own }: User, chance: () => number): Promise<void> {
  const connector = oneOf(own, chance);
  const draft = { ...connector.draft, description: `Saved after version ${connector.version}.` };
  const { status, outcome } = await stranger.act(
    '/connectors/[id]/edit#publishConnectorAction',
    { connectorId: connector.id, baseVersion: connector.version, draft },
    caller,
  );
  if (status !== 200 || !outcome?.ok) throw new Error(`${status} ${JSON.stringify(outcome)}`);
  connector.version += 1;
}

async function validate({ stranger, goodHost }: LoadScene, { caller }: User): Promise<void> {
  const asked: Partial<ConnectorDraft> = {
    ...{ from: 'office365', to: 'organization', smartHosts: [goodHost] },
    validationRecipients: ['ada@contoso.test'],
  };
  const draft = { ...emptyDraft(), ...asked };
  const { status, outcome } = await stranger.act(
    '/connectors/new#requestValidationAction',
    { draft },
    caller,
  );
  if (status !== 200 || !outcome?.ok) throw new Error(`${status} ${JSON.stringify(outcome)}`);
}
