// The name of a request in logs and answers: a proxy's, where its shape is harmless, else one of our own.

/** What a log line, a header and a shell can hold as it is. */
const SAFE = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** `given` is the X-Request-Id that came in: believed for its shape alone, as it names and proves nothing. */
export const requestId = (given: string | readonly string[] | undefined, make: () => string): string =>
  typeof given === 'string' && SAFE.test(given) ? given : make();
