import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { whyNoPostfix } from '../../e2e/support/smart-hosts/postfix';
import { testCa } from '../../e2e/support/smart-hosts/test-ca';
import { CODES, ownServer } from './own-server-for-tests';
import { type RealPrograms, realPrograms } from './real-programs-for-tests';
import { textOf } from './server-file';
import { type ServerProgram, serverSnippet } from './server-snippet';

const CLOUD = 'contoso-com.mail.protection.outlook.com';
const PACKAGES = [
  ...['exim4-base', 'exim4-config', 'exim4-daemon-light', 'libidn12', 'opensmtpd', 'm4'],
  ...['sendmail-bin', 'sendmail-base', 'sendmail-cf', 'liblockfile1', 'libwrap0'],
];

const work = mkdtempSync(join(tmpdir(), 'mailspan-servers-'));
afterAll(() => rmSync(work, { recursive: true }));
const at = (...names: string[]): string => join(work, ...names);

const { cert, key } = await (await testCa()).issue('valid', ['mail.contoso.com']);
writeFileSync(at('chain.pem'), cert);
writeFileSync(at('key.pem'), key, { mode: 0o600 });

const HOSTS = `192.0.2.1 ${CLOUD}\n127.0.0.1 localhost mail.contoso.com\n`;
const programs = realPrograms(PACKAGES, work, HOSTS);
const skip = (what: string, why: string): void =>
  void process.stderr.write(`Skipped: configuration files read by a real ${what}. ${why}.\n`);
if ('why' in programs) skip('Exim, Sendmail and OpenSMTPD', programs.why);
const noPostfix = whyNoPostfix();
if (noPostfix !== undefined) skip('Postfix', noPostfix);

/** Sendmail opens no table below a folder that everybody may write to, such as /tmp. */
const UNSAFE = "define(`confDONT_BLAME_SENDMAIL', `MapInUnsafeDirPath')dnl\n";

const SCOPES = ['everything', 'domains'] as const;
type Scope = (typeof SCOPES)[number];

/** The files of a server that hands over everything, or the mail for tailspintoys.com and one more; by their paths. */
const filesOf = (program: ServerProgram, handsOver: Scope): ReadonlyMap<string, string> => {
  const files = { certificateFile: at('chain.pem'), keyFile: at('key.pem') };
  const domains = handsOver === 'domains' ? ['tailspintoys.com', 'contoso.mail.onmicrosoft.com'] : [];
  const snippet = serverSnippet(program, ownServer({ ...files, handsOver, domains }), CODES);
  return new Map(snippet.files.map(({ path, tokens }) => [path, textOf(tokens)]));
};
const fileOf = (program: ServerProgram, scope: Scope, path: string): string =>
  filesOf(program, scope).get(path) ?? '';

describe.skipIf(noPostfix !== undefined).each(SCOPES)('Postfix that hands over %s', (scope) => {
  const folder = at(`postfix-${scope}`);
  const postfix = (command: string, ...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(command, ['-c', folder, ...args], { encoding: 'utf8' });
    return `${status} ${stdout}${stderr}`.trim();
  };
  const asked = (key: string, table: string): string =>
    postfix('postmap', '-q', key, postfix('postconf', '-h', table).replace('0 ', ''));

  test('takes the file without a word, and asks its tables as meant', () => {
    for (const name of ['', 'queue', 'data']) mkdirSync(join(folder, name), { recursive: true });
    const own = ['compatibility_level = 3.6', 'myhostname = mail.contoso.com'].concat(
      `queue_directory = ${folder}/queue`,
      `data_directory = ${folder}/data`,
    );
    writeFileSync(
      join(folder, 'main.cf'),
      `${own.join('\n')}\n${fileOf('postfix', scope, '/etc/postfix/main.cf')}`,
    );
    writeFileSync(join(folder, 'master.cf'), 'smtp inet n - n - - smtpd\nsmtp unix - - n - - smtp\n');
    const said = postfix('postconf', '-n');
    expect(said).toMatch(/^0 /);
    expect(said).not.toMatch(/warning|unused/);
    expect(said).toContain(`smtp_tls_cert_file = ${at('chain.pem')}`);
    expect(postfix('postfix', 'check')).toBe('0');
    expect(asked(`[${CLOUD}]:25`, 'smtp_tls_policy_maps')).toBe('0 secure');
    if (scope === 'domains') {
      expect(asked('tailspintoys.com', 'transport_maps')).toBe(`0 smtp:[${CLOUD}]:25`);
      expect(asked('fabrikam.com', 'transport_maps')).toBe('1');
    } else expect(postfix('postconf', '-h', 'relayhost')).toBe(`0 [${CLOUD}]:25`);
  });
});

describe.skipIf('why' in programs)('Debian’s', () => {
  const { folder, run } = programs as RealPrograms;

  test.each(SCOPES)('Exim that hands over %s builds its configuration, and routes as meant', (scope) => {
    const etc = at(`exim-${scope}`);
    cpSync(join(folder('exim4-config'), 'etc/exim4'), etc, { recursive: true });
    for (const [path, text] of filesOf('exim', scope)) writeFileSync(path.replace('/etc/exim4', etc), text);
    writeFileSync(
      join(etc, 'update-exim4.conf.conf'),
      "dc_eximconfig_configtype='internet'\ndc_other_hostnames='mail.contoso.com'\ndc_use_split_config='true'\n",
    );
    writeFileSync(at('mailname'), 'mail.contoso.com\n');
    const exim = join(folder('exim4-daemon-light'), 'usr/sbin/exim4');
    const script = readFileSync(join(folder('exim4-config'), 'usr/sbin/update-exim4.conf'), 'utf8');
    writeFileSync(
      at('update-exim4.conf'),
      script.replaceAll('/etc/mailname', at('mailname')).replaceAll('/usr/sbin/exim4', exim),
    );
    const built = at(`exim-${scope}.conf`);
    rmSync(built, { force: true });
    expect(run('sh', [at('update-exim4.conf'), '-d', etc, '-o', built])).toEqual({ code: 0, text: '' });
    const version = run(exim, ['-C', built, '-bV']);
    expect(version.text).toContain(`Configuration file is ${built}`);
    expect(version.code).toBe(0);
    expect(run(exim, ['-C', built, '-bP', 'tls_certificate']).text).toContain(at('chain.pem'));
    const transport = run(exim, ['-C', built, '-bP', 'transport', 'mailspan_microsoft365_smtp']).text;
    for (const line of ['hosts_require_tls = *', 'tls_verify_hosts = *', 'helo_data = mail.contoso.com'])
      expect(transport).toContain(line);
    const routed = run(exim, ['-C', built, '-bt', 'eva@tailspintoys.com']).text;
    expect(routed).toContain('router = mailspan_microsoft365, transport = mailspan_microsoft365_smtp');
    expect(routed).toContain(`host ${CLOUD} [192.0.2.1]`);
    expect(run(exim, ['-C', built, '-bt', 'root@mail.contoso.com']).text).not.toContain('microsoft365');
  });

  test.each(SCOPES)('Sendmail that hands over %s builds its configuration, and routes as meant', (scope) => {
    const cf = join(folder('sendmail-cf'), 'usr/share/sendmail/cf');
    const ours = fileOf('sendmail', scope, '/etc/mail/sendmail.mc');
    writeFileSync(
      at('sendmail.mc'),
      `OSTYPE(\`linux')dnl\n${UNSAFE}${ours}MAILER(\`local')dnl\nMAILER(\`smtp')dnl\n`,
    );
    const m4 = run(join(folder('m4'), 'usr/bin/m4'), [
      `-D_CF_DIR_=${cf}/`,
      `${cf}/m4/cf.m4`,
      at('sendmail.mc'),
    ]);
    expect(m4.code).toBe(0);
    expect(m4.text).toContain(`O ClientCertFile=${at('chain.pem')}\n`);
    expect(m4.text).toContain(`O ServerKeyFile=${at('key.pem')}\n`);
    writeFileSync(at('sendmail.cf'), m4.text.replaceAll('/etc/mail/mailertable', at('mailertable')));
    const program = (name: string): string => join(folder('sendmail-bin'), 'usr/libexec/sendmail', name);
    const table = fileOf('sendmail', scope, '/etc/mail/mailertable');
    expect(run(program('makemap'), ['-C', at('sendmail.cf'), 'hash', at('mailertable.db')], table).code).toBe(
      0,
    );
    const addresses = '3,0 eva@tailspintoys.com\n3,0 root@mail.contoso.com\n';
    const { text } = run(program('sendmail'), ['-C', at('sendmail.cf'), '-bt'], addresses);
    const ends = text.split('\n').filter((line) => /^parse +returns/.test(line));
    expect(ends).toEqual([
      expect.stringContaining(`$# esmtp $@ [ ${CLOUD.replaceAll('.', ' . ')} ]`),
      expect.stringContaining('$# local'),
    ]);
  });

  test.each(SCOPES)('OpenSMTPD that hands over %s takes the file', (scope) => {
    const local = 'action "local" mbox\nmatch from any for local action "local"\n';
    writeFileSync(at('smtpd.conf'), `${local}${fileOf('opensmtpd', scope, '/etc/smtpd.conf')}`);
    const smtpd = join(folder('opensmtpd'), 'usr/sbin/smtpd');
    expect(run(smtpd, ['-n', '-f', at('smtpd.conf')])).toEqual({ code: 0, text: 'configuration OK\n' });
    writeFileSync(at('smtpd.conf'), `${local}relay elsewhere\n`);
    expect(run(smtpd, ['-n', '-f', at('smtpd.conf')]).code).toBe(1);
  });
});
