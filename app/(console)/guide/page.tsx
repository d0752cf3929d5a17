import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { GuideScreen } from '@/components/guide/journey/guide-screen';
import { readStep } from '@/components/guide/journey/read-step';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { guide } from '@/lib/operations/guide';
import { pageValue, requestContext } from '@/lib/server-request';
import * as actions from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guideScreens'))('title') };
}

async function GuidePage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query] = await Promise.all([requestContext(), searchParams]);
  return (
    <GuideScreen
      view={await pageValue(await guide(context))}
      step={readStep(query)}
      actions={{
        choose: actions.chooseScenarioAction,
        confirm: actions.confirmStepAction,
        withdraw: actions.withdrawConfirmationAction,
        check: actions.requestGuideChecksAction,
      }}
    />
  );
}

export default withWords(
  GuidePage,
  'cloudMx',
  'guide',
  'guideScreens',
  'life',
  'mailSetup',
  'stages',
  'validation',
  'verdicts',
);
