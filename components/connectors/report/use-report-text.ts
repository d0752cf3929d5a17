// The report in the reader's language as lines of text.
import { useFormatter, useTranslations } from 'next-intl';
import { certificateAge } from '@/components/validation/certificate-age';
import { useKeyWords } from '@/components/validation/key-words';
import { useFindingWords, useTaskName } from '@/components/validation/validation-words';
import type { ConnectorDossier } from '@/lib/operations/connector-dossier';
import type { HistoryEntry } from '@/lib/operations/connector-history';
import { useChangeWords } from '../change-words';
import { useConnectorWords } from '../connector-words';
import { formatReport, type ReportGroup } from './format-report';
import { certificatesMet, findingsOf, type Made, type MetCertificate } from './report-facts';
import { useOverview } from './use-overview';

/** The whole report as plain text. */
export function useReportText(dossier: ConnectorDossier, made: Made): string {
  const { report, recent } = dossier;
  const t = useTranslations('report');
  const format = useFormatter();
  const overview = useOverview();
  const blocks = useConnectorWords();
  const validation = useValidationGroups(dossier);
  const certificate = useCertificateGroup();
  const entry = useEntryGroup();
  const certificates = certificatesMet(dossier);
  return formatReport({
    title: report.connector.name,
    lines: [
      t('title'),
      t('made', { name: made.by, date: format.dateTime(made.at, 'short') }),
      '',
      ...overview(report).map(([name, value]) => `${name}: ${value}`),
    ],
    sections: [
      {
        title: t('settings'),
        groups: blocks(report.connector, true).map(({ title, lines }) => ({ title, lines })),
      },
      ...(report.connector.direction === 'inbound'
        ? []
        : [{ title: t('lastValidation'), groups: validation }]),
      ...(certificates.length > 0
        ? [{ title: t('certificates'), groups: certificates.map((each) => certificate(each, made.at)) }]
        : []),
      { title: t('recent'), groups: recent.map(entry) },
    ],
  });
}

function useValidationGroups(dossier: ConnectorDossier): ReportGroup[] {
  const { report, run } = dossier;
  const t = useTranslations('report');
  const words = useTranslations('validation');
  const format = useFormatter();
  const nameOf = useTaskName(run?.plan.hosts.length ?? 0);
  const findingWords = useFindingWords();
  if (!run) return [{ lines: [t('never')] }];
  const outcome = run.outcome ?? 'cancelled';
  const date = format.dateTime(new Date(run.finishedAt ?? run.requestedAt), 'short');
  const findings = findingsOf(dossier);
  return [
    {
      lines: [
        words(`summary.${outcome}`),
        t('validationBy', { name: run.requestedByName, date }),
        ...(report.health === 'stale' ? [t('stale')] : []),
      ],
    },
    {
      title: words('tasks'),
      lines: run.tasks.map((task) => `- ${nameOf(task)}: ${words(`state.${task.state}`)}`),
    },
    {
      title: t('findings'),
      lines:
        findings.length === 0
          ? [t('noFindings')]
          : findings.flatMap((finding) => {
              const { text, remedy, exchange } = findingWords(finding);
              return [
                `- ${words(`severity.${finding.severity}`)}: ${text}`,
                ...(finding.spare ? [`  ${words('spare')}`] : []),
                `  ${words('remedy')}: ${remedy}`,
                ...(exchange ? [`  ${exchange}`] : []),
              ];
            }),
    },
  ];
}

function useCertificateGroup(): (met: MetCertificate, at: Date) => ReportGroup {
  const t = useTranslations('report');
  const words = useTranslations('validation.certificate');
  const format = useFormatter();
  const keyWords = useKeyWords();
  const date = (iso: string) => format.dateTime(new Date(iso), 'date');
  return ({ host, tls }, at) => {
    const title = t('certificateAt', { host });
    const [leaf] = tls.certificates;
    if (!leaf) return { title, lines: [] };
    const names = leaf.subjectAlternativeNames;
    const age = certificateAge(leaf, at);
    const left = { left: words('left', age), over: words('over', age), soon: words('soon', age) }[age.phase];
    const range = words('range', { from: date(leaf.validFrom), to: date(leaf.validTo) });
    return {
      title,
      lines: [
        `${words('names')}: ${names.length > 0 ? names.join(', ') : (leaf.commonName ?? leaf.subject)}`,
        `${words('issuer')}: ${leaf.issuer}`,
        `${words('valid')}: ${range} (${left})`,
        `${words('key')}: ${keyWords(leaf)}`,
        ...(leaf.signatureAlgorithm ? [`${words('signature')}: ${leaf.signatureAlgorithm}`] : []),
        `${words('tls')}: ${tls.version}, ${tls.cipher}`,
        `${words('fingerprint')}: ${leaf.fingerprint256}`,
      ],
    };
  };
}

function useEntryGroup(): (entry: HistoryEntry) => ReportGroup {
  const t = useTranslations('report');
  const history = useTranslations('history');
  const format = useFormatter();
  const changeWords = useChangeWords();
  return ({ number, createdByName, createdAt, note, reason, restoredFrom, changes }) => ({
    title: t('entry', {
      number,
      name: createdByName,
      date: format.dateTime(new Date(createdAt), 'short'),
    }),
    lines: [
      ...(number === 1 ? [history('created')] : []),
      ...(restoredFrom === undefined ? [] : [history('restored', { number: restoredFrom })]),
      ...changes.map((change) => `- ${changeWords(change)}`),
      ...(note ? [`${history('note')}: ${note}`] : []),
      ...(reason ? [`${history('reason')}: ${reason}`] : []),
    ],
  });
}
