'use client';
import { makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  bar: { display: 'block', width: '100%', maxWidth: '168px', height: '6px', forcedColorAdjust: 'none' },
  ground: { fill: tokens.colorNeutralBackground4 },
  share: { fill: tokens.colorBrandBackground },
});

/** How much of the longest delay this one is, from 0 to 1. Its words stand beside it. */
export function DelayBar({ share }: Readonly<{ share: number }>) {
  const styles = useStyles();
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.ground} width="100" height="6" />
      <rect className={styles.share} width={share === 0 ? 0 : Math.max(2, share * 100)} height="6" />
    </svg>
  );
}
