'use client';
import { Link, MessageBar, MessageBarActions, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { keepPreference } from '@/components/frame/preference';
import { DismissButton } from '@/components/ui/dismiss-button';
import type { HomeGuide } from '@/lib/operations/guide';
import { guideWords } from '@/lib/words/guide-words';
import { GUIDE_PATH, guideStepPath } from './guide-paths';

const useStyles = makeStyles({ bar: { marginBottom: '8px', '@media print': { display: 'none' } } });

/** On the first page: what is left of the set-up guide, until nothing is or somebody has seen enough of it. */
export function HomeGuideNotice({ guide: { scenario, progress, mayEdit } }: Readonly<{ guide: HomeGuide }>) {
  const styles = useStyles();
  const t = useTranslations('guideScreens.home');
  const words = guideWords(useTranslations('guide'));
  const [dismissed, setDismissed] = useState(false);
  const { atRest, total, next } = progress;
  if (dismissed || (scenario ? next === undefined : !mayEdit)) return null;
  const dismiss = () => {
    keepPreference('homeGuide', 'off');
    setDismissed(true);
  };
  return (
    <MessageBar intent="info" layout="multiline" className={styles.bar}>
      <MessageBarBody>
        {scenario && next ? (
          <>
            {t('left', { count: total - atRest })} {t('next', { title: words.step(next, scenario).title })}{' '}
            <Link href={guideStepPath(next)}>{t('open')}</Link>
          </>
        ) : (
          <>
            {t('begin')} <Link href={GUIDE_PATH}>{t('open')}</Link>
          </>
        )}
      </MessageBarBody>
      <MessageBarActions containerAction={<DismissButton label={t('dismiss')} onClick={dismiss} />} />
    </MessageBar>
  );
}
