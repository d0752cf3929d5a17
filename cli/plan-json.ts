// A plan as a program reads it.
import { rowChanges } from '../lib/exchange/row-changes';
import { countsOf } from '../lib/operations/import-report';
import type { FilePlan } from '../lib/operations/plan-file';
import type { PlanJson } from './plan-json-shape';

export const toPlanJson = ({ rows, covers, leftAside, connectorNames }: FilePlan): PlanJson => ({
  counts: { ...countsOf(rows) },
  covers: [...covers],
  leftAside: { ...leftAside },
  rows: rows.map((row) => {
    const { key, kind, name, line, result, moved, notes } = row;
    return {
      ...{ key, kind, name, result },
      ...(line !== undefined && { line }),
      ...(result === 'changed' && {
        changes: rowChanges(row, connectorNames) as { property: string; from: never; to: never }[],
      }),
      ...(row.result === 'conflict' && {
        conflict: row.conflict,
        others: row.others.map((other) => other.name),
      }),
      ...(moved && { moved }),
      notes: notes.map((note) => ({ ...note })),
    };
  }),
});
