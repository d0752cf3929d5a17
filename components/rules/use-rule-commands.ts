// What is done to rules from their list: switched, moved, removed, put back.
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { RuleRow } from '@/lib/operations/transport-rules';
import { useSetupAction } from '../setup/use-setup-action';
import type { RuleActions } from './rule-actions';

/** `setOrder` shows the order that is on its way to the server. */
export function useRuleCommands(
  actions: RuleActions,
  rules: readonly RuleRow[],
  setOrder: (ids: readonly string[]) => void,
) {
  const t = useTranslations('rules');
  const { run, busy, notice, setNotice } = useSetupAction();
  const [, start] = useTransition();
  const seen = rules.map(({ id }) => id);
  const nameOf = (id: string) => rules.find((row) => row.id === id)?.rule.name ?? '';

  const order = (ids: readonly string[], moved: string) =>
    start(async () => {
      setOrder(ids);
      await run(
        () => actions.order({ seen, ids }),
        () => ({
          intent: 'success',
          text: t('order.moved', { name: nameOf(moved), priority: ids.indexOf(moved) }),
        }),
      );
    });
  return {
    busy,
    notice,
    tell: setNotice,
    order,
    /** `by` is -1 for up and 1 for down. */
    move: (id: string, by: -1 | 1) => {
      const from = seen.indexOf(id);
      const ids = seen.toSpliced(from, 1).toSpliced(from + by, 0, id);
      order(ids, id);
    },
    switch: async (rows: readonly RuleRow[], enabled: boolean) => {
      for (const { id } of rows)
        await run(
          () => actions.switch({ id, enabled }),
          ({ name }) => ({
            intent: 'success',
            text: enabled ? t('done.turnedOn', { name }) : t('done.turnedOff', { name }),
          }),
        );
    },
    remove: ({ id, rule: { name } }: RuleRow) =>
      run(
        () => actions.remove({ id }),
        (removed) => ({
          intent: 'success',
          text: t('done.removed', { name }),
          undo: () =>
            void run(
              () => actions.create(removed),
              () => ({ intent: 'success', text: t('done.restored', { name }) }),
            ),
        }),
      ),
  };
}

export type RuleCommandsInHand = ReturnType<typeof useRuleCommands>;
