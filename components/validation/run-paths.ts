// The addresses around validation runs.
import { ALL_RUNS, type RunListView, runViewQuery } from '@/lib/operations/validation-list-query';

export const runListPath = (view: RunListView): string => `/validation${runViewQuery(view)}`;
export const runsOfConnectorPath = (connector: string): string => runListPath({ ...ALL_RUNS, connector });

export const runPath = (id: string): string => `/validation/${encodeURIComponent(id)}`;

export const compareRunsPath = (from: string, to: string): string =>
  `/validation/compare?${new URLSearchParams({ from, to })}`;

const file = (id: string, name: string): string => `/api/validation-runs/${encodeURIComponent(id)}/${name}`;
export const reportFilePath = (id: string): string => file(id, 'report.json');
/** One connection's transcript, counted from 1; all of them without one. */
export const transcriptFilePath = (id: string, connection?: number): string =>
  file(id, connection === undefined ? 'transcript.txt' : `transcript.txt?connection=${connection}`);
