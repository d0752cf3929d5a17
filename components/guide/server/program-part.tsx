'use client';
import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { KnownServer } from '@/lib/servers/known-server';
import { readOwnServer } from '@/lib/servers/own-server';
import type { ServerProgram } from '@/lib/servers/server-snippet';
import { ServerFiles } from './server-files';
import { ServerForm } from './server-form';
import { draftOf } from './server-question';
import type { useServerForm } from './use-server-form';

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 340px) minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '24px',
    padding: '20px 0 32px',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  place: { minWidth: '0' },
});

type ProgramPartProps = Readonly<{
  program: ServerProgram;
  known: KnownServer;
  form: ReturnType<typeof useServerForm>;
}>;

/** A mail program other than Exchange Server: values beside the files that they make. */
export function ProgramPart({ program, known, form }: ProgramPartProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.server');
  const read = useMemo(() => readOwnServer(draftOf(form.read, known)), [form.read, known]);
  return (
    <div className={styles.parts}>
      <ServerForm
        question={form.question}
        known={known}
        findings={read.ok ? [] : read.findings}
        server={read.ok ? read.server : undefined}
        onType={form.type}
        onHandOver={form.handOver}
        onReset={form.reset}
      />
      <section aria-label={t('files')} className={styles.place}>
        {read.ok ? (
          <ServerFiles program={program} server={read.server} />
        ) : (
          <MessageBar intent="info" layout="multiline" politeness="polite">
            <MessageBarBody>{t('incomplete')}</MessageBarBody>
          </MessageBar>
        )}
      </section>
    </div>
  );
}
