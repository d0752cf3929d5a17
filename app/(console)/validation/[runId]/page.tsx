import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { RunScreen } from '@/components/validation/run/run-screen';
import { validationKey } from '@/components/validation/validation-query';
import { validationRunPage } from '@/lib/operations/validation-run-page';
import { pageValue, requestContext } from '@/lib/server-request';
import { cancelValidationAction, requestConnectorValidationAction } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('runs.run'))('metaTitle') };
}

async function RunPage({ params }: Readonly<{ params: Promise<{ runId: string }> }>) {
  const [context, { runId }] = await Promise.all([requestContext(), params]);
  const page = await pageValue(await validationRunPage(context, { id: runId }));
  const queries = new QueryClient();
  queries.setQueryData(validationKey(runId), page.run);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <RunScreen
        key={runId}
        page={page}
        actions={{
          requestValidation: requestConnectorValidationAction,
          cancelValidation: cancelValidationAction,
        }}
      />
    </HydrationBoundary>
  );
}

export default withWords(RunPage, 'connectors', 'runs', 'stages', 'validation', 'verdicts');
