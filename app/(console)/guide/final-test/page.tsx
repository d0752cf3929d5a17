import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { FinalTestScreen } from '@/components/guide/final-test/final-test-screen';
import { mayReadMailSetup } from '@/lib/operations/mail-setup';
import { pageValue, requestContext } from '@/lib/server-request';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guidePages.finalTest'))('title') };
}

/** Nothing pasted comes here: the set-up goes to the browser once there is a path to hold against it. */
async function FinalTestPage() {
  await pageValue(mayReadMailSetup(await requestContext()));
  return <FinalTestScreen />;
}

export default withWords(FinalTestPage, 'guidePages', 'headers');
