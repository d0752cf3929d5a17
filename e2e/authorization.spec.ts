// Who may do what: everything that a request can reach, asked by everybody who might, directly and without a browser. The
// surface is read from the code and from the build (support/surface.ts); what is new needs its row, or this fails.
import { expect } from '@playwright/test';
import { findUserByEmail, removeSessions, setUserDisabled, setUserRole } from '../lib/data/users';
import { ADMIN, HELPDESK, type TestConsole } from './support/console';
import { type CrowdedConsole, crowd, OTHER } from './support/crowded-console';
import { test } from './support/own-console';
import { type Person, sessionCookies } from './support/people';
import { SAMPLE_ACTIONS, SAMPLE_PAGES, SAMPLE_ROUTES } from './support/sample-requests';
import { type Caller, type Stranger, strangerAt } from './support/stranger';
import { surfaceOfBuild, surfaceOfSources } from './support/surface';

/** What stands open to everybody, because somebody who is not signed in has to come in by it. */
const ANYBODY: readonly string[] = [
  ...['/forgotten', '/invite/[token]', '/reset/[token]', '/set-up', '/sign-in'],
  ...['/invite/[token]#acceptInvitationAction', '/reset/[token]#resetPasswordAction'],
  ...['/set-up#completeSetUpAction', '/sign-in#signInAction', '/sign-out#signOutAction'],
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

type Role = 'admin' | 'helpdesk' | 'nobody';

/** What `role` is answered: the thing itself, that it needs an admin, or that one has to sign in. */
function answerTo(role: Role, name: string): 'open' | 'forbidden' | 'signedOut' {
  if (ANYBODY.includes(name)) return 'open';
  if (role === 'nobody') return 'signedOut';
  return role === 'admin' || HELPDESK_MAY.includes(name) ? 'open' : 'forbidden';
}

const ROUTE_STATUS = { open: 200, forbidden: 403, signedOut: 401 } as const;
const MORE_PEOPLE = {
  revoked: { ...ADMIN, name: 'Rita Revoked', email: 'rita@contoso.test' },
  expired: { ...ADMIN, name: 'Ed Expired', email: 'ed@contoso.test' },
  disabled: { ...ADMIN, name: 'Dora Disabled', email: 'dora@contoso.test' },
  demoted: { ...ADMIN, name: 'Dan Demoted', email: 'dan@contoso.test' },
} as const satisfies Record<string, Person>;

type Scene = Readonly<{
  there: CrowdedConsole;
  stranger: Stranger;
  /** Everybody who asks, by what they are taken for. */
  callers: Readonly<Record<Role, Readonly<Record<string, Caller>>>>;
  admin: Caller;
  helpdesk: Caller;
}>;
let scene: Scene;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async ({ console }) => {
  for (const person of [OTHER, ...Object.values(MORE_PEOPLE)]) await console.addPerson(person);
  const there = await crowd(console);
  const stranger = await strangerAt(console.url);
  const [admin, helpdesk] = [await cookieOf(console, ADMIN), await cookieOf(console, HELPDESK)];
  scene = { there, stranger, admin, helpdesk, callers: await callersOf(console, admin, helpdesk) };
});

async function cookieOf({ store, settings }: TestConsole, person: Person): Promise<Caller> {
  const cookies = await sessionCookies(store, settings, person);
  return { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

async function callersOf(console: TestConsole, admin: Caller, helpdesk: Caller): Promise<Scene['callers']> {
  const of = async (who: keyof typeof MORE_PEOPLE) => {
    const caller = await cookieOf(console, MORE_PEOPLE[who]);
    const user = await findUserByEmail(console.store, MORE_PEOPLE[who].email);
    return [caller, user?.id ?? ''] as const;
  };
  const [[revoked, revokedId], [expired, expiredId]] = [await of('revoked'), await of('expired')];
  const [[disabled, disabledId], [demoted, demotedId]] = [await of('disabled'), await of('demoted')];
  await console.store.write(async (tx) => {
    await removeSessions(tx, revokedId);
    await tx.session.updateMany({
      where: { userId: expiredId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    await setUserDisabled(tx, disabledId, true);
    await setUserRole(tx, demotedId, 'helpdesk');
  });
  const [name = '', value = ''] = (admin.cookie ?? '').split('=');
  const [token = '', signature = ''] = decodeURIComponent(value).split('.');
  const [, theirs = ''] = decodeURIComponent((helpdesk.cookie ?? '').split('=')[1] ?? '').split('.');
  const cookie = (text: string): Caller => ({ cookie: `${name}=${encodeURIComponent(text)}` });
  const flipped = signature.startsWith('A') ? `B${signature.slice(1)}` : `A${signature.slice(1)}`;
  return {
    nobody: {
      'without a cookie': {},
      'with a session that was ended': revoked,
      'with a session that has run out': expired,
      'with a disabled account': disabled,
      'with a changed signature': cookie(`${token}.${flipped}`),
      "with another session's signature": cookie(`${token}.${theirs}`),
      'with a token alone': cookie(token),
      'with an invented role': {
        cookie: 'role=admin; who=admin',
        'x-role': 'admin',
        'x-mailspan-path': '/audit',
      },
      // CVE-2025-29927: a header by which Next.js once skipped the proxy.
      'as a request of the server itself': { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
    },
    helpdesk: { helpdesk, 'an admin of yesterday': demoted },
    admin: { admin },
  };
}

/** A page of another site, in a browser in which an admin of this console is signed in. */
const ELSEWHERE: Readonly<Record<string, Caller>> = {
  'another site': { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  'another site over plain HTTP': { origin: 'http://evil.example' },
  'another port of this machine': { origin: 'http://localhost:1', 'sec-fetch-site': 'same-site' },
  'a page in a sandbox': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'another site that hides its name': { 'sec-fetch-site': 'cross-site' },
  'a name that is no address': { origin: 'nowhere' },
};

/** Every row of the store, but for when somebody was last seen and what workers do meanwhile. */
async function everything({ store: { client } }: TestConsole) {
  // One that has run out is swept away as it is shown.
  const open = { expiresAt: { gt: new Date() } };
  const sessions = await client.session.findMany({ where: open, orderBy: { id: 'asc' } });
  return {
    audit: await client.auditHead.findMany(),
    users: await client.user.findMany({ orderBy: { id: 'asc' } }),
    sessions: sessions.map(({ id, userId, expiresAt }) => ({ id, userId, expiresAt })),
    invitations: await client.invitation.findMany({ orderBy: { id: 'asc' } }),
    connectors: await client.connector.findMany({ orderBy: { id: 'asc' } }),
    versions: await client.connectorVersion.count(),
    drafts: await client.connectorDraft.findMany({ orderBy: { connectorId: 'asc' } }),
    domains: await client.acceptedDomain.findMany({ orderBy: { domain: 'asc' } }),
    rules: await client.transportRule.findMany({ orderBy: { id: 'asc' } }),
    imports: await client.exchangeImport.findMany({
      orderBy: { id: 'asc' },
      omit: { file: true, report: true },
    }),
    guide: [
      await client.guideChoice.findMany(),
      await client.guideMark.count(),
      await client.guideCheck.count(),
    ],
    runs: await client.validationRun.findMany({ orderBy: { id: 'asc' }, omit: { plan: true } }),
  };
}

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
      const { status } = await scene.stranger.send(method, sample(scene.there).path, scene.admin);
      expect([method, name, status]).toEqual([method, name, 405]);
    }
  }
});

test('a page shows itself, says that it needs an admin, or leads to sign-in', async ({ console }) => {
  const before = await everything(console);
  for (const [role, who] of eachCaller())
    for (const [name, sample] of Object.entries(SAMPLE_PAGES)) {
      const answer = await scene.stranger.get(sample(scene.there), who.headers);
      const html = await answer.text();
      expect([who.name, name, told(answer, html)]).toEqual([who.name, name, pageAnswer(role, name)]);
    }
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
  const reads = Object.entries(SAMPLE_ROUTES).filter(([name]) => name !== 'POST /api/exchange/imports');
  const before = await everything(console);
  const audited: string[] = [];
  for (const [role, who] of eachCaller())
    for (const [name, sample] of role === 'admin' ? reads : Object.entries(SAMPLE_ROUTES)) {
      const [method = ''] = name.split(' ');
      const { path, body }: ReturnType<typeof sample> & { body?: string | Uint8Array<ArrayBuffer> } = sample(
        scene.there,
      );
      const answer = await scene.stranger.send(method, path, who.headers, body);
      await answer.arrayBuffer();
      const wanted = answerTo(role, name);
      expect([who.name, name, answer.status]).toEqual([who.name, name, ROUTE_STATUS[wanted]]);
      expect(answer.headers.get('access-control-allow-origin')).toBeNull();
      expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin');
      if (wanted === 'open' && AUDITED[name]) audited.push(AUDITED[name]);
    }
  // Nothing has changed but that the log says who took a file away.
  const { audit: _, ...after } = await everything(console);
  const { audit, ...rest } = before;
  expect(after).toEqual(rest);
  const newEntries = await console.store.client.auditEntry.findMany({
    where: { sequence: { gt: audit[0]?.sequence ?? 0 } },
    orderBy: { sequence: 'asc' },
  });
  expect(newEntries.map(({ action }) => action)).toEqual(audited);
});

/** Files that are written down in the audit log as they are handed out. */
const AUDITED: Readonly<Record<string, string>> = {
  'GET /api/audit': 'audit.exported',
  'GET /api/exchange/export': 'exchange.exported',
};

test('an action refuses whoever may not, and changes nothing', async ({ console }) => {
  const before = await everything(console);
  for (const [role, who] of eachCaller())
    for (const [name, sample] of Object.entries(SAMPLE_ACTIONS)) {
      const wanted = answerTo(role, name);
      if (wanted === 'open') continue;
      const { outcome } = await scene.stranger.act(name, sample(scene.there), who.headers);
      expect([who.name, name, outcome]).toEqual([
        who.name,
        name,
        { ok: false, problem: expect.objectContaining({ kind: wanted }) },
      ]);
    }
  expect(await everything(console)).toEqual(before);
});

test('another site reaches no action and nothing that is posted, though the browser sends its cookies', async ({
  console,
}) => {
  const before = await everything(console);
  for (const [from, headers] of Object.entries(ELSEWHERE)) {
    const caller = { ...scene.admin, ...headers };
    for (const [name, sample] of Object.entries(SAMPLE_ACTIONS)) {
      const { status } = await scene.stranger.act(name, sample(scene.there), caller);
      expect([from, name, status]).toEqual([from, name, 403]);
    }
    for (const [name, sample] of Object.entries(SAMPLE_ROUTES)) {
      if (!name.startsWith('POST')) continue;
      const { path, body }: ReturnType<typeof sample> & { body?: string | Uint8Array<ArrayBuffer> } = sample(
        scene.there,
      );
      const { status } = await scene.stranger.send('POST', path, caller, body);
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
    ...scene.admin,
    'sec-fetch-site': 'cross-site',
    referer: 'https://intranet.contoso.test/',
  };
  expect((await scene.stranger.get('/connectors', caller)).status).toBe(200);
});

test('helpdesk and admin are answered what they may ask for', async () => {
  const { stranger, there } = scene;
  for (const role of ['helpdesk', 'admin'] as const)
    for (const [name, sample] of Object.entries(SAMPLE_ACTIONS)) {
      if (answerTo(role, name) !== 'open' || ANYBODY.includes(name)) continue;
      const { outcome } = await stranger.act(name, sample(there), scene[role]);
      expect([role, name, outcome]).toEqual([role, name, expect.objectContaining({ ok: true })]);
    }
  const { path, body } = SAMPLE_ROUTES['POST /api/exchange/imports']();
  expect((await stranger.send('POST', path, scene.admin, body)).status).toBe(200);
});

function* eachCaller(): Generator<[Role, Readonly<{ name: string; headers: Caller }>]> {
  for (const role of ['nobody', 'helpdesk', 'admin'] as const)
    for (const [name, headers] of Object.entries(scene.callers[role])) yield [role, { name, headers }];
}
