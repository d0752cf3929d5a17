// What may differ between two validations, each kind with its place in the order of importance.
import type { FindingParams } from './finding';
import type { Stage } from './observation';

/** The kinds of difference, the most important first. The words stand in messages under `compare.differences`. */
export const DIFFERENCE_CODES = [
  'outcome',
  'hostAdded',
  'hostRemoved',
  'tlsDemand',
  'recipientAdded',
  'recipientRemoved',
  'taskState',
  'serverAdded',
  'serverRemoved',
  'failsNow',
  'worksNow',
  'failsOtherwise',
  'certificateTrust',
  'certificateRenewed',
  'certificateReplaced',
  'certificateIssuer',
  'certificateNames',
  'certificateKey',
  'tlsVersion',
  'cipher',
  'addressAdded',
  'addressRemoved',
  'capabilityRemoved',
  'capabilityAdded',
  'reply',
  'slower',
  'faster',
] as const;
export type DifferenceCode = (typeof DIFFERENCE_CODES)[number];

/** `neutral`: neither good nor bad in itself. */
export type DifferenceTone = 'better' | 'worse' | 'neutral';

/**
 * One difference from the earlier run to the later one. Without `address` it holds for all of the host's addresses that
 * both runs visited. Params are plain text or numbers; `from` and `to` that are times are ISO 8601 UTC.
 */
export type RunDifference = Readonly<{
  code: DifferenceCode;
  tone: DifferenceTone;
  host?: string;
  address?: string;
  stage?: Stage;
  recipient?: string;
  params?: FindingParams;
}>;

/** The differences by importance, what is worse before what is better; those of one kind stay in their order. */
export const byImportance = (differences: readonly RunDifference[]): RunDifference[] =>
  [...differences].sort(
    (a, b) =>
      DIFFERENCE_CODES.indexOf(a.code) - DIFFERENCE_CODES.indexOf(b.code) ||
      TONES.indexOf(a.tone) - TONES.indexOf(b.tone),
  );

const TONES: readonly DifferenceTone[] = ['worse', 'neutral', 'better'];
