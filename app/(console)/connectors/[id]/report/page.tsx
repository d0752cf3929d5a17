import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { ReportScreen } from '@/components/connectors/report/report-screen';
import { connectorDossier } from '@/lib/operations/connector-dossier';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('metaTitle') };
}

async function ReportPage({ params }: Readonly<{ params: Promise<{ id: string }> }>) {
  const [{ name }, context, { id }] = await Promise.all([signedIn(), requestContext(), params]);
  const dossier = await pageValue(await connectorDossier(context, { connectorId: id }));
  return <ReportScreen dossier={dossier} made={{ by: name, at: context.now() }} />;
}

export default withWords(
  ReportPage,
  'changes',
  'connectors',
  'history',
  'life',
  'report',
  'stages',
  'validation',
  'verdicts',
);
