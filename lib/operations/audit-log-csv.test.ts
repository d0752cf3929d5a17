import { expect, test } from 'vitest';
import { csvLine } from './audit-log-csv';

test.each([
  ['plain words', ['a', 'b c'], 'a,b c\r\n'],
  ['nothing', ['', ''], ',\r\n'],
  ['what separates', ['a,b', 'say "no"', 'two\r\nlines'], '"a,b","say ""no""","two\r\nlines"\r\n'],
  ['JSON', ['{"a":1,"b":2}'], '"{""a"":1,""b"":2}"\r\n'],
])('%s', (_, cells, line) => expect(csvLine(cells)).toBe(line));

test.each([
  ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"\r\n`],
  ['+1', "'+1\r\n"],
  ['-2+3', "'-2+3\r\n"],
  ['@SUM(A1)', "'@SUM(A1)\r\n"],
  ['\tx', "'\tx\r\n"],
  ['\rx', `"'\rx"\r\n`],
  ['＝1+1', "'＝1+1\r\n"],
  ['a=b', 'a=b\r\n'],
])('a spreadsheet takes %j for text', (text, line) => expect(csvLine([text])).toBe(line));
