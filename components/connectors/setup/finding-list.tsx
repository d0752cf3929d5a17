'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import NextLink from 'next/link';
import { useTranslations } from 'next-intl';
import type { Fix, SetupFinding } from '@/lib/mailflow/setup-finding';
import { FindingIcon } from './finding-icon';
import { fixPath, useFindingWords } from './finding-words';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: '12px',
    padding: '12px 0',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    ':first-child': { borderTopStyle: 'none' },
    '& p': { margin: '0', maxWidth: '80ch' },
  },
  what: { fontWeight: tokens.fontWeightSemibold },
  why: { color: tokens.colorNeutralForeground2 },
  link: {
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

type FindingListProps = Readonly<{
  findings: readonly SetupFinding[];
  /** How many there are beside those listed. */
  more?: number;
  label: string;
  /** True where one click may lead to where it is put right. */
  canFix?: (fix: Fix) => boolean;
}>;

/** Findings about the whole set-up, each with why and with what would put it right. */
export function FindingList({ findings, more = 0, label, canFix = () => false }: FindingListProps) {
  const styles = useStyles();
  const t = useTranslations('setupReview');
  const words = useFindingWords();
  return (
    <ul className={styles.list} aria-label={label}>
      {findings.map((finding) => {
        const { what, why, fix } = words(finding);
        return (
          <li key={keyOf(finding)} className={styles.item}>
            <FindingIcon severity={finding.severity} label={t(`severity.${finding.severity}`)} />
            <div>
              <p className={styles.what}>{what}</p>
              <p className={styles.why}>{why}</p>
              <p>{fix}</p>
              {canFix(finding.fix) && (
                <NextLink
                  href={fixPath(finding.fix)}
                  prefetch={false}
                  className={styles.link}
                  aria-label={t('fixOf', { action: t(`fix.${finding.fix.at}`), what })}
                >
                  {t(`fix.${finding.fix.at}`)}
                </NextLink>
              )}
            </div>
          </li>
        );
      })}
      {more > 0 && <li className={styles.item}>{t('more', { count: more })}</li>}
    </ul>
  );
}

const keyOf = ({ code, connectors, rule, domain }: SetupFinding): string =>
  [code, ...connectors.map(({ id }) => id), rule?.id, domain].join(' ');
