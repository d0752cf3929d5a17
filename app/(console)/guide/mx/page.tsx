import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { MxScreen } from '@/components/guide/mx/mx-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { guideDomains } from '@/lib/operations/guide-scene';
import { mailSetup } from '@/lib/operations/mail-setup';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guideScreens.mx'))('title') };
}

async function MxPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  const { setup } = await pageValue(await mailSetup(context));
  const domains = guideDomains('ownServers', setup);
  return <MxScreen domains={domains} domain={domains.find((one) => one === query.domain) ?? domains[0]} />;
}

export default withWords(MxPage, 'cloudMx', 'guideScreens');
