// Places where no validation may connect, in every spelling that somebody may type into a field or put into DNS.
import ipaddr from 'ipaddr.js';

/** As an admin, or somebody who has an admin's session, may type them. Blanks part the spellings. */
export const TYPED: readonly string[] = [
  '127.0.0.1 127.1 127.0.1 127.0.0.1. 127.000.000.001 0127.0.0.1 127.0.0.1:25 127.255.255.254 [127.0.0.1] [127.0.0.1]:25',
  '2130706433 0x7f000001 0X7F000001 017700000001 0x7f.0.0.1 0x7f.1 0177.1 0177.0.0.01 127.0x0.0.1 %31%32%37.0.0.1',
  '0 0.0.0.0 0x0 00 0.0 0:25 255.255.255.255 4294967295 224.0.0.1 240.0.0.1 192.0.2.1 198.18.0.1 127.0.0.1/25',
  'localhost LOCALHOST localhost. localhost:25 localhost.localdomain ip6-localhost foo.localhost loc\u00adalhost',
  'localhost6.localdomain6 localhost.localdomain. foo.localhost. broadcasthost ip6-loopback.localdomain host.docker.internal',
  '１２７.０.０.１ 127。0。0。1 127．0．0．1 ①②⑦.0.0.1 १२७.०.०.१ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ ｌｏｃａｌｈｏｓｔ 127.0.0.1.nip.io',
  '127｡0｡0｡1 𝟏𝟐𝟕.𝟎.𝟎.𝟏 ₁₂₇.₀.₀.₁ ١٢٧.٠.٠.١ loсalhost.contoso.com ⅼocalhost.contoso.com 127\u200b.0.0.1 127.0.0.1\u202e ⒈27.0.0.1',
  '::1 [::1] [::1]:25 0:0:0:0:0:0:0:1 ::0001 0000::1 :: [::] ::ffff:127.0.0.1 [::ffff:7f00:1]:25 ::1%lo',
  '::ffff:0:127.0.0.1 ::127.0.0.1 64:ff9b::7f00:1 64:ff9b::127.0.0.1 64:ff9b:1::a9fe:a9fe 64:ff9b:1:7f00:0:100::',
  '64:ff9b:1:7f:0:1:: 64:ff9b:1:0:7f:0:100:0 2002:7f00:1:: 2002:a9fe:a9fe::1 2001:0:102:304::80ff:fffe',
  'fe80::5efe:127.0.0.1 2620:0:1::5efe:7f00:1 2620:0:1::200:5efe:7f00:1 2620:0:1::200:5efe:a9fe:a9fe fe80::1 [fe80::1]:25',
  'fe80::1%eth0 [fe80::1%25lo] ff02::1 fec0::1 fd00:ec2::254 fd20:ce::254 [fd00:ec2::254]:25 2001:db8::1 100::1',
  '[::1 ::1] [[::1]] [::1]: [::1]:025 ::ffff:0x7f000001 ::ffff:127.1 0::1 ::FFFF:7F00:0001 [::ffff:127.0.0.1].',
  '169.254.169.254 2852039166 0xa9fea9fe 0251.0376.0251.0376 169.254.43518 169.16689662 ::ffff:a9fe:a9fe',
  '[::ffff:169.254.169.254] 169.254.170.2 100.100.100.200 168.63.129.16 192.0.0.192 169.254.169.254. metadata.google.internal',
  '169.254.169.254.nip.io metadata.google.internal. instance-data.ec2.internal metadata.azure.internal metadata 169.254.169.253 169.254.170.23',
  '10.0.0.1 10.1 167772161 0xa000001 012.0.0.1 172.16.0.1 192.168.0.1 192.168.1 3232235521 100.64.0.1 fd12::1',
  'http://127.0.0.1 smtp://127.0.0.1 127.0.0.1#@mail.contoso.com mail.contoso.com@127.0.0.1 127.0.0.1\\@mail.contoso.com',
  '//127.0.0.1 127.0.0.1?mail.contoso.com 127.0.0.1;mail.contoso.com mail.contoso.com:25@127.0.0.1:25 file:///etc/passwd',
  '127.0.0.1,mail.contoso.com mail.contoso.com%2f@127.0.0.1 127.0.0.1:25:25 127.0.0.1:+25 127.0.0.1:0x19 gopher://[::1]:25/_EHLO',
  '127.0.0.1%00.contoso.com 127.0.0.1\u0000 127.0.0.1\r\nRCPT 127.0.0.1\tmail.contoso.com',
].flatMap((line) => line.split(' '));

/** As DNS answers them, A and AAAA records: on the wire an address has one spelling, but many lead to the same place. */
export const ANSWERED: readonly string[] = [
  '0.0.0.0 0.1.2.3 127.0.0.1 127.0.1.1 127.255.255.254 169.254.1.1 169.254.169.253 169.254.169.254 169.254.170.2 169.254.170.23',
  '100.100.100.200 168.63.129.16 192.0.0.192 224.0.0.1 239.255.255.255 240.0.0.1 255.255.255.255 192.0.2.1 198.18.0.1',
  '198.51.100.1 203.0.113.1 10.0.0.1 172.16.0.1 172.31.255.254 192.168.0.1 100.64.0.1',
  ':: ::1 ::127.0.0.1 ::ffff:0.0.0.0 ::ffff:127.0.0.1 ::ffff:169.254.169.254 ::ffff:10.0.0.1 ::ffff:0:127.0.0.1',
  '64:ff9b::127.0.0.1 64:ff9b::a9fe:a9fe 64:ff9b::10.0.0.1 64:ff9b::0.0.0.0 64:ff9b:1::7f00:1 64:ff9b:1:7f00:0:100::',
  '2002:7f00:1:: 2002:a9fe:a9fe::1 2002:a00:1::1 2001:0:102:304::80ff:fffe 2001:0:7f00:1::5601:5601',
  'fe80::1 febf::1 fe80::5efe:127.0.0.1 2620:0:1::5efe:7f00:1 2620:0:1::200:5efe:a9fe:a9fe fec0::1 fc00::1 fd12::1',
  'fd00:ec2::254 fd00:ec2::23 fd20:ce::254 fd00:c1::a9fe:a9fe ff02::1 ff05::2 ff0e::1 2001:db8::1 100::1',
].flatMap((line) => line.split(' '));

/** What the system's own look-up makes of `text`: it takes numbers in any base for addresses, and the rest may be anything. */
export const worstAnswer = (text: string): string => {
  const bare = text.replace(/\.$/, '');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : '127.0.0.1';
};
