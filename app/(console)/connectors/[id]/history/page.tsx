import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { CompareScreen } from '@/components/connectors/history/compare-screen';
import { HistoryScreen } from '@/components/connectors/history/history-screen';
import { readComparison } from '@/components/connectors/history/read-comparison';
import { compareVersions } from '@/lib/operations/compare-versions';
import { connectorHistory } from '@/lib/operations/connector-history';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import { connectorHistoryAction } from './actions';

type HistoryPageProps = Readonly<{ params: Promise<{ id: string }>; searchParams: Promise<RawQuery> }>;

export async function generateMetadata({ searchParams }: HistoryPageProps): Promise<Metadata> {
  const t = await getTranslations('history');
  return { title: readComparison(await searchParams) ? t('compareView.metaTitle') : t('metaTitle') };
}

async function HistoryPage({ params, searchParams }: HistoryPageProps) {
  const [{ role }, context, { id }, query] = await Promise.all([
    signedIn(),
    requestContext(),
    params,
    searchParams,
  ]);
  const history = await pageValue(await connectorHistory(context, { connectorId: id }));
  const asked = readComparison(query);
  if (!asked) return <HistoryScreen history={history} role={role} loadHistory={connectorHistoryAction} />;
  const comparison = await pageValue(await compareVersions(context, { connectorId: id, ...asked }));
  return <CompareScreen history={history} comparison={comparison} role={role} />;
}

export default withWords(HistoryPage, 'changes', 'connectors', 'history', 'validation');
