'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import type { GuideStepView } from '@/lib/mailflow/guide/guide-view';
import type { GuideScenario } from '@/lib/mailflow/guide/journey';
import { guideWords } from '@/lib/words/guide-words';
import { StateMark } from './state-mark';
import { stepAnchor } from './step-anchor';

const useStyles = makeStyles({
  step: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    ':last-child': { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  fold: { '&[open] > summary > :first-child': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'grid',
    gridTemplateColumns: '16px 20px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '10px',
    padding: '10px 8px',
    cursor: 'pointer',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 640px)': { gridTemplateColumns: '16px 20px minmax(0, 1fr)', alignItems: 'start' },
    '@media print': { gridTemplateColumns: '0 20px minmax(0, 1fr) auto', breakAfter: 'avoid' },
  },
  chevron: {
    transitionProperty: 'transform',
    transitionDuration: tokens.durationFast,
    color: tokens.colorNeutralForeground3,
    '@media (max-width: 640px)': { marginTop: '2px' },
    '@media print': { visibility: 'hidden' },
  },
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  state: {
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': { gridColumn: '3' },
  },
  content: {
    display: 'grid',
    rowGap: '12px',
    padding: '2px 8px 20px 64px',
    '@media (max-width: 640px)': { paddingLeft: '8px' },
    '@media print': { paddingLeft: '40px' },
  },
  why: { margin: '0', maxWidth: '80ch' },
  how: { margin: '4px 0 0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

type GuideStepProps = Readonly<{
  step: GuideStepView;
  scenario: GuideScenario;
  /** Whether its fold is open when the page comes. */
  open: boolean;
  children: ReactNode;
}>;

/** One step: how it stands on one line; why, evidence and what to do when it is opened. */
export function GuideStep({ step, scenario, open, children }: GuideStepProps) {
  const styles = useStyles();
  const words = guideWords(useTranslations('guide'));
  const [openAtFirst] = useState(open);
  const { title, why, how } = words.step(step.id, scenario);
  return (
    <li className={styles.step}>
      <details id={stepAnchor(step.id)} open={openAtFirst} className={styles.fold}>
        <summary className={styles.summary}>
          <ChevronRightRegular aria-hidden className={styles.chevron} />
          <StateMark state={step.state} />
          <h3 className={styles.title}>{`${step.number}. ${title}`}</h3>
          <span className={styles.state}>{words.state(step.state)}</span>
        </summary>
        <div className={styles.content}>
          <div>
            <p className={styles.why}>{why}</p>
            <p className={styles.how}>{how}</p>
          </div>
          {children}
        </div>
      </details>
    </li>
  );
}
