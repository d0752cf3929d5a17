import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { DeletedScreen } from '@/components/connectors/deleted/deleted-screen';
import { type RawQuery, readListView } from '@/lib/operations/connector-list-query';
import { DELETED_PAGE_SIZE, deletedConnectors } from '@/lib/operations/deleted-connectors';
import { pageValue, requestContext, signedIn } from '@/lib/server-request';
import { undeleteConnectorAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('deleted'))('title') };
}

async function DeletedPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [{ role }, context, query] = await Promise.all([signedIn(), requestContext(), searchParams]);
  const { page: asked } = readListView(query);
  const found = await pageValue(await deletedConnectors(context, { page: asked }));
  // Rows may have gone since the address was made.
  const page = Math.min(asked, Math.max(1, Math.ceil(found.total / DELETED_PAGE_SIZE)));
  const deleted = page === asked ? found : await pageValue(await deletedConnectors(context, { page }));
  return (
    <DeletedScreen
      deleted={deleted}
      page={page}
      pageSize={DELETED_PAGE_SIZE}
      role={role}
      undelete={undeleteConnectorAction}
    />
  );
}

export default withWords(DeletedPage, 'connectors', 'deleted', 'life');
