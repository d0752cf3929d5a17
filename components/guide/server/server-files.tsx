'use client';
import { MessageBar, MessageBarBody, MessageBarTitle, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import type { OwnServer } from '@/lib/servers/own-server';
import { guessesIn, textOf } from '@/lib/servers/server-file';
import { type ServerProgram, serverSnippet } from '@/lib/servers/server-snippet';
import { serverWords } from '@/lib/words/server-words';
import { CodeFile } from '../code-file';
import { codeLines } from './server-code';

const useStyles = makeStyles({
  files: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px', alignContent: 'start' },
  list: { margin: '4px 0 0', paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  title: {
    margin: '0 0 8px',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  commands: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '6px' },
  command: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px' },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    padding: '2px 6px',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
    overflowWrap: 'anywhere',
  },
});

type ServerFilesProps = Readonly<{ program: ServerProgram; server: OwnServer }>;

/** What goes into the program's files, what of it is a guess, and how the program takes it up. */
export function ServerFiles({ program, server }: ServerFilesProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.server');
  const translate = useTranslations('servers');
  const words = useMemo(() => serverWords(translate), [translate]);
  const snippet = useMemo(() => serverSnippet(program, server, words.comment), [program, server, words]);
  const guesses = guessesIn(snippet);
  return (
    <div className={styles.files}>
      {guesses.length > 0 && (
        <MessageBar intent="warning" layout="multiline" politeness="polite">
          <MessageBarBody>
            <MessageBarTitle>{t('guesses', { count: guesses.length })}</MessageBarTitle>
            <ul className={styles.list}>
              {guesses.map((guess) => (
                <li key={`${guess.name} ${guess.text}`}>{words.guess(guess)}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {snippet.files.map(({ path, place, tokens: pieces }) => (
        <CodeFile
          key={path}
          title={path}
          heading="h2"
          fileName={path.split('/').at(-1) ?? path}
          note={words.place(place)}
          text={textOf(pieces)}
          lines={codeLines(pieces)}
        />
      ))}
      <Commands title={t('check')} commands={snippet.check} />
      <Commands title={t('apply')} commands={snippet.apply} />
    </div>
  );
}

function Commands({ title, commands }: Readonly<{ title: string; commands: readonly string[] }>) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <ul className={styles.commands}>
        {commands.map((command) => (
          <li key={command} className={styles.command}>
            <code className={styles.code}>{command}</code>
            <CopyButton size="small" text={command} />
          </li>
        ))}
      </ul>
    </section>
  );
}
