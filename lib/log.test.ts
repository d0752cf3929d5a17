import { expect, test } from 'vitest';
import { createLog } from './log';

const written = (entry: object, level = 'info'): string => {
  const lines: string[] = [];
  createLog(level, { write: (line: string) => void lines.push(line) }).info(entry, 'said');
  return lines.join('');
};

test.each([
  [{ password: 'hunter2' }],
  [{ input: { newPassword: 'hunter2' } }],
  [{ request: { headers: { authorization: 'Bearer hunter2', cookie: 'session=hunter2' } } }],
  [{ response: { headers: { 'set-cookie': ['session=hunter2'] } } }],
  [{ invitation: { token: 'hunter2' } }],
])('no secret of %j reaches the log', (entry) => {
  const line = written(entry);
  expect(line).not.toContain('hunter2');
  expect(line).toContain('[redacted]');
});

test('the rest of an entry is readable', () => {
  expect(JSON.parse(written({ connector: 'To Contoso' }))).toMatchObject({
    level: 'info',
    connector: 'To Contoso',
    msg: 'said',
  });
});

test('below the chosen level nothing is written', () => {
  expect(written({ connector: 'To Contoso' }, 'warn')).toBe('');
});
