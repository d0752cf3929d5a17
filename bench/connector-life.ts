// One connector among many, with a long history: its panel's data, its history page, a comparison, a publish.
import { ADMIN, type TestConsole } from '../e2e/support/console';
import { sessionCookies } from '../e2e/support/people';
import { fromConnector } from '../lib/mailflow/draft-to-connector';
import type { OperationContext } from '../lib/operations/context';
import { connectorReport } from '../lib/operations/find-connector';
import { publishConnector } from '../lib/operations/publish-connector';
import { type Figure, timed, took } from './figures';

const AIM_MS = 60;
const WARM_UP = 10;
const ROUNDS = 60;

/** Each round takes another connector, so that nothing is measured out of a cache. */
export async function connectorLife(
  { url, store, settings }: TestConsole,
  context: OperationContext,
): Promise<Figure[]> {
  const cookies = await sessionCookies(store, settings, ADMIN);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const rows = await store.client.connector.findMany({
    where: { enabled: false },
    select: { id: true },
    take: WARM_UP + ROUNDS,
  });
  const each = async (work: (id: string) => Promise<void>): Promise<number[]> => {
    const samples: number[] = [];
    for (const [index, { id }] of rows.entries()) {
      const ms = await took(() => work(id));
      if (index >= WARM_UP) samples.push(ms);
    }
    return samples;
  };
  const request = (path: (id: string) => string) => async (id: string) => {
    const answer = await fetch(`${url}${path(id)}`, { headers: { cookie }, redirect: 'manual' });
    const text = await answer.text();
    if (!answer.ok || !text.includes('As of version')) throw new Error(`${path(id)}: nothing came.`);
  };
  return [
    timed("details panel's data, request", await each(request((id) => `/api/connectors/${id}`)), AIM_MS),
    timed('history page, request', await each(request((id) => `/connectors/${id}/history`))),
    timed(
      'compare two versions, request',
      await each(request((id) => `/connectors/${id}/history?compare=7,43`)),
    ),
    timed(
      'publish (of a connector that is off)',
      await each(async (id) => {
        const report = await connectorReport(context, { id });
        if (!report.ok) throw new Error('The connector is gone.');
        const draft = { ...fromConnector(report.value.connector), description: 'Published by the bench.' };
        const answer = await publishConnector(context, {
          connectorId: id,
          baseVersion: report.value.version.number,
          draft,
        });
        if (!answer.ok) throw new Error(`Not published: ${JSON.stringify(answer.problem)}`);
      }),
    ),
  ];
}
