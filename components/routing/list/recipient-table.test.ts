import { expect, test } from 'vitest';
import { type ReadTable, readTableFile, readTableText } from './recipient-table';

const file = (text: string | Uint8Array<ArrayBuffer>) => readTableFile(new Blob([text]));
const recipients = (read: ReadTable) => (read.ok ? read.table.rows.map(({ to }) => to) : read.problem);

test.each([
  ['one column', 'ada@contoso.com\r\nhal@contoso.com\r\n', ['ada@contoso.com', 'hal@contoso.com']],
  ['a header', 'Email\nada@contoso.com', ['ada@contoso.com']],
  [
    'Exchange’s export',
    '"DisplayName","PrimarySmtpAddress"\n"Admin, Ada","ada@contoso.com"',
    ['ada@contoso.com'],
  ],
  [
    'an Italian spreadsheet',
    'Nome;Destinatario\nAda;ada@contoso.com\nHal;hal@contoso.com',
    ['ada@contoso.com', 'hal@contoso.com'],
  ],
  [
    'tabs, without a header',
    'Ada\tada@contoso.com\nHal\thal@contoso.com',
    ['ada@contoso.com', 'hal@contoso.com'],
  ],
  ['a header that nobody knows', 'Wer,Wohin\nAda,ada@contoso.com', ['ada@contoso.com']],
  [
    'blank lines, and a row without an address',
    'to,name\n\nada@contoso.com,Ada\n,Nobody\n',
    ['ada@contoso.com', ''],
  ],
  ['nothing that is an address', 'nobody\nnowhere', ['nobody', 'nowhere']],
])('%s', async (_, text, expected) => {
  expect(recipients(await file(text))).toEqual(expected);
});

test('the sender’s column counts where it has a name, and the other cells are kept', async () => {
  const read = await file('Sender,Recipient,Note\nada@contoso.com,hal@fabrikam.com,"a, b"\n');
  expect(read).toEqual({
    ok: true,
    table: {
      header: ['Sender', 'Recipient', 'Note'],
      rows: [
        {
          number: 2,
          cells: ['ada@contoso.com', 'hal@fabrikam.com', 'a, b'],
          to: 'hal@fabrikam.com',
          from: 'ada@contoso.com',
          isBroken: false,
        },
      ],
    },
  });
});

test('a line whose quotes don’t match says so, is read as it stands, and takes no other line along', async () => {
  const read = await file(
    'to,name\nada@contoso.com,"Admin, Ada"\nhal@contoso.com,"Hal\n"a b"@contoso.com,A\ngrace@contoso.com,Grace\n',
  );
  expect(read.ok && read.table.rows.map(({ number, to, isBroken }) => [number, to, isBroken])).toEqual([
    [2, 'ada@contoso.com', false],
    [3, 'hal@contoso.com', true],
    [4, '"a b"@contoso.com', true],
    [5, 'grace@contoso.com', false],
  ]);
});

test('a cell of several lines is one row', async () => {
  const read = await file('to,note\nada@contoso.com,"first\nsecond"\nhal@contoso.com,\n');
  expect(recipients(read)).toEqual(['ada@contoso.com', 'hal@contoso.com']);
});

test('Excel’s “Unicode text” is read', async () => {
  const text = '\uFEFFName\tE-mail\nJürgen\tjuergen@contoso.com\n';
  const bytes = new Uint8Array(new Uint16Array([...text].map((char) => char.charCodeAt(0))).buffer);
  expect(recipients(await file(bytes))).toEqual(['juergen@contoso.com']);
});

test('what is no list, or too much of one, is refused at once', async () => {
  expect(recipients(await file('x'.repeat(50_000_000)))).toEqual({ code: 'tooLarge', max: 10 });
  expect(recipients(await file(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8, 0])))).toMatchObject({
    code: 'notText',
  });
  expect(recipients(await file(' \n\r\n'))).toMatchObject({ code: 'empty' });
  const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}@contoso.com`).join('\n');
  expect(recipients(await file(`to\n${many(10_000)}`))).toHaveLength(10_000);
  expect(recipients(await file(`to\n${many(10_001)}`))).toEqual({ code: 'tooMany', max: 10_000 });
  expect(recipients(await readTableText(many(10_001)))).toEqual({ code: 'tooMany', max: 10_000 });
});

test.each([
  ['lines', 'ada@contoso.com\nhal@contoso.com', ['ada@contoso.com', 'hal@contoso.com']],
  ['one line', 'ada@contoso.com; hal@contoso.com', ['ada@contoso.com', 'hal@contoso.com']],
  [
    'Outlook’s',
    '"Admin, Ada" <ada@contoso.com>\nHal <hal@contoso.com>',
    ['"Admin, Ada" <ada@contoso.com>', 'Hal <hal@contoso.com>'],
  ],
  ['cells of a spreadsheet', 'Name\tE-mail\nAda\tada@contoso.com', ['ada@contoso.com']],
  [
    'odd but valid ones',
    '<@relay.com:ada@contoso.com>\n"a b"@contoso.com\njürgen@münchen.de',
    ['<@relay.com:ada@contoso.com>', '"a b"@contoso.com', 'jürgen@münchen.de'],
  ],
])('pasted: %s', async (_, text, expected) => {
  expect(recipients(await readTableText(text))).toEqual(expected);
});
