'use client';
import { makeStyles, Tab, TabList } from '@fluentui/react-components';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { CommandBar } from '@/components/ui/command-bar';
import { CopyButton } from '@/components/ui/copy-button';
import type { TraceMode } from '@/lib/operations/route-trace-query';
import { MODE_PATHS } from '../route-paths';

const useStyles = makeStyles({
  tabs: { marginLeft: '-12px' },
  note: { maxWidth: '40ch', fontSize: '12px' },
});

const MODES: readonly TraceMode[] = ['outbound'];

type TraceBarProps = Readonly<{
  mode: TraceMode;
  /** The path that opens with this question and its answer; undefined where the question fits into none. */
  link: string | undefined;
}>;

/** What to trace, and the link to hand over. */
export function TraceBar({ mode, link }: TraceBarProps) {
  const styles = useStyles();
  const t = useTranslations('trace');
  const router = useRouter();
  return (
    <CommandBar
      label={t('title')}
      end={
        link === undefined ? (
          <span className={styles.note}>{t('linkTooLong')}</span>
        ) : (
          <CopyLink path={link} />
        )
      }
    >
      {MODES.length > 1 && (
        <TabList
          className={styles.tabs}
          selectedValue={mode}
          aria-label={t('modes.label')}
          onTabSelect={(_, { value }) => {
            const next = MODES.find((known) => known === value);
            if (next) router.push(MODE_PATHS[next]);
          }}
        >
          {MODES.map((known) => (
            <Tab key={known} value={known}>
              {t(`modes.${known}`)}
            </Tab>
          ))}
        </TabList>
      )}
    </CommandBar>
  );
}

/** The whole address is known in the browser only. */
function CopyLink({ path }: Readonly<{ path: string }>) {
  const t = useTranslations('trace');
  const origin = typeof window === 'undefined' ? '' : window.location.origin;
  return <CopyButton quiet label={t('copyLink')} text={`${origin}${path}`} />;
}
