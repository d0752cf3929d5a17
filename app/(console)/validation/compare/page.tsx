import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { CompareRunsScreen } from '@/components/validation/compare/compare-runs-screen';
import { compareRunsInput, compareValidationRuns } from '@/lib/operations/compare-runs';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runs.compare'))('metaTitle') };
}

async function CompareRunsPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, { from, to }] = await Promise.all([requestContext(), searchParams]);
  const read = compareRunsInput.safeParse({ from, to });
  if (!read.success) notFound();
  const comparison = await pageValue(await compareValidationRuns(context, read.data));
  return <CompareRunsScreen comparison={comparison} />;
}

export default withWords(CompareRunsPage, 'runs', 'stages', 'validation', 'verdicts');
