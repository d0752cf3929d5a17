// The shape of one rule about a draft: a named row, not a branch in a form.
import type { ConnectorDraft, DraftField } from './connector-draft';
import type { FindingParams, Severity } from './finding';
import type { FieldFindingCode } from './finding-codes';

/** `breaks` answers with the words' values for each breach; an empty list means that the rule holds. */
export type DraftRule = Readonly<{
  code: FieldFindingCode;
  field: DraftField;
  severity: Severity;
  breaks: (draft: ConnectorDraft) => readonly FindingParams[];
}>;

type Breaks = (draft: ConnectorDraft) => boolean | readonly FindingParams[];

const row =
  (severity: Severity) =>
  (field: DraftField, code: FieldFindingCode, breaks: Breaks): DraftRule => ({
    code,
    field,
    severity,
    breaks: (draft) => {
      const found = breaks(draft);
      if (typeof found !== 'boolean') return found;
      return found ? [{}] : [];
    },
  });

/** Stops saving. */
export const error = row('error');
/** Mail may go astray. */
export const warning = row('warning');
/** Worth knowing. */
export const notice = row('info');
