// `npm run audit:deps`: known weaknesses of the packages in the lock file, by `npm audit`. Never says that all is well where the
// registry could not be asked: then it ends with 75.
import { pathToFileURL } from 'node:url';
import { npm } from './npm';

/** `sysexits.h`: a passing failure; nothing was checked. */
export const NOT_CHECKED = 75;

/** From the mildest to the worst, as npm names them. */
const SEVERITIES: readonly string[] = ['info', 'low', 'moderate', 'high', 'critical'];
/** What is milder than this is told, and fails nothing. */
const FAILS_FROM = SEVERITIES.indexOf('moderate');

type Weakness = Readonly<{ name: string; severity: string; range?: string; fixAvailable?: unknown }>;
type Report = Readonly<{
  auditReportVersion?: number;
  vulnerabilities?: Readonly<Record<string, Weakness>>;
  message?: string;
  error?: Readonly<{ summary?: string; code?: string }>;
}>;

export type Audit = Readonly<{ code: 0 | 1 | typeof NOT_CHECKED; lines: readonly string[] }>;

/** What the JSON of `npm audit` comes to. */
export function judgeAudit(text: string): Audit {
  const report = parse(text);
  const { vulnerabilities } = report;
  if (report.auditReportVersion !== 2 || !vulnerabilities) {
    const why = report.message ?? report.error?.summary ?? report.error?.code ?? 'no report came';
    return { code: NOT_CHECKED, lines: [`NOT CHECKED: the registry did not answer the audit (${why}).`] };
  }
  const found = Object.values(vulnerabilities)
    .map((one) => ({ ...one, weight: SEVERITIES.indexOf(one.severity) }))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1));
  // A severity that nobody here knows fails too.
  const isBad = found.some(({ weight }) => weight === -1 || weight >= FAILS_FROM);
  const lines = found.map(
    ({ name, severity, range = '', fixAvailable }) =>
      `${severity}: ${name} ${range}${fixAvailable ? ', a version without it is there' : ''}`,
  );
  return { code: isBad ? 1 : 0, lines: lines.length > 0 ? lines : ['No weakness of any package is known.'] };
}

function parse(text: string): Report {
  try {
    const report: unknown = JSON.parse(text);
    return typeof report === 'object' && report !== null ? report : {};
  } catch {
    return {};
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { code, lines } = judgeAudit((await npm(['audit', '--json'])).stdout);
  for (const line of lines) (code === 0 ? console.log : console.error)(line);
  process.exitCode = code;
}
