'use client';
import {
  Button,
  Field,
  makeStyles,
  mergeClasses,
  SearchBox,
  Select,
  tokens,
} from '@fluentui/react-components';
import { FilterRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { NARROW } from '@/components/ui/table-grid';
import { AUDIT_GROUPS, type AuditView, isFiltered } from '@/lib/operations/audit-log-query';
import { DayBox } from './day-box';
import { type AuditedPerson, PersonSelect } from './person-select';
import { useTyped } from './use-typed';

const useStyles = makeStyles({
  filters: {
    display: 'grid',
    gridTemplateColumns:
      'repeat(2, minmax(140px, 1fr)) minmax(180px, 1.4fr) repeat(2, minmax(140px, 0.8fr)) auto',
    columnGap: '12px',
    rowGap: '8px',
    alignItems: 'end',
    padding: '12px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    // A choice is as wide as its column, not as its longest word.
    '& > *': { minWidth: '0' },
    '& select': { minWidth: '0', width: '100%' },
    '@media (max-width: 1100px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media print': { display: 'none' },
  },
  // On a phone they make room for the entries until somebody wants them.
  toggle: { display: 'none', [NARROW]: { display: 'inline-flex', margin: '8px 0' } },
  folded: { [NARROW]: { display: 'none' } },
  subject: { '@media (max-width: 1100px)': { gridColumn: '1 / -1' } },
  unused: { '@media (max-width: 1100px)': { display: 'none' } },
  search: { maxWidth: 'none' },
});

/** Longer than any name. */
const LONGEST = 200;

type AuditFiltersProps = Readonly<{
  view: AuditView;
  people: readonly AuditedPerson[];
  onChange: (change: Partial<AuditView>, typed?: boolean) => void;
  onClear: () => void;
}>;

/** Which entries the list shows: who, what, on what, between which days. */
export function AuditFilters({ view, people, onChange, onClear }: AuditFiltersProps) {
  const styles = useStyles();
  const t = useTranslations('audit');
  const subject = useTyped(view.subject, (text) => onChange({ subject: text }, true));
  const filtered = isFiltered(view);
  const [open, setOpen] = useState(filtered);
  const id = useId();
  return (
    <>
      <Button
        icon={<FilterRegular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        className={styles.toggle}
      >
        {t('filters.label')}
      </Button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would need a line of its own. */}
      <div
        id={id}
        role="group"
        aria-label={t('filters.label')}
        className={mergeClasses(styles.filters, !open && styles.folded)}
      >
        <PersonSelect people={people} person={view.person} onPerson={(person) => onChange({ person })} />
        <Field label={t('filters.group')}>
          <Select
            value={view.group}
            onChange={(_, { value }) =>
              onChange({ group: AUDIT_GROUPS.find((group) => group === value) ?? '' })
            }
          >
            <option value="">{t('filters.any')}</option>
            {AUDIT_GROUPS.map((group) => (
              <option key={group} value={group}>
                {t(`groups.${group}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('filters.subject')} className={styles.subject}>
          <SearchBox
            className={styles.search}
            maxLength={LONGEST}
            value={subject.text}
            onChange={(_, { value }) => subject.type(value)}
            onKeyDown={({ key }) => key === 'Enter' && subject.askNow()}
          />
        </Field>
        <DayBox label={t('filters.from')} day={view.from} onDay={(from) => onChange({ from }, true)} />
        <DayBox label={t('filters.to')} day={view.to} onDay={(to) => onChange({ to }, true)} />
        <Button
          appearance="subtle"
          disabledFocusable={!filtered}
          onClick={onClear}
          className={mergeClasses(!filtered && styles.unused)}
        >
          {t('filters.clear')}
        </Button>
      </div>
    </>
  );
}
