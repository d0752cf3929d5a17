'use client';
import { Link, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense } from 'react';
import { CommandBar } from '@/components/ui/command-bar';
import { PageHeader } from '@/components/ui/page-header';
import { PageTabs } from '@/components/ui/page-tabs';
import type { Script } from '@/lib/exchange/script';
import type { KnownServer } from '@/lib/servers/known-server';
import { serverWords } from '@/lib/words/server-words';
import { ProgramPart } from './program-part';
import { OWN_PROGRAMS, type ServerQuestion, serverPath } from './server-question';
import { useServerForm } from './use-server-form';

const ScriptPanel = lazy(() => import('@/components/exchange/script-panel'));

const useStyles = makeStyles({
  exchange: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '12px',
    padding: '20px 0 32px',
    maxWidth: '1100px',
  },
  text: { margin: '0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  bar: { marginTop: '16px' },
});

type ServerScreenProps = Readonly<{
  question: ServerQuestion;
  known: KnownServer;
  /** For Exchange Server, where that was asked for. */
  script: Script | undefined;
}>;

/** Set-up guide > Own server: what the organization's server is told, with this organization's values. */
export function ServerScreen({ question, known, script }: ServerScreenProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.server');
  const words = serverWords(useTranslations('servers'));
  const form = useServerForm(question);
  const { program } = question;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <CommandBar label={t('program')}>
        <PageTabs
          label={t('program')}
          tabs={OWN_PROGRAMS.map((known) => ({
            href: serverPath({ ...form.question, program: known }),
            words: known === 'exchange' ? t('exchangeServer') : words.program(known),
            here: known === program,
          }))}
        />
      </CommandBar>
      <Missing known={known} />
      {program !== 'exchange' && <ProgramPart program={program} known={known} form={form} />}
      {program === 'exchange' && script && (
        <div className={styles.exchange}>
          <p className={styles.text}>{t('exchangeText')}</p>
          <Suspense fallback={<Spinner size="small" label={t('writing')} />}>
            <ScriptPanel label={t('exchangeServer')} script={script} />
          </Suspense>
        </div>
      )}
    </>
  );
}

/** What the set-up does not tell yet, and where it is told. */
function Missing({ known }: Pick<ServerScreenProps, 'known'>) {
  const styles = useStyles();
  const t = useTranslations('guidePages.server.missing');
  const missing = [
    ...(known.acceptedDomains.length === 0 ? [{ code: 'domains' as const, href: '/accepted-domains' }] : []),
    ...(known.connectors.length === 0 ? [{ code: 'connector' as const, href: '/connectors/new' }] : []),
  ];
  return missing.map(({ code, href }) => (
    <MessageBar key={code} intent="info" layout="multiline" politeness="polite" className={styles.bar}>
      <MessageBarBody>{t.rich(code, { link: (text) => <Link href={href}>{text}</Link> })}</MessageBarBody>
    </MessageBar>
  ));
}
