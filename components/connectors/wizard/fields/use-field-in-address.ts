'use client';
import { useEffect, useState } from 'react';
import type { DraftField } from '@/lib/mailflow/connector-draft';

const FOCUSABLE = 'input, textarea, select, button';

/**
 * The field after the address's `#`, where the step has it: it takes the focus once it is on screen. Undefined until the
 * browser has told, and where the address names none.
 */
export function useFieldInAddress(fields: readonly DraftField[]): DraftField | undefined {
  const [asked, setAsked] = useState<DraftField>();
  useEffect(() => {
    setAsked(fields.find((field) => `#${field}` === location.hash));
  }, [fields]);
  useEffect(() => {
    if (asked === undefined) return;
    const field = document.getElementById(asked);
    field?.scrollIntoView({ block: 'center' });
    // What is chosen among several counts as one: its own choice, and else the first.
    const choice = field?.querySelector<HTMLElement>('input:checked') ?? undefined;
    (choice ?? field?.querySelector<HTMLElement>(FOCUSABLE))?.focus();
  }, [asked]);
  return asked;
}
