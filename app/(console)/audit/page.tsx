import type { Metadata } from 'next';
import { getTimeZone, getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { AuditScreen } from '@/components/audit/audit-screen';
import { auditedPeople, auditLog } from '@/lib/operations/audit-log';
import { readAuditView } from '@/lib/operations/audit-log-query';
import { pageValue, requestContext } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('audit'))('title') };
}

type AuditPageProps = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

async function AuditPage({ searchParams }: AuditPageProps) {
  const [context, query, timeZone] = await Promise.all([requestContext(), searchParams, getTimeZone()]);
  const [page, people] = await Promise.all([
    auditLog(context, { view: readAuditView(query), timeZone }),
    auditedPeople(context),
  ]);
  return (
    <AuditScreen
      page={await pageValue(page)}
      people={await pageValue(people)}
      actions={{
        load: actions.loadEntriesAction,
        find: actions.findEntryAction,
        verify: actions.verifyAction,
      }}
    />
  );
}

export default withWords(
  AuditPage,
  'audit',
  'changes',
  'connectors',
  'domains',
  'rules',
  'stages',
  'validation',
  'verdicts',
);
