// The shape of what `mailspan validate --json` prints. docs/schema/validate.schema.json is made of it, by its test.
import { z } from 'zod';
import { RELAY_CHECKS, STAGES } from '../lib/mailflow/observation';

const stage = z
  .looseObject({
    stage: z.enum(STAGES).describe('The step of the dialogue.'),
    ok: z.boolean().describe('False where the step did not do what the protocol foresees.'),
    ms: z.number().nonnegative().describe('How long it took, in milliseconds.'),
    startedAtMs: z
      .number()
      .nonnegative()
      .describe('When it began, in milliseconds since the validation began.'),
    recipient: z.string().optional().describe('rcptTo and data: the mailbox.'),
    check: z
      .enum(RELAY_CHECKS)
      .optional()
      .describe(
        'With --check-refusals: a question of its own. All but postmaster should be refused, and so not ok.',
      ),
    reply: z
      .looseObject({ code: z.int(), enhanced: z.string().optional(), lines: z.array(z.string()) })
      .optional()
      .describe(
        'What the server answered: code, enhanced status code (RFC 3463) and text, in printable ASCII.',
      ),
    failure: z
      .looseObject({ kind: z.string() })
      .optional()
      .describe('Why it is not ok: timeout, refused, closed, reply, tlsHandshake, dnsNotFound and others.'),
  })
  .describe('One step.');

const certificate = z.looseObject({
  subject: z.string(),
  issuer: z.string(),
  subjectAlternativeNames: z.array(z.string()).describe('DNS names, then addresses as IP:192.0.2.1.'),
  validFrom: z.string().describe('ISO 8601, UTC.'),
  validTo: z.string().describe('ISO 8601, UTC.'),
});

const address = z.looseObject({
  address: z.string().describe('The literal address, IPv4 or IPv6.'),
  port: z.int().min(1).max(65_535),
  stages: z.array(stage).describe('In order; none where the address was not connected to.'),
  tls: z
    .looseObject({
      version: z.string(),
      cipher: z.string(),
      chain: z
        .string()
        .describe('ok, or why the certificate leads to no trusted authority, as Node.js names it.'),
      certificate: certificate.nullable().describe("The server's own certificate."),
    })
    .optional()
    .describe('There where a handshake was made, whatever the certificate.'),
});

export const validationJson = z
  .looseObject({
    verdict: z.enum(['passed', 'failed', 'inconclusive']),
    tookMs: z.number().nonnegative().describe('How long the validation took, in milliseconds.'),
    findings: z.array(
      z.looseObject({
        code: z.string().describe('What was noticed.'),
        severity: z
          .enum(['error', 'warning', 'info'])
          .describe(
            'error: mail would not flow. warning: mail may suffer, or nothing is proven. info: good to know.',
          ),
        host: z.string().describe('As in hosts; the domain where its MX records are meant.'),
        port: z.int().nullable(),
        address: z.string().nullable().describe('null where it holds for the whole host.'),
        stage: z.enum(STAGES).describe('Where it was noticed.'),
        recipient: z.string().optional(),
        params: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .optional()
          .describe('What fills its words.'),
      }),
    ),
    hosts: z
      .array(
        z.looseObject({
          host: z.string().describe('As given, without its port; by MX, the name in the record.'),
          port: z.int().min(1).max(65_535),
          stages: z.array(stage).describe('Before any address: resolve.'),
          addresses: z.array(address).describe('None where the name was not resolved.'),
        }),
      )
      .describe('Every host given, also where nothing is known of it; by MX, every server that was tried.'),
    domains: z
      .array(
        z.looseObject({
          domain: z.string(),
          stages: z.array(stage),
          exchangers: z.array(z.looseObject({ name: z.string(), preference: z.int() })),
        }),
      )
      .describe('The MX look-ups; none where hosts were given.'),
  })
  .describe('What mailspan validate --json prints. Keys may be added; none of these will be taken away.');

export type ValidationJson = z.input<typeof validationJson>;
