'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '16px',
    rowGap: '8px',
    minHeight: '44px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    '@media print': { display: 'none' },
  },
  // On a phone the commands scroll sideways and what stands at the end gets a line of its own.
  commands: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '4px',
    minHeight: '44px',
    minWidth: '0',
    maxWidth: '100%',
    overflowX: 'auto',
    scrollbarWidth: 'thin',
  },
  end: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '8px',
    minWidth: '0',
    '@media (max-width: 640px)': { flexBasis: '100%', paddingBottom: '8px' },
  },
});

/** A page's commands (see CommandButton), with search and filters at `end`. `label` names it to screen readers. */
export function CommandBar({
  label,
  children,
  end,
}: Readonly<{ label: string; children: ReactNode; end?: ReactNode }>) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form's fields.
    <div role="group" aria-label={label} className={styles.bar}>
      <div className={styles.commands}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
