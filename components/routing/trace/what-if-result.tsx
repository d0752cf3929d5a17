'use client';
import { Link, MessageBar, MessageBarBody, MessageBarTitle, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ChoiceSwitch } from '@/components/ui/choice-switch';
import type { Route } from '@/lib/mailflow/route-trace';
import type { WhatIfAnswer } from '@/lib/operations/trace-route';

const useStyles = makeStyles({
  list: { margin: '4px 0 8px', paddingLeft: '20px', overflowWrap: 'anywhere' },
  sides: { marginTop: '12px' },
  moved: { display: 'block' },
});

/** Which of the two answers is shown. */
export type Side = 'after' | 'now';

type WhatIfResultProps = Readonly<{
  whatIf: WhatIfAnswer;
  side: Side;
  onSide: (side: Side) => void;
  onDrop: () => void;
}>;

/** What the change would move, and the choice between the answer now and the one afterwards. */
export function WhatIfResult({ whatIf, side, onSide, onDrop }: WhatIfResultProps) {
  const styles = useStyles();
  const t = useTranslations('trace.whatIf');
  const { change, name = '', problem, moved, movedCount } = whatIf;
  const drop = (
    <Link as="button" onClick={onDrop}>
      {t('drop')}
    </Link>
  );
  if (problem) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {t(problem, { name })} {drop}
        </MessageBarBody>
      </MessageBar>
    );
  }
  return (
    <div>
      <MessageBar intent={movedCount > 0 ? 'warning' : 'info'} layout="multiline">
        <MessageBarBody>
          <MessageBarTitle>{t(change, { name })}</MessageBarTitle>
          <span className={styles.moved}>{t('moved', { count: movedCount })}</span>
          {movedCount === 0 && drop}
          {movedCount > 0 && (
            <ul className={styles.list}>
              {moved.map(({ to, from, after }, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: an address may be typed twice, and none is moved.
                <li key={at}>
                  {to}: <RouteName route={from} /> → <RouteName route={after} />
                </li>
              ))}
              {movedCount > moved.length && <li>{t('more', { count: movedCount - moved.length })}</li>}
            </ul>
          )}
          {movedCount > 0 && drop}
        </MessageBarBody>
      </MessageBar>
      <div className={styles.sides}>
        <ChoiceSwitch
          label={t('show')}
          choices={[
            { value: 'after', words: t('after') },
            { value: 'now', words: t('now') },
          ]}
          chosen={side}
          onChoose={onSide}
        />
      </div>
    </div>
  );
}

/** Whose the message is, in a word or two. */
export function RouteName({ route: { winner, outcome } }: Readonly<{ route: Route }>) {
  const t = useTranslations('trace.answer');
  return winner?.name ?? (outcome === 'default' ? t('default') : t('unknown'));
}
