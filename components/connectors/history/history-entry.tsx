'use client';
import { Badge, Checkbox, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { HistoryRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandLink } from '@/components/ui/command-link';
import { RelativeTime } from '@/components/ui/relative-time';
import { NARROW } from '@/components/ui/table-grid';
import { ValidationOutcomeBadge } from '@/components/validation/outcome-badge';
import type { HistoryEntry as Entry } from '@/lib/operations/connector-history';
import { ChangeList } from './change-list';

const useStyles = makeStyles({
  entry: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '14px 0',
    [NARROW]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    scrollMarginTop: '112px',
  },
  withChoice: {
    gridTemplateColumns: '36px minmax(0, 1fr) auto',
    [NARROW]: { gridTemplateColumns: '36px minmax(0, 1fr)' },
  },
  restore: { marginTop: '-5px', [NARROW]: { gridColumn: '-2', margin: '4px 0 0 -12px' } },
  choice: { marginTop: '-5px', marginLeft: '-8px' },
  body: { display: 'grid', rowGap: '4px', minWidth: '0' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '12px', rowGap: '4px' },
  number: {
    margin: '0',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
  },
  meta: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: '16px',
    rowGap: '4px',
    margin: '0',
    color: tokens.colorNeutralForeground2,
  },
  validation: { display: 'inline-flex', alignItems: 'center', columnGap: '8px' },
  said: {
    margin: '2px 0',
    maxWidth: '80ch',
    paddingLeft: '12px',
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
  },
  label: { fontWeight: tokens.fontWeightSemibold },
  quiet: { margin: '0', color: tokens.colorNeutralForeground2 },
});

/** The first few say what a version was about. */
const CHANGES_SHOWN = 4;

type HistoryEntryProps = Readonly<{
  entry: Entry;
  /** What is said of the version in force; nothing of the others. */
  mark: string | undefined;
  /** Absent where there is nothing to compare with. */
  choice: Readonly<{ chosen: boolean; onToggle: () => void }> | undefined;
  /** Absent where it can't be restored; `reason` where this person may not. */
  restore: Readonly<{ href: string; reason: string | undefined }> | undefined;
}>;

/** One version: who, when, why, on which validation, and what it changed. */
export function HistoryEntry({ entry, mark, choice, restore }: HistoryEntryProps) {
  const styles = useStyles();
  const t = useTranslations('history');
  const { number, createdByName, createdAt, note, reason, restoredFrom, validation, changes } = entry;
  return (
    <li id={`version-${number}`} className={mergeClasses(styles.entry, choice && styles.withChoice)}>
      {choice && (
        <Checkbox
          className={styles.choice}
          aria-label={t('choose', { number })}
          checked={choice.chosen}
          onChange={choice.onToggle}
        />
      )}
      <div className={styles.body}>
        <div className={styles.head}>
          <h2 className={styles.number}>{t('version', { number })}</h2>
          {mark && (
            <Badge appearance="tint" color="brand">
              {mark}
            </Badge>
          )}
        </div>
        <div className={styles.meta}>
          <span>
            {t.rich('by', { name: createdByName, when: () => <RelativeTime at={new Date(createdAt)} /> })}
          </span>
          {validation && (
            <span className={styles.validation}>
              {t('validation')} <ValidationOutcomeBadge outcome={validation.outcome} />
            </span>
          )}
        </div>
        {restoredFrom !== undefined && (
          <p className={styles.quiet}>{t('restored', { number: restoredFrom })}</p>
        )}
        {note && (
          <p className={styles.said}>
            <span className={styles.label}>{t('note')}:</span> {note}
          </p>
        )}
        {reason && (
          <p className={styles.said}>
            <span className={styles.label}>{t('reason')}:</span> {reason}
          </p>
        )}
        {entry.failureAcknowledged && !reason && <p className={styles.quiet}>{t('acknowledged')}</p>}
        {number === 1 && <p className={styles.quiet}>{t('created')}</p>}
        {changes.length > 0 && <ChangeList changes={changes} shown={CHANGES_SHOWN} />}
      </div>
      {restore && (
        <div className={styles.restore}>
          <CommandLink
            icon={<HistoryRegular />}
            href={restore.href}
            reason={restore.reason}
            label={t('restoreVersion', { number })}
          >
            {t('restore')}
          </CommandLink>
        </div>
      )}
    </li>
  );
}
