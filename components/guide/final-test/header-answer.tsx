'use client';
import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { analyseHeaders } from '@/lib/mailflow/headers/analyse-headers';
import { judgePath } from '@/lib/mailflow/headers/judge-path';
import { headerWords } from '@/lib/words/header-words';
import { useAnswerStyles } from './answer-styles';
import { AuthenticationPart } from './authentication-part';
import { ExchangePart } from './exchange-part';
import { HopTimeline } from './hop-timeline';
import { MessagePart } from './message-part';
import { PathVerdict } from './path-verdict';
import { useDuration } from './use-duration';
import { usePathSetUp } from './use-path-set-up';

const useStyles = makeStyles({
  answer: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    rowGap: '24px',
    alignContent: 'start',
    '& > *': { minWidth: '0' },
  },
  findings: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '8px' },
  path: {
    padding: '20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 640px)': { padding: '16px 12px' },
  },
});

/** What else is known of the message, as typed; '' where it is not. */
export type ToldOfMessage = Readonly<{ recipient: string; certificateNames: string }>;

/** What pasted headers tell. Works in the browser alone; only the set-up is fetched. Load it late. */
export default function HeaderAnswer({ text, told }: Readonly<{ text: string; told: ToldOfMessage }>) {
  const styles = useStyles();
  const answer = useAnswerStyles();
  const t = useTranslations('guidePages.finalTest');
  const words = headerWords(useTranslations('headers'));
  const duration = useDuration();
  const analysis = useMemo(() => analyseHeaders(text), [text]);
  const { hops, tookMs, findings } = analysis;
  const { compiled, failed, again } = usePathSetUp(hops.length > 0);
  const certificates = useMemo(
    () => told.certificateNames.split(/[\s,;]+/).filter((name) => name !== ''),
    [told.certificateNames],
  );
  const judgement = useMemo(() => {
    if (!compiled || analysis.hops.length === 0) return undefined;
    const recipient = told.recipient.trim();
    return judgePath(analysis, {
      ...compiled,
      ...(recipient !== '' && { recipient }),
      ...(certificates.length > 0 && { certificateNames: certificates }),
    });
  }, [analysis, compiled, told.recipient, certificates]);
  return (
    <section className={styles.answer} aria-label={t('answer')}>
      {hops.length > 0 && (
        <PathVerdict
          judgement={judgement}
          hops={hops}
          certificates={certificates}
          failed={failed}
          onAgain={again}
        />
      )}
      {findings.length > 0 && (
        <section className={styles.findings} aria-label={t('findings')}>
          {findings.map((finding) => (
            <MessageBar
              key={JSON.stringify(finding)}
              intent={finding.severity}
              layout="multiline"
              politeness="polite"
            >
              <MessageBarBody>{words.finding(finding)}</MessageBarBody>
            </MessageBar>
          ))}
        </section>
      )}
      {hops.length > 0 && (
        <section className={styles.path} aria-labelledby="message-path">
          <h2 id="message-path" className={answer.title}>
            {t('hops.title')}
          </h2>
          <p className={answer.text}>
            {tookMs === undefined
              ? t('hops.count', { count: hops.length })
              : t('hops.countAndTime', { count: hops.length, time: duration(tookMs) })}
          </p>
          <HopTimeline hops={hops} legs={judgement?.legs ?? []} />
        </section>
      )}
      {analysis.fields.length > 0 && (
        <>
          <AuthenticationPart fields={analysis.authentication} />
          <ExchangePart exchange={analysis.exchange} exchangeVouched={analysis.exchangeVouched} />
          <MessagePart message={analysis.message} dkimDomains={analysis.dkimDomains} />
        </>
      )}
    </section>
  );
}
