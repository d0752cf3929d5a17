import { expect, it } from 'vitest';
import { formatReport } from './format-report';

it('a report is plain text with underlined titles, and groups set in under theirs', () => {
  const text = formatReport({
    title: 'Città',
    lines: ['Made by Ada', '', 'Status: On'],
    sections: [
      { title: 'Settings', groups: [{ title: 'Name', lines: ['Città'] }, { lines: ['- one', '- two'] }] },
      { title: 'Empty', groups: [] },
    ],
  });
  expect(text).toBe(
    [
      'Città',
      '=====',
      'Made by Ada',
      '',
      'Status: On',
      '',
      'SETTINGS',
      '--------',
      'Name',
      '  Città',
      '',
      '- one',
      '- two',
      '',
      'EMPTY',
      '-----',
      '',
    ].join('\n'),
  );
});

it('long lines are broken between words, and go on under their own text', () => {
  const hosts = Array.from({ length: 12 }, (_, n) => `mail${n}.contoso.com`).join(', ');
  const text = formatReport({
    title: 'T',
    lines: [],
    sections: [{ title: 'S', groups: [{ title: 'Routing', lines: [`- Smart hosts: ${hosts}`] }] }],
  });
  const lines = text.trimEnd().split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(78);
  expect(lines.slice(7).every((line) => line.startsWith('    mail'))).toBe(true);
  expect(text.replaceAll(/\s+/g, ' ')).toContain(`Smart hosts: ${hosts}`);
});

it('a word longer than a line stands alone and whole, and a line feed in a note is kept', () => {
  const long = 'x'.repeat(100);
  const text = formatReport({ title: 'T', lines: [`Note: ${long}`, 'one\ntwo'], sections: [] });
  expect(text).toBe(`T\n=\nNote:\n${long}\none\ntwo\n`);
});
