// The form of a rule: the draft, and beside each condition's list what is typed and not added yet.
import type { Finding } from '@/lib/mailflow/finding';
import type { RuleConditionKind, TransportRule } from '@/lib/mailflow/transport-rule';
import {
  type ConditionDraft,
  type ConditionList,
  conditionField,
  emptyRule,
  fromRule,
  newCondition,
  type RuleDraft,
} from '@/lib/mailflow/transport-rule-draft';

export type ConditionValues = ConditionDraft & { typed: string };
export type RuleValues = Omit<RuleDraft, ConditionList> & Record<ConditionList, ConditionValues[]>;

export const conditionValues = (kind: RuleConditionKind): ConditionValues => ({
  ...newCondition(kind),
  typed: '',
});

export function toValues(rule: TransportRule | undefined): RuleValues {
  const draft = rule ? fromRule(rule) : emptyRule;
  const open = (condition: ConditionDraft) => ({ ...condition, typed: '' });
  return { ...draft, conditions: draft.conditions.map(open), exceptions: draft.exceptions.map(open) };
}

export function toDraft(values: RuleValues): RuleDraft {
  const close = ({ typed: _, ...condition }: ConditionValues): ConditionDraft => condition;
  return {
    ...values,
    conditions: values.conditions.map(close),
    exceptions: values.exceptions.map(close),
  };
}

/** Text that is typed beside a list and not in it: nothing is dropped silently. */
export const unaddedFindings = (values: RuleValues): Finding[] =>
  (['conditions', 'exceptions'] as const).flatMap((list) =>
    values[list].flatMap(({ typed }, at): Finding[] => {
      const value = typed.trim();
      if (value === '') return [];
      return [
        {
          code: 'list.notAdded',
          severity: 'error',
          field: conditionField(list, at, 'values'),
          params: { value },
        },
      ];
    }),
  );
