import { describe, expect, test } from 'vitest';
import { composeTestMessage } from './test-message';

const compose = (given: { subject?: string } = {}) =>
  composeTestMessage({
    from: 'mailspan-validation@console.mailspan.test',
    id: 'run-7',
    part: '1.2',
    recipient: 'anna@contoso.test',
    heloName: 'console.mailspan.test',
    date: new Date('2026-11-03T10:00:00Z'),
    ...given,
  });

describe('The test message', () => {
  test('is a plain message that no robot answers', async () => {
    const { text: message, bytes, contentType } = await compose();
    for (const header of [
      'From: mailspan-validation@console.mailspan.test',
      'To: anna@contoso.test',
      'Subject: Test email for connector validation',
      'Message-ID: <run-7.1.2@console.mailspan.test>',
      'Date: Tue, 03 Nov 2026 10:00:00 +0000',
      'Auto-Submitted: auto-generated',
      'X-Auto-Response-Suppress: All',
      'MIME-Version: 1.0',
    ])
      expect(message.split('\r\n')).toContain(header);
    expect(message).toMatch(/Content-Type: text\/plain; charset=utf-8/);
    expect(contentType).toBe('text/plain; charset=utf-8');
    expect(bytes).toBe(message.length + 2);
  });

  test('fits the wire: ASCII, CRLF only, short lines, no line that begins with one dot', async () => {
    const { text: message } = await compose({ subject: 'Prüfung 📧 '.repeat(30) });
    expect(message).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(message.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of message.split('\r\n')) {
      expect(line.length).toBeLessThanOrEqual(998);
      expect(line).not.toMatch(/^\.(?!\.)/);
    }
  });
});
