import { expect, test } from 'vitest';
import { GUIDE_PARTS, GUIDE_SCENARIOS, GUIDE_STEPS, stepsOf } from './journey';

test('The steps follow the article: its parts one after another, its seven prerequisites first', () => {
  for (const scenario of GUIDE_SCENARIOS) {
    const places = stepsOf(scenario).map((id) => GUIDE_PARTS.indexOf(GUIDE_STEPS[id].part));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  }
  expect(stepsOf('ownServers').slice(0, 7)).toEqual([
    'internetMail',
    'tls',
    'receiveCertificate',
    'externalName',
    'port25',
    'firewall',
    'testAddress',
  ]);
});

test('A partner’s journey asks for nothing that moves the organization’s own mail', () => {
  const parts = new Set(stepsOf('partner').map((id) => GUIDE_STEPS[id].part));
  expect(parts).not.toContain('mx');
  expect(parts).not.toContain('ownServer');
});
