'use client';
import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { onPlainClick } from '@/components/ui/link-click';
import type { GuideProgress } from '@/lib/mailflow/guide/guide-view';
import type { GuideStepId } from '@/lib/mailflow/guide/journey';
import { guideStepPath } from '../guide-paths';
import { ProgressLine } from './progress-line';
import { showStep } from './step-anchor';

const useStyles = makeStyles({
  overview: {
    display: 'grid',
    rowGap: '8px',
    marginTop: '12px',
    padding: '16px 20px',
    borderRadius: tokens.borderRadiusXLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    breakInside: 'avoid',
  },
  next: { margin: '0', overflowWrap: 'anywhere' },
});

type GuideOverviewProps = Readonly<{ progress: GuideProgress; titleOf: (step: GuideStepId) => string }>;

/** How far the whole journey is, and what comes next. */
export function GuideOverview({ progress, titleOf }: GuideOverviewProps) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.progress');
  const { next, atRest, total, failing } = progress;
  return (
    <div className={styles.overview}>
      <ProgressLine label={t('label')} atRest={atRest} total={total} failing={failing} />
      <p className={styles.next}>
        {next
          ? t.rich('next', {
              title: titleOf(next),
              link: (title) => (
                <Link
                  href={guideStepPath(next)}
                  onClick={onPlainClick(() => {
                    window.history.replaceState(null, '', guideStepPath(next));
                    showStep(next);
                  })}
                >
                  {title}
                </Link>
              ),
            })
          : t('allDone')}
      </p>
    </div>
  );
}
