import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { GUIDE_STEP_IDS } from '@/lib/mailflow/guide/journey';
import { AUDIT_ACTIONS } from '@/lib/operations/audit-log-query';
import { LOCALES, type Locale, MESSAGES } from '@/messages';
import { entrySentence, type SaidEntry } from './entry-sentence';

const lib = resolve(import.meta.dirname, '../../lib');

/** What `lib/` writes into the log: the literals of those files that append to it. */
async function appendedActions(): Promise<string[]> {
  const files = await readdir(lib, { recursive: true });
  const ours = files.filter(
    (file) => /\.ts$/.test(file) && !/(\.test|-for-tests|audit-log-query)\.ts$|generated/.test(file),
  );
  const found = await Promise.all(
    ours.map(async (file) => {
      const text = await readFile(resolve(lib, file), 'utf8');
      if (!/appendAudit|auditUserAct|auditConnector|auditMailSetup|auditExchange|auditGuide/.test(text))
        return [];
      const spelled = text.matchAll(
        /'((?:connector|acceptedDomain|transportRule|draft|validation|user|audit|exchange|guide)\.\w+)'/g,
      );
      const said = text.matchAll(/action: (?:\w+ \? )?'([^']+)'/g);
      return [...spelled, ...said].map(([, action = '']) => action);
    }),
  );
  return [...new Set(found.flat())].sort();
}

const say = (locale: Locale, entry: SaidEntry): string => {
  const t = createTranslator({
    locale,
    messages: MESSAGES[locale],
    namespace: 'audit.did',
    onError: (error) => {
      throw error;
    },
  });
  const { key, values } = entrySentence(entry);
  return t(key, values);
};

test('everything that is written into the log has words, and nothing else has', async () => {
  const actions = await appendedActions();
  expect(actions.length).toBeGreaterThan(15);
  expect(Object.values(AUDIT_ACTIONS).flat().sort()).toEqual(actions);
});

const BEFORE = { name: 'Contoso to Fabrikam', enabled: true, tls: { level: 'opportunistic' } };
const published = (after: object, more: object = {}): SaidEntry => ({
  action: 'connector.published',
  subjectName: 'Contoso to Fabrikam',
  details: { version: 3, before: BEFORE, after: { ...BEFORE, ...after }, ...more },
});

test.each<[SaidEntry, string, string]>([
  [
    published({ tls: { level: 'encryptionOnly' } }),
    'Published version 3 of “Contoso to Fabrikam”',
    'Pubblicata la versione 3 di “Contoso to Fabrikam”',
  ],
  [
    published({ enabled: false }),
    'Turned off “Contoso to Fabrikam” (version 3)',
    'Disattivato “Contoso to Fabrikam” (versione 3)',
  ],
  [
    published({ enabled: false, tls: { level: 'encryptionOnly' } }),
    'Published version 3 of “Contoso to Fabrikam”',
    'Pubblicata la versione 3 di “Contoso to Fabrikam”',
  ],
  [
    published({ enabled: false }, { restoredFrom: 1 }),
    'Restored version 1 of “Contoso to Fabrikam” as version 3',
    'Ripristinata la versione 1 di “Contoso to Fabrikam” come versione 3',
  ],
  [
    { ...published({ name: 'Fabrikam' }), subjectName: 'Fabrikam' },
    'Renamed “Contoso to Fabrikam” to “Fabrikam” (version 3)',
    'Rinominato “Contoso to Fabrikam” in “Fabrikam” (versione 3)',
  ],
  [
    { action: 'user.roleSet', subjectName: 'hal@contoso.com', details: { from: 'helpdesk', to: 'admin' } },
    'Made hal@contoso.com an admin',
    'Assegnato a hal@contoso.com il ruolo amministratore',
  ],
  [
    { action: 'user.invited', details: { role: 'helpdesk' } },
    'Created an invitation for any address, as helpdesk',
    'Creato un invito per qualsiasi indirizzo, come helpdesk',
  ],
  [
    { action: 'validation.requested', subjectName: null, details: {} },
    'Asked for a validation of unsaved settings',
    'Richiesta una convalida di impostazioni non salvate',
  ],
  [
    { action: 'validation.finished', subjectName: 'Contoso', details: { outcome: 'inconclusive' } },
    'Validation of “Contoso” ended: inconclusive',
    'Convalida di “Contoso” terminata: non conclusiva',
  ],
  [
    { action: 'validation.finished', details: { outcome: 'cancelled' } },
    'Validation of unsaved settings ended: cancelled',
    'Convalida di impostazioni non salvate terminata: annullata',
  ],
  [
    { action: 'guide.scenarioChosen', details: { scenario: 'both' } },
    'Chose the set-up guide’s scenario: mailboxes in both places',
    'Scelta dello scenario della guida alla configurazione: cassette postali in due posizioni',
  ],
  [
    { action: 'guide.confirmed', subjectName: 'contoso.com', details: { step: 'mxRecord' } },
    'Confirmed a step of the set-up guide for contoso.com: MX record',
    'Confermato un passaggio della guida alla configurazione per contoso.com: record MX',
  ],
  [
    { action: 'user.signInRefused', details: {} },
    'Sign-in refused for an unknown address',
    'Accesso negato per un indirizzo sconosciuto',
  ],
  [
    { action: 'audit.exported', details: { format: 'csv', filters: {} } },
    'Exported the audit log as CSV',
    'Esportato il log di controllo in formato CSV',
  ],
])('%j', (entry, english, italian) => {
  expect([say('en', entry), say('it', entry)]).toEqual([english, italian]);
});

describe.each(LOCALES)('in %s', (locale) => {
  const odd = [
    {},
    { version: '3', before: 'x', after: [], role: 7 },
    { before: {}, after: {} },
    null,
    'text',
    [],
  ];

  test.each(Object.values(AUDIT_ACTIONS).flat())('%s has words whatever its details', (action) => {
    for (const details of odd) {
      for (const subjectName of [undefined, null, '', 'Contoso']) {
        expect(say(locale, { action, subjectName, details })).toMatch(/\w/);
      }
    }
  });

  test('an action of another version is told by its name', () => {
    expect(say(locale, { action: 'rule.tested', details: {} })).toBe('rule.tested');
    expect(say(locale, { action: '__proto__', subjectName: 'X', details: {} })).toBe('__proto__: X');
  });
});

test.each(LOCALES)('every step of the guide has a name (%s)', (locale) => {
  const { checked: _, scenarioChosen: __, ...aboutSteps } = MESSAGES[locale].audit.did.guide;
  for (const text of Object.values(aboutSteps))
    expect(GUIDE_STEP_IDS.filter((step) => !text.includes(`${step} {`))).toEqual([]);
});
