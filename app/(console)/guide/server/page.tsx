import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { withWords } from '@/app/words';
import { readServerQuestion } from '@/components/guide/server/server-question';
import { ServerScreen } from '@/components/guide/server/server-screen';
import type { RawQuery } from '@/lib/operations/connector-list-query';
import { ownServer } from '@/lib/operations/own-server';
import { pageValue, requestContext } from '@/lib/server-request';
import { scriptWords } from '@/lib/words/script-words';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guidePages.server'))('title') };
}

/** Each program has its own screen: what is typed goes along in the tabs’ links. */
async function ServerPage({ searchParams }: Readonly<{ searchParams: Promise<RawQuery> }>) {
  const [context, query, t] = await Promise.all([requestContext(), searchParams, getTranslations('scripts')]);
  const question = readServerQuestion(query);
  const asked = { withScript: question.program === 'exchange' };
  const { known, script } = await pageValue(await ownServer(context, asked, scriptWords(t)));
  return <ServerScreen key={question.program} question={question} known={known} script={script} />;
}

export default withWords(ServerPage, 'exchange', 'findings', 'guidePages', 'scripts', 'servers', 'wizard');
