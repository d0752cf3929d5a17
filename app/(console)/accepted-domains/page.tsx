import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { DomainsScreen } from '@/components/domains/domains-screen';
import { acceptedDomains } from '@/lib/operations/accepted-domains';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('domains'))('title') };
}

async function AcceptedDomainsPage() {
  const [{ role }, context] = await Promise.all([signedIn(), requestContext()]);
  return (
    <DomainsScreen
      domains={await pageValue(await acceptedDomains(context))}
      role={role}
      actions={{
        add: actions.addAcceptedDomainAction,
        change: actions.changeAcceptedDomainAction,
        saveMany: actions.saveAcceptedDomainsAction,
        remove: actions.removeAcceptedDomainsAction,
        uses: actions.acceptedDomainUsesAction,
      }}
    />
  );
}

export default withWords(
  AcceptedDomainsPage,
  'connectors',
  'domains',
  'findings',
  'life',
  'mailSetup',
  'wizard',
);
