import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { RunsScreen } from '@/components/validation/runs/runs-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { validatingPeople, validationRunList } from '@/lib/operations/list-validation-runs';
import { readRunView } from '@/lib/operations/validation-list-query';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runs'))('title') };
}

export default async function RunsPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  const [page, people] = await Promise.all([
    validationRunList(context, readRunView(query)),
    validatingPeople(context),
  ]);
  return <RunsScreen page={await pageValue(page)} people={await pageValue(people)} />;
}
