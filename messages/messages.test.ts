import { readdir, readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LOCALES, MESSAGES } from '.';
import { messageShape } from './message-shape-for-tests';
import { usesIn } from './used-keys-for-tests';

/** Where a file asks for a key that it holds in a variable (`t(name)`): the families of keys that it can be. */
const DYNAMIC: Readonly<Record<string, readonly string[]>> = {
  'cli/plan-text.ts': ['importNotes.*'],
  'cli/validation-text.ts': ['stages.*'],
  'cli/words.ts': ['findings.*'],
  'components/audit/entry-drawer.tsx': ['audit.entry.missing', 'audit.entry.signedOut', 'audit.entry.failed'],
  'components/audit/entry-words.ts': ['audit.did.*'],
  'components/connectors/change-words.ts': ['changes.added', 'changes.removed'],
  'components/connectors/details/unavailable-message.tsx': [
    'connectors.details.notFound',
    'connectors.details.signedOut',
    'connectors.details.failed',
  ],
  'components/connectors/wizard/finding-text.tsx': ['findings.*'],
  'components/connectors/wizard/problem-message.tsx': [
    'wizard.problems.signedOut',
    'wizard.problems.forbidden',
    'wizard.problems.malformed',
    'wizard.problems.notFound',
    'wizard.problems.conflict',
  ],
  'components/domains/several-drawer.tsx': ['domains.type.*'],
  'components/exchange/kept/use-count-words.ts': ['exchange.kept.count.*'],
  'components/exchange/plan/plan-table-row.tsx': ['setupReview.severity.*'],
  'components/exchange/plan/setup-blocks.tsx': ['domains.type.*'],
  'components/exchange/plan/use-line-words.ts': [
    'exchange.plan.rule.name',
    'exchange.plan.rule.connector',
    'exchange.plan.rule.turnedOn',
    'exchange.plan.rule.turnedOff',
    'exchange.plan.rule.stops',
    'exchange.plan.rule.goesOn',
  ],
  'components/exchange/plan/use-note-words.ts': ['importNotes.*'],
  'components/exchange/script-notes.tsx': ['scripts.notes.*'],
  'components/frame/nav-list.tsx': ['frame.sections.*'],
  'components/guide/final-test/exchange-part.tsx': [
    'guidePages.finalTest.exchange.originating',
    'guidePages.finalTest.exchange.incoming',
  ],
  'components/guide/final-test/hop-timeline.tsx': [
    'guidePages.finalTest.hops.into',
    'guidePages.finalTest.hops.outOf',
  ],
  'components/guide/final-test/message-part.tsx': ['guidePages.finalTest.message.*'],
  'components/guide/server/server-screen.tsx': ['guidePages.server.missing.*'],
  'components/routing/coverage/coverage-mark.tsx': ['coverage.mark.*'],
  'components/routing/inbound/inbound-answer.tsx': ['traceInbound.verdict.*'],
  'components/routing/list/list-progress.tsx': [
    'traceList.cancelled',
    'traceList.failed',
    'traceList.signedOut',
  ],
  'components/routing/trace/answer-part.tsx': ['trace.answer.failed', 'trace.answer.signedOut'],
  'components/routing/trace/destination-node.tsx': ['trace.host.*'],
  'components/routing/trace/what-if-result.tsx': [
    'trace.whatIf.publish',
    'trace.whatIf.turnOn',
    'trace.whatIf.turnOff',
    'trace.whatIf.notFound',
    'trace.whatIf.noDraft',
    'trace.whatIf.incomplete',
  ],
  'components/routing/trace/what-if-select.tsx': [
    'trace.whatIf.publish',
    'trace.whatIf.turnOn',
    'trace.whatIf.turnOff',
  ],
  'components/rules/condition-list-field.tsx': ['rules.panel.conditions', 'rules.panel.exceptions'],
  'components/setup/use-setup-action.ts': ['mailSetup.problems.*'],
  'components/users/user-actions.ts': ['users.problems.*'],
  'components/validation/address-matrix.tsx': ['stages.*'],
  'components/validation/certificate-card.tsx': [
    'validation.certificate.left',
    'validation.certificate.soon',
    'validation.certificate.over',
  ],
  'components/validation/compare/use-difference-words.ts': ['stages.*', 'validation.state.*'],
  'components/validation/matrix-cell.tsx': ['stages.*'],
  'components/validation/run/run-commands.tsx': ['connectors.details.validateProblem.*'],
  'components/validation/name-answers.tsx': [
    'validation.certificate.tlsDomain',
    'validation.certificate.hostName',
  ],
  'components/validation/outcome-badge.tsx': ['validation.outcome.*'],
  'components/validation/stage-row.tsx': ['stages.*', 'validation.fact.*'],
  'components/validation/transcript-panel.tsx': [
    'validation.transcript.client',
    'validation.transcript.server',
    'validation.transcript.note',
  ],
  'components/validation/validation-words.ts': ['stages.*'],
  'lib/words/script-words.ts': ['scripts.*'],
};

const root = resolve(import.meta.dirname, '..');

const flat = (value: unknown, path = ''): [key: string, text: string][] =>
  typeof value === 'string'
    ? [[path, value]]
    : Object.entries(value as object).flatMap(([key, below]) => flat(below, path ? `${path}.${key}` : key));

const keysIn = (locale: (typeof LOCALES)[number]) => new Map(flat(MESSAGES[locale]));
const english = keysIn('en');

const sources = await (async () => {
  const folders = ['app', 'components', 'cli', 'lib/words'];
  const found = await Promise.all(
    folders.map(async (folder) => {
      const below = await readdir(resolve(root, folder), { recursive: true });
      return below.map((file) => `${folder}/${file.replaceAll('\\', '/')}`);
    }),
  );
  const ours = found.flat().filter((file) => /\.tsx?$/.test(file) && !/\.test\.|-for-tests\./.test(file));
  return Promise.all(
    ours.map(async (file) => ({ file, uses: usesIn(file, await readFile(resolve(root, file), 'utf8')) })),
  );
})();

const fits = (pattern: string) => {
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.+');
  const whole = new RegExp(`^${escaped}$`);
  return [...english.keys()].filter((key) => whole.test(key));
};

const spelled = sources.flatMap(({ file, uses }) =>
  uses.flatMap((use) => ('key' in use ? [{ file, key: use.key }] : [])),
);
const held = sources.filter(({ uses }) => uses.some((use) => 'unknownIn' in use)).map(({ file }) => file);

test.each(LOCALES)('every file of %s is loaded', async (locale) => {
  const files = await readdir(resolve(import.meta.dirname, locale));
  expect(Object.keys(MESSAGES[locale]).sort()).toEqual(files.map((file) => basename(file, '.json')).sort());
});

describe.each(LOCALES.filter((locale) => locale !== 'en'))('%s', (locale) => {
  const translated = keysIn(locale);

  test('has the keys of English, no more and no less', () => {
    expect([...translated.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('needs the same from its caller as English', () => {
    const different = [...english].filter(
      ([key, text]) => messageShape(text).join() !== messageShape(translated.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('has no empty message', () => {
    expect([...translated].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});

test('every key that the code spells exists', () => {
  expect(spelled.length).toBeGreaterThan(100);
  expect(spelled.filter(({ key }) => fits(key).length === 0)).toEqual([]);
});

test('every key that the code holds in a variable belongs to a family declared above, and every family is held', () => {
  expect(Object.keys(DYNAMIC).sort()).toEqual(held.sort());
  const families = Object.values(DYNAMIC).flat();
  expect(families.filter((family) => fits(family).length === 0)).toEqual([]);
});

test('every message is used', () => {
  const used = new Set([...spelled.map(({ key }) => key), ...Object.values(DYNAMIC).flat()].flatMap(fits));
  expect([...english.keys()].filter((key) => !used.has(key))).toEqual([]);
});

describe('a use is seen', () => {
  test.each([
    [`const t = useTranslations('a'); t('b.c');`, ['a.b.c']],
    [`const t = await getTranslations('a'); t.rich('b', {});`, ['a.b']],
    [`(await getTranslations('a'))('b');`, ['a.b']],
    [`const t = useTranslations('a'); t(\`b.\${x}.c\`);`, ['a.b.*.c']],
    [`const t = useTranslations('a'); t(x ? 'b' : 'c', { n: t('d') });`, ['a.b', 'a.c', 'a.d']],
    [
      `function F() { const t = useTranslations('a'); t('b'); } function G() { const t = useTranslations('c'); t('d'); }`,
      ['a.b', 'c.d'],
    ],
    [`const t = useTranslations('a'); t(b);`, ['unknown in a']],
    [`t('b'); other.t('c');`, []],
  ])('%s', (text, keys) => {
    const uses = usesIn('it.ts', text);
    expect(uses.map((use) => ('key' in use ? use.key : `unknown in ${use.unknownIn}`))).toEqual(keys);
  });
});

describe('what a message needs', () => {
  test.each([
    ['Plain words, can’t fail', []],
    ['{name} has {name}', ['name']],
    ['{role, select, admin {Admin} other {Helpdesk}}', ['role select admin other']],
    ['{count, plural, =0 {None} one {# of {all}} other {#}} <b>here</b>', ['<b>', 'all', 'count plural']],
    ['{when, date, short}', ['when date']],
  ])('%s', (message, needs) => {
    expect(messageShape(message)).toEqual(needs);
  });

  test('a bracket too many is refused', () => {
    expect(() => messageShape('{a}}')).toThrow('too many');
  });
});
