'use client';
import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { CLOUD_MX_VERDICTS } from '@/lib/mailflow/cloud-mx';
import type { MxWatch } from '@/lib/operations/watch-mx';
import { cloudMxWords } from '@/lib/words/cloud-mx-words';
import { MxSection } from './mx-section';
import { useMxTableStyles } from './mx-table-styles';

const useStyles = makeStyles({
  said: { margin: '0 0 8px', maxWidth: '80ch', overflowWrap: 'anywhere' },
  tip: { margin: '8px 0 0', maxWidth: '80ch', color: tokens.colorNeutralForeground2 },
});

/** Longer than this, a mistake takes long to undo. */
const SHORT_TTL_SECONDS = 300;

/** The domain's MX records as the first resolver that answers gives them. */
export function MxToday({ watch: { domain, resolvers } }: Readonly<{ watch: MxWatch }>) {
  const styles = useStyles();
  const table = useMxTableStyles();
  const t = useTranslations('guideScreens.mx.today');
  const words = cloudMxWords(useTranslations('cloudMx'));
  const first = resolvers.find(({ answer }) => answer !== 'unchecked') ?? resolvers[0];
  if (!first) return null;
  const { verdict, ttlSeconds } = first;
  const moves = CLOUD_MX_VERDICTS[verdict.code] === 'elsewhere';
  const remedy = words.remedy(domain, verdict);
  return (
    <MxSection title={t('title')} text={t('text')}>
      <p className={styles.said}>{words.verdict(domain, verdict)}</p>
      {verdict.exchangers.length > 0 && (
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('preference')}</th>
              <th scope="col">{t('name')}</th>
              <th scope="col">{t('leads')}</th>
              <th scope="col">{t('ttl')}</th>
            </tr>
          </thead>
          <tbody>
            {verdict.exchangers.map(({ name, preference, kind }) => (
              <tr key={`${preference} ${name}`}>
                <td data-label={t('preference')}>{preference}</td>
                <td data-label={t('name')} className={table.name}>
                  <Breakable text={name} />
                </td>
                <td data-label={t('leads')}>{words.kind(kind)}</td>
                <td data-label={t('ttl')}>
                  {ttlSeconds === undefined ? '–' : t('ttlValue', { seconds: ttlSeconds })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {remedy && <p className={styles.tip}>{remedy}</p>}
      {moves && (ttlSeconds ?? 0) > SHORT_TTL_SECONDS && <p className={styles.tip}>{t('lower')}</p>}
    </MxSection>
  );
}
