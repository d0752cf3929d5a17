'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { Breakable } from '@/components/ui/breakable';
import type { SubjectView } from '@/lib/mailflow/guide/guide-view';
import { isLeft } from '@/lib/mailflow/guide/step-state';
import { guideWords } from '@/lib/words/guide-words';
import { StateMark } from './state-mark';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  summary: {
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr) auto',
    alignItems: 'center',
    columnGap: '10px',
    padding: '8px 4px',
    cursor: 'pointer',
    listStyleType: 'none',
    borderRadius: tokens.borderRadiusMedium,
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  name: { overflowWrap: 'anywhere' },
  state: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  content: { padding: '4px 4px 14px 30px' },
});

/** With more than these, the rows are closed at first. */
const OPEN_AT_MOST = 3;

type SubjectListProps = Readonly<{
  /** The step's title. */
  label: string;
  subjects: readonly SubjectView[];
  children: (view: SubjectView) => ReactNode;
}>;

/** A row for each domain or server that a step is held for; what a lone one has to say stands by itself. */
export function SubjectList({ label, subjects, children }: SubjectListProps) {
  const styles = useStyles();
  const [only] = subjects;
  if (only && subjects.length === 1 && only.subject === undefined) return children(only);
  return (
    <ul className={styles.list} aria-label={label}>
      {subjects.map((view) => (
        <li key={view.subject ?? ''} className={styles.row}>
          <SubjectRow view={view} open={isLeft(view.state) && subjects.length <= OPEN_AT_MOST}>
            {children(view)}
          </SubjectRow>
        </li>
      ))}
    </ul>
  );
}

type SubjectRowProps = Readonly<{ view: SubjectView; open: boolean; children: ReactNode }>;

function SubjectRow({ view: { subject = '', state }, open, children }: SubjectRowProps) {
  const styles = useStyles();
  const words = guideWords(useTranslations('guide'));
  const [openAtFirst] = useState(open);
  return (
    <details open={openAtFirst}>
      <summary className={styles.summary}>
        <StateMark state={state} small />
        <span className={styles.name}>
          <Breakable text={subject} />
        </span>
        <span className={styles.state}>{words.state(state)}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}
