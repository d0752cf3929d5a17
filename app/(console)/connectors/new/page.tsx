import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { NewConnector } from '@/components/connectors/wizard/new-connector';
import { acceptedDomains } from '@/lib/operations/accepted-domains';
import { cloneConnector, cloneConnectorInput } from '@/lib/operations/clone-connector';
import { mayCreateConnector } from '@/lib/operations/create-connector';
import { pageValue, requestContext } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wizard'))('title') };
}

type Query = Readonly<{ clone?: string | string[] }>;

/** A new connector; with `?clone=<id>` it begins as a copy of that one. */
async function NewConnectorPage({ searchParams }: Readonly<{ searchParams: Promise<Query> }>) {
  const context = await requestContext();
  await pageValue(mayCreateConnector(context));
  const source = cloneConnectorInput.safeParse({ connectorId: (await searchParams).clone });
  const clone = source.success ? await pageValue(await cloneConnector(context, source.data)) : undefined;
  const domains = await pageValue(await acceptedDomains(context));
  return (
    <NewConnector
      domains={domains.map(({ accepted }) => accepted)}
      actions={{
        checkName: actions.checkNameAction,
        requestValidation: actions.requestValidationAction,
        cancelValidation: actions.cancelValidationAction,
        createConnector: actions.createConnectorAction,
      }}
      {...(source.success && clone && { cloneOf: { id: source.data.connectorId, ...clone } })}
    />
  );
}

export default withWords(
  NewConnectorPage,
  'connectors',
  'exchange',
  'findings',
  'scripts',
  'setupFindings',
  'setupReview',
  'stages',
  'validation',
  'verdicts',
  'wizard',
);
