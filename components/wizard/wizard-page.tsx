'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const NARROW = '@media (max-width: 819px)';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: '240px minmax(0, 1fr)',
    gridTemplateRows: '1fr auto',
    columnGap: '40px',
    alignItems: 'start',
    // The footer stays where it is when a message makes the step longer: under a pointer that is about to press it.
    minHeight: 'calc(100dvh - 204px)',
    [NARROW]: { display: 'flex', flexDirection: 'column', alignItems: 'stretch' },
  },
  step: { minWidth: '0', [NARROW]: { flexGrow: 1 } },
  rail: { position: 'sticky', top: '64px', [NARROW]: { display: 'none' } },
  progress: { display: 'none', marginBottom: '16px', [NARROW]: { display: 'block' } },
  progressText: { margin: '0 0 8px', color: tokens.colorNeutralForeground2 },
  track: { height: '4px', borderRadius: '2px', backgroundColor: tokens.colorNeutralBackground5 },
  bar: { height: '100%', borderRadius: '2px', backgroundColor: tokens.colorCompoundBrandBackground },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    columnGap: '40px',
    paddingBottom: '96px',
    '@media (min-width: 1200px)': { gridTemplateColumns: 'minmax(0, 1fr) auto' },
  },
  content: { minWidth: '0' },
  aside: { display: 'none', width: '240px', '@media (min-width: 1200px)': { display: 'block' } },
  footer: {
    position: 'sticky',
    bottom: '0',
    zIndex: 50,
    gridColumnStart: '2',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

type WizardPageProps = Readonly<{
  rail: ReactNode;
  /** Instead of the rail on a narrow screen: "Step 3 of 7 · Routing", with a bar. */
  progress: Readonly<{ text: string; value: number; label: string }>;
  children: ReactNode;
  aside?: ReactNode;
  footer: ReactNode;
}>;

/** A full page for a list of steps: the rail at the left, one question at a time, the footer always in sight. */
export function WizardPage({ rail, progress, children, aside, footer }: WizardPageProps) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <div className={styles.rail}>{rail}</div>
      <div className={styles.step}>
        <div className={styles.progress}>
          <p className={styles.progressText}>{progress.text}</p>
          <div
            role="progressbar"
            className={styles.track}
            aria-label={progress.label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={Math.round(progress.value * 100)}
          >
            <div className={styles.bar} style={{ width: `${progress.value * 100}%` }} />
          </div>
        </div>
        <div className={styles.main}>
          <div className={styles.content}>{children}</div>
          {aside && <div className={styles.aside}>{aside}</div>}
        </div>
      </div>
      <div className={styles.footer}>{footer}</div>
    </div>
  );
}
