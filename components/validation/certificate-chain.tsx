'use client';
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import { useFoldStyles } from '@/components/ui/fold-styles';
import type { CertificateFacts, TlsFacts } from '@/lib/mailflow/observation';
import { readChain, type SentChain } from '@/lib/mailflow/sent-chain';
import { useFactStyles } from './fact-styles';
import { useKeyWords } from './key-words';

const useStyles = makeStyles({
  fold: { marginTop: '12px' },
  list: { listStyle: 'none', margin: '4px 0 0', padding: '0', display: 'grid', rowGap: '16px' },
  // The line at the left leads from each certificate to its issuer.
  link: { paddingLeft: '12px', borderLeft: `3px solid ${tokens.colorBrandStroke2}` },
  stranger: { borderLeftColor: tokens.colorNeutralStroke2 },
  name: { margin: '0 0 6px', fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  quiet: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  note: { margin: '8px 0 0', overflowWrap: 'anywhere' },
  mono: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200 },
});

/** All certificates that the server sent, folded: from its own up to the last that was sent. */
export function CertificateChain({ tls }: Readonly<{ tls: TlsFacts }>) {
  const styles = useStyles();
  const facts = useFactStyles();
  const fold = useFoldStyles();
  const t = useTranslations('validation.certificate');
  const { dateTime } = useFormatter();
  const keyWords = useKeyWords();
  const { certificates } = tls;
  const chain = readChain(certificates);
  const last = chain.path.at(-1);
  const date = (iso: string) => dateTime(new Date(iso), 'date');
  return (
    <details className={mergeClasses(fold.fold, styles.fold)}>
      <summary className={fold.summary}>{t('chain', { count: certificates.length })}</summary>
      {!chain.isOrdered && <p className={styles.note}>{t('unordered')}</p>}
      <ol className={styles.list}>
        {certificates.map((certificate, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: as sent, and the same one may come twice.
            key={index}
            className={mergeClasses(styles.link, !chain.path.includes(certificate) && styles.stranger)}
          >
            <p className={styles.name}>
              {certificate.commonName ?? certificate.subject}{' '}
              <span className={styles.quiet}>({t('role', { role: roleOf(certificate, index, chain) })})</span>
            </p>
            <dl className={facts.list}>
              <dt>{t('issuer')}</dt>
              <dd>{certificate.issuer}</dd>
              <dt>{t('valid')}</dt>
              <dd>{t('range', { from: date(certificate.validFrom), to: date(certificate.validTo) })}</dd>
              <dt>{t('key')}</dt>
              <dd>{keyWords(certificate)}</dd>
              <dt>{t('signature')}</dt>
              <dd>{certificate.signatureAlgorithm ?? '–'}</dd>
              {certificate.purposes && (
                <>
                  <dt>{t('purposes')}</dt>
                  <dd>{certificate.purposes.join(', ')}</dd>
                </>
              )}
              <dt>{t('serial')}</dt>
              <dd className={styles.mono}>{certificate.serialNumber}</dd>
              <dt>{t('fingerprint')}</dt>
              <dd className={styles.mono}>{certificate.fingerprint256}</dd>
            </dl>
          </li>
        ))}
      </ol>
      {tls.chain !== 'ok' && last && !chain.endsInRoot && (
        <p className={styles.note}>{t('missing', { name: last.issuer })}</p>
      )}
    </details>
  );
}

function roleOf(certificate: CertificateFacts, index: number, { path }: SentChain): string {
  if (!path.includes(certificate)) return 'extra';
  if (index === 0) return 'leaf';
  return certificate.selfSigned ? 'root' : 'intermediate';
}
