// Keeps what both sides said on one connection: escaped, bounded, without the body of the test message.
import type { TranscriptLine } from '../mailflow/observation';
import { escapeText } from './escape';

/** All transcripts of a run together, in characters. */
export const TRANSCRIPT_MAX = 102_400;
const LINE_MAX = 1_000;

/** What a run's transcripts may still take: shared by its connections. */
export type TranscriptBudget = { left: number };

export class Transcript {
  readonly lines: TranscriptLine[] = [];
  truncated = false;
  readonly #budget: TranscriptBudget;
  readonly #at: () => number;

  constructor(budget: TranscriptBudget, at: () => number) {
    this.#budget = budget;
    this.#at = at;
  }

  add(from: TranscriptLine['from'], text: string): void {
    const escaped = escapeText(text, LINE_MAX);
    if (this.truncated || escaped.length > this.#budget.left) {
      this.truncated = true;
      return;
    }
    this.#budget.left -= escaped.length;
    this.lines.push({ atMs: this.#at(), from, text: escaped });
  }
}
