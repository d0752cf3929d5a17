// What two replicas must do as one: each check goes past the proxy to the one and then to the other, and throws with what it
// saw where they differ.
import { equal, ok } from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { Person } from '../e2e/support/people';
import { type Caller, type Stranger, strangerAt } from '../e2e/support/stranger';
import { draftOf, inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import type { Outcome } from '../lib/operations/outcome';
import { BUDGET, type Replicas } from './replica-scene';

export type ReplicaCheck = Readonly<{
  name: string;
  /** Answers its figure. */
  run: (scene: Replicas) => Promise<string>;
}>;

const admin = (name: string): Person => ({
  ...{ name, email: `${name.toLowerCase()}@contoso.test` },
  ...{ password: 'correct horse battery', role: 'admin' },
});
const strangers = async ({ both }: Replicas): Promise<readonly [Stranger, Stranger]> => [
  await strangerAt(both[0].url),
  await strangerAt(both[1].url),
];

/** What an action has answered. */
async function answerTo<T>(stranger: Stranger, action: string, input: unknown, caller: Caller): Promise<T> {
  const { status, outcome } = await stranger.act(action, input, caller);
  const read = outcome as Outcome<T> | undefined;
  if (!read?.ok) throw new Error(`${action} answered ${status} ${JSON.stringify(read)}`);
  return read.value;
}

const problemOf = ({ outcome }: Awaited<ReturnType<Stranger['act']>>) =>
  outcome && !outcome.ok ? outcome.problem : undefined;

const isSignedIn = async (stranger: Stranger, cookie: string): Promise<boolean> => {
  const answer = await stranger.get('/connectors', { cookie });
  await answer.arrayBuffer();
  return answer.status === 200;
};

const signIn: ReplicaCheck = {
  name: 'Signed in at one, known at the other; signed out or thrown out at one, unknown at the other at once',
  run: async (scene) => {
    const [a, b] = await strangers(scene);
    await scene.joined(admin('Ida'));
    const { email, password } = admin('Ida');
    const answer = await a.act('/sign-in#signInAction', { email, password });
    const cookie = answer.cookies.map((one) => one.split(';')[0]).join('; ');
    ok(await isSignedIn(b, cookie), 'the other replica does not know the session');
    await b.act('/sign-out#signOutAction', undefined, { cookie });
    ok(!(await isSignedIn(a, cookie)), 'signed out at one, the session still counts at the other');
    const other = await scene.joined(admin('Iris'));
    const [mine, iris] = [await scene.joined(admin('Ian')), await userId(scene, admin('Iris').email)];
    ok(await isSignedIn(a, other), 'the session does not count');
    await answerTo(b, '/settings/users#endSessionsAction', { userId: iris }, { cookie: mine });
    ok(!(await isSignedIn(a, other)), 'a session that was ended at one still counts at the other');
    return 'held';
  },
};

async function userId({ store }: Replicas, email: string): Promise<string> {
  const user = await store.client.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  return user.id;
}

const attempts: ReplicaCheck = {
  name: 'Wrong passwords are counted together',
  run: async (scene) => {
    const both = await strangers(scene);
    await scene.joined(admin('Greta'));
    const kinds: (string | undefined)[] = [];
    for (let at = 0; at < 6; at += 1) {
      const input = { email: admin('Greta').email, password: 'wrong' };
      const answer = await (both[at % 2] ?? both[0]).act('/sign-in#signInAction', input);
      kinds.push(problemOf(answer)?.kind);
    }
    equal(kinds.join(), 'conflict,conflict,conflict,conflict,conflict,rateLimited');
    return 'the sixth of six in turn is refused';
  },
};

const conflicts: ReplicaCheck = {
  name: 'Two admins publish at the same moment, each at another replica',
  run: async (scene) => {
    const [a, b] = await strangers(scene);
    const [ada, bob] = [
      { cookie: await scene.joined(admin('Anna')) },
      { cookie: await scene.joined(admin('Bob')) },
    ];
    const draft = inboundDraftOf({ name: 'Contested' });
    const create = { draft, acknowledgeFailure: false };
    const { id } = await answerTo<{ id: string }>(a, '/connectors/new#createConnectorAction', create, ada);
    const rounds = 20;
    for (let version = 1; version <= rounds; version += 1) {
      const publish = (by: string) => ({
        ...{ connectorId: id, baseVersion: version },
        draft: { ...draft, description: `${by} ${version}` },
      });
      const action = '/connectors/[id]/edit#publishConnectorAction';
      const answers = await Promise.all([
        a.act(action, publish('Anna'), ada),
        b.act(action, publish('Bob'), bob),
      ]);
      const won = answers.filter(({ outcome }) => outcome?.ok).length;
      const moved = answers.flatMap((answer) => problemOf(answer) ?? []);
      equal(won, 1, `${won} of two publishes on version ${version} were taken: ${JSON.stringify(moved)}`);
      equal(JSON.stringify(moved), '[{"kind":"conflict","code":"versionMoved"}]');
    }
    const numbers = await scene.store.client.connectorVersion.count({ where: { connectorId: id } });
    equal(numbers, rounds + 1);
    return `${rounds} times one was taken and the other heard of it`;
  },
};

const routes: ReplicaCheck = {
  name: 'Routes follow a change at the other replica with the next question',
  run: async (scene) => {
    const both = await strangers(scene);
    const caller = { cookie: await scene.joined(admin('Rita')) };
    const question = JSON.stringify({ recipients: ['ada@routed.test'], sender: '', headers: [], size: '' });
    const asked = async (stranger: Stranger) => {
      const answer = await stranger.send(
        'POST',
        '/api/trace',
        { ...caller, 'content-type': 'application/json' },
        question,
      );
      equal(answer.status, 200);
      return answer.text();
    };
    const domain = { domain: 'routed.test', type: 'authoritative', isDefault: false, matchSubDomains: false };
    let changes = 0;
    for (const round of [0, 1, 2]) {
      const [here, there] = round % 2 === 0 ? both : [both[1], both[0]];
      const before = await asked(there);
      await answerTo(here, '/accepted-domains#addAcceptedDomainAction', domain, caller);
      const known = await asked(there);
      ok(known !== before, 'an accepted domain that was added at one changes nothing at the other');
      equal(await asked(here), known);
      await answerTo(
        here,
        '/accepted-domains#removeAcceptedDomainsAction',
        { domains: ['routed.test'] },
        caller,
      );
      equal(await asked(there), before, 'a domain that was removed at one still counts at the other');
      changes += 2;
    }
    return `${changes} changes seen`;
  },
};

/** From claiming a place to the connection, and the clocks of two processes. */
const SLACK_MS = 300;

const budgets: ReplicaCheck = {
  name: 'Both workers share the budget of a server',
  run: async ({ hosts, visits, store, ...scene }) => {
    const { both } = scene;
    const owners = new Set<string>();
    const runIds: string[] = [];
    for (const [at, name] of ['Pia', 'Pam', 'Pat'].entries()) {
      const cookie = await scene.joined(admin(name));
      const stranger = await strangerAt((both[at % 2] ?? both[0]).url);
      for (const part of [1, 2]) {
        const draft = draftOf({ name: `${name} ${part}`, smartHosts: [hosts.budgeted] });
        const action = '/connectors/new#requestValidationAction';
        const { runId } = await answerTo<{ runId: string }>(stranger, action, { draft }, { cookie });
        runIds.push(runId);
      }
    }
    for (const giveUpAt = performance.now() + 40_000; ; await delay(20)) {
      const runs = await store.client.validationRun.findMany({ where: { id: { in: runIds } } });
      for (const { leaseOwner } of runs) if (leaseOwner) owners.add(leaseOwner);
      if (runs.every(({ state }) => state === 'finished')) break;
      if (performance.now() > giveUpAt) throw new Error('Validations of the budgeted server did not end.');
    }
    equal(owners.size, 2, `${owners.size} workers took part`);
    ok(visits.length >= runIds.length, `${visits.length} connections for ${runIds.length} validations`);
    for (const [first, begin] of visits.entries())
      for (const [last, end] of visits.entries()) {
        if (last <= first) continue;
        ok(begin.endedAt <= end.beganAt + 5, 'two connections to one server were open at once');
        const may = BUDGET.burst + ((end.beganAt - begin.beganAt + SLACK_MS) / 1_000) * BUDGET.perSecond;
        ok(last - first + 1 <= may, `${last - first + 1} connections in ${end.beganAt - begin.beganAt} ms`);
      }
    const took = (visits.at(-1)?.beganAt ?? 0) - (visits[0]?.beganAt ?? 0);
    return `${visits.length} connections by two workers in ${(took / 1000).toFixed(1)} s, one at a time`;
  },
};

export const REPLICA_CHECKS: readonly ReplicaCheck[] = [signIn, attempts, conflicts, routes, budgets];
