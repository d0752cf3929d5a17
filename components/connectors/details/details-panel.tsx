'use client';
import { latePanel } from '@/components/ui/late-panel';

/** One connector, from the right. */
export const DetailsPanel = latePanel(() => import('./details-drawer'));
