'use client';
import { Field, Select } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { NO_ACCOUNT } from '@/lib/operations/audit-log-query';

export type AuditedPerson = Readonly<{ id: string; name: string; email: string }>;

type PersonSelectProps = Readonly<{
  people: readonly AuditedPerson[];
  /** An id, one of NO_ACCOUNT, or '' for anyone. */
  person: string;
  onPerson: (person: string) => void;
}>;

/** Whose entries are shown. People of one name are told apart by their address. */
export function PersonSelect({ people, person, onPerson }: PersonSelectProps) {
  const t = useTranslations('audit');
  const names = people.map(({ name }) => name);
  const isShared = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
  return (
    <Field label={t('filters.person')}>
      <Select value={person} onChange={(_, { value }) => onPerson(value)}>
        <option value="">{t('filters.anyone')}</option>
        {people.map(({ id, name, email }) => (
          <option key={id} value={id}>
            {isShared(name) ? `${name} (${email})` : name}
          </option>
        ))}
        {NO_ACCOUNT.map((who) => (
          <option key={who} value={who}>
            {t(`who.${who}`)}
          </option>
        ))}
      </Select>
    </Field>
  );
}
