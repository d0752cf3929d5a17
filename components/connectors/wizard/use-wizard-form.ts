'use client';
import { useMemo, useState } from 'react';
import { acceptedHints } from '@/lib/mailflow/accepted-hints';
import {
  type ConnectorDraft,
  type DraftField,
  LIST_FIELDS,
  type ListField,
} from '@/lib/mailflow/connector-draft';
import { reviewDraft } from '@/lib/mailflow/connector-rules';
import type { ConnectorStep } from '@/lib/mailflow/connector-steps';
import { counts } from '@/lib/mailflow/draft-fields';
import type { Finding } from '@/lib/mailflow/finding';
import { addEntries } from '@/lib/mailflow/list-entries';
import type { WizardInput } from './kept-input';
import { useKnownDomains } from './known-domains';
import { type CheckName, useNameTaken } from './use-name-taken';
import type { WizardForm } from './wizard-form';

/** Codes that only say "still empty": the footer tells them, the field itself doesn't turn red. */
const STILL_EMPTY = /\.(required|certificateRequired|domainRequired)$/;
/** What can't be right yet while somebody is typing: said once the field was left. */
const isTyping = ({ code, field }: Finding) =>
  code === 'list.notAdded' || field === 'tlsDomain' || field === 'senderCertificateName';

type Refusal = Readonly<{ field: ListField; text: string; finding: Finding }>;

/** The draft, reviewed by the domain's own rules after every change. */
export function useWizardForm(initial: WizardInput, checkName: CheckName) {
  const [draft, setDraft] = useState(initial.draft);
  const [pending, setPending] = useState(initial.pending);
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(new Set());
  const [refusal, setRefusal] = useState<Refusal>();
  const taken = useNameTaken(draft.name, checkName);
  const domains = useKnownDomains();
  const hints = useMemo(() => acceptedHints(draft, domains), [draft, domains]);

  // What was typed comes first: it is what the person is doing now.
  const all: Finding[] = [...notAdded(draft, pending, refusal), ...reviewDraft(draft), ...hints];
  if (taken) {
    all.push({ code: 'name.taken', severity: 'error', field: 'name', params: { value: draft.name.trim() } });
  }
  const shownAt = (field: DraftField) =>
    all.filter(
      (finding) =>
        finding.field === field &&
        !STILL_EMPTY.test(finding.code) &&
        (finding.severity !== 'error' || !isTyping(finding) || left.has(field)),
    );

  const change = (changes: Partial<ConnectorDraft>) => setDraft((before) => ({ ...before, ...changes }));
  const type = (field: ListField, text: string) => setPending((before) => ({ ...before, [field]: text }));
  const form: WizardForm = {
    draft,
    findings: shownAt,
    change,
    leave: (field) => setLeft((before) => new Set(before).add(field)),
    pending,
    type,
    add: (field, text) => {
      const { entries, rest, added, finding } = addEntries(field, draft[field], text);
      change({ [field]: entries });
      // A single line for the box; addEntries parts commas like line breaks.
      const kept = rest.replaceAll('\n', ', ');
      type(field, kept);
      setRefusal(finding && { field, text: kept, finding });
      return added;
    },
  };
  return { form, findings: all };
}

/** Text in a box counts for nothing until it is added, and is never dropped unseen. */
function notAdded(
  draft: ConnectorDraft,
  pending: WizardInput['pending'],
  refusal: Refusal | undefined,
): Finding[] {
  return LIST_FIELDS.filter((field) => counts(draft, field)).flatMap((field): Finding[] => {
    const text = pending[field];
    if (text.trim() === '') return [];
    if (refusal?.field === field && refusal.text === text) return [refusal.finding];
    return [{ code: 'list.notAdded', severity: 'error', field, params: { value: text.trim().slice(0, 80) } }];
  });
}

/** The findings that a step owns. */
export const findingsOf = (
  { fields, advanced }: ConnectorStep,
  findings: readonly Finding[],
): readonly Finding[] =>
  findings.filter(({ field }) => [...fields, ...advanced].some((own) => own === field));

/** The first of `steps` that owns one of `findings`. */
export const stepWith = (
  steps: readonly ConnectorStep[],
  findings: readonly Finding[],
): ConnectorStep | undefined => steps.find((step) => findingsOf(step, findings).length > 0);
