// The addresses from which Microsoft 365 speaks SMTP: entry 10 (TCP 25) of its published endpoint list, as bundled here.
// `npm run refresh-ranges` replaces the file where the Internet can be reached; nothing is fetched while the console runs.
import { type AddressSpan, parseSpan } from './address-span';
import bundled from './microsoft-ranges.json' with { type: 'json' };

/** `version` is the list's own: the day it was published and a count, as in 2026081400. */
export type MicrosoftRanges = Readonly<{
  version: string;
  /** CIDR, as published. */
  ranges: readonly string[];
  /** The names behind these addresses; nothing is compared by name. */
  names: readonly string[];
}>;

export const MICROSOFT_RANGES: MicrosoftRanges = bundled;

/** The day on which a version of the list was published, as in 2026-08-14. */
export const publishedOn = (version: string): string =>
  version.replace(/^(\d{4})(\d{2})(\d{2}).*$/, '$1-$2-$3');

/** What a firewall has to let in. A test holds the bundled list against it, and whatever replaces it is held against more. */
export const MICROSOFT_SPANS: readonly AddressSpan[] = bundled.ranges.flatMap(
  (range) => parseSpan(range) ?? [],
);
