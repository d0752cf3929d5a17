'use client';
import {
  Badge,
  Link,
  MessageBar,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { InfoRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { connectorPath } from '@/components/connectors/connector-paths';
import { useFindingText } from '@/components/connectors/wizard/finding-text';
import { EmptyState } from '@/components/ui/empty-state';
import { useFoldStyles } from '@/components/ui/fold-styles';
import { NothingYetPicture } from '@/components/ui/pictures';
import type { AttributedRecipient } from '@/lib/mailflow/attribution-trace';
import type { AttributionQuestion } from '@/lib/operations/attribution-query';
import type { AttributionAnswer } from '@/lib/operations/trace-attribution';
import { useAttributionWords } from '../route-words';
import { useListStyles } from '../trace/beaten-list';
import { InboundPicture } from './inbound-picture';

const useStyles = makeStyles({
  part: { minHeight: '420px', minWidth: '0', display: 'grid', rowGap: '16px', alignContent: 'start' },
  old: { opacity: 0.6, transition: 'opacity 100ms 150ms' },
  card: {
    padding: '16px 20px 20px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusXLarge,
    overflowWrap: 'anywhere',
    '@media (max-width: 640px)': { padding: '12px 14px 16px' },
  },
  title: { margin: '0', fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: '4px 0 0', maxWidth: '90ch' },
  recipients: { listStyleType: 'none', margin: '12px 0 0', padding: '0', display: 'grid', rowGap: '14px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '10px', rowGap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  reply: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
  notes: { listStyleType: 'none', margin: '12px 0 0', padding: '0', display: 'grid', rowGap: '8px' },
  note: { display: 'flex', columnGap: '8px', maxWidth: '90ch' },
  icon: { flexShrink: 0, fontSize: '20px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});

type InboundAnswerProps = Readonly<{
  answer: AttributionAnswer | undefined;
  asked: AttributionQuestion;
  isOld: boolean;
  problem: 'signedOut' | 'failed' | undefined;
}>;

/** Which connector the connection belongs to, why, and the reply for each recipient. */
export function InboundAnswer({ answer, asked, isOld, problem }: InboundAnswerProps) {
  const styles = useStyles();
  const lists = useListStyles();
  const folds = useFoldStyles();
  const t = useTranslations('traceInbound');
  const answers = useTranslations('trace.answer');
  const words = useAttributionWords();
  const findingText = useFindingText();
  const isEmpty = asked.ip === '' && asked.certificates.length === 0 && asked.recipients.length === 0;
  const attribution = answer?.attribution;
  return (
    <section className={styles.part} aria-label={answers('label')} aria-busy={isOld}>
      {problem && (
        <MessageBar intent="error">
          <MessageBarBody role="alert">
            {problem === 'signedOut' ? answers('signedOut') : answers('failed')}
          </MessageBarBody>
        </MessageBar>
      )}
      {answer?.none && <p className={styles.quiet}>{t('noConnectors')}</p>}
      {isEmpty && <EmptyState picture={<NothingYetPicture />} title={t('empty')} text={t('emptyText')} />}
      {!isEmpty && attribution && (
        <div className={mergeClasses(styles.card, isOld && styles.old)}>
          <div className={styles.head}>
            <h2 className={styles.title}>{attribution.winner?.name ?? t('none')}</h2>
            {attribution.ambiguous && (
              <Badge appearance="tint" color="warning" title={answers('uncertainHint')}>
                {answers('uncertain')}
              </Badge>
            )}
          </div>
          <p className={styles.text}>{words.reason(attribution)}</p>
          {attribution.problems.map((finding) => (
            <p key={`${finding.field} ${finding.code}`} className={styles.text}>
              {findingText(finding)}
            </p>
          ))}
          <InboundPicture attribution={attribution} asked={asked} />
          <ul className={styles.recipients} aria-label={t('recipients')}>
            {attribution.recipients.map((recipient, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an address may be typed twice, and none is moved.
              <Recipient key={at} recipient={recipient} />
            ))}
          </ul>
          {attribution.notes.length > 0 && (
            <ul className={styles.notes}>
              {attribution.notes.map((note) => (
                <li key={words.note(note)} className={styles.note}>
                  <InfoRegular className={styles.icon} aria-hidden />
                  <span>{words.note(note)}</span>
                </li>
              ))}
            </ul>
          )}
          {attribution.beaten.length > 0 && (
            <details className={mergeClasses(folds.fold, lists.fold)} open>
              <summary className={folds.summary}>
                {answers('beaten', { count: attribution.beaten.length })}
              </summary>
              <ol className={lists.list}>
                {attribution.beaten.slice(0, SHOWN).map((one) => (
                  <li key={`${one.connector.id} ${one.match}`}>
                    <Link href={connectorPath(one.connector.id)}>{one.connector.name}</Link>{' '}
                    <span className={lists.words}>{words.beaten(one)}</span>
                  </li>
                ))}
              </ol>
              {attribution.beaten.length > SHOWN && (
                <div className={lists.more}>
                  {answers('moreBeaten', { count: attribution.beaten.length - SHOWN })}
                </div>
              )}
            </details>
          )}
        </div>
      )}
    </section>
  );
}

const SHOWN = 25;
const COLORS = { accepted: 'success', refused: 'danger', unknown: 'warning' } as const;

function Recipient({ recipient }: Readonly<{ recipient: AttributedRecipient }>) {
  const styles = useStyles();
  const t = useTranslations('traceInbound.verdict');
  const words = useAttributionWords();
  const findingText = useFindingText();
  const { to, verdict, reply, problem } = recipient;
  const remedy = words.remedy(recipient);
  return (
    <li>
      <div className={styles.head}>
        <span>{to}</span>
        <Badge appearance="tint" color={COLORS[verdict]}>
          {t(verdict)}
        </Badge>
      </div>
      <div className={styles.text}>{words.verdict(recipient)}</div>
      {problem && <div className={styles.text}>{findingText(problem)}</div>}
      {reply && (
        <div className={mergeClasses(styles.text, styles.reply)}>{`${reply.code} ${reply.text}`}</div>
      )}
      {remedy && <div className={mergeClasses(styles.text, styles.quiet)}>{remedy}</div>}
    </li>
  );
}
