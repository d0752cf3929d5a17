import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { EditConnector } from '@/components/connectors/editing/edit-connector';
import { acceptedDomains } from '@/lib/operations/accepted-domains';
import { editing, editingInput } from '@/lib/operations/editing';
import { problem } from '@/lib/operations/outcome';
import { pageValue, requestContext } from '@/lib/server-request';
import { cancelValidationAction, checkNameAction, requestValidationAction } from '../../new/actions';
import { discardDraftAction, editingAction, publishConnectorAction, saveDraftAction } from './actions';

type EditPageProps = Readonly<{
  params: Promise<{ id: string }>;
  searchParams: Promise<Readonly<{ restore?: string | string[] }>>;
}>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('editing'))('pageTitle') };
}

/** The edit of a connector; with `?restore=<version>` it begins with that version's settings. */
async function EditConnectorPage({ params, searchParams }: EditPageProps) {
  const [{ id: connectorId }, { restore }] = await Promise.all([params, searchParams]);
  const asked = { connectorId, ...(restore !== undefined && { restore: Number(restore) }) };
  const input = editingInput.safeParse(asked);
  const context = await requestContext();
  const view = await pageValue(
    input.success ? await editing(context, input.data) : problem({ kind: 'notFound' }),
  );
  const domains = await pageValue(await acceptedDomains(context));
  return (
    <EditConnector
      view={view}
      domains={domains.map(({ accepted }) => accepted)}
      actions={{
        checkName: checkNameAction,
        requestValidation: requestValidationAction,
        cancelValidation: cancelValidationAction,
        editing: editingAction,
        saveDraft: saveDraftAction,
        discardDraft: discardDraftAction,
        publishConnector: publishConnectorAction,
      }}
    />
  );
}

export default withWords(
  EditConnectorPage,
  'changes',
  'connectors',
  'editing',
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
