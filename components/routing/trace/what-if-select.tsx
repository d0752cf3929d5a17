'use client';
import { Field, makeStyles, Select } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Named } from '@/lib/mailflow/mail-setup';
import { WHAT_IFS, type WhatIf } from '@/lib/operations/route-trace-query';

// The browser makes it as wide as its longest choice.
const useStyles = makeStyles({ select: { minWidth: '0', width: '100%', textOverflow: 'ellipsis' } });

type WhatIfSelectProps = Readonly<{
  /** Connectors with a draft. */
  drafts: readonly Named[];
  whatIf: WhatIf | undefined;
  /** What the connector of `whatIf` is called, where that is known. */
  name: string | undefined;
  onWhatIf: (whatIf: WhatIf | undefined) => void;
}>;

const spell = ({ change, connectorId }: WhatIf): string => `${change}:${connectorId}`;

/** The change that the answer is to look ahead to. Turning on and off is asked for beside a connector in the answer. */
export function WhatIfSelect({ drafts, whatIf, name, onWhatIf }: WhatIfSelectProps) {
  const styles = useStyles();
  const t = useTranslations('trace.whatIf');
  const offered: (WhatIf & { name: string })[] = drafts.map(({ id, name }) => ({
    change: 'publish',
    connectorId: id,
    name,
  }));
  const isOffered = whatIf && offered.some((one) => spell(one) === spell(whatIf));
  const choose = (value: string) => {
    const change = WHAT_IFS.find((known) => value.startsWith(`${known}:`));
    onWhatIf(change && { change, connectorId: value.slice(change.length + 1) });
  };
  return (
    <Field label={t('label')}>
      <Select
        select={{ className: styles.select }}
        value={whatIf ? spell(whatIf) : ''}
        onChange={(_, { value }) => choose(value)}
      >
        <option value="">{t('none')}</option>
        {whatIf && !isOffered && (
          <option value={spell(whatIf)}>
            {name === undefined ? t('unknown') : t(whatIf.change, { name })}
          </option>
        )}
        {offered.map((one) => (
          <option key={one.connectorId} value={spell(one)}>
            {t('publish', { name: one.name })}
          </option>
        ))}
      </Select>
    </Field>
  );
}
