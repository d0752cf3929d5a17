'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { CopyButton } from '@/components/ui/copy-button';
import { PageTabs } from '@/components/ui/page-tabs';
import { TRACE_MODES, type TraceMode } from '@/lib/operations/route-trace-query';
import { MODE_PATHS } from '../route-paths';

const useStyles = makeStyles({
  note: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

type TraceBarProps = Readonly<{
  mode: TraceMode;
  /** The path that opens with this question and its answer; '' where the question fits into none. */
  link?: string;
}>;

/** What to trace, and the link to hand over. */
export function TraceBar({ mode, link }: TraceBarProps) {
  const styles = useStyles();
  const t = useTranslations('trace');
  return (
    <CommandBar
      label={t('title')}
      end={
        link === '' ? (
          <span className={styles.note}>{t('linkTooLong')}</span>
        ) : (
          link && <CopyLink path={link} />
        )
      }
    >
      <PageTabs
        label={t('modes.label')}
        tabs={TRACE_MODES.map((known) => ({
          href: MODE_PATHS[known],
          words: t(`modes.${known}`),
          here: known === mode,
        }))}
      />
    </CommandBar>
  );
}

/** The whole address is known in the browser only. */
function CopyLink({ path }: Readonly<{ path: string }>) {
  const t = useTranslations('trace');
  const origin = typeof window === 'undefined' ? '' : window.location.origin;
  return <CopyButton quiet label={t('copyLink')} text={`${origin}${path}`} />;
}
