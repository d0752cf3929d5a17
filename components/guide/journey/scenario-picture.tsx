'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { GuideScenario } from '@/lib/mailflow/guide/journey';

const useStyles = makeStyles({
  picture: { display: 'block', width: '100%', maxWidth: '240px', height: 'auto' },
  ground: { fill: tokens.colorBrandBackground2 },
  sheet: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke2, strokeWidth: '2px' },
  line: { stroke: tokens.colorNeutralStroke1, strokeWidth: '3px', strokeLinecap: 'round', fill: 'none' },
  way: { stroke: tokens.colorBrandStroke1, strokeWidth: '2.5px', strokeLinecap: 'round', fill: 'none' },
  mailbox: { fill: tokens.colorBrandStroke1 },
});

const CLOUD = 'M88 52a15 15 0 0 1 2-30 20 20 0 0 1 38-4 17 17 0 0 1 6 34z';

/** Where mailboxes are (filled), and between whom mail goes. Says nothing to screen readers. */
export function ScenarioPicture({ scenario }: Readonly<{ scenario: GuideScenario }>) {
  const styles = useStyles();
  const server = (x: number): ReactElement => (
    <>
      <rect className={styles.sheet} x={x} y="28" width="36" height="46" rx="5" />
      <path className={styles.line} d={`M${x + 9} 40h18M${x + 9} 50h18`} />
    </>
  );
  const mailbox = (x: number, y: number): ReactElement => (
    <rect className={styles.mailbox} x={x} y={y} width="14" height="9" rx="2" />
  );
  const parts: Readonly<Record<GuideScenario, ReactElement>> = {
    ownServers: (
      <>
        {server(172)}
        {mailbox(183, 58)}
        <path className={styles.way} d="M20 44h56M70 38l7 6-7 6M142 44h24M160 38l7 6-7 6" />
      </>
    ),
    both: (
      <>
        {server(172)}
        {mailbox(183, 58)}
        {mailbox(104, 34)}
        <path
          className={styles.way}
          d="M20 40h56M70 34l7 6-7 6M142 38h24M160 32l7 6-7 6M166 52h-24M148 46l-7 6 7 6"
        />
      </>
    ),
    partner: (
      <>
        {server(172)}
        {mailbox(104, 34)}
        <path className={styles.way} d="M142 38h24M160 32l7 6-7 6M166 52h-24M148 46l-7 6 7 6" />
        <rect className={styles.sheet} x="184" y="57" width="12" height="10" rx="2" />
        <path className={styles.way} d="M187 57v-3a3 3 0 0 1 6 0v3" />
      </>
    ),
  };
  return (
    <svg viewBox="0 0 228 88" className={styles.picture} aria-hidden="true">
      <ellipse className={styles.ground} cx="114" cy="62" rx="108" ry="24" />
      <path className={styles.sheet} d={CLOUD} />
      {parts[scenario]}
    </svg>
  );
}
