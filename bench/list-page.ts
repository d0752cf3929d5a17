// The list page at many connectors: its request from the outside, up to the last byte, and its operation alone.
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { sessionCookies } from '../e2e/support/people';
import { readListView } from '../lib/operations/connector-list-query';
import type { OperationContext } from '../lib/operations/context';
import { connectorPage } from '../lib/operations/list-connectors';
import { type Figure, timed, took } from './figures';

const AIM_MS = 60;
const WARM_UP = 20;
const ROUNDS = 100;
const VIEWS: readonly Readonly<{ name: string; query: string }>[] = [
  { name: 'first page', query: '' },
  { name: 'last page', query: '?page=400' },
  { name: 'search', query: '?q=branch-99' },
  { name: 'turned off, by validation', query: '?status=off&sort=validation&desc=1' },
];

/** One request after another; each view's pages are warmed up first. */
export async function listPage(
  { url, store, settings }: TestConsole,
  context: OperationContext,
): Promise<Figure[]> {
  const cookies = await sessionCookies(store, settings, ADMIN);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const figures: Figure[] = [];
  for (const { name, query } of VIEWS) {
    const request = async (): Promise<void> => {
      const answer = await fetch(`${url}/connectors${query}`, { headers: { cookie }, redirect: 'manual' });
      const html = await answer.text();
      if (!answer.ok || !html.includes(' branch ')) throw new Error(`/connectors${query}: no list came.`);
    };
    const view = readListView(Object.fromEntries(new URLSearchParams(query)));
    const operation = async (): Promise<void> => {
      if (!(await connectorPage(context, view)).ok) throw new Error('The list may not be read.');
    };
    figures.push(timed(`${name}, request`, await repeated(request), AIM_MS));
    figures.push(timed(`${name}, operation`, await repeated(operation)));
  }
  return figures;
}

async function repeated(work: () => Promise<void>): Promise<number[]> {
  for (let round = 0; round < WARM_UP; round += 1) await work();
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) samples.push(await took(work));
  return samples;
}
