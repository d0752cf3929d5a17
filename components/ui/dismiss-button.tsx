'use client';
import { Button } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

/** Takes a message bar away: what its `containerAction` is. */
export function DismissButton({ label, onClick }: Readonly<{ label: string; onClick: () => void }>) {
  return <Button appearance="transparent" icon={<DismissRegular />} aria-label={label} onClick={onClick} />;
}
