// What the codes of a domain's MX say, by a translator of the reader's language.
import type { useTranslations } from 'next-intl';
import {
  CLOUD_MX_VERDICTS,
  type CloudMxVerdict,
  type CloudMxVerdictCode,
  type ExchangerKind,
} from '../mailflow/cloud-mx';
import type { MxGuard } from '../mailflow/mx-guard';

type RemediableCode = {
  [C in CloudMxVerdictCode]: (typeof CLOUD_MX_VERDICTS)[C] extends 'done' ? never : C;
}[CloudMxVerdictCode];

const isRemediable = (code: CloudMxVerdictCode): code is RemediableCode => CLOUD_MX_VERDICTS[code] !== 'done';

const NAMES_SHOWN = 3;
const NOT_OTHERS: ReadonlySet<ExchangerKind> = new Set([
  'expected',
  'variant',
  'newForm',
  'otherToken',
  'unusable',
]);

/** `t` speaks the words of `cloudMx`. */
export const cloudMxWords = (t: ReturnType<typeof useTranslations<'cloudMx'>>) => {
  const paramsOf = (domain: string, { expected, exchangers }: CloudMxVerdict) => {
    const others = exchangers.filter(({ kind }) => !NOT_OTHERS.has(kind)).map(({ name }) => name);
    const shown = others.slice(0, NAMES_SHOWN).join(', ') + (others.length > NAMES_SHOWN ? ', …' : '');
    return { domain, expected: expected ?? t('noTarget'), first: exchangers[0]?.name ?? '', others: shown };
  };
  return {
    /** Where the domain's mail goes. */
    verdict: (domain: string, verdict: CloudMxVerdict): string =>
      t(`verdict.${verdict.code}`, paramsOf(domain, verdict)),
    /** What to do; undefined where the switch is done. */
    remedy: (domain: string, verdict: CloudMxVerdict): string | undefined =>
      isRemediable(verdict.code) ? t(`remedy.${verdict.code}`, paramsOf(domain, verdict)) : undefined,
    /** Whether the record may move now, and why not. */
    guard: (domain: string, { code, connector }: MxGuard): string =>
      t(`guard.${code}`, { domain, connector: connector ? `“${connector.name}”` : '' }),
    /** What one record leads to. */
    kind: (kind: ExchangerKind): string => t(`kind.${kind}`),
  };
};
