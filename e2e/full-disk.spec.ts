// A disk that fills up under a running console: it says so in words, loses nothing, and goes on once there is room.
import { expect, type Page, test } from '@playwright/test';
import { inboundDraftOf } from '../lib/operations/create-connector-for-tests';
import english from '../messages/en/common.json' with { type: 'json' };
import italian from '../messages/it/common.json' with { type: 'json' };
import { halfThings } from '../trials/whole-store';
import { ADMIN, startConsole, type TestConsole } from './support/console';
import { box, EDIT_WORDS, saved, toOurServers } from './support/edited-connector';
import { sessionCookies } from './support/people';
import { type SmallDisk, smallDisk } from './support/small-disk';
import { strangerAt } from './support/stranger';
import { WORDS } from './support/wizard';

let disk: SmallDisk | undefined;
let console: TestConsole;
test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  disk = await smallDisk(12);
  test.skip(!disk, 'Only root on Linux may mount a disk that is small enough to fill.');
  if (disk) console = await startConsole({ DATA_DIR: disk.path });
});
test.afterAll(async () => {
  disk?.makeRoom();
  await console?.stop();
  await disk?.remove();
});

/** The sentence of a full disk. */
const sentence = ({ storage }: typeof english) => /full \{([^}]*)\}/.exec(storage)?.[1] ?? 'no such sentence';
const save = (page: Page, language: 'en' | 'it') =>
  page.getByRole('button', { name: EDIT_WORDS[language].save.save, exact: true }).click();

test('what can not be saved is said in words and stays typed; people read on; room ends it', async ({
  page,
  context,
}) => {
  if (!disk) return;
  await console.addPerson(ADMIN);
  await console.signIn(context, ADMIN);
  const cookies = await sessionCookies(console.store, console.settings, ADMIN);
  const caller = { cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
  const stranger = await strangerAt(console.url);
  const typedInto = await saved(console, inboundDraftOf({ name: 'Typed into' }));
  const draft = toOurServers(console, { smartHosts: [console.host('silent').name] });
  await page.goto(`${console.url}/connectors/${typedInto}/edit?step=name`);
  await box(page, WORDS.en.fields.description).fill('Typed while the disk was full');

  // A validation is under way while the disk fills up.
  const validate = '/connectors/new#requestValidationAction';
  const requested = await stranger.act(validate, { draft }, caller);
  expect(requested.outcome).toMatchObject({ ok: true });
  disk.fill();
  // What SQLite has reserved before is used up first.
  const full = { ok: false, problem: { kind: 'storage', trouble: 'full' } };
  const add = (number: number) =>
    stranger.act(
      '/accepted-domains#addAcceptedDomainAction',
      { domain: `d${number}.test`, type: 'authoritative', isDefault: false, matchSubDomains: false },
      caller,
    );
  const added: string[] = [];
  for (let number = 0, refused = 0; refused < 3; number += 1) {
    const { status, outcome } = await add(number);
    expect(status).toBe(200);
    if (outcome?.ok) added.push(`d${number}.test`);
    else {
      expect(outcome).toEqual(full);
      refused += 1;
    }
    expect(number).toBeLessThan(5_000);
  }

  await save(page, 'en');
  await expect(page.getByText(sentence(english))).toBeVisible();
  await expect(box(page, WORDS.en.fields.description)).toHaveValue('Typed while the disk was full');
  expect((await stranger.act(validate, { draft }, caller)).outcome).toEqual(full);
  const inItalian = await context.newPage();
  await context.addCookies([{ name: 'locale', value: 'it', url: console.url }]);
  await inItalian.goto(`${console.url}/connectors/${typedInto}/edit?step=name`);
  await box(inItalian, WORDS.it.fields.description).fill('Scritto a disco pieno');
  await save(inItalian, 'it');
  await expect(inItalian.getByText(sentence(italian))).toBeVisible();
  await inItalian.close();
  for (const path of ['/connectors', '/audit', '/rules', '/validation', '/api/set-up.json'])
    expect((await stranger.get(path, caller)).status, path).toBe(200);

  disk.makeRoom();
  await save(page, 'en');
  await expect(page.getByText(EDIT_WORDS.en.save.saved)).toBeVisible();
  // What was acknowledged is there, and nothing else; the validation has found its end.
  const domains = await console.store.client.acceptedDomain.findMany({ orderBy: { domain: 'asc' } });
  expect(domains.map(({ domain }) => domain).sort()).toEqual(added.sort());
  await expect
    .poll(
      () => console.store.client.validationRun.count({ where: { state: { in: ['queued', 'running'] } } }),
      { timeout: 30_000 },
    )
    .toBe(0);
  expect(await halfThings(console.store)).toEqual([]);
  expect(console.printed()).not.toMatch(/The (worker|server) ended/);
});
