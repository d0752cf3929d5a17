'use client';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { Wizard } from './use-connector-wizard';

export type LeaveWords = Readonly<{ title: string; text: string; leave: string; stay: string }>;

type LeaveDialogProps = Readonly<{
  wizard: Pick<Wizard, 'guard' | 'leaveTo'>;
  words: LeaveWords;
  home: string;
}>;

/** Asks before what was entered is lost; renders nothing while nobody wants to leave. */
export function LeaveDialog({ wizard: { guard, leaveTo }, words, home }: LeaveDialogProps) {
  if (guard.target === undefined) return null;
  return (
    <ConfirmDialog
      title={words.title}
      confirmLabel={words.leave}
      cancelLabel={words.stay}
      onConfirm={() => leaveTo(guard.target ?? home)}
      onClose={guard.stay}
    >
      {words.text}
    </ConfirmDialog>
  );
}
