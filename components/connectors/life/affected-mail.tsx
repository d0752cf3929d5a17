'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { connectorKey, fetchConnector, mayRetry } from '../details/connector-query';
import type { AskedCommand, Target } from './life-command';
import { useMailWords } from './mail-words';

const useStyles = makeStyles({
  lead: { margin: '0 0 8px' },
  list: { margin: '0 0 12px', paddingLeft: '20px', overflowWrap: 'anywhere', minHeight: '20px' },
  mail: { color: tokens.colorNeutralForeground2 },
});

/** More than these are counted, not listed. */
const LISTED = 10;

type AffectedMailProps = Readonly<{ command: AskedCommand; targets: readonly Target[] }>;

/** Which mail the command is about, connector by connector, read from their settings in force. */
export function AffectedMail({ command, targets }: AffectedMailProps) {
  const styles = useStyles();
  const t = useTranslations('life.ask');
  const mailOf = useMailWords();
  const listed = targets.slice(0, LISTED);
  const reports = useQueries({
    queries: listed.map(({ id }) => ({
      queryKey: connectorKey(id),
      queryFn: ({ signal }: { signal: AbortSignal }) => fetchConnector(id, signal),
      retry: mayRetry,
    })),
  });
  const mail = reports.map(({ data, isError }) =>
    data ? mailOf(data.connector) : isError ? t('unknownMail') : '…',
  );
  const isStill = command === 'delete' && targets.every(({ enabled }) => !enabled);
  const [only] = targets;
  const [itsMail] = mail;
  if (only && targets.length === 1) {
    const { direction } = only;
    const effect = reports[0]?.data ? t(`effect.${command}`, { direction, mail: itsMail ?? '' }) : itsMail;
    return <p className={styles.lead}>{isStill ? t('wasOff') : effect}</p>;
  }
  const more = targets.length - LISTED;
  return (
    <>
      <p className={styles.lead}>{t(`effectMany.${command}`)}</p>
      <ul className={styles.list}>
        {listed.map(({ id, name }, index) => (
          <li key={id}>
            {name}
            <span className={styles.mail}>: {mail[index]}</span>
          </li>
        ))}
        {more > 0 && <li>{t('more', { count: more })}</li>}
      </ul>
    </>
  );
}
