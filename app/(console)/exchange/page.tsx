import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { ImportScreen } from '@/components/exchange/import-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { readImportPage } from '@/lib/operations/import-list-query';
import { importList } from '@/lib/operations/list-imports';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import { removeImportAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') };
}

async function ExchangePage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [{ role }, context, query] = await Promise.all([signedIn(), requestContext(), searchParams]);
  const imports = await pageValue(await importList(context, { page: readImportPage(query) }));
  return <ImportScreen imports={imports} role={role} remove={removeImportAction} />;
}

export default withWords(ExchangePage, 'connectors', 'exchange', 'life', 'mailSetup', 'scripts');
