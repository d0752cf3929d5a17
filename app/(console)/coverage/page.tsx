import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { CoverageScreen } from '@/components/routing/coverage/coverage-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { coverageMap } from '@/lib/operations/coverage-map';
import { readCoverageView } from '@/lib/operations/coverage-query';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('coverage'))('title') };
}

async function CoveragePage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  return <CoverageScreen map={await pageValue(await coverageMap(context, readCoverageView(query)))} />;
}

export default withWords(CoveragePage, 'connectors', 'coverage');
