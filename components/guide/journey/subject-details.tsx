'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { CommandLink } from '@/components/ui/command-link';
import { DisabledReason } from '@/components/ui/disabled-reason';
import { RelativeTime } from '@/components/ui/relative-time';
import type { SubjectView } from '@/lib/mailflow/guide/guide-view';
import { guideWords } from '@/lib/words/guide-words';
import { EvidenceList } from './evidence-list';

const useStyles = makeStyles({
  details: { display: 'grid', rowGap: '10px', minWidth: '0' },
  mark: {
    margin: '0',
    padding: '8px 12px',
    maxWidth: '72ch',
    borderLeft: `3px solid ${tokens.colorStatusSuccessBorder2}`,
    overflowWrap: 'anywhere',
  },
  note: { display: 'block', color: tokens.colorNeutralForeground2, whiteSpace: 'pre-line' },
  commands: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    '@media print': { display: 'none' },
  },
  way: { marginLeft: '-12px' },
  checked: { margin: '0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type SubjectDetailsProps = Readonly<{
  view: SubjectView;
  /** The step's title and the subject: what the buttons are about. */
  about: string;
  /** Why nothing can be confirmed. */
  reason: string | undefined;
  busy: boolean;
  onConfirm: () => void;
  onWithdraw: () => void;
}>;

/** What a state rests on, who confirmed it, what to do and where. */
export function SubjectDetails(props: SubjectDetailsProps) {
  const { view, about, reason, busy, onConfirm, onWithdraw } = props;
  const { state, confirmable, mark, checkedAt, way } = view;
  const styles = useStyles();
  const t = useTranslations('guideScreens.step');
  const format = useFormatter();
  const words = guideWords(useTranslations('guide'));
  const canConfirm = confirmable && !mark && state !== 'done' && state !== 'notApplicable';
  return (
    <div className={styles.details}>
      <EvidenceList view={view} />
      {mark && (
        <p className={styles.mark} suppressHydrationWarning>
          {t('confirmedBy', { name: mark.by, date: format.dateTime(new Date(mark.at), 'short') })}
          {mark.note && <span className={styles.note}>{mark.note}</span>}
        </p>
      )}
      {(way || canConfirm || mark) && (
        <div className={styles.commands}>
          {canConfirm && (
            <DisabledReason reason={reason}>
              <Button aria-label={t('confirmThis', { about })} disabledFocusable={busy} onClick={onConfirm}>
                {t('confirm')}
              </Button>
            </DisabledReason>
          )}
          {mark && (
            <DisabledReason reason={reason}>
              <Button
                appearance="subtle"
                aria-label={t('withdrawThis', { about })}
                disabledFocusable={busy}
                onClick={onWithdraw}
              >
                {t('withdraw')}
              </Button>
            </DisabledReason>
          )}
          {way && (
            <span className={canConfirm || mark ? undefined : styles.way}>
              <CommandLink href={way.href} label={t('wayFor', { way: words.way(way), about })}>
                {`${words.way(way)} ›`}
              </CommandLink>
            </span>
          )}
        </div>
      )}
      {checkedAt && (
        <p className={styles.checked}>
          {t.rich('checkedAt', { time: () => <RelativeTime at={new Date(checkedAt)} /> })}
        </p>
      )}
    </div>
  );
}
