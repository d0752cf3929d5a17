'use client';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { onPlainClick } from '@/components/ui/link-click';
import type { Trouble } from './audit-actions';

const useStyles = makeStyles({
  foot: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    rowGap: '8px',
    minHeight: '72px',
    padding: '16px 0',
    color: tokens.colorNeutralForeground2,
    '@media print': { display: 'none' },
  },
  text: { margin: '0', textAlign: 'center' },
});

type OlderEntriesProps = Readonly<{
  more: boolean;
  filtered: boolean;
  loading: boolean;
  /** How many came last. */
  loaded: number;
  trouble: Trouble | undefined;
  /** The older entries as a page of their own, for a new tab. */
  href: string;
  onLoad: () => void;
}>;

/** The way further back, or the end of the log. */
export function OlderEntries({ more, filtered, loading, loaded, trouble, href, onLoad }: OlderEntriesProps) {
  const styles = useStyles();
  const t = useTranslations('audit.list');
  return (
    <div className={styles.foot}>
      {more ? (
        <Button
          as="a"
          href={href}
          disabledFocusable={loading}
          icon={loading ? <Spinner size="tiny" aria-hidden /> : null}
          onClick={onPlainClick(onLoad)}
        >
          {loading ? t('loading') : t('older')}
        </Button>
      ) : (
        <p className={styles.text}>{filtered ? t('endOfMatches') : t('end')}</p>
      )}
      <p className={styles.text} role={trouble ? 'alert' : 'status'}>
        {trouble && t(trouble === 'signedOut' ? 'signedOut' : 'failed')}
        {!trouble && loaded > 0 && t('loaded', { count: loaded })}
      </p>
    </div>
  );
}
