import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { attributionAnswerKey, routeAnswerKey } from '@/components/routing/trace/trace-query';
import { type Traced, TraceScreen } from '@/components/routing/trace/trace-screen';
import { readAttributionQuestion } from '@/lib/operations/attribution-query';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { readRouteQuestion, readTraceMode } from '@/lib/operations/route-trace-query';
import { attributionAnswer } from '@/lib/operations/trace-attribution';
import { routeAnswer } from '@/lib/operations/trace-route';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trace'))('title') };
}

/** A link opens with its answer. */
async function TracePage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  const mode = readTraceMode(query);
  const queries = new QueryClient();
  let traced: Traced;
  if (mode === 'inbound') {
    const question = readAttributionQuestion(query);
    queries.setQueryData(
      attributionAnswerKey(question),
      await pageValue(await attributionAnswer(context, question)),
    );
    traced = { mode, question };
  } else {
    // A list begins with no question; asking all the same says who may.
    const question = readRouteQuestion(query);
    queries.setQueryData(routeAnswerKey(question), await pageValue(await routeAnswer(context, question)));
    traced = mode === 'list' ? { mode } : { mode, question };
  }
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <TraceScreen key={mode} traced={traced} />
    </HydrationBoundary>
  );
}

export default withWords(
  TracePage,
  'attribution',
  'connectors',
  'findings',
  'life',
  'routes',
  'trace',
  'traceInbound',
  'traceList',
  'wizard',
);
