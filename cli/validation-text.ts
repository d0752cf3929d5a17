// A validation on a terminal: each stage while it happens, then the tasks, what was noticed, and what to do about it.
// Prints no character that a mail server could have smuggled in: facts come escaped.
import type { ValidationEvent } from '../lib/mailflow/observation';
import { stageFact } from '../lib/mailflow/stage-fact';
import type { ValidationPlan } from '../lib/mailflow/validation-plan';
import type { ValidationTask, Verdict, VerdictFinding } from '../lib/mailflow/verdict';
import { type Terminal, terminalPrinter } from './terminal';
import { formatterOf, getTranslations, terminalLocale } from './words';

export type ValidationPrinter = Readonly<{
  /** One line for a stage that has ended; nothing for other events. */
  stage: (event: ValidationEvent) => void;
  verdict: (verdict: Verdict, tookMs: number) => void;
}>;

const MARKS = {
  succeeded: ['✓', 'green'],
  warned: ['!', 'yellow'],
  failed: ['✗', 'red'],
  inconclusive: ['?', 'yellow'],
  notRun: ['-', 'dim'],
} as const;
const OUTCOMES = { passed: 'succeeded', failed: 'failed', inconclusive: 'inconclusive' } as const;
const SEVERITIES = { error: 'red', warning: 'yellow', info: 'dim' } as const;

/** Prints to `terminal`, in the language of its environment. */
export function validationPrinter(plan: ValidationPlan, terminal: Terminal): ValidationPrinter {
  const locale = terminalLocale(terminal.env);
  const t = getTranslations('validation', locale);
  const stages = getTranslations('stages', locale);
  const own = getTranslations('commandLine', locale);
  const wordsOf = findingWords(locale);
  const { paint, say } = terminalPrinter(terminal);
  const placeWidth = Math.max(24, ...plan.hosts.map(({ host }) => host.length + 18));

  const taskName = ({ kind, host, recipient = '' }: ValidationTask): string => {
    if (kind !== 'testEmail') return t(`task.${kind}`, { host });
    const name = plan.envelopeOnly ? own('recipient', { recipient }) : t('task.testEmail', { recipient });
    return plan.hosts.length > 1 ? `${name} ${t('task.through', { host })}` : name;
  };
  const finding = (each: VerdictFinding): void => {
    const { severity, host, address, stage, spare } = each;
    const { text, remedy, exchange } = wordsOf(each);
    const place = [host, ...(address === undefined ? [] : [address]), stages(stage)].join(' · ');
    say('', `${paint(SEVERITIES[severity], t(`severity.${severity}`))} · ${place}`, `  ${text}`);
    if (exchange) say(`  ${exchange}`);
    if (spare) say(`  ${t('spare')}`);
    say(`  ${paint('dim', `${t('remedy')}:`)} ${remedy}`);
  };

  return {
    stage: (event) => {
      if (event.kind !== 'stageEnded') return;
      const { stage, host, address, failure, durationMs, recipient, check } = event;
      // Whether an answer to such a question is a good one, the findings say.
      const [mark, colour] = MARKS[check ? 'notRun' : failure ? 'failed' : 'succeeded'];
      const place = address === undefined ? host : `${host} ${address}`;
      const fact = [
        ...(recipient === undefined ? [] : [`<${recipient}>`]),
        stageFact(event, (key, values) => t(`fact.${key}`, values)),
      ].join(' ');
      const ms = t('ms', { value: Math.round(durationMs) });
      say(
        `${paint(colour, mark)} ${place.padEnd(placeWidth)}  ${stages(stage).padEnd(20)} ${ms.padStart(9)}  ${paint('dim', fact)}`,
      );
    },
    verdict: ({ outcome, tasks }, tookMs) => {
      say('');
      for (const task of tasks) {
        const [mark, colour] = MARKS[task.state];
        say(`${paint(colour, mark)} ${taskName(task)}: ${t(`state.${task.state}`)}`);
      }
      for (const task of tasks) for (const each of task.findings) finding(each);
      const [mark, colour] = MARKS[OUTCOMES[outcome]];
      const summary = own('took', { summary: t(`summary.${outcome}`), seconds: tookMs / 1_000 });
      say('', `${paint(colour, mark)} ${paint('bold', summary)}`);
      if (plan.envelopeOnly && plan.recipients.length > 0) say(`  ${own('nothingSent')}`);
    },
  };
}

/** The words of the console's own report. */
function findingWords(locale: ReturnType<typeof terminalLocale>) {
  const t = getTranslations('verdicts', locale);
  const words = getTranslations('validation', locale);
  const stages = getTranslations('stages', locale);
  const format = formatterOf(locale);
  const short = (at: Date): string =>
    format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' });
  return (finding: VerdictFinding) => {
    const { code, stage, host, address = '', recipient = '', params = {}, retryAt, exchangeReply } = finding;
    const date = typeof params.date === 'string' ? short(new Date(params.date)) : '';
    const when =
      retryAt === undefined ? '' : words('retryWhen', { day: 'other', time: short(new Date(retryAt)) });
    const values = { matters: 'yes', ...params, date, when, host, address, recipient, stage: stages(stage) };
    return {
      text: t(`${code}.text`, values),
      remedy: t(`${code}.remedy`, values),
      exchange: exchangeReply === undefined ? undefined : words('exchangeReply', { code: exchangeReply }),
    };
  };
}
