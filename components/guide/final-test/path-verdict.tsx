'use client';
import {
  Button,
  Link,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Spinner,
} from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { Hop } from '@/lib/mailflow/headers/hop';
import type { PathJudgement, PathVerdict as Verdict } from '@/lib/mailflow/headers/path-judgement';
import { headerWords } from '@/lib/words/header-words';
import { traceLink } from './trace-links';

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
  hops: readonly Hop[];
  /** Names on the certificate of the organization's server, as somebody told them. */
  certificates: readonly string[];
  failed: boolean;
  onAgain: () => void;
}>;

/** Whether the message went where the set-up sends it, with the reasons of each crossing. */
export function PathVerdict({ judgement, hops, certificates, failed, onAgain }: PathVerdictProps) {
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
            {judgement.legs.map((leg) => {
              const link = traceLink(leg, hops, certificates);
              return (
                <Fragment key={leg.kind}>
                  <ul className={styles.list}>
                    {leg.reasons.map((reason) => (
                      <li key={JSON.stringify(reason)}>{words.reason(reason)}</li>
                    ))}
                  </ul>
                  {link !== undefined && <Link href={link}>{t('trace')}</Link>}
                </Fragment>
              );
            })}
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
