'use client';
import { useFormatter, useNow } from 'next-intl';

const ONE_MINUTE_MS = 60_000;

/** "2 hours ago", moving on by itself; the exact time, in the reader's zone, on hover and for machines. */
export function RelativeTime({ at }: Readonly<{ at: Date }>) {
  const format = useFormatter();
  const now = useNow({ updateInterval: ONE_MINUTE_MS });
  // `now` moves once a minute, so what has just happened may lie ahead of it.
  // Server's and browser's words for a time may differ by a kind of space.
  return (
    <time dateTime={at.toISOString()} title={format.dateTime(at, 'exact')} suppressHydrationWarning>
      {format.relativeTime(at, now < at ? at : now)}
    </time>
  );
}
