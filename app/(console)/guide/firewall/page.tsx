import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { FirewallScreen } from '@/components/guide/firewall/firewall-screen';
import { readRangesForm } from '@/components/guide/firewall/range-files';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { mayReadMailSetup } from '@/lib/operations/mail-setup';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guidePages.firewall'))('title') };
}

async function FirewallPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  await pageValue(mayReadMailSetup(context));
  return <FirewallScreen form={readRangesForm(query)} />;
}

export default withWords(FirewallPage, 'firewall', 'guidePages');
