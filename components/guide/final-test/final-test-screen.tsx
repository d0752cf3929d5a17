'use client';
import { Field, Input, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { lazy, Suspense, useDeferredValue, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { PageHeader } from '@/components/ui/page-header';
import { NothingYetPicture } from '@/components/ui/pictures';
import { PasteBox } from '../paste/paste-box';
import { usePasted } from '../paste/use-pasted';
import type { ToldOfMessage } from './header-answer';

// The analysis comes with the first text: until then nobody needs it.
const HeaderAnswer = lazy(() => import('./header-answer'));

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: '32px',
    rowGap: '24px',
    padding: '20px 0 32px',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  input: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '16px', alignContent: 'start' },
  told: { display: 'grid', rowGap: '12px', padding: '8px 0' },
  how: {
    margin: '0',
    paddingLeft: '22px',
    display: 'grid',
    rowGap: '4px',
    color: tokens.colorNeutralForeground2,
  },
});

const NOTHING_TOLD: ToldOfMessage = { recipient: '', certificateNames: '' };

/** Set-up guide > Final test: a received message's headers, read in the browser. */
export function FinalTestScreen() {
  const styles = useStyles();
  const fold = useFoldStyles();
  const t = useTranslations('guidePages.finalTest');
  const given = usePasted();
  const [told, setTold] = useState(NOTHING_TOLD);
  const readTold = useDeferredValue(told);
  const text = { autoComplete: 'off', spellCheck: false } as const;
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className={styles.parts}>
        <div className={styles.input}>
          <PasteBox
            given={given}
            label={t('paste.label')}
            hint={t('paste.hint')}
            accept=".eml,.txt,.msg.txt,message/rfc822,text/plain"
            onExample={() => void sample().then((headers) => given.take(headers, ''))}
          />
          <details className={fold.fold}>
            <summary className={fold.summary}>{t('told.title')}</summary>
            <div className={styles.told}>
              <Field label={t('told.recipient')} hint={t('told.recipientHint')}>
                <Input
                  {...text}
                  value={told.recipient}
                  onChange={(_, { value }) => setTold({ ...told, recipient: value })}
                />
              </Field>
              <Field label={t('told.certificateNames')} hint={t('told.certificateNamesHint')}>
                <Input
                  {...text}
                  value={told.certificateNames}
                  onChange={(_, { value }) => setTold({ ...told, certificateNames: value })}
                />
              </Field>
            </div>
          </details>
          <details className={fold.fold}>
            <summary className={fold.summary}>{t('where.title')}</summary>
            <ul className={styles.how}>
              <li>{t('where.outlook')}</li>
              <li>{t('where.web')}</li>
              <li>{t('where.others')}</li>
            </ul>
          </details>
        </div>
        {given.read.trim() === '' ? (
          <EmptyState picture={<NothingYetPicture />} title={t('empty.title')} text={t('empty.text')} />
        ) : (
          <Suspense fallback={<Spinner size="small" label={t('reading')} />}>
            <HeaderAnswer text={given.read} told={readTold} />
          </Suspense>
        )}
      </div>
    </>
  );
}

const sample = async (): Promise<string> => (await import('./sample-headers')).SAMPLE_HEADERS;
