'use client';
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { NoMatchPicture, NothingYetPicture } from '@/components/ui/pictures';

type NothingShownProps = Readonly<{
  /** There is none at all, and not only none that fits the search. */
  none: boolean;
  words: Readonly<{ empty: string; emptyText: string; noMatch: string; noMatchText: string; clear: string }>;
  /** The next step where there is none. */
  first: ReactNode;
  onClear: () => void;
}>;

/** Why a list has no rows, and what to do next. */
export function NothingShown({ none, words, first, onClear }: NothingShownProps) {
  if (none)
    return (
      <EmptyState picture={<NothingYetPicture />} title={words.empty} text={words.emptyText} action={first} />
    );
  return (
    <EmptyState
      picture={<NoMatchPicture />}
      title={words.noMatch}
      text={words.noMatchText}
      action={<Button onClick={onClear}>{words.clear}</Button>}
    />
  );
}
