// Which Mailspan this is, for files that outlive it. version.test.ts holds it against package.json, which no page loads.

export const VERSION = '0.1.0';
