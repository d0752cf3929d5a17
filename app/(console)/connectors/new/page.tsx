import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { NewConnector } from '@/components/connectors/wizard/new-connector';
import { NeedsAdmin } from '@/components/users/needs-admin';
import { mayCreateConnector } from '@/lib/operations/create-connector';
import { pageValue, requestContext } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('wizard'))('title') };
}

export default async function NewConnectorPage() {
  const asked = mayCreateConnector(await requestContext());
  if (!asked.ok && asked.problem.kind === 'forbidden') return <NeedsAdmin />;
  await pageValue(asked);
  return (
    <NewConnector
      actions={{
        checkName: actions.checkNameAction,
        requestValidation: actions.requestValidationAction,
        cancelValidation: actions.cancelValidationAction,
        createConnector: actions.createConnectorAction,
      }}
    />
  );
}
