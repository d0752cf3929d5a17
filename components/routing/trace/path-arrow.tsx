'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { PATH_NARROW } from './path-node';

const useStyles = makeStyles({
  arrow: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    flex: '0 1 40px',
    minWidth: '24px',
    color: tokens.colorBrandStroke1,
    [PATH_NARROW]: { flex: '0 0 24px', justifyContent: 'flex-start', paddingLeft: '22px' },
  },
  quiet: { color: tokens.colorNeutralStrokeAccessible },
  line: {
    width: '100%',
    height: '12px',
    overflow: 'visible',
    [PATH_NARROW]: { display: 'none' },
  },
  down: { display: 'none', width: '12px', height: '24px', [PATH_NARROW]: { display: 'block' } },
  stroke: { stroke: 'currentColor', strokeWidth: '2px', fill: 'none', strokeLinecap: 'round' },
  dashed: { strokeDasharray: '3 5' },
});

/** The way from one stop to the next: to the right, or down where there is no room. */
export function PathArrow({ doubtful = false }: Readonly<{ doubtful?: boolean }>) {
  const styles = useStyles();
  const shaft = mergeClasses(styles.stroke, doubtful && styles.dashed);
  return (
    <li className={mergeClasses(styles.arrow, doubtful && styles.quiet)} aria-hidden>
      <svg
        className={styles.line}
        viewBox="0 0 40 12"
        preserveAspectRatio="xMaxYMid slice"
        aria-hidden="true"
      >
        <path className={shaft} d="M4 6h29" />
        <path className={styles.stroke} d="M29 1.5l5 4.5-5 4.5" />
      </svg>
      <svg className={styles.down} viewBox="0 0 12 24" aria-hidden="true">
        <path className={shaft} d="M6 2v16" />
        <path className={styles.stroke} d="M1.5 14l4.5 5 4.5-5" />
      </svg>
    </li>
  );
}
