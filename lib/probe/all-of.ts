/** Waits for all, even after one threw, so that nothing outlives the run; then throws what the first one threw. */
export async function allOf(works: readonly Promise<void>[]): Promise<void> {
  const results = await Promise.allSettled(works);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
