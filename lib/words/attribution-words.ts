// What the codes of an attribution say, by a translator of the reader's language: on a page and on a terminal.
import type { useTranslations } from 'next-intl';
import {
  ATTRIBUTION_VERDICTS,
  type AttributedRecipient,
  type Attribution,
  type AttributionBeaten,
  type AttributionNote,
  type AttributionVerdictCode,
} from '../mailflow/attribution-trace';

/** What can be put right. */
type RemediableCode = {
  [C in AttributionVerdictCode]: (typeof ATTRIBUTION_VERDICTS)[C] extends 'accepted' ? never : C;
}[AttributionVerdictCode];

const isRemediable = (code: AttributionVerdictCode): code is RemediableCode =>
  ATTRIBUTION_VERDICTS[code] !== 'accepted';

/** `t` speaks the words of `attribution`. */
export const attributionWords = (t: ReturnType<typeof useTranslations<'attribution'>>) => ({
  /** Why the connection belongs to its connector, or to none. */
  reason: ({ reason, value = '' }: Attribution): string => t(`reason.${reason}`, { value }),
  /** What a beaten connector has for the connection, and why it is not the one. */
  beaten: ({ reason, match, value, wouldWin }: AttributionBeaten): string => {
    const why = t(`beaten.${reason}`, { wouldWin: wouldWin ? 'yes' : 'no' });
    return match === 'none' ? why : `${t(`match.${match}`, { value })} ${why}`;
  },
  /** What becomes of the message for a recipient. */
  verdict: ({ code, params }: AttributedRecipient): string =>
    t(`verdict.${code}`, { ...NO_PARAMS, ...params }),
  /** What would help; undefined where the message is accepted. */
  remedy: ({ code, params }: AttributedRecipient): string | undefined =>
    isRemediable(code) ? t(`remedy.${code}`, { ...NO_PARAMS, ...params }) : undefined,
  note: ({ code, params }: AttributionNote): string => t(`note.${code}`, { ...NO_PARAMS, ...params }),
});

/** What any sentence here may name. */
const NO_PARAMS = {
  ...{ domain: '', connector: '', sender: '', ip: '', names: '', wanted: '' },
  ...{ winner: '', other: '', name: '', domains: '', count: 0 },
};
