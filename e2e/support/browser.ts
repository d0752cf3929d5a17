// How Chromium is started for tests, screenshots and measurements.

/** Quiet on a closed network; without its sandbox where root can't have one. */
export const BROWSER_ARGUMENTS: string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

/** Playwright's launch options; scripts/test.mjs names the browser it found in MAILSPAN_CHROMIUM. */
export const LAUNCH_OPTIONS = {
  args: BROWSER_ARGUMENTS,
  ...(process.env.MAILSPAN_CHROMIUM ? { executablePath: process.env.MAILSPAN_CHROMIUM } : {}),
};
