import { expect, test } from 'vitest';
import { localeFor, timeZoneFor } from './locale';

test.each([
  ['nothing said', undefined, null, 'en'],
  ['an Italian browser', undefined, 'it-IT,it;q=0.9,en-US;q=0.8,en;q=0.7', 'it'],
  ['an English browser whose reader chose Italian', 'it', 'en-US', 'it'],
  ['a German browser that takes Italian before English', undefined, 'de, en;q=0.5, it;q=0.8', 'it'],
  ['a language that we have not', undefined, 'de-DE,fr;q=0.9', 'en'],
  ['Italian refused', undefined, 'it;q=0, en', 'en'],
  ['a choice that is no language', '../../etc', 'IT', 'it'],
  ['a header that is none', undefined, ';;q=,,*', 'en'],
])('%s', (_, chosen, header, locale) => {
  expect(localeFor(chosen, header)).toBe(locale);
});

test.each([
  [undefined, 'UTC'],
  ['', 'UTC'],
  ['Europe/Rome', 'Europe/Rome'],
  ['europe/rome', 'Europe/Rome'],
  ['Europe/Atlantis', 'UTC'],
  ['<script>', 'UTC'],
])('the time zone cookie %o gives %s', (cookie, zone) => {
  expect(timeZoneFor(cookie)).toBe(zone);
});
