'use client';
import { Button } from '@fluentui/react-components';
import { lazy, type ReactElement } from 'react';
import { OnDemand } from '@/components/ui/on-demand';
import { useBarStyles } from './bar-styles';
import type { ChoiceMenuSurfaceProps } from './choice-menu-surface';

const load = () => import('./choice-menu-surface');
const ChoiceMenuSurface = lazy(load);

type ChoiceMenuProps = Omit<ChoiceMenuSurfaceProps, 'trigger'> &
  Readonly<{ label: string; icon: ReactElement }>;

/** An icon in the top bar that opens a choice of one among a few. */
export function ChoiceMenu({ label, icon, ...choice }: ChoiceMenuProps) {
  const { button } = useBarStyles();
  const trigger = (
    <Button appearance="transparent" aria-label={label} title={label} icon={icon} className={button} />
  );
  return (
    <OnDemand trigger={trigger} load={load}>
      <ChoiceMenuSurface {...choice} trigger={trigger} />
    </OnDemand>
  );
}
