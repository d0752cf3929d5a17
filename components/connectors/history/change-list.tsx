'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Change } from '@/lib/mailflow/connector-changes';
import { useChangeWords } from '../change-words';

const useStyles = makeStyles({
  list: { margin: '0', paddingLeft: '20px', overflowWrap: 'anywhere', listStyleType: 'disc' },
  item: { padding: '1px 0' },
  more: { marginTop: '2px', fontSize: tokens.fontSizeBase300 },
});

type ChangeListProps = Readonly<{
  changes: readonly Change[];
  /** More than these stay behind "and 4 more"; all are shown without it. */
  shown?: number;
}>;

/** Differences, each in a sentence. */
export function ChangeList({ changes, shown = changes.length }: ChangeListProps) {
  const styles = useStyles();
  const t = useTranslations('history');
  const words = useChangeWords();
  const [open, setOpen] = useState(false);
  // One that would stand alone behind the link is shown at once.
  const isLong = changes.length > shown + 1;
  const visible = isLong && !open ? changes.slice(0, shown) : changes;
  return (
    <div>
      <ul className={styles.list} aria-label={t('changes')}>
        {visible.map((change) => {
          const sentence = words(change);
          return (
            <li key={sentence} className={styles.item}>
              {sentence}
            </li>
          );
        })}
      </ul>
      {isLong && (
        <Link as="button" aria-expanded={open} className={styles.more} onClick={() => setOpen(!open)}>
          {open ? t('fewer') : t('more', { count: changes.length - shown })}
        </Link>
      )}
    </div>
  );
}
