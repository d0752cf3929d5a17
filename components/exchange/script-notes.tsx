'use client';
import { Link, MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ScriptNote } from '@/lib/exchange/script';

const useStyles = makeStyles({ list: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px' } });

/** What any note may name. */
const NO_PARAMS = { name: '', domain: '', setting: '', host: '', port: 0 };
/** Of more, the first ones are shown. */
const SHOWN = 3;

/** What a script does not say, or says otherwise than the set-up; it has the same in comments. */
export function ScriptNotes({ notes }: Readonly<{ notes: readonly ScriptNote[] }>) {
  const styles = useStyles();
  const t = useTranslations('exchange.script');
  const words = useTranslations('scripts.notes');
  const [all, setAll] = useState(false);
  if (notes.length === 0) return null;
  const shown = all || notes.length <= SHOWN + 1 ? notes : notes.slice(0, SHOWN);
  const say = ({ code, params }: ScriptNote) => words(code, { ...NO_PARAMS, ...params });
  return (
    <MessageBar intent="warning" layout="multiline" politeness="polite">
      <MessageBarBody>
        <ul aria-label={t('notes')} className={styles.list}>
          {shown.map((note) => (
            <li key={JSON.stringify(note)}>{say(note)}</li>
          ))}
        </ul>
        {shown.length < notes.length && (
          <Link as="button" onClick={() => setAll(true)}>
            {t('moreNotes', { count: notes.length - shown.length })}
          </Link>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
