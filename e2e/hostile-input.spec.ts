// What people should not type, in every field, file and address: each is refused with a problem that has a name, or kept and shown
// as the text that it is. Nothing fails, nothing runs, and the console goes on as before.
import { expect } from '@playwright/test';
import Papa from 'papaparse';
import { isStorable } from '../lib/data/json';
import { isTakeable } from '../lib/exchange/plan-row';
import { cmdletsIn } from '../lib/exchange/powershell-for-tests';
import { readSetUpFile } from '../lib/exchange/set-up-file';
import { applyImport } from '../lib/operations/apply-import';
import { importPlan } from '../lib/operations/import-plan';
import { cookieOf } from './support/callers';
import { ADMIN } from './support/console';
import { type CrowdedConsole, crowd, OTHER } from './support/crowded-console';
import { hugeJson, hugeTexts, NASTY, NASTY_BY_KIND, wholeText } from './support/nasty-strings';
import { nastyTenant, STORABLE } from './support/nasty-tenant';
import { testOnOwnConsole } from './support/own-console';
import { SAMPLE_PAGES, SAMPLE_ROUTES } from './support/sample-requests';
import { severalAtOnce } from './support/several-at-once';
import { colleague, done } from './support/stored-connectors';
import { type Caller, type Stranger, strangerAt } from './support/stranger';
import { textFields } from './support/text-fields';
import { watchedPage } from './support/watched-page';

const test = testOnOwnConsole();

/** Each field gets every so manieth text, and another one than the field before it: all of them in NASTY_EVERYWHERE. */
const STEP = process.env.NASTY_EVERYWHERE === undefined ? 149 : 1;
const some = <T>(texts: readonly T[], from: number, step = STEP): T[] =>
  texts.filter((_, at) => (at + from) % step === 0);

let there: CrowdedConsole;
let stranger: Stranger;
let admin: Caller;
/** Of the file that nastyTenant() is. */
let nastyImport: string;

test.describe.configure({ mode: 'serial' });
test.setTimeout(process.env.NASTY_EVERYWHERE === undefined ? 120_000 : 3_600_000);

test.beforeAll(async ({ console }) => {
  for (const [at, name] of [OTHER.name, ...some(NASTY_BY_KIND.markup ?? [], 0, 30)].entries())
    await console.addPerson({ ...OTHER, name, ...(at > 0 && { email: `otto${at}@contoso.test` }) });
  there = await crowd(console);
  stranger = await strangerAt(console.url);
  admin = await cookieOf(console, ADMIN);
  await stranger.act('/guide#chooseScenarioAction', { scenario: 'ownServers' }, admin);
});

/** How often React could not read what was sent as an action's input: Next.js answers with 500 then, and that is logged. */
let unread = 0;

/** What failed is in the log, whatever the caller was told. */
test.afterEach(({ console }) => {
  const failed = console
    .printed()
    .split('\n')
    .filter((line) => /"level":"(error|fatal)"/.test(line));
  const byReact = failed.filter((line) => line.includes('"msg":"A request failed"'));
  expect(failed.filter((line) => !byReact.includes(line))).toEqual([]);
  expect(byReact).toHaveLength(unread);
});

test('every text of every action is refused by name, or taken', async () => {
  expect(NASTY.length).toBeGreaterThan(500);
  const asked = textFields(there).flatMap((field, at) => some(NASTY, at).map((text) => ({ ...field, text })));
  await severalAtOnce(asked, async ({ action, path, input, text }) => {
    const { status, outcome } = await stranger.act(action, input(text), admin);
    expect([action, path, text, status]).toEqual([action, path, text, 200]);
    if (!isStorable({ text })) expect([action, path, text, outcome]).toEqual([action, path, text, MALFORMED]);
  });
});

const MALFORMED = { ok: false, problem: { kind: 'malformed' } };

test('an action takes neither too much nor what has no end', async () => {
  const name = '/connectors/new#checkNameAction';
  for (const text of hugeTexts()) {
    const answer = await stranger.act(name, { name: text }, admin);
    expect(answer.status === 413 || answer.outcome?.ok === false).toBe(true);
  }
  const nested = JSON.parse(`${'['.repeat(2_000)}${']'.repeat(2_000)}`);
  expect((await stranger.act(name, { name: nested }, admin)).outcome).toEqual(MALFORMED);
  const keys = Array.from({ length: 20_000 }, (_, at) => ({ key: `connector:${'k'.repeat(60)}${at}` }));
  const apply = { id: there.imports[1], keys, revision: 'another' };
  const { outcome } = await stranger.act('/exchange#applyImportAction', apply, admin);
  expect(outcome).toEqual({ ok: false, problem: { kind: 'conflict', code: 'setupMoved' } });
  // What React can't read reaches no action. Next.js answers with 500 and says nothing.
  for (const body of hugeJson()) {
    const answer = await stranger.actRaw(name, body, admin);
    expect([200, 413, 500]).toContain(answer.status);
    if (answer.status === 500) unread += 1;
    expect(answer.outcome?.ok ?? false).toBe(false);
  }
});

test('an address may hold anything', async () => {
  const reads = Object.entries(SAMPLE_ROUTES).flatMap(([name, sample]) =>
    name.startsWith('GET') && !name.endsWith('events') ? [sample(there).path] : [],
  );
  const addresses = [
    ...Object.values(SAMPLE_PAGES).flatMap((sample, at) =>
      some(NASTY, at, STEP * 2).flatMap((text) => spellings(sample(there), text)),
    ),
    ...reads.flatMap((path, at) =>
      some(NASTY, at, Math.ceil(STEP / 4)).flatMap((text) => spellings(path, text)),
    ),
  ];
  await severalAtOnce(addresses, async (address) => {
    const answer = await stranger.get(address, admin);
    const body = await answer.text();
    expect([address, answer.status < 500, /NEXT_ERROR|"digest":"\d/.test(body)]).toEqual([
      address,
      true,
      false,
    ]);
    if (answer.headers.get('content-type')?.startsWith('text/html'))
      expect([address, LIVE.test(body)]).toEqual([address, false]);
  });
  expect((await stranger.get('/connectors?q=a%00b', admin)).status).toBe(400);
});

/** Ours in a page as markup, not as the text that it is. */
const LIVE = /<[a-z]+[^<>"]* on[a-z]+=window\.__pwned|<script>window\.__pwned/i;
const PARAMETERS = [
  ...[
    'q',
    'page',
    'sort',
    'status',
    'validation',
    'result',
    'connector',
    'person',
    'subject',
    'from',
    'to',
    'before',
  ],
  ...[
    'restore',
    'live',
    'form',
    'format',
    'domain',
    'program',
    'clone',
    'step',
    'next',
    'token',
    'entry',
    'mode',
  ],
  ...['sender', 'header', 'whatIf', 'connection', 'ip', 'cert', 'group', 'size'],
];

/** In each parameter, and in an id's place. */
function spellings(path: string, text: string): string[] {
  const spelled = encodeURIComponent(wholeText(text).slice(0, 300)).replaceAll('%00', '%01');
  const [address = ''] = path.split('?');
  const ids = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43}/g, spelled || 'x');
  return [
    `${address}?${PARAMETERS.map((key) => `${key}=${spelled}`).join('&')}`,
    ...(ids === path ? [] : [ids]),
  ];
}

test('what is posted is JSON of the right shape, or refused', async () => {
  const bodies = [
    ...hugeJson(),
    ...some(NASTY, 0, 40),
    ...some(NASTY, 0, 40).map((text) => JSON.stringify({ text })),
  ];
  for (const [name, sample] of Object.entries(SAMPLE_ROUTES)) {
    if (!name.startsWith('POST')) continue;
    await severalAtOnce(bodies, async (body) => {
      const answer = await stranger.send('POST', sample(there).path, admin, body);
      await answer.arrayBuffer();
      expect([name, body.slice(0, 50), answer.status]).toEqual([
        name,
        body.slice(0, 50),
        name.endsWith('imports') ? 422 : 400,
      ]);
    });
  }
  const routes = {
    recipients: STORABLE.slice(0, 600).map((text) => text.slice(0, 300)),
    sender: '',
    headers: [],
    size: '',
  };
  const traced = await stranger.send('POST', '/api/trace', admin, JSON.stringify(routes));
  expect(traced.status).toBe(200);
});

test('a file that is hostile from end to end is read, told of line by line, and taken over as text', async ({
  console,
}) => {
  const post = (body: string | Uint8Array<ArrayBuffer>, name = 'tenant.json') =>
    stranger.send('POST', `/api/exchange/imports?name=${encodeURIComponent(name)}`, admin, body);
  expect((await post(new Uint8Array(21_000_000).fill(32))).status).toBe(422);
  const deep = {
    ...nastyTenant(['deep']).OutboundConnectors[1],
    Extra: JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`),
  };
  expect((await post(JSON.stringify({ OutboundConnectors: [deep] }))).status).toBeLessThan(500);
  const half = await post(JSON.stringify(nastyTenant(['a\0b', '\ud800'])));
  expect([half.status, await half.json()]).toMatchObject([
    422,
    { problem: { kind: 'unreadableFile', refusal: { code: 'notText' } } },
  ]);
  for (const name of some(STORABLE, 0, 20)) expect((await post('{}', name.slice(0, 500))).status).toBe(422);

  const taken = await post(
    JSON.stringify(nastyTenant()),
    `${'x'.repeat(254)}😀<img src=x onerror=window.__pwned=1>.json`,
  );
  expect(taken.status).toBe(200);
  nastyImport = ((await taken.json()) as { id: string }).id;
  const plan = done(await importPlan(colleague(console), { id: nastyImport, live: true }));
  const keys = plan.rows.filter(isTakeable).map(({ key }) => key);
  const counts = done(
    await applyImport(colleague(console), {
      id: nastyImport,
      keys,
      revision: plan.revision,
      note: '<b>all</b>',
    }),
  );
  expect(counts.connectors).toBeGreaterThan(300);
  expect(counts.transportRules).toBeGreaterThan(200);
  expect(counts.acceptedDomains).toBeGreaterThan(3);
});

test('what was kept goes out as text: no formula, no command, no broken JSON', async () => {
  const read = async (path: string) => {
    const answer = await stranger.get(path, admin);
    expect([path, answer.status, answer.headers.get('x-content-type-options')]).toEqual([
      path,
      200,
      'nosniff',
    ]);
    expect(answer.headers.get('content-disposition') ?? 'attachment').toMatch(/^attachment/);
    return answer.text();
  };
  const { data } = Papa.parse<string[]>(await read('/api/audit?format=csv'));
  expect(data.length).toBeGreaterThan(50);
  expect(data.flat().filter((cell) => /^\s*[=+\-@＝＋－＠]/.test(cell) && !/^-?\d+$/.test(cell))).toEqual([]);
  for (const format of ['exchangeOnline', 'exchangeServer']) {
    const cmdlets = new Set(cmdletsIn(await read(`/api/exchange/export?format=${format}`)));
    expect([...cmdlets].filter((cmdlet) => !OURS.test(cmdlet))).toEqual([]);
  }
  JSON.parse(await read('/api/exchange/export?format=json'));
  expect(readSetUpFile(await read('/api/set-up.json'))).toMatchObject({ ok: true });
});

/** What the scripts are made of. */
const OURS =
  /^((Get|New|Set|Enable|Disable|Remove)-(Outbound|Inbound|Send|Receive)Connector|Validate-OutboundConnector|(Get|New|Set|Enable|Disable)-(TransportRule|AcceptedDomain)|Get-Command|Get-ExchangeCertificate|(Where|ForEach|Sort|Select)-Object|Write-Host|throw)$/;

test('pages show it as text', async ({ console, context }) => {
  await console.signIn(context, ADMIN);
  const { page, seen } = await watchedPage(context, console.url);
  const shown = await console.store.client.connector.findMany({ where: { name: { contains: 'onerror' } } });
  const [one] = shown;
  const id = one?.id ?? '';
  for (const path of [
    '/connectors?size=100&q=onerror',
    `/connectors?connector=${id}`,
    `/connectors/${id}/edit`,
    `/connectors/${id}/history`,
    `/connectors/${id}/report`,
    '/audit?entry=1',
    '/rules',
    '/accepted-domains',
    `/exchange/imports/${nastyImport}`,
    `/exchange/export?connector=${id}`,
    '/guide',
    '/settings/users',
    '/coverage',
    `/trace?to=${encodeURIComponent('<img src=x onerror=window.__pwned=1>@a1.test')}`,
  ]) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    expect([path, await seen()]).toEqual([path, []]);
  }
  await page.goto('/connectors?size=100&q=onerror');
  await expect(page.getByText(one?.name ?? 'nothing').first()).toBeVisible();
});

test('what is pasted is read in the browser, and nothing of it runs', async ({ console, context }) => {
  await console.signIn(context, ADMIN);
  const { page, seen } = await watchedPage(context, console.url);
  const lines = NASTY.map((text) =>
    wholeText(text)
      .replaceAll(/[\r\n]+/g, ' ')
      .slice(0, 500),
  );
  for (const [path, box, text] of [
    [
      '/guide/final-test',
      /./,
      lines.map((line) => `Received: from ${line} by ${line}; ${line}\nX-Test: ${line}`).join('\n'),
    ],
    ['/guide/firewall', /rules/i, lines.join('\n')],
    ['/trace?mode=list', /addresses/i, lines.map((line) => `${line}@contoso.test`).join('\n')],
  ] as const) {
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await page.getByRole('textbox', { name: box }).first().fill(text);
    await page.waitForTimeout(500);
    expect([path, await seen()]).toEqual([path, []]);
  }
});

test('the console is as quick as before', async () => {
  const began = performance.now();
  expect((await stranger.get('/sign-in')).status).toBe(200);
  expect((await stranger.get('/api/validation-runs', admin)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(2_000);
});
