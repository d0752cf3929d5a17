'use client';
import { Badge, type BadgeProps } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { ValidationOutcome } from '@/lib/mailflow/health';

const COLORS: Record<ValidationOutcome, NonNullable<BadgeProps['color']>> = {
  passed: 'success',
  failed: 'danger',
  inconclusive: 'warning',
};

/** How one validation ended. What that says of a connector today is HealthBadge's. */
export function ValidationOutcomeBadge({ outcome }: Readonly<{ outcome: ValidationOutcome }>) {
  const t = useTranslations('validation.outcome');
  return (
    <Badge appearance="tint" color={COLORS[outcome]}>
      {t(outcome)}
    </Badge>
  );
}
