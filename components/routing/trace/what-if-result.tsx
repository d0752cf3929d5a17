'use client';
import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Tab,
  TabList,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { Route } from '@/lib/mailflow/route-trace';
import type { WhatIfAnswer } from '@/lib/operations/trace-route';

const useStyles = makeStyles({
  list: { margin: '4px 0 8px', paddingLeft: '20px', overflowWrap: 'anywhere' },
  tabs: { marginTop: '8px', marginLeft: '-12px' },
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
          <MessageBarTitle>{t(change, { name })}</MessageBarTitle> {t('moved', { count: movedCount })}{' '}
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
      <TabList
        className={styles.tabs}
        selectedValue={side}
        aria-label={t('show')}
        onTabSelect={(_, { value }) => onSide(value === 'now' ? 'now' : 'after')}
      >
        <Tab value="after">{t('after')}</Tab>
        <Tab value="now">{t('now')}</Tab>
      </TabList>
    </div>
  );
}

/** Whose the message is, in a word or two. */
export function RouteName({ route: { winner, outcome } }: Readonly<{ route: Route }>) {
  const t = useTranslations('trace.answer');
  return winner?.name ?? (outcome === 'default' ? t('default') : t('unknown'));
}
