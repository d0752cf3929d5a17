// Whether this process has been told to stop: what would go on for ever ends itself then.
const kept = globalThis as typeof globalThis & { mailspanStopping?: AbortSignal };

/** Aborts at SIGTERM or SIGINT, whoever else listens for them. */
export function stopping(): AbortSignal {
  if (!kept.mailspanStopping) {
    const stop = new AbortController();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
    kept.mailspanStopping = stop.signal;
  }
  return kept.mailspanStopping;
}
