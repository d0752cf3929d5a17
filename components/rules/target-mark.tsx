'use client';
import { Badge } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { RuleTarget } from '@/lib/operations/transport-rules';
import { useSetupTableStyles } from '../setup/setup-table-styles';

const COLORS = {
  unscoped: 'warning',
  off: 'danger',
  deleted: 'danger',
  missing: 'danger',
} as const satisfies Record<Exclude<RuleTarget['state'], 'on'>, string>;

/** What is wrong with the connector that a rule leads to; nothing where all is well. */
export function TargetMark({ state }: Readonly<{ state: RuleTarget['state'] }>) {
  const { mark } = useSetupTableStyles();
  const t = useTranslations('rules');
  if (state === 'on') return null;
  return (
    <Badge appearance="tint" color={COLORS[state]} className={mark} title={t(`targetHint.${state}`)}>
      {t(`target.${state}`)}
    </Badge>
  );
}
