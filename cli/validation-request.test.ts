import { describe, expect, it, onTestFinished } from 'vitest';
import { UsageError } from './usage-error';
import { readRequest, type ValidateOptions } from './validation-request';

const GOOD = 'mail.contoso.com';
const ADA = 'ada@contoso.com';
const NONE: ValidateOptions = {
  tls: 'off',
  send: false,
  checkRefusals: false,
  allowLoopback: false,
  json: false,
};
const read = (given: Partial<ValidateOptions>) => readRequest({ ...NONE, ...given });
const withSetting = (name: string, value: string): void => {
  process.env[name] = value;
  onTestFinished(() => void delete process.env[name]);
};

describe('What the options ask for', () => {
  it.each([
    ['off', { level: 'opportunistic' }],
    ['any', { level: 'encryptionOnly' }],
    ['ca', { level: 'certificateValidation' }],
    ['domain=MAIL.contoso.com', { level: 'domainValidation', domain: GOOD }],
    ['domain=*.contoso.com', { level: 'domainValidation', domain: '*.contoso.com' }],
  ])('--tls %s', async (tls, policy) => {
    expect((await read({ host: [GOOD], tls })).plan.tls).toEqual(policy);
  });

  it('hosts and recipients once each, hosts also under the name that was typed', async () => {
    const host = [
      'Mail.Contoso.com',
      'mail.contoso.com:25',
      '[2001:DB8::25]:2525',
      '2001:db8::25',
      '192.0.2.25:9025',
    ];
    const { plan, probe, typed } = await read({ host, to: [ADA, ADA] });
    expect(plan).toEqual({
      hosts: [
        { kind: 'name', host: GOOD, port: 25 },
        { kind: 'ipv6', host: '2001:db8::25', port: 2525 },
        { kind: 'ipv6', host: '2001:db8::25', port: 25 },
        { kind: 'ipv4', host: '192.0.2.25', port: 9025 },
      ],
      tls: { level: 'opportunistic' },
      recipients: [ADA],
      envelopeOnly: true,
    });
    expect([...typed.values()]).toEqual(['mail.contoso.com', '2001:DB8::25', '2001:db8::25', '192.0.2.25']);
    expect(probe.ports).toEqual(expect.arrayContaining([25, 587, 2525, 9025]));
  });

  it('the rest from the environment, unless an option says otherwise', async () => {
    withSetting('PROBE_SENDER', 'check@contoso.com');
    withSetting('PROBE_HELO_NAME', 'console.contoso.com');
    withSetting('PROBE_BANNER_TIMEOUT_MS', '1234');
    const asSet = await read({ to: [ADA] });
    expect(asSet.probe).toMatchObject({ sender: 'check@contoso.com', heloName: 'console.contoso.com' });
    expect(asSet.probe.limits).toMatchObject({ bannerMs: 1_234, runMs: 30_000 });
    const asTold = await read({ to: [ADA], from: '<>', helo: 'other.contoso.com', timeout: '2.5' });
    expect(asTold.probe).toMatchObject({
      sender: '',
      heloName: 'other.contoso.com',
      limits: { runMs: 2_500 },
    });
  });
});

describe('What is refused, and how that is said', () => {
  it.each<[string, Partial<ValidateOptions>, string]>([
    ['nothing to validate', {}, 'give --host or --to'],
    ['--send without a recipient', { host: [GOOD], send: true }, '--send needs --to'],
    ['--check-refusals without a recipient', { host: [GOOD], checkRefusals: true }, 'needs --to'],
    ['no host name', { host: ['localhost'] }, 'not a fully qualified domain name'],
    ['a URL', { host: ['https://mail.contoso.com/'] }, 'without http://'],
    ['no port', { host: [`${GOOD}:70000`] }, 'is not a port'],
    ['a line break in a host', { host: ['a.contoso.com\r\nRCPT'] }, 'line breaks'],
    ['no address', { to: ['ada'] }, 'is not an email address'],
    ['a line break in an address', { to: ['a@b.com>\r\nDATA'] }, 'Line breaks|line breaks'],
    ['no sender', { to: [ADA], from: 'ada' }, "option '--from'"],
    ['no EHLO name', { to: [ADA], helo: 'a b' }, "option '--helo' must be a host name"],
    ['an empty EHLO name', { to: [ADA], helo: '' }, "option '--helo' must be a host name"],
    ['an unknown demand', { to: [ADA], tls: 'on' }, 'must be off, any, ca or domain='],
    ['a demand without its name', { to: [ADA], tls: 'domain=' }, 'Enter a name'],
    ['a demand for every name', { to: [ADA], tls: 'domain=*' }, 'is every one'],
    ['no time at all', { to: [ADA], timeout: '0' }, 'from 1 to 600'],
    ['too much time', { to: [ADA], timeout: '601' }, 'from 1 to 600'],
    ['a time in words', { to: [ADA], timeout: '30s' }, 'from 1 to 600'],
    ['no file', { to: [ADA], ca: '/nowhere.pem' }, "/nowhere.pem can't be read .ENOENT."],
    ['a folder', { to: [ADA], ca: '.' }, "can't be read"],
    ['a file without a certificate', { to: [ADA], ca: 'package.json' }, 'holds no certificate'],
  ])('%s', async (_, options, words) => {
    const answer = read(options);
    await expect(answer).rejects.toThrow(UsageError);
    await expect(answer).rejects.toThrow(new RegExp(words));
  });

  it('a setting of the environment that is wrong, by its name', async () => {
    withSetting('PROBE_SENDER', 'nobody');
    await expect(read({ to: [ADA] })).rejects.toThrow(/^PROBE_SENDER: must be empty or an e-mail address\.$/);
  });
});
