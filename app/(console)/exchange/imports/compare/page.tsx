import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { CompareImportsScreen } from '@/components/exchange/compare/compare-imports-screen';
import { planLine } from '@/components/exchange/plan/plan-line';
import { compareImports, compareImportsInput } from '@/lib/operations/compare-imports';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange.compare'))('metaTitle') };
}

async function CompareImportsPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, { from, to }] = await Promise.all([requestContext(), searchParams]);
  const read = compareImportsInput.safeParse({ from, to });
  if (!read.success) notFound();
  const comparison = await pageValue(await compareImports(context, read.data));
  const lines = comparison.rows.map((row) => planLine(row, () => undefined));
  return <CompareImportsScreen from={comparison.from} to={comparison.to} lines={lines} />;
}

export default withWords(
  CompareImportsPage,
  'changes',
  'connectors',
  'domains',
  'exchange',
  'importNotes',
  'rules',
  'setupReview',
);
