import { NextIntlClientProvider } from 'next-intl';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { contoso, fromContoso } from '@/lib/data/connector-for-tests';
import type { ConnectorDossier } from '@/lib/operations/connector-dossier';
import { type Locale, MESSAGES } from '@/messages';
import { useReportText } from './use-report-text';

const at = '2026-11-24T09:30:00.000Z';
const leaf = {
  subject: 'CN=mail.contoso.com',
  issuer: 'Contoso CA',
  subjectAlternativeNames: ['mail.contoso.com'],
  validFrom: '2026-01-01T00:00:00.000Z',
  validTo: '2026-11-20T00:00:00.000Z',
  keyType: 'rsa',
  fingerprint256: 'AA:BB',
  serialNumber: '1',
  selfSigned: false,
};

const dossier: ConnectorDossier = {
  report: {
    id: 'c1',
    connector: contoso,
    version: {
      number: 2,
      createdAt: at,
      createdByName: 'Ada',
      failureAcknowledged: true,
      reason: 'The old certificate is replaced tonight',
    },
    hybridWizard: false,
    health: 'failed',
    lastValidation: { runId: 'r1', outcome: 'failed', finishedAt: at },
  },
  run: {
    id: 'r1',
    state: 'finished',
    fingerprint: 'f1',
    requestedAt: at,
    requestedByName: 'Hal',
    finishedAt: at,
    elapsedMs: 400,
    cancelRequested: false,
    plan: { hosts: ['mail.contoso.com:2525'], tls: contoso.tls, recipients: ['postmaster@fabrikam.com'] },
    outcome: 'failed',
    tasks: [
      {
        kind: 'connectivity',
        host: 'mail.contoso.com:2525',
        state: 'failed',
        findings: [
          {
            code: 'certificateExpired',
            severity: 'error',
            stage: 'tls',
            host: 'mail.contoso.com:2525',
            params: { date: leaf.validTo, days: 4 },
          },
        ],
      },
    ],
    stages: [
      {
        stage: 'tls',
        host: 'mail.contoso.com:2525',
        port: 2525,
        startedAtMs: 100,
        durationMs: 30,
        tls: { version: 'TLSv1.3', cipher: 'AES', chain: 'CERT_HAS_EXPIRED', certificates: [leaf] },
      },
    ],
    transcripts: [],
  },
  recent: [
    {
      number: 2,
      createdAt: at,
      createdByName: 'Ada',
      failureAcknowledged: true,
      reason: 'The old certificate is replaced tonight',
      changes: [{ field: 'smartHosts', kind: 'removed', value: 'old.contoso.com' }],
    },
    { number: 1, createdAt: at, createdByName: 'Ada', failureAcknowledged: false, changes: [] },
  ],
};

type ReaderProps = Readonly<{ of: ConnectorDossier; onText: (text: string) => void }>;

function Reader({ of, onText }: ReaderProps) {
  onText(useReportText(of, { by: 'Hal', at: new Date('2026-11-24T10:00:00Z') }));
  return null;
}

/** The report as the reader of `locale` copies it. */
function textIn(locale: Locale, of: ConnectorDossier): string {
  const texts: string[] = [];
  const formats = {
    dateTime: { short: { dateStyle: 'medium', timeStyle: 'short' }, date: { dateStyle: 'medium' } },
  } as const;
  const fail = (error: Error) => {
    throw error;
  };
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={MESSAGES[locale]}
      timeZone="UTC"
      formats={formats}
      onError={fail}
    >
      <Reader of={of} onText={(text) => texts.push(text)} />
    </NextIntlClientProvider>,
  );
  return texts.join();
}

it('the text says what is in force, what went wrong, what to do, and what was changed', () => {
  const text = textIn('en', dossier);
  const joined = text.replaceAll(/\s+/g, ' ');
  expect(text.startsWith('Contoso to Fabrikam\n===================\nConnector report\nMade by Hal on')).toBe(
    true,
  );
  expect(joined).toContain('Status: On');
  expect(joined).toContain('Route email messages through these smart hosts: mail.contoso.com:2525');
  expect(text).toContain('\n  - Check connectivity to mail.contoso.com:2525: Failed\n');
  expect(joined).toContain('- Problem: ');
  expect(joined).toContain('What to do: ');
  expect(text).toContain('Expired 4 days ago');
  expect(text).toContain('\n  - Smart host old.contoso.com removed\n');
  expect(joined).toContain('a passed validation: The old certificate is replaced tonight');
  expect(text).toContain('Connector created');
  expect(text).not.toMatch(/undefined|\{|report\./);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(78);
});

it('the same in Italian', () => {
  const text = textIn('it', dossier);
  expect(text).toContain('\nReport del connettore\n');
  expect(text).toContain('\nIMPOSTAZIONI IN VIGORE\n----------------------\n');
  expect(text).toContain('Connettore creato');
  expect(text).not.toMatch(/undefined|\{|report\./);
});

it('a connector to Office 365 has no validation to report', () => {
  const { run: _, ...without } = dossier;
  const { lastValidation: __, ...report } = dossier.report;
  const text = textIn('en', {
    ...without,
    report: { ...report, connector: fromContoso, health: 'notApplicable' },
  });
  expect(text).not.toContain('LAST VALIDATION');
  expect(text.replaceAll(/\s+/g, ' ')).toContain(
    'The service has no validation for connectors to Office 365',
  );
});
