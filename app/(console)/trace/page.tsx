import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { routeAnswerKey } from '@/components/routing/trace/trace-query';
import { TraceScreen } from '@/components/routing/trace/trace-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { readRouteQuestion, readTraceMode } from '@/lib/operations/route-trace-query';
import { routeAnswer } from '@/lib/operations/trace-route';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trace'))('title') };
}

/** A link opens with its answer. */
export default async function TracePage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  const question = readRouteQuestion(query);
  const queries = new QueryClient();
  queries.setQueryData(routeAnswerKey(question), await pageValue(await routeAnswer(context, question)));
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <TraceScreen mode={readTraceMode(query)} question={question} />
    </HydrationBoundary>
  );
}
