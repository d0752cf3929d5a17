// A finding about the whole set-up in the reader's language, and the page on which it would be put right.
import { useTranslations } from 'next-intl';
import { acceptedDomainPath, rulePath } from '@/components/setup/setup-paths';
import type { FindingParams } from '@/lib/mailflow/finding';
import type { Fix, SetupFinding } from '@/lib/mailflow/setup-finding';
import { editPath } from '../connector-paths';

/** The words name what their finding gives, and nothing else. */
const NOT_GIVEN: FindingParams = {
  ...{ name: '', other: '', rule: '', domain: '', pattern: '', host: '', certificate: '', why: '' },
  ...{ range: '', otherRange: '', level: '', otherLevel: '', scope: '', which: '', count: 0, more: 0 },
};

export function useFindingWords() {
  const t = useTranslations('setupFindings');
  return ({ code, params }: Pick<SetupFinding, 'code' | 'params'>) => {
    const given = { ...NOT_GIVEN, ...params };
    return {
      what: t(`${code}.what`, given),
      why: t(`${code}.why`, given),
      fix: t(`${code}.fix`, given),
    };
  };
}

export function fixPath(fix: Fix): string {
  if (fix.at === 'connector') return `${editPath(fix.id, fix.step)}#${fix.field}`;
  if (fix.at === 'rule') return rulePath(fix.id);
  return acceptedDomainPath(fix.domain);
}
