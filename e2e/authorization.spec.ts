// Who may do what: everything that a request can reach, asked by everybody who might, directly and without a browser. The
// surface is read from the code and from the build (support/surface.ts); what is new needs its row, or this fails.
import { expect } from '@playwright/test';
import { findUserByEmail } from '../lib/data/users';
import { inviteUser } from '../lib/operations/invitations';
import { requestReset } from '../lib/operations/users-reset';
import { type Callers, callersOf, cookieOf, ELSEWHERE, everything, type Role } from './support/callers';
import { ADMIN, HELPDESK } from './support/console';
import { type CrowdedConsole, crowd, OTHER } from './support/crowded-console';
import { testOnOwnConsole } from './support/own-console';
import { SAMPLE_ACTIONS, SAMPLE_PAGES, SAMPLE_ROUTES } from './support/sample-requests';
import { severalAtOnce } from './support/several-at-once';
import { colleague, done } from './support/stored-connectors';
import { type ActionAnswer, type Caller, type Stranger, strangerAt } from './support/stranger';
import { surfaceOfBuild, surfaceOfSources } from './support/surface';

const test = testOnOwnConsole();

/** What stands open to everybody, because somebody who is not signed in has to come in by it. */
const ANYBODY: readonly string[] = [
  ...['/forgotten', '/invite/[token]', '/reset/[token]', '/set-up', '/sign-in'],
  ...['/invite/[token]#acceptInvitationAction', '/reset/[token]#resetPasswordAction'],
  ...['/set-up#completeSetUpAction', '/sign-in#signInAction', '/sign-out#signOutAction'],
  ...['GET /api/health/live', 'GET /api/health/ready', 'GET /metrics'],
];

/** All that helpdesk may beside that. What stands neither here nor above is an admin's alone. */
const HELPDESK_MAY: readonly string[] = [
  // See connectors, the set-up, validations and how far the guide is.
  ...['/', '/connectors', '/connectors/[id]/history', '/connectors/[id]/report', '/connectors/deleted'],
  ...['/accepted-domains', '/rules', '/trace', '/coverage'],
  ...['/validation', '/validation/[runId]', '/validation/compare'],
  ...['/exchange', '/exchange/export', '/exchange/imports/[id]', '/exchange/imports/compare'],
  ...['/guide', '/guide/final-test', '/guide/firewall', '/guide/mx', '/guide/server'],
  // The same as data, and as files.
  ...['GET /api/connectors/[id]', 'GET /api/connectors/[id]/history'],
  ...['GET /api/exchange/export', 'GET /api/exchange/imports/[id]', 'GET /api/exchange/imports/compare'],
  ...['GET /api/guide/mx', 'GET /api/guide/path-set-up', 'GET /api/set-up.json'],
  ...['GET /api/validation-runs', 'GET /api/validation-runs/[id]', 'GET /api/validation-runs/[id]/events'],
  ...['GET /api/validation-runs/[id]/report.json', 'GET /api/validation-runs/[id]/transcript.txt'],
  // Ask what would be, which changes nothing.
  ...['POST /api/setup-impact', 'POST /api/trace', 'POST /api/trace/inbound', 'POST /api/trace/list'],
  ...['/accepted-domains#acceptedDomainUsesAction', '/connectors/[id]/history#connectorHistoryAction'],
  ...['/exchange#exportTargetsAction', '/rules#ruleTargetsAction'],
  // Validate connectors as they are saved. To end a validation is their right too, but only for one of their own.
  ...['/connectors#requestConnectorValidationAction', '/connectors#validateConnectorsAction'],
  '/validation#requestConnectorValidationAction',
];

/** What `role` is answered: the thing itself, that it needs an admin, or that one has to sign in. */
function answerTo(role: Role, name: string): 'open' | 'forbidden' | 'signedOut' {
  if (ANYBODY.includes(name)) return 'open';
  if (role === 'nobody') return 'signedOut';
  return role === 'admin' || HELPDESK_MAY.includes(name) ? 'open' : 'forbidden';
}

/** Whoever may send it changes something by it. */
const THE_IMPORT = 'POST /api/exchange/imports';
/** Has a bearer token of its own, whoever is signed in; without that setting it is nowhere. */
const THE_METRICS = 'GET /metrics';
const ROUTE_STATUS = { open: 200, forbidden: 403, signedOut: 401 } as const;

let there: CrowdedConsole;
let stranger: Stranger;
let callers: Callers;
let signedIn: Readonly<Record<'admin' | 'helpdesk', Caller>>;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ console }) => {
  await console.addPerson(OTHER);
  there = await crowd(console);
  stranger = await strangerAt(console.url);
  callers = await callersOf(console);
  signedIn = { admin: await cookieOf(console, ADMIN), helpdesk: await cookieOf(console, HELPDESK) };
});

test('every page, route and action has its row, and every row its page, route or action', async () => {
  const [sources, build] = [await surfaceOfSources(), await surfaceOfBuild()];
  expect(Object.keys(SAMPLE_PAGES).sort()).toEqual(sources.pages);
  expect(Object.keys(SAMPLE_ROUTES).sort()).toEqual(sources.routes);
  expect(Object.keys(SAMPLE_ACTIONS).sort()).toEqual(sources.actions);
  const known = [...sources.pages, ...sources.routes, ...sources.actions];
  expect([...ANYBODY, ...HELPDESK_MAY].filter((name) => !known.includes(name))).toEqual([]);
  // Beside ours Next.js serves what is not found, what failed, and the icon.
  expect(build.actions).toEqual(sources.actions);
  expect(build.pages.filter((page) => !page.startsWith('/_'))).toEqual(sources.pages);
  const addresses = [...new Set(sources.routes.map((route) => route.split(' ')[1] ?? ''))].sort();
  expect(build.routes.filter((route) => route !== '/icon.svg')).toEqual(addresses);
});

test('a route handler answers its own methods and no other', async () => {
  const routes = Object.entries(SAMPLE_ROUTES);
  const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];
  for (const [name, sample] of routes) {
    const [, address = ''] = name.split(' ');
    for (const method of methods.filter((one) => !routes.some(([other]) => other === `${one} ${address}`))) {
      const { status } = await stranger.send(method, sample(there).path, signedIn.admin);
      expect([method, name, status]).toEqual([method, name, 405]);
    }
  }
});

test('a page shows itself, says that it needs an admin, or leads to sign-in', async ({ console }) => {
  const before = await everything(console);
  await severalAtOnce(eachAsking(SAMPLE_PAGES), async ({ role, who, headers, name, sample }) => {
    const answer = await stranger.get(sample(there), headers);
    const html = await answer.text();
    expect([who, name, told(answer, html)]).toEqual([who, name, pageAnswer(role, name)]);
  });
  expect(await everything(console)).toEqual(before);
});

/** Start pages lead on; whoever is signed in needs no sign-in page. */
function pageAnswer(role: Role, name: string): string {
  const answer = answerTo(role, name);
  if (answer === 'signedOut') return '307 /sign-in';
  if (answer === 'forbidden') return '403';
  if (name === '/') return '307 /connectors';
  return name === '/sign-in' && role !== 'nobody' ? '307 /' : '200';
}

function told(answer: Response, html: string): string {
  const { pathname } = new URL(answer.headers.get('location') ?? '', 'http://nowhere');
  if (answer.status >= 300 && answer.status < 400) return `${answer.status} ${pathname}`;
  // A page that began before it ended so: Next.js then says it in the page.
  if (/NEXT_HTTP_ERROR_FALLBACK;403/.test(html)) return '403';
  return /NEXT_REDIRECT/.test(html) ? 'a redirect after the page began' : String(answer.status);
}

test('a route answers 200, 403 or 401, and no other site may read it', async ({ console }) => {
  const before = await everything(console);
  const audited: string[] = [];
  await severalAtOnce(eachAsking(SAMPLE_ROUTES), async ({ role, who, headers, name, sample }) => {
    const wanted = answerTo(role, name);
    if (wanted === 'open' && name === THE_IMPORT) return;
    const { path, body } = sample(there);
    const answer = await stranger.send(name.split(' ')[0] ?? '', path, headers, body);
    await answer.arrayBuffer();
    expect([who, name, answer.status]).toEqual([
      who,
      name,
      name === THE_METRICS ? 404 : ROUTE_STATUS[wanted],
    ]);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    if (wanted === 'open' && AUDITED[name]) audited.push(AUDITED[name]);
  });
  // Nothing has changed but that the log says who took a file away.
  const { audit: _, ...after } = await everything(console);
  const { audit, ...rest } = before;
  expect(after).toEqual(rest);
  const newer = { sequence: { gt: audit[0]?.sequence ?? 0 } };
  const entries = await console.store.client.auditEntry.findMany({ where: newer });
  expect(entries.map(({ action }) => action).sort()).toEqual(audited.sort());
});

/** Files that are written down in the audit log as they are handed out. */
const AUDITED: Readonly<Record<string, string>> = {
  'GET /api/audit': 'audit.exported',
  'GET /api/exchange/export': 'exchange.exported',
};

test('an action refuses whoever may not, and changes nothing', async ({ console }) => {
  const before = await everything(console);
  await severalAtOnce(eachAsking(SAMPLE_ACTIONS), async ({ role, who, headers, name, sample }) => {
    const kind = answerTo(role, name);
    if (kind === 'open') return;
    const { outcome } = await stranger.act(name, sample(there), headers);
    const refusal = { ok: false, problem: expect.objectContaining({ kind }) };
    expect([who, name, outcome]).toEqual([who, name, refusal]);
  });
  expect(await everything(console)).toEqual(before);
});

test('another site reaches no action and nothing that is posted, though the browser sends its cookies', async ({
  console,
}) => {
  const before = await everything(console);
  for (const [from, headers] of Object.entries(ELSEWHERE)) {
    const caller = { ...signedIn.admin, ...headers };
    for (const [name, sample] of Object.entries(SAMPLE_ACTIONS)) {
      const { status } = await stranger.act(name, sample(there), caller);
      expect([from, name, status]).toEqual([from, name, 403]);
    }
    for (const [name, sample] of Object.entries(SAMPLE_ROUTES)) {
      if (!name.startsWith('POST')) continue;
      const { path, body } = sample(there);
      const { status } = await stranger.send('POST', path, caller, body);
      expect([from, name, status]).toEqual([from, name, 403]);
    }
    // A form that needs no script.
    const form = new FormData();
    form.set('$ACTION_ID_00', '');
    const posted = await fetch(`${console.url}/sign-in`, { method: 'POST', headers: caller, body: form });
    expect(posted.status).toBe(403);
  }
  expect(await everything(console)).toEqual(before);
});

test('a link from another site leads to a page all the same', async () => {
  const caller = {
    ...signedIn.admin,
    'sec-fetch-site': 'cross-site',
    referer: 'https://intranet.contoso.test/',
  };
  expect((await stranger.get('/connectors', caller)).status).toBe(200);
});

test('helpdesk and admin are answered what they may ask for', async () => {
  for (const role of ['helpdesk', 'admin'] as const)
    for (const [name, sample] of Object.entries(SAMPLE_ACTIONS)) {
      if (answerTo(role, name) !== 'open' || ANYBODY.includes(name)) continue;
      const { outcome } = await stranger.act(name, sample(there), signedIn[role]);
      expect([role, name, outcome]).toEqual([role, name, expect.objectContaining({ ok: true })]);
    }
  const { path = '', body } = SAMPLE_ROUTES[THE_IMPORT]?.(there) ?? {};
  expect((await stranger.send('POST', path, signedIn.admin, body)).status).toBe(200);
});

test('helpdesk ends a validation of their own, and nobody else’s', async ({ console }) => {
  const own = there.runs.ofHelpdesk;
  const user = await findUserByEmail(console.store, HELPDESK.email);
  const data = { requestedById: user?.id ?? '' };
  await console.store.client.validationRun.update({ where: { id: own }, data });
  const cancel = (id: string) =>
    stranger.act('/validation#cancelValidationAction', { id }, signedIn.helpdesk);
  expect((await cancel(own)).outcome).toMatchObject({ ok: true });
  expect((await cancel(there.runs.alsoOpen)).outcome).toMatchObject({ problem: { kind: 'forbidden' } });
});

/** What somebody might put in an id's place, or in anything's. */
const FORGED: readonly unknown[] = [
  ...[
    null,
    7.5,
    -1,
    2 ** 31,
    Number.MAX_SAFE_INTEGER,
    true,
    '',
    'another',
    '../../etc/passwd',
    '\0',
    '\ud800',
  ],
  ...['x'.repeat(10_000), [], ['another'], {}, { contains: '' }, { not: null }],
];
/** Values that name something there is: none of FORGED does. */
const NAMES_SOMETHING = /^(id|ids|items|.+Id|keys|seen|revision|sequence|baseVersion|draft|role|token)$/;

test('forged ids, numbers and roles are refused as what they are, and nothing of it is a failure', async () => {
  const forged = Object.entries(SAMPLE_ACTIONS)
    .filter(([name]) => !ANYBODY.includes(name))
    .flatMap(([name, sample]) => {
      const input = sample(there);
      const keys = typeof input === 'object' && input !== null ? Object.keys(input) : [];
      return [
        ...FORGED.map((value) => ({ name, key: '', input: value })),
        ...keys.flatMap((key) =>
          FORGED.map((value) => ({ name, key, input: { ...(input as object), [key]: value } })),
        ),
      ];
    });
  await severalAtOnce(forged, async ({ name, key, input }) => {
    const { status, outcome } = await stranger.act(name, input, signedIn.admin);
    expect([name, input, status]).toEqual([name, input, 200]);
    if (NAMES_SOMETHING.test(key)) expect([name, input, refusalsIn(outcome)]).not.toEqual([name, input, []]);
  });
});

/** The problem, or those of a report about many; none where something was done. */
function refusalsIn(outcome: ActionAnswer['outcome']): unknown[] {
  if (!outcome?.ok) return [outcome?.problem];
  const { items = [] } = (outcome.value ?? {}) as { items?: { ok: boolean }[] };
  return items.some(({ ok }) => ok) ? [] : items;
}

test('nobody becomes an admin by saying so', async () => {
  const claims = { who: { role: 'admin' }, role: 'admin', actor: 'ada', userId: 'ada', isAdmin: true };
  await severalAtOnce(Object.entries(SAMPLE_ACTIONS), async ([name, sample]) => {
    if (answerTo('helpdesk', name) !== 'forbidden') return;
    const input = sample(there);
    const said = JSON.stringify({ ...claims, ...(typeof input === 'object' && input) }).slice(1);
    const bodies = [
      `[{${said}]`,
      `[{"__proto__":${JSON.stringify(claims)},${said}]`,
      `[{"constructor":{"prototype":${JSON.stringify(claims)}},${said}]`,
    ];
    for (const body of bodies) {
      const { status, outcome } = await stranger.actRaw(name, body, signedIn.helpdesk);
      expect([name, status, outcome]).toEqual([name, 200, expect.objectContaining({ ok: false })]);
    }
  });
  expect((await stranger.get('/audit', signedIn.helpdesk)).status).toBe(403);
});

test('a one-time link is good once, for what it was made for, and for nobody’s wish of a role', async ({
  console,
}) => {
  const { store } = console;
  const context = colleague(console);
  const account = (name: string, token: string) => ({
    ...{ token, name, email: `${name}@contoso.test`, password: 'correct horse battery' },
    ...{ repeated: 'correct horse battery', role: 'admin', who: { role: 'admin' } },
  });
  const accept = (name: string, token: string, caller?: Caller) =>
    stranger.act('/invite/[token]#acceptInvitationAction', account(name, token), caller);
  const invited = async () =>
    tokenOf(done(await inviteUser(context, { role: 'helpdesk', email: undefined })).link);
  const user = await findUserByEmail(store, HELPDESK.email);
  const reset = tokenOf(done(await requestReset(context, { userId: user?.id ?? '' })).link);

  const once = await invited();
  const taken = { ...account('hal', once) };
  const answer = await stranger.act('/invite/[token]#acceptInvitationAction', taken);
  expect(answer.outcome).toEqual({ ok: false, problem: { kind: 'conflict', code: 'emailTaken' } });
  // Two at once: one gets in.
  const both = await Promise.all([accept('ivy', once), accept('jan', once)]);
  const codes = both.map(({ outcome }) => (outcome?.ok ? 'in' : JSON.stringify(outcome?.problem))).sort();
  expect(codes).toEqual(['in', '{"kind":"conflict","code":"linkUsed"}'].sort());
  const [opened = ''] = both.flatMap(({ cookies }) => cookies);
  expect(opened).toMatch(/HttpOnly/i);
  expect(opened).toMatch(/SameSite=lax/i);
  const joined = await store.client.user.findMany({ where: { name: { in: ['ivy', 'jan'] } } });
  expect(joined.map(({ role }) => role)).toEqual(['helpdesk']);
  // Who is signed in as an admin gives nothing of it away by opening a link.
  expect((await accept('kim', await invited(), signedIn.admin)).outcome).toMatchObject({ ok: true });
  expect((await findUserByEmail(store, 'kim@contoso.test'))?.role).toBe('helpdesk');

  expect((await accept('leo', reset)).outcome).toMatchObject({ problem: { kind: 'notFound' } });
  const setUp = (caller?: Caller) =>
    stranger.act('/set-up#completeSetUpAction', account('sue', reset), caller);
  for (const caller of [undefined, signedIn.helpdesk, signedIn.admin])
    expect((await setUp(caller)).outcome).toMatchObject({ problem: { code: 'linkUsed' } });

  const renew = (token: string) => {
    const password = 'another horse battery';
    const input = { token, password, repeated: password };
    return stranger.act('/reset/[token]#resetPasswordAction', input);
  };
  expect((await renew(await invited())).outcome).toMatchObject({ problem: { kind: 'notFound' } });
  expect((await renew(reset)).outcome).toMatchObject({ ok: true });
  expect((await renew(reset)).outcome).toMatchObject({ problem: { code: 'linkUsed' } });
  // With the old password the old sessions are gone.
  expect((await stranger.get('/api/validation-runs', signedIn.helpdesk)).status).toBe(401);
});

test('signing out ends the session that asks and no other; signing in is counted', async ({ console }) => {
  const [mine, other] = [await cookieOf(console, ADMIN), await cookieOf(console, ADMIN)];
  const signOut = (caller?: Caller) => stranger.act('/sign-out#signOutAction', undefined, caller);
  expect((await signOut()).outcome).toEqual({ ok: true, value: { signedIn: false } });
  expect((await signOut(mine)).outcome).toEqual({ ok: true, value: { signedIn: false } });
  expect((await stranger.get('/api/audit?format=json', mine)).status).toBe(401);
  expect((await stranger.get('/api/audit?format=json', other)).status).toBe(200);
  const signIn = async (password: string) => {
    const { outcome } = await stranger.act('/sign-in#signInAction', { email: OTHER.email, password });
    return outcome?.ok ? 'in' : JSON.stringify(outcome?.problem);
  };
  // A disabled account is told so only after the right password.
  expect(await signIn('not the password')).toContain('wrongPassword');
  for (let attempt = 0; attempt < 4; attempt += 1) await signIn(`wrong ${attempt}`);
  expect(await signIn(OTHER.password)).toContain('rateLimited');
});

const tokenOf = (link: string): string => /[\w-]{43}$/.exec(link)?.[0] ?? '';

/** Everybody with everything. */
const eachAsking = <T>(samples: Readonly<Record<string, T>>) =>
  (['nobody', 'helpdesk', 'admin'] as const).flatMap((role) =>
    Object.entries(callers[role]).flatMap(([who, headers]) =>
      Object.entries(samples).map(([name, sample]) => ({ role, who, headers, name, sample })),
    ),
  );
