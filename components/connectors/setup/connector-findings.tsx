'use client';
import { useTranslations } from 'next-intl';
import type { Role } from '@/lib/auth/permissions';
import type { ConnectorReport } from '@/lib/operations/connector-report';
import { ConnectorBlock } from '../connector-block';
import { FindingList } from './finding-list';
import { mayFix } from './may-fix';

type ConnectorFindingsProps = Readonly<{ report: ConnectorReport; role: Role }>;

/** A connector's block of what is wrong with it together with the others; nothing where nothing is. */
export function ConnectorFindings({ report: { setupFindings = [] }, role }: ConnectorFindingsProps) {
  const t = useTranslations('setupReview');
  if (setupFindings.length === 0) return null;
  return (
    <ConnectorBlock title={t('review')}>
      <FindingList findings={setupFindings} label={t('review')} canFix={(fix) => mayFix(role, fix)} />
    </ConnectorBlock>
  );
}
