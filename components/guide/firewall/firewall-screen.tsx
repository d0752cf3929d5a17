'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { compareRanges } from '@/lib/mailflow/firewall/compare-ranges';
import { MICROSOFT_SPANS } from '@/lib/mailflow/firewall/microsoft-ranges';
import { readFirewallRules, spansOf } from '@/lib/mailflow/firewall/read-rules';
import { PasteBox } from '../paste/paste-box';
import { usePasted } from '../paste/use-pasted';
import { FirewallAnswer } from './firewall-answer';
import { NeededRanges } from './needed-ranges';
import { RangeExport } from './range-export';
import type { RangesForm } from './range-files';

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '24px',
    padding: '20px 0 24px',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  side: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', rowGap: '20px', alignContent: 'start' },
});

/** Rules as two firewalls print them: most of IPv4, more than is needed, a line that shuts out, no IPv6. */
const EXAMPLE = `# nft list chain inet filter input
tcp dport 25 ip saddr { 40.92.0.0/15, 40.107.0.0/16, 104.47.0.0/18 } accept
52.100.0.0 255.252.0.0
203.0.113.10-203.0.113.20
monitor.contoso.com
ip saddr 198.51.100.0/24 drop
`;

/** Set-up guide > Firewall: whether Microsoft 365 gets through, worked out in the browser. */
export function FirewallScreen({ form }: Readonly<{ form: RangesForm }>) {
  const styles = useStyles();
  const t = useTranslations('guidePages.firewall');
  const given = usePasted();
  const rules = useMemo(() => readFirewallRules(given.read), [given.read]);
  const comparison = useMemo(() => compareRanges(MICROSOFT_SPANS, spansOf(rules)), [rules]);
  const isEmpty = given.read.trim() === '';
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <div className={styles.parts}>
        <div className={styles.side}>
          <PasteBox
            given={given}
            label={t('paste.label')}
            hint={t('paste.hint')}
            accept=".txt,.conf,.nft,.csv,.rules,text/plain"
            placeholder={'40.92.0.0/15, 40.107.0.0/16\n52.100.0.0 255.252.0.0\n104.47.0.0-104.47.127.255'}
            onExample={() => given.take(EXAMPLE, '')}
          />
          <FirewallAnswer rules={rules} comparison={comparison} isEmpty={isEmpty} />
        </div>
        <div className={styles.side}>
          <NeededRanges needed={comparison.needed} compared={!isEmpty} />
        </div>
      </div>
      <RangeExport first={form} comparison={comparison} isEmpty={isEmpty} />
    </>
  );
}
