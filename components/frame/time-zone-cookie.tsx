'use client';
import { useRouter } from 'next/navigation';
import { useTimeZone } from 'next-intl';
import { useEffect } from 'react';
import { keepPreference } from './preference';

/** Tells the server the browser's time zone, on the first visit and after a journey; shows nothing. */
export function TimeZoneCookie() {
  const router = useRouter();
  const shown = useTimeZone();
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (!here || here === shown || document.cookie.includes(`timeZone=${encodeURIComponent(here)}`)) return;
    keepPreference('timeZone', here);
    router.refresh();
  }, [router, shown]);
  return null;
}
