import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inboundConnector, outboundConnector } from './arbitrary-for-tests';
import type { OutboundConnector } from './connector';
import { fromConnector } from './draft-to-connector';
import { fingerprint, fingerprintOf, planOf, planOfDraft } from './fingerprint';
import { formatSmartHost } from './smart-host';

it('does not depend on the order of hosts and recipients', () => {
  fc.assert(
    fc.property(outboundConnector, (given) => {
      const plan = planOf(given);
      const turned = {
        ...plan,
        hosts: [...plan.hosts].reverse(),
        recipients: [...plan.recipients].reverse(),
      };
      expect(fingerprint(turned)).toBe(fingerprint(plan));
    }),
  );
});

it('does not depend on what a validation does not test: name, description, scope, status', () => {
  fc.assert(
    fc.property(outboundConnector, outboundConnector, (given, other) => {
      const renamed = {
        ...other,
        delivery: given.delivery,
        tls: given.tls,
        validationRecipients: given.validationRecipients,
      };
      expect(fingerprint(planOf(renamed))).toBe(fingerprint(planOf(given)));
    }),
  );
});

it('does not depend on what is asked beside the settings, so that results from before stay valid', () => {
  fc.assert(
    fc.property(outboundConnector, (given) => {
      const plan = planOf(given);
      expect(fingerprint({ ...plan, checkRefusals: true })).toBe(fingerprint(plan));
    }),
  );
});

it('the draft of a connector has the fingerprint of the connector', () => {
  fc.assert(
    fc.property(outboundConnector, (given) => {
      const plan = planOfDraft(fromConnector(given));
      expect(plan && fingerprint(plan)).toBe(fingerprint(planOf(given)));
    }),
  );
});

it('is the same for two connectors only where hosts, demand and recipients are', () => {
  const canonical = (given: OutboundConnector) => {
    const { hosts, tls, recipients } = planOf(given);
    return JSON.stringify([hosts.map(formatSmartHost).sort(), tls, [...recipients].sort()]);
  };
  fc.assert(
    fc.property(outboundConnector, outboundConnector, (one, other) => {
      const isSame = fingerprint(planOf(one)) === fingerprint(planOf(other));
      expect(isSame).toBe(canonical(one) === canonical(other));
    }),
  );
});

it('changes with another host, port, demand or recipient, and stays over a restart', () => {
  const host = { kind: 'name', host: 'mail.contoso.com', port: 25 } as const;
  const plan = {
    hosts: [host],
    tls: { level: 'certificateValidation' },
    recipients: ['ada@contoso.com'],
  } as const;
  const first = fingerprint(plan);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  for (const changed of [
    { ...plan, hosts: [{ ...host, host: 'mail2.contoso.com' }] },
    { ...plan, hosts: [{ ...host, port: 2525 }] },
    { ...plan, hosts: [host, { ...host, port: 2525 }] },
    { ...plan, tls: { level: 'encryptionOnly' } },
    { ...plan, tls: { level: 'domainValidation', domain: 'contoso.com' } },
    { ...plan, recipients: ['bob@contoso.com'] },
  ] as const) {
    expect(fingerprint(changed)).not.toBe(first);
  }
});

it('a draft whose hosts, demand or recipients are incomplete has no plan', () => {
  fc.assert(
    fc.property(outboundConnector, (given) => {
      const draft = { ...fromConnector(given), tlsRequired: true };
      const hosts = { ...draft, delivery: 'smartHosts' as const };
      expect(planOfDraft({ ...hosts, smartHosts: [] })).toBeUndefined();
      expect(planOfDraft({ ...hosts, smartHosts: [...draft.smartHosts, 'http://mail'] })).toBeUndefined();
      expect(planOfDraft({ ...draft, to: 'partner', delivery: '' })).toBeUndefined();
      expect(planOfDraft({ ...draft, validationRecipients: [] })).toBeUndefined();
      expect(planOfDraft({ ...draft, tlsCertificate: '' })).toBeUndefined();
    }),
    { numRuns: 20 },
  );
});

it('a connector to Office 365 has nothing to validate, and so no fingerprint', () => {
  fc.assert(
    fc.property(inboundConnector, (given) => {
      expect(planOf(given)).toBeUndefined();
      expect(planOfDraft(fromConnector(given))).toBeUndefined();
      expect(fingerprintOf(given)).toBe('');
    }),
  );
});

it("with the partner's MX record the plan names no host", () => {
  fc.assert(
    fc.property(outboundConnector, (given) => {
      expect(planOf({ ...given, delivery: { by: 'mx' } }).hosts).toEqual([]);
    }),
    { numRuns: 10 },
  );
});
