import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { planLine } from '@/components/exchange/plan/plan-line';
import { PlanScreen } from '@/components/exchange/plan/plan-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { importPlan } from '@/lib/operations/import-plan';
import { mailSetup } from '@/lib/operations/mail-setup';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import { applyImportAction } from '../../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') };
}

type PlanPageProps = Readonly<{ params: Promise<{ id: string }>; searchParams: Promise<RawQuery> }>;

/** A file that was taken over shows its report, until somebody asks how it compares with what is here now. */
async function PlanPage({ params, searchParams }: PlanPageProps) {
  const [{ role }, context, { id }, query] = await Promise.all([
    signedIn(),
    requestContext(),
    params,
    searchParams,
  ]);
  const asked = { id, ...(query.live === '1' && { live: true }) };
  const { rows, ...plan } = await pageValue(await importPlan(context, asked));
  const { setup } = await pageValue(await mailSetup(context));
  const names = new Map(setup.connectors.map(({ id, connector }) => [id, connector.name]));
  const lines = rows.map((row) => planLine(row, (connectorId) => names.get(connectorId)));
  return <PlanScreen plan={plan} lines={lines} role={role} apply={applyImportAction} />;
}

export default withWords(
  PlanPage,
  'changes',
  'connectors',
  'domains',
  'exchange',
  'importNotes',
  'life',
  'mailSetup',
  'rules',
  'setupReview',
);
