// The report's first lines: what is in force, whose it is, and what it is worth.
import { useFormatter, useTranslations } from 'next-intl';
import type { ConnectorReport } from '@/lib/operations/connector-report';

/** Names and values, in the reader's language. */
export function useOverview(): (report: ConnectorReport) => [name: string, value: string][] {
  const t = useTranslations('report');
  const words = useTranslations('connectors');
  const life = useTranslations('life');
  const format = useFormatter();
  const date = (iso: string) => format.dateTime(new Date(iso), 'short');
  return ({ connector, version, health, lastValidation, draft, hybridWizard }) => {
    const { number, createdByName, createdAt, note, reason } = version;
    const healthText =
      health === 'notApplicable' ? words('healthHint.notApplicable') : words(`health.${health}`);
    return [
      [t('status'), connector.enabled ? words('status.on') : words('status.off')],
      [t('inForce'), t('version', { number, name: createdByName, date: date(createdAt) })],
      ...(note ? [[t('note'), note] as [string, string]] : []),
      ...(reason ? [[t('reason'), reason] as [string, string]] : []),
      [
        t('validation'),
        lastValidation
          ? t('validated', { health: healthText, date: date(lastValidation.finishedAt) })
          : healthText,
      ],
      ...(draft
        ? [
            [
              t('draft'),
              t('draftText', {
                name: draft.authorName,
                date: date(draft.updatedAt),
                count: draft.changes.length,
              }),
            ] as [string, string],
          ]
        : []),
      ...(hybridWizard ? [[life('hybrid.chip'), life('hybrid.chipHint')] as [string, string]] : []),
    ];
  };
}
