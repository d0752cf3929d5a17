'use client';
import { Button, Field, makeStyles, SearchBox, Select, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { AUDIT_GROUPS, type AuditView, isFiltered, NO_ACCOUNT } from '@/lib/operations/audit-log-query';
import { DayBox } from './day-box';
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
    '@media (max-width: 1100px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media print': { display: 'none' },
  },
  subject: { '@media (max-width: 1100px)': { gridColumn: '1 / -1' } },
  search: { maxWidth: 'none' },
});

/** Longer than any name. */
const LONGEST = 200;

export type AuditedPerson = Readonly<{ id: string; name: string; email: string }>;

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
  const namesakes = new Set(
    people.map(({ name }) => name).filter((name, at, all) => all.indexOf(name) !== at),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would need a line of its own.
    <div role="group" aria-label={t('filters.label')} className={styles.filters}>
      <Field label={t('filters.person')}>
        <Select value={view.person} onChange={(_, { value }) => onChange({ person: value })}>
          <option value="">{t('filters.anyone')}</option>
          {people.map(({ id, name, email }) => (
            <option key={id} value={id}>
              {namesakes.has(name) ? `${name} (${email})` : name}
            </option>
          ))}
          {NO_ACCOUNT.map((who) => (
            <option key={who} value={who}>
              {t(`who.${who}`)}
            </option>
          ))}
        </Select>
      </Field>
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
      <Button appearance="subtle" disabledFocusable={!isFiltered(view)} onClick={onClear}>
        {t('filters.clear')}
      </Button>
    </div>
  );
}
