'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { GuidePartView } from '@/lib/mailflow/guide/guide-view';
import type { GuideScenario } from '@/lib/mailflow/guide/journey';
import { guideWords } from '@/lib/words/guide-words';
import { partProgress } from './part-progress';
import { ProgressLine } from './progress-line';

const useStyles = makeStyles({
  part: { marginTop: '32px', '@media print': { marginTop: '20px' } },
  head: { display: 'grid', rowGap: '4px', marginBottom: '12px', breakAfter: 'avoid' },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    outlineStyle: 'none',
  },
  text: { margin: '0 0 4px', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
  steps: { listStyleType: 'none', margin: '0', padding: '0' },
});

/** Where the part stands on the page. */
export const partAnchor = (part: GuidePartView['id']): string => `part-${part}`;

type GuidePartProps = Readonly<{ part: GuidePartView; scenario: GuideScenario; children: ReactNode }>;

/** One heading of the article, and its steps. */
export function GuidePart({ part, scenario, children }: GuidePartProps) {
  const styles = useStyles();
  const { title, text } = guideWords(useTranslations('guide')).part(part.id, scenario);
  return (
    <section aria-labelledby={partAnchor(part.id)} className={styles.part}>
      <div className={styles.head}>
        <h2 id={partAnchor(part.id)} tabIndex={-1} className={styles.title}>
          {title}
        </h2>
        <p className={styles.text}>{text}</p>
        <ProgressLine label={title} {...partProgress(part)} />
      </div>
      <ol className={styles.steps}>{children}</ol>
    </section>
  );
}
