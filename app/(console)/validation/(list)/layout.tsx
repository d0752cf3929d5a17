import type { ReactNode } from 'react';
import { withWords } from '@/app/words';

/** Around the list and what stands there while it loads: both have the same words. */
const RunsLayout = ({ children }: Readonly<{ children: ReactNode }>) => children;

export default withWords(RunsLayout, 'connectors', 'runs', 'stages', 'validation', 'verdicts');
