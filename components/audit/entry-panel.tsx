'use client';
import { latePanel } from '@/components/ui/late-panel';

/** One entry, from the right. */
export const EntryPanel = latePanel(() => import('./entry-drawer'));
