// Time that only passes when a test says so: far cheaper than fake timers, for tests that need millions of them.
import { vi } from 'vitest';

type Timer = { readonly at: number; readonly ring: () => void };

/** Takes the place of setTimeout and clearTimeout until `vi.unstubAllGlobals`. */
export class VirtualTime {
  now = 0;
  readonly #timers = new Set<Timer>();

  constructor() {
    vi.stubGlobal('setTimeout', (ring: () => void, delayMs = 0): Timer => {
      const timer = { at: this.now + delayMs, ring };
      this.#timers.add(timer);
      return timer;
    });
    vi.stubGlobal('clearTimeout', (timer: Timer) => void this.#timers.delete(timer));
  }

  /** How many timers run. */
  get timers(): number {
    return this.#timers.size;
  }

  /** Passes to the next timer, and lets it ring. */
  advance(): void {
    const [next] = [...this.#timers].sort((a, b) => a.at - b.at);
    if (!next) return;
    this.#timers.delete(next);
    this.now = next.at;
    next.ring();
  }
}
