'use client';
import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** The time, second by second, for a countdown. */
export function useSecondsNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
