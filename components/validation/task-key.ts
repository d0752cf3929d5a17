import type { LiveTask } from '@/lib/mailflow/validation-progress';

/** Tells a task from the others of its run, also while new ones come between them. */
export const taskKey = ({ kind, host, recipient = '' }: LiveTask): string => `${kind} ${host} ${recipient}`;
