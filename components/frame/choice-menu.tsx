'use client';
import { Button } from '@fluentui/react-components';
import { lazy, type ReactElement } from 'react';
import type { ChoiceMenuSurfaceProps } from '@/components/ui/choice-menu-surface';
import { OnDemand } from '@/components/ui/on-demand';
import { useBarStyles } from './bar-styles';

const load = () => import('@/components/ui/choice-menu-surface');
const ChoiceMenuSurface = lazy(load);

type ChoiceMenuProps = Pick<ChoiceMenuSurfaceProps, 'options'> &
  Readonly<{ label: string; icon: ReactElement; value: string; onChoose: (value: string) => void }>;

/** An icon in the top bar that opens a choice of one among a few. */
export function ChoiceMenu({ label, icon, value, options, onChoose }: ChoiceMenuProps) {
  const { button } = useBarStyles();
  const trigger = (
    <Button appearance="transparent" aria-label={label} title={label} icon={icon} className={button} />
  );
  return (
    <OnDemand trigger={trigger} load={load}>
      <ChoiceMenuSurface
        trigger={trigger}
        options={options}
        chosen={[value]}
        onChoose={([chosen]) => chosen !== undefined && onChoose(chosen)}
      />
    </OnDemand>
  );
}
