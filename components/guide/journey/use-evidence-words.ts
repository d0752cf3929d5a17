// What a piece of evidence says: each kind has its words where the fact was first told.
import { useTranslations } from 'next-intl';
import { useFindingWords } from '@/components/validation/validation-words';
import type { GuideEvidence } from '@/lib/mailflow/guide/step-state';
import { cloudMxWords } from '@/lib/words/cloud-mx-words';
import { guideWords } from '@/lib/words/guide-words';

/** A remedy of its own comes with what a validation saw, and with MX records that are worth a look. */
export function useEvidenceWords(): (evidence: GuideEvidence) => Readonly<{ text: string; remedy?: string }> {
  const words = guideWords(useTranslations('guide'));
  const mx = cloudMxWords(useTranslations('cloudMx'));
  const findings = useFindingWords();
  return (evidence) => {
    if (evidence.kind === 'said') return { text: words.evidence(evidence) };
    if (evidence.kind === 'guard') return { text: mx.guard(evidence.domain, evidence.guard) };
    if (evidence.kind === 'verdict') return findings(evidence.finding);
    const remedy = evidence.level === 'warning' ? mx.remedy(evidence.domain, evidence.verdict) : undefined;
    return { text: mx.verdict(evidence.domain, evidence.verdict), ...(remedy !== undefined && { remedy }) };
  };
}
