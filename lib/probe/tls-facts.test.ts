import { once } from 'node:events';
import { createServer, type TlsOptions, connect as tlsConnect } from 'node:tls';
import { describe, expect, test } from 'vitest';
import { type CertificateKind, testCa } from '../../e2e/support/smart-hosts/test-ca';
import { readTlsFacts } from './tls-facts';

const NAME = 'mx.contoso.test';

/** What a handshake with a server of these options shows. */
async function shake(options: TlsOptions) {
  const server = createServer(options).listen(0, '127.0.0.1');
  server.on('secureConnection', (socket) => socket.on('error', () => {}));
  await once(server, 'listening');
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server must listen on a TCP port.');
  const socket = tlsConnect({
    host: '127.0.0.1',
    port: address.port,
    ca: (await testCa()).rootPem,
    rejectUnauthorized: false,
    checkServerIdentity: () => undefined,
  });
  await once(socket, 'secureConnect');
  const facts = readTlsFacts(socket);
  socket.destroy();
  server.close();
  return facts;
}

const issue = async (kind: CertificateKind) => (await testCa()).issue(kind, [NAME]);
const pems = (chain: string): string[] => chain.match(/-----BEGIN[\s\S]+?-----END CERTIFICATE-----/g) ?? [];

describe('The certificates are told in the order in which the server sent them', () => {
  test.each<[string, string]>([
    ['in order', 'LI'],
    ['without the intermediate', 'L'],
    ['with the root', 'LIR'],
    ['with the root and without the intermediate', 'LR'],
    ['the root before the intermediate', 'LRI'],
    ['the intermediate twice', 'LII'],
    ['the leaf twice', 'LLI'],
    ['with a stranger at the end', 'LIX'],
    ['with a stranger in between', 'LXI'],
  ])('%s', async (_, order) => {
    const { rootPem } = await testCa();
    const { key, cert } = await issue('valid');
    const [leaf = '', intermediate = ''] = pems(cert);
    const [stranger = ''] = pems((await issue('selfSigned')).cert);
    const sent = { L: leaf, I: intermediate, R: rootPem, X: stranger };
    const chain = [...order].map((letter) => sent[letter as 'L']).join('\n');
    for (const maxVersion of ['TLSv1.2', 'TLSv1.3'] as const) {
      const facts = await shake({ key, cert: chain, maxVersion });
      const letters = facts.certificates.map(({ subject, selfSigned }) => {
        if (subject.endsWith('Root')) return 'R';
        return subject.endsWith('Intermediate') ? 'I' : selfSigned ? 'X' : 'L';
      });
      expect(letters.join('')).toBe(order);
      expect(facts.chain).toBe(order.includes('I') ? 'ok' : 'UNABLE_TO_VERIFY_LEAF_SIGNATURE');
    }
  });
});

describe('Of a certificate is told', () => {
  test('who signed how, with which key, and for what', async () => {
    const [leaf] = (await shake(await issue('valid'))).certificates;
    expect(leaf).toMatchObject({
      signatureAlgorithm: 'ecdsa-with-SHA256',
      keyType: 'ec',
      keyCurve: 'prime256v1',
      keyBits: 256,
      purposes: ['serverAuth'],
    });
    expect(leaf).not.toHaveProperty('publiclyLogged');
    expect(leaf).not.toHaveProperty('issuerUrls');
  });

  test('all there is, where it has expired', async () => {
    const facts = await shake(await issue('expired'));
    const [leaf] = facts.certificates;
    expect(facts.chain).toBe('CERT_HAS_EXPIRED');
    expect(leaf).toMatchObject({ subject: `CN=${NAME}`, subjectAlternativeNames: [NAME] });
    const [from, to] = [leaf?.validFrom, leaf?.validTo].map((iso) => Date.parse(iso ?? ''));
    expect(from).toBeLessThan(to ?? 0);
    expect(to).toBeLessThan(Date.now());
  });

  test('a signature with SHA-1', async () => {
    const facts = await shake({ ...(await issue('sha1')), ciphers: 'DEFAULT@SECLEVEL=0' });
    expect(facts.certificates[0]?.signatureAlgorithm).toBe('ecdsa-with-SHA1');
    expect(facts.chain).toBe('UNSPECIFIED');
  });

  test('that it is for clients only', async () => {
    const facts = await shake(await issue('clientOnly'));
    expect(facts.certificates[0]?.purposes).toEqual(['clientAuth']);
    expect(facts.chain).toBe('INVALID_PURPOSE');
  });

  test('where its issuer’s certificate lies, and that public logs know it', async () => {
    const [leaf] = (await shake(await issue('publicMissingIntermediate'))).certificates;
    expect(leaf).toMatchObject({ issuerUrls: ['http://ca.test/intermediate.cer'], publiclyLogged: true });
  });
});

describe('Of the key exchange is told', () => {
  test.each<[string, TlsOptions, object | undefined]>([
    ['the curve', { ecdhCurve: 'X25519' }, { type: 'ECDH', name: 'X25519', bits: 253 }],
    ['its size', { ecdhCurve: 'secp384r1' }, { type: 'ECDH', name: 'secp384r1', bits: 384 }],
    ['that there was none of its own', { ciphers: 'AES128-GCM-SHA256', maxVersion: 'TLSv1.2' }, undefined],
  ])('%s', async (_, options, told) => {
    const isRsa = told === undefined;
    const certificate = await issue(isRsa ? 'weakKey' : 'valid');
    const ciphers = isRsa ? { ciphers: `${options.ciphers}:@SECLEVEL=0` } : {};
    expect((await shake({ ...certificate, ...options, ...ciphers })).keyExchange).toEqual(told);
  });
});
