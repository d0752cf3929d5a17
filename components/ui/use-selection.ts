// Which rows are selected: only ever rows that are shown, so that nobody deletes what they don't see.
import { useState } from 'react';

export type Selection = Readonly<{
  count: number;
  has: (id: string) => boolean;
  select: (id: string, selected: boolean) => void;
  selectAll: (selected: boolean) => void;
}>;

/** The selection among `shown`, the ids of the rows on the page. */
export function useSelection(shown: readonly string[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const selected = new Set(shown.filter((id) => chosen.has(id)));
  return {
    count: selected.size,
    has: (id) => selected.has(id),
    select: (id, on) => {
      const next = new Set(selected);
      if (on) next.add(id);
      else next.delete(id);
      setChosen(next);
    },
    selectAll: (on) => setChosen(new Set(on ? shown : [])),
  };
}
