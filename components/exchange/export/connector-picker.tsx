'use client';
import { Button, Combobox, Field, makeStyles, Option, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { answered, type SetupAction } from '@/components/setup/use-setup-action';
import type { Named } from '@/lib/mailflow/mail-setup';
import { EXPORT_CONNECTORS_MAX } from '@/lib/operations/export-query';

export type ConnectorsAction = SetupAction<readonly Named[]>;

const useStyles = makeStyles({
  picker: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  box: { minWidth: '0', width: '100%' },
  options: { maxHeight: '320px' },
  list: { listStyle: 'none', margin: '0', padding: '0', maxHeight: '320px', overflowY: 'auto' },
  one: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: '8px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
});

/** Who looks for one among more than these types a part of its name. */
const OFFERED = 50;

type ConnectorPickerProps = Readonly<{
  chosenIds: readonly string[];
  /** The names of those that were chosen when the page was made. */
  known: readonly Named[];
  connectors: ConnectorsAction;
  onChange: (ids: readonly string[]) => void;
}>;

/** Some connectors out of all. */
export function ConnectorPicker({ chosenIds, known, connectors, onChange }: ConnectorPickerProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.export.scope');
  const { data } = useQuery({
    queryKey: ['export-connectors'],
    queryFn: () => answered(connectors({})),
    staleTime: 0,
  });
  const [typed, setTyped] = useState('');
  const all = data?.ok ? data.value : known;
  const nameOf = new Map([...known, ...all].map(({ id, name }) => [id, name]));
  const wanted = typed.trim().toLowerCase();
  const offered = all
    .filter(({ id, name }) => !chosenIds.includes(id) && name.toLowerCase().includes(wanted))
    .slice(0, OFFERED);
  const isFull = chosenIds.length >= EXPORT_CONNECTORS_MAX;
  return (
    <div className={styles.picker}>
      <Field
        label={t('add')}
        {...(data && !data.ok && { validationMessage: t('failed') })}
        {...(isFull && { hint: t('full', { max: EXPORT_CONNECTORS_MAX }) })}
      >
        <Combobox
          inlinePopup
          className={styles.box}
          listbox={{ className: styles.options }}
          placeholder={t('placeholder')}
          disabled={isFull}
          value={typed}
          selectedOptions={[]}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onOpenChange={(_, { open }) => !open && setTyped('')}
          onOptionSelect={(_, { optionValue }) => {
            setTyped('');
            if (optionValue) onChange([...chosenIds, optionValue]);
          }}
        >
          {offered.map(({ id, name }) => (
            <Option key={id} value={id} text={name}>
              {name}
            </Option>
          ))}
          {data?.ok && offered.length === 0 && (
            <Option key="none" value="" text="" disabled>
              {t('noMatch')}
            </Option>
          )}
        </Combobox>
      </Field>
      <ul aria-label={t('chosen')} className={styles.list}>
        {chosenIds.map((id) => {
          const name = nameOf.get(id) ?? t('gone');
          return (
            <li key={id} className={styles.one}>
              {name}
              <Button
                appearance="subtle"
                icon={<DeleteRegular />}
                aria-label={t('remove', { name })}
                title={t('remove', { name })}
                onClick={() => onChange(chosenIds.filter((one) => one !== id))}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
