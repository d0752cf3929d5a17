'use client';
import { RouteChanges } from '../setup/route-changes';
import { useCommandImpact } from '../setup/use-impact';
import type { AskedCommand, Target } from './life-command';

type CommandImpactProps = Readonly<{ command: AskedCommand; targets: readonly Target[] }>;

/** Which routes the command moves. Nothing is asked where none can: for mail into Office 365, or for what is off. */
export function CommandImpact({ command, targets }: CommandImpactProps) {
  const moving = targets.filter(
    ({ direction, enabled }) => direction === 'outbound' && enabled !== (command === 'turnOn'),
  );
  const ids = targets.map(({ id }) => id);
  const asked = useCommandImpact(moving.length > 0 ? { change: command, ids } : undefined);
  return moving.length > 0 && <RouteChanges {...asked} />;
}
