'use client';
import { Field, Link, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { Named } from '@/lib/mailflow/mail-setup';
import { EXPORT_FORMATS, EXPORT_FORMS, type ExportQuestion } from '@/lib/operations/export-query';
import { EXCHANGE_PATH } from '../exchange-paths';
import { ConnectorPicker, type ConnectorsAction } from './connector-picker';

const useStyles = makeStyles({
  options: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px', alignContent: 'start' },
  label: { display: 'block' },
  hint: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  note: { margin: '-12px 0 0 32px', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

const SCOPES = ['all', 'some'] as const;

type ExportOptionsProps = Readonly<{
  question: ExportQuestion;
  chosen: readonly Named[];
  hasImport: boolean;
  connectors: ConnectorsAction;
  onChange: (change: Partial<ExportQuestion>) => void;
}>;

/** What is exported, for what, and how much of it. */
export function ExportOptions({ question, chosen, hasImport, connectors, onChange }: ExportOptionsProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.export');
  const { form, format, connectorIds } = question;
  const [picking, setPicking] = useState(false);
  const scope = picking || connectorIds.length > 0 ? 'some' : 'all';
  const label = (words: string, hint: string) => (
    <span className={styles.label}>
      {words}
      <span className={styles.hint}>{hint}</span>
    </span>
  );
  return (
    <section aria-label={t('options')} className={styles.options}>
      <Field label={t('form.label')}>
        <RadioGroup
          value={form}
          onChange={(_, { value }) => {
            const wanted = EXPORT_FORMS.find((known) => known === value) ?? form;
            onChange({
              form: wanted,
              reverse: false,
              ...(wanted === 'change' && { format: 'exchangeOnline' }),
            });
          }}
        >
          {EXPORT_FORMS.map((known) => (
            <Radio
              key={known}
              value={known}
              disabled={known === 'change' && !hasImport}
              label={label(t(`form.${known}.label`), t(`form.${known}.hint`))}
            />
          ))}
        </RadioGroup>
      </Field>
      {!hasImport && (
        <p className={styles.note}>
          {t.rich('form.needsImport', { link: (words) => <Link href={EXCHANGE_PATH}>{words}</Link> })}
        </p>
      )}
      {form === 'create' && (
        <Field label={t('format.label')}>
          <RadioGroup
            value={format}
            onChange={(_, { value }) =>
              onChange({ format: EXPORT_FORMATS.find((known) => known === value) ?? format })
            }
          >
            {EXPORT_FORMATS.map((known) => (
              <Radio
                key={known}
                value={known}
                label={label(t(`format.${known}.label`), t(`format.${known}.hint`))}
              />
            ))}
          </RadioGroup>
        </Field>
      )}
      <Field label={t('scope.label')}>
        <RadioGroup
          value={scope}
          onChange={(_, { value }) => {
            setPicking(value === 'some');
            if (value === 'all' && connectorIds.length > 0) onChange({ connectorIds: [] });
          }}
        >
          {SCOPES.map((known) => (
            <Radio key={known} value={known} label={t(`scope.${known}`)} />
          ))}
        </RadioGroup>
      </Field>
      {scope === 'some' && (
        <ConnectorPicker
          chosenIds={connectorIds}
          known={chosen}
          connectors={connectors}
          onChange={(ids) => {
            setPicking(true);
            onChange({ connectorIds: ids });
          }}
        />
      )}
    </section>
  );
}
