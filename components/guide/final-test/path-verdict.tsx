'use client';
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import type { PathJudgement, PathVerdict as Verdict } from '@/lib/mailflow/headers/path-judgement';
import { headerWords } from '@/lib/words/header-words';

const useStyles = makeStyles({
  list: { margin: '8px 0 0', paddingLeft: '20px', display: 'grid', rowGap: '4px', overflowWrap: 'anywhere' },
  place: { minHeight: '72px' },
});

const INTENTS = { asForeseen: 'success', cannotTell: 'info', otherPath: 'error' } as const satisfies Record<
  Verdict,
  string
>;

type PathVerdictProps = Readonly<{
  judgement: PathJudgement | undefined;
  failed: boolean;
  onAgain: () => void;
}>;

/** Whether the message went where the set-up sends it, with the reasons of each crossing. */
export function PathVerdict({ judgement, failed, onAgain }: PathVerdictProps) {
  const styles = useStyles();
  const t = useTranslations('guidePages.finalTest.verdict');
  const words = headerWords(useTranslations('headers'));
  return (
    <section className={styles.place} aria-label={t('label')}>
      {judgement ? (
        <MessageBar intent={INTENTS[judgement.verdict]} layout="multiline" politeness="polite">
          <MessageBarBody>
            <MessageBarTitle>{words.verdict(judgement.verdict)}</MessageBarTitle>
            {t('direction', { direction: words.direction(judgement.direction) })}
            <ul className={styles.list}>
              {judgement.legs.flatMap(({ reasons }) =>
                reasons.map((reason) => <li key={JSON.stringify(reason)}>{words.reason(reason)}</li>),
              )}
            </ul>
          </MessageBarBody>
        </MessageBar>
      ) : failed ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody role="alert">{t('failed')}</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onAgain}>
              {t('again')}
            </Button>
          </MessageBarActions>
        </MessageBar>
      ) : (
        <Spinner size="tiny" label={t('loading')} labelPosition="after" />
      )}
    </section>
  );
}
