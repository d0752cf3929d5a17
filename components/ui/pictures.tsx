'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  ground: { fill: tokens.colorBrandBackground2 },
  sheet: { fill: tokens.colorNeutralBackground1, stroke: tokens.colorBrandStroke2, strokeWidth: '2px' },
  line: { stroke: tokens.colorNeutralStroke1, strokeWidth: '3px', strokeLinecap: 'round', fill: 'none' },
  accent: { stroke: tokens.colorBrandStroke1, strokeWidth: '3px', strokeLinecap: 'round', fill: 'none' },
  dot: { fill: tokens.colorBrandStroke1 },
});

/** Two places not joined yet: nothing has been made so far. */
export function NothingYetPicture() {
  const styles = useStyles();
  return (
    <svg width="160" height="112" viewBox="0 0 160 112" aria-hidden="true">
      <ellipse className={styles.ground} cx="80" cy="62" rx="76" ry="44" />
      <rect className={styles.sheet} x="20" y="36" width="44" height="48" rx="6" />
      <rect className={styles.sheet} x="96" y="36" width="44" height="48" rx="6" />
      <path className={styles.line} d="M30 50h24M30 60h24M30 70h14M106 50h24M106 60h24M106 70h14" />
      <path className={styles.accent} d="M64 34c4-16 28-16 32 0" strokeDasharray="5 7" />
      <circle className={styles.dot} cx="64" cy="36" r="5" />
      <circle className={styles.dot} cx="96" cy="36" r="5" />
    </svg>
  );
}

/** A glass over an empty list: nothing fits what was looked for. */
export function NoMatchPicture() {
  const styles = useStyles();
  return (
    <svg width="160" height="112" viewBox="0 0 160 112" aria-hidden="true">
      <ellipse className={styles.ground} cx="80" cy="62" rx="76" ry="44" />
      <rect className={styles.sheet} x="44" y="22" width="72" height="72" rx="6" />
      <path className={styles.line} d="M56 38h30M56 50h20M56 62h14M56 74h20" />
      <circle className={styles.sheet} cx="96" cy="62" r="20" />
      <path className={styles.accent} d="M110 77l14 14M88 62h16" />
    </svg>
  );
}
