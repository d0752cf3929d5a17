import { expect, it } from 'vitest';
import { terminalLocale } from './words';

it.each([
  [{ LC_ALL: 'it_IT.UTF-8', LANG: 'en_US.UTF-8' }, 'it'],
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'it' }, 'it'],
  [{ LC_MESSAGES: 'it_CH@euro', LANG: 'C' }, 'it'],
  [{ LC_ALL: 'C', LANG: 'it_IT.UTF-8' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{}, 'en'],
] as const)('the words for %o are %s', (env, locale) => expect(terminalLocale(env)).toBe(locale));
