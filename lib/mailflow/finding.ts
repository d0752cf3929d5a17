// A finding says what a rule or a verdict noticed: a code and its numbers, never prose.
// The words for every code, in every language, stand in messages/*.json.
import type { FieldFindingCode } from './finding-codes';

/** How much a finding weighs: an error stops saving, or means that mail would not flow. */
export type Severity = 'error' | 'warning' | 'info';

export type FindingParams = Readonly<Record<string, string | number>>;

/** What a rule noticed about a draft. `field` names the draft's field; `params` fill the words. */
export type Finding = Readonly<{
  code: FieldFindingCode;
  severity: Severity;
  field?: string;
  params?: FindingParams;
}>;

/** The outcome of reading text: the value, or the one finding that says why there is none. */
export type Parsed<T> = Readonly<{ ok: true; value: T }> | Readonly<{ ok: false; finding: Finding }>;

export const parsed = <T>(value: T): Parsed<T> => ({ ok: true, value });

export const refused = (code: FieldFindingCode, params?: FindingParams): Parsed<never> => ({
  ok: false,
  finding: { code, severity: 'error', ...(params && { params }) },
});

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some((finding) => finding.severity === 'error');
