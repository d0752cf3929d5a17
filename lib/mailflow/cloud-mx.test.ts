import { describe, expect, test } from 'vitest';
import { CLOUD_MX_VERDICTS, expectedMx, judgeCloudMx, mxLines, mxRecord } from './cloud-mx';
import { parseHostName } from './host-name';
import type { Failure, MailExchanger } from './observation';

const named = (text: string): string => {
  const name = parseHostName(text);
  if (!name.ok) throw new Error(name.finding.code);
  return name.value;
};

test.each([
  ['contoso.com', 'contoso-com.mail.protection.outlook.com'],
  ['Sales.Contoso.co.uk', 'sales-contoso-co-uk.mail.protection.outlook.com'],
  ['domain-2.dev', 'domain-2-dev.mail.protection.outlook.com'],
  ['bücher.example', 'xn--bcher-kva-example.mail.protection.outlook.com'],
  [`${'a'.repeat(59)}.com`, `${'a'.repeat(59)}-com.mail.protection.outlook.com`],
  [`${'a'.repeat(60)}.com`, undefined],
])('%s goes to %s', (domain, target) => expect(expectedMx(named(domain))).toBe(target));

test('the record to set is said as a zone file has it', () => {
  expect(mxRecord('contoso.com', 'contoso-com.mail.protection.outlook.com')).toEqual({
    preference: 0,
    ttlSeconds: 3_600,
    target: 'contoso-com.mail.protection.outlook.com',
    line: 'contoso.com. 3600 IN MX 0 contoso-com.mail.protection.outlook.com.',
  });
});

const OWN = 'contoso-com.mail.protection.outlook.com';

/** `10 mx.contoso.com` */
const record = (text: string): MailExchanger => {
  const [preference = '0', name = ''] = text.split(' ');
  return { name, preference: Number(preference) };
};

describe('contoso.com, whose MX is', () => {
  test.each<[string[], string]>([
    [[`0 ${OWN}`], 'cloud done: expected'],
    [[`5 ${OWN}`], 'cloud done: expected'],
    [['0 contoso-com0i.mail.protection.outlook.com'], 'cloudVariant done: variant'],
    [['0 contosocom.mail.protection.outlook.com'], 'cloudVariant done: variant'],
    [['0 contoso-com.l-v1.mx.microsoft'], 'cloudNewForm done: newForm'],
    [['0 fabrikam-com.l-v1.mx.microsoft'], 'cloudOtherToken check: otherToken'],
    [['0 fabrikam-com.mail.protection.outlook.com'], 'cloudOtherToken check: otherToken'],
    [['0 contoso-community.mail.protection.outlook.com'], 'cloudOtherToken check: otherToken'],
    [[`10 ${OWN}`, '20 mx.contoso.com'], 'cloudThenOthers check: expected elsewhere'],
    [['10 mx.contoso.com', `10 ${OWN}`], 'cloudAmongEquals check: expected elsewhere'],
    [[`20 ${OWN}`, '10 mx.contoso.com'], 'othersThenCloud elsewhere: elsewhere expected'],
    [[`0 ${OWN}`, '10 contoso-com.l-v1.mx.microsoft'], 'cloud done: expected newForm'],
    [['10 mx1.gateway.example', '20 mx2.gateway.example'], 'elsewhere elsewhere: elsewhere elsewhere'],
    [['0 contoso-com.mail.protection.partner.outlook.cn'], 'otherCloud elsewhere: otherCloud'],
    [['0 contoso.mail.eo.outlook.com'], 'otherCloud elsewhere: otherCloud'],
    [['0 mail.protection.outlook.com'], 'elsewhere elsewhere: elsewhere'],
    [['0 contoso-com.mail.protection.outlook.com.evil.example'], 'elsewhere elsewhere: elsewhere'],
    [['0 evilmail.protection.outlook.com'], 'elsewhere elsewhere: elsewhere'],
    [['0 contoso-com.mx.microsoft.com'], 'elsewhere elsewhere: elsewhere'],
  ])('%j: %s', (records, expected) => {
    const { code, exchangers } = judgeCloudMx('contoso.com', { exchangers: records.map(record) });
    expect(`${code} ${CLOUD_MX_VERDICTS[code]}: ${exchangers.map(({ kind }) => kind).join(' ')}`).toBe(
      expected,
    );
  });

  test('an address in place of a name can not be used, and does not hide the others', () => {
    const address: MailExchanger = { name: '192.0.2.25', preference: 0, unusable: 'address' };
    expect(judgeCloudMx('contoso.com', { exchangers: [address] }).code).toBe('unusable');
    expect(judgeCloudMx('contoso.com', { exchangers: [address, record(`10 ${OWN}`)] }).code).toBe('cloud');
  });

  test('500 records are one verdict', () => {
    const many = Array.from({ length: 500 }, (_, index) => record(`${index} mx${index}.example.com`));
    expect(judgeCloudMx('contoso.com', { exchangers: many }).code).toBe('elsewhere');
  });
});

test.each<[Failure, string]>([
  [{ kind: 'nullMx' }, 'nullMx wrong'],
  [{ kind: 'dnsNotFound' }, 'noDomain wrong'],
  [{ kind: 'dnsTimeout' }, 'unchecked unchecked'],
  [{ kind: 'dnsError', detail: 'SERVFAIL' }, 'unchecked unchecked'],
  [{ kind: 'cancelled' }, 'unchecked unchecked'],
])('a look-up that ends with %j', (failure, expected) => {
  const { code } = judgeCloudMx('contoso.com', { failure });
  expect(`${code} ${CLOUD_MX_VERDICTS[code]}`).toBe(expected);
});

test('a domain with an address and no MX gets its mail there', () => {
  const facts = { exchangers: [record('0 contoso.com')], implicitMx: true };
  expect(judgeCloudMx('contoso.com', facts).code).toBe('implicit');
});

test('the way back is what was found, without what no sender can use', () => {
  const found = [record('20 mx2.contoso.com'), record('10 mx1.contoso.com'), record('5 evil\\010.example')];
  expect(mxLines('contoso.com', [...found, { name: '', preference: 0, unusable: 'root' }], 600)).toEqual([
    'contoso.com. 600 IN MX 10 mx1.contoso.com.',
    'contoso.com. 600 IN MX 20 mx2.contoso.com.',
  ]);
});

test('a domain too long for one label has no usual target, and is judged all the same', () => {
  const domain = `${'a'.repeat(60)}.com`;
  const verdict = judgeCloudMx(domain, { exchangers: [record('0 aaa-com.mail.protection.outlook.com')] });
  expect(verdict).toMatchObject({ code: 'cloudOtherToken' });
  expect(verdict).not.toHaveProperty('expected');
});
