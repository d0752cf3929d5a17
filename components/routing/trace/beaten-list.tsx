'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { useFoldStyles } from '@/components/ui/fold-styles';
import type { Beaten } from '@/lib/mailflow/route-trace';
import type { TraceGroup } from '@/lib/mailflow/trace-groups';
import type { WhatIf } from '@/lib/operations/route-trace-query';
import { useRouteWords } from '../route-words';

export const useListStyles = makeStyles({
  fold: { marginTop: '16px' },
  list: { margin: '4px 0 0', paddingLeft: '24px', display: 'grid', rowGap: '8px' },
  words: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { color: tokens.colorNeutralForeground2 },
});

type BeatenListProps = Readonly<{
  group: TraceGroup;
  open: boolean;
  /** Undefined in an answer that is a what-if already. */
  onWhatIf: ((whatIf: WhatIf) => void) | undefined;
}>;

/** The connectors that would have taken the message, each with the reason why it does not. */
export function BeatenList({ group: { trace, moreBeaten }, open, onWhatIf }: BeatenListProps) {
  const styles = useListStyles();
  const folds = useFoldStyles();
  const t = useTranslations('trace');
  const words = useRouteWords();
  const { beaten } = trace;
  if (beaten.length === 0) return null;
  return (
    <details className={`${folds.fold} ${styles.fold}`} open={open}>
      <summary className={folds.summary}>{t('answer.beaten', { count: beaten.length + moreBeaten })}</summary>
      <ol className={styles.list}>
        {beaten.map((one) => (
          <li key={`${one.connector.id} ${one.match}`}>
            <Link href={connectorPath(one.connector.id)}>{one.connector.name}</Link>{' '}
            <span className={styles.words}>{words.beaten(one)}</span>{' '}
            {onWhatIf && isWorthTurningOn(one) && (
              <Link as="button" onClick={() => onWhatIf({ change: 'turnOn', connectorId: one.connector.id })}>
                {t('whatIf.askOn')}
              </Link>
            )}
          </li>
        ))}
      </ol>
      {moreBeaten > 0 && <div className={styles.more}>{t('answer.moreBeaten', { count: moreBeaten })}</div>}
    </details>
  );
}

const isWorthTurningOn = ({ reason, wouldWin }: Beaten): boolean => reason === 'off' && wouldWin;
