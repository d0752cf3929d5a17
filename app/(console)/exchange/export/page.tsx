import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { ExportScreen } from '@/components/exchange/export/export-screen';
import { toPreview } from '@/components/exchange/export/preview';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { readExportQuestion } from '@/lib/operations/export-query';
import { exportPreview } from '@/lib/operations/export-set-up';
import { pageValue, requestContext } from '@/lib/server-request';
import { scriptWords } from '@/lib/words/script-words';
import { exportTargetsAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') };
}

async function ExportPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query, t] = await Promise.all([requestContext(), searchParams, getTranslations('scripts')]);
  const question = readExportQuestion(query);
  const { chosen, hasImport, made } = await pageValue(await exportPreview(context, question, scriptWords(t)));
  return (
    <ExportScreen
      question={question}
      preview={made && toPreview(made)}
      chosen={chosen}
      hasImport={hasImport}
      connectors={exportTargetsAction}
    />
  );
}

export default withWords(ExportPage, 'exchange', 'mailSetup', 'scripts');
