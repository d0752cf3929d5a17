import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { connectorKey } from '@/components/connectors/details/connector-query';
import { ConnectorsScreen } from '@/components/connectors/list/connectors-screen';
import { openConnectorId, type RawQuery, readListView } from '@/lib/operations/connector-list-query';
import { connectorReport } from '@/lib/operations/find-connector';
import { homeGuide } from '@/lib/operations/guide';
import { connectorPage } from '@/lib/operations/list-connectors';
import { setupReview } from '@/lib/operations/setup-findings';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('connectors'))('title') };
}

async function ConnectorsPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [{ role }, context, query, jar] = await Promise.all([
    signedIn(),
    requestContext(),
    searchParams,
    cookies(),
  ]);
  const openId = openConnectorId(query);
  const [page, report, guide] = await Promise.all([
    connectorPage(context, readListView(query)),
    openId ? connectorReport(context, { id: openId }) : undefined,
    jar.get('homeGuide')?.value === 'off' ? undefined : homeGuide(context),
  ]);
  const shown = await pageValue(page);
  const review = await setupReview(context, { ids: shown.rows.map(({ id }) => id) });
  // A link to an open panel comes filled; without a report the panel asks itself, and says why there is none.
  const queries = new QueryClient();
  if (openId && report?.ok) queries.setQueryData(connectorKey(openId), report.value);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <ConnectorsScreen
        page={shown}
        review={await pageValue(review)}
        guide={guide?.ok ? guide.value : undefined}
        role={role}
        actions={{
          switchConnectors: actions.switchConnectorsAction,
          deleteConnectors: actions.deleteConnectorsAction,
          undeleteConnectors: actions.undeleteConnectorsAction,
          validateConnectors: actions.validateConnectorsAction,
          requestValidation: actions.requestConnectorValidationAction,
          discardDraft: actions.discardDraftAction,
        }}
      />
    </HydrationBoundary>
  );
}

export default withWords(
  ConnectorsPage,
  'changes',
  'connectors',
  'editing',
  'guide',
  'guideScreens',
  'history',
  'life',
  'runs',
  'setupFindings',
  'setupReview',
  'stages',
  'validation',
  'verdicts',
);
