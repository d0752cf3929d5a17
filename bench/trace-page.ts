// The route trace's page at 10,000 patterns: its answers from the outside, up to the last byte, and a list's part.
import type { TestConsole } from '../e2e/support/console';
import { ADMIN } from '../e2e/support/console';
import { sessionCookies } from '../e2e/support/people';
import { newVersion } from '../lib/data/connector-for-tests';
import { insertConnector } from '../lib/data/connectors';
import type { Store } from '../lib/data/store';
import type { DomainPattern } from '../lib/mailflow/domain-pattern';
import { someOf } from '../lib/mailflow/setup-for-tests';
import { type Figure, timed, took } from './figures';

const CONNECTORS = 100;
const PATTERNS_EACH = 100;
const AIM_MS = 50;
const WARM_UP = 20;
const ROUNDS = 100;

const domainOf = (number: number): string => `domain${number}.example.com`;

/** Fills the store with 10,000 patterns in 100 connectors; answers the first one's id. */
export async function addPatterns(store: Store): Promise<string> {
  const ids: string[] = [];
  await store.write(async (tx) => {
    for (let at = 0; at < CONNECTORS; at += 1) {
      const domains = Array.from({ length: PATTERNS_EACH }, (_, n): DomainPattern => {
        const number = at * PATTERNS_EACH + n;
        return { kind: number % 2 ? 'suffix' : 'exact', domain: domainOf(number) };
      });
      const scope = { kind: 'recipientDomains', domains: someOf(domains) } as const;
      ids.push(await insertConnector(tx, newVersion({ name: `Patterns ${at}`, scope })));
    }
  });
  return ids[0] ?? '';
}

/** What the page and the list post, each with the path that it is posted to. */
export function tracedQuestions(connectorId: string) {
  const to = (count: number) =>
    Array.from({ length: count }, (_, at) => `user@${domainOf((at * 37) % 10_000)}`);
  const question = (count: number) => ({ recipients: to(count), sender: '', headers: [], size: '' });
  return [
    { name: 'one recipient', path: '/api/trace', body: question(1), aimMs: AIM_MS },
    {
      name: 'one recipient, what if a connector were off',
      path: '/api/trace',
      body: { ...question(1), whatIf: { change: 'turnOff', connectorId } },
      aimMs: AIM_MS,
    },
    { name: 'a message to 1,000 recipients', path: '/api/trace', body: question(1_000) },
    {
      name: 'a part of a list, 500 rows',
      path: '/api/trace/list',
      body: { rows: to(500).map((one) => ({ to: one })) },
    },
  ];
}

/** One request after another, each warmed up first. */
export async function tracePage({ url, store, settings }: TestConsole): Promise<Figure[]> {
  const connectorId = await addPatterns(store);
  const cookies = await sessionCookies(store, settings, ADMIN);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const figures: Figure[] = [];
  for (const { name, path, body, aimMs } of tracedQuestions(connectorId)) {
    const request = async (): Promise<void> => {
      const answer = await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      const text = await answer.text();
      if (!answer.ok || !text.includes('Patterns ')) throw new Error(`${path}: no answer came.`);
    };
    for (let round = 0; round < WARM_UP; round += 1) await request();
    const samples: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) samples.push(await took(request));
    figures.push(timed(name, samples, aimMs));
  }
  return figures;
}
