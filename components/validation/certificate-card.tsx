'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CertificateRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import type { TlsFacts } from '@/lib/mailflow/observation';
import { parseSmartHost } from '@/lib/mailflow/smart-host';
import { nameMatches } from '@/lib/mailflow/tls-demand';
import type { TlsPolicy } from '@/lib/mailflow/tls-policy';
import { certificateAge } from './certificate-age';
import { CertificateChain } from './certificate-chain';
import { useFactStyles } from './fact-styles';
import { useKeyExchangeWords, useKeyWords } from './key-words';
import { NameAnswers } from './name-answers';

const useStyles = makeStyles({
  card: {
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    breakInside: 'avoid',
  },
  head: { display: 'flex', alignItems: 'center', columnGap: '8px', margin: '0 0 12px' },
  icon: { fontSize: '20px', color: tokens.colorBrandForeground1, flexShrink: 0 },
  title: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  bar: {
    display: 'block',
    width: '100%',
    height: '8px',
    borderRadius: '4px',
    overflow: 'hidden',
    margin: '4px 0',
  },
  track: { fill: tokens.colorNeutralStroke2 },
  good: { fill: tokens.colorStatusSuccessForeground1 },
  soon: { fill: tokens.colorStatusWarningForeground3 },
  over: { fill: tokens.colorStatusDangerForeground1 },
  left: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  mono: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    overflowWrap: 'anywhere',
  },
});

const NAMES_SHOWN = 4;

type CertificateCardProps = Readonly<{
  tls: TlsFacts;
  at: Date;
  /** Who showed it, as the connector spells it, and what the connector demands. */
  host: string;
  policy: TlsPolicy;
  /** Where it was shown, if the host shows several. */
  address?: string | undefined;
}>;

/** The certificate as the server sent it, held against the connector's demand, and the chain behind it. `at` is the time against which its dates are held. */
export function CertificateCard({ tls, at, host, policy, address }: CertificateCardProps) {
  const styles = useStyles();
  const facts = useFactStyles();
  const t = useTranslations('validation.certificate');
  const format = useFormatter();
  const keyWords = useKeyWords();
  const keyExchangeWords = useKeyExchangeWords();
  const [leaf] = tls.certificates;
  if (!leaf) return null;
  const names =
    leaf.subjectAlternativeNames.length > 0
      ? leaf.subjectAlternativeNames
      : [leaf.commonName ?? leaf.subject];
  const more = names.length - NAMES_SHOWN;
  const server = parseSmartHost(host);
  const asked = server.ok ? nameMatches(leaf, policy, server.value) : [];
  const keyExchange = keyExchangeWords(tls);
  const age = certificateAge(leaf, at);
  const tone = age.phase === 'left' ? (age.days < 30 ? styles.soon : styles.good) : styles.over;
  const title = address === undefined ? t('title') : t('titleAt', { address });
  // Node names one chain error only, and the dates already say that it expired.
  const isDated = tls.chain === 'CERT_HAS_EXPIRED' || tls.chain === 'CERT_NOT_YET_VALID';
  const date = (iso: string) => format.dateTime(new Date(iso), 'date');
  return (
    <section className={styles.card} aria-label={title}>
      <p className={styles.head}>
        <CertificateRegular className={styles.icon} />
        <span className={styles.title}>{title}</span>
      </p>
      <dl className={facts.list}>
        <dt>{t('names')}</dt>
        <dd>
          {names.slice(0, NAMES_SHOWN).join(', ')}
          {more > 0 && <span className={styles.quiet}> {t('more', { count: more })}</span>}
        </dd>
        {asked.length > 0 && (
          <>
            <dt>{t('asked')}</dt>
            <dd>
              <NameAnswers matches={asked} />
            </dd>
          </>
        )}
        <dt>{t('issuer')}</dt>
        <dd>
          {leaf.issuer}
          {!isDated && <div className={styles.quiet}>{t(tls.chain === 'ok' ? 'trusted' : 'notTrusted')}</div>}
        </dd>
        <dt>{t('valid')}</dt>
        <dd>
          {t('range', { from: date(leaf.validFrom), to: date(leaf.validTo) })}
          <svg className={styles.bar} role="img" aria-label={t('bar', { percent: age.percent })}>
            <rect className={styles.track} width="100%" height="100%" />
            <rect className={tone} width={`${age.percent}%`} height="100%" />
          </svg>
          <span className={styles.left}>{t(age.phase, { days: age.days })}</span>
        </dd>
        <dt>{t('key')}</dt>
        <dd>{keyWords(leaf)}</dd>
        {leaf.signatureAlgorithm !== undefined && (
          <>
            <dt>{t('signature')}</dt>
            <dd>{leaf.signatureAlgorithm}</dd>
          </>
        )}
        <dt>{t('tls')}</dt>
        <dd>{`${tls.version}, ${tls.cipher}`}</dd>
        {keyExchange !== undefined && (
          <>
            <dt>{t('keyExchange')}</dt>
            <dd>{keyExchange}</dd>
          </>
        )}
        <dt>{t('fingerprint')}</dt>
        <dd className={mergeClasses(styles.mono)}>{leaf.fingerprint256}</dd>
      </dl>
      <CertificateChain tls={tls} />
    </section>
  );
}
