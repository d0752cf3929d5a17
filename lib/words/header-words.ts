// What an analysis of headers says, by a translator of the reader's language: on a page and on a terminal.
import type { useTranslations } from 'next-intl';
import type { AuthenticationStanding } from '../mailflow/headers/authentication-results';
import type { HeaderFinding } from '../mailflow/headers/header-finding';
import type { HopDelay, HopTrust } from '../mailflow/headers/hop';
import type { PathDirection, PathReason, PathVerdict } from '../mailflow/headers/path-judgement';
import type { HopTls, ServerKind } from '../mailflow/headers/received-hop';

/** `t` speaks the words of `headers`. */
export const headerWords = (t: ReturnType<typeof useTranslations<'headers'>>) => ({
  finding: ({ code, params }: HeaderFinding): string => t(`finding.${code}`, { ...NO_PARAMS, ...params }),
  /** Whose word a hop is. */
  trust: (trust: HopTrust): string => t(`trust.${trust}`),
  /** Whose word a field with authentication results is. */
  standing: (standing: AuthenticationStanding): string => t(`standing.${standing}`),
  /** `TLS 1.3`; the cipher is for whoever shows it. */
  tls: (tls: HopTls): string =>
    tls.state === 'encrypted' && tls.version !== undefined
      ? t('tls.version', { version: tls.version })
      : t(`tls.${tls.state}`),
  /** Undefined for a time that was measured: the page writes durations as its reader does. */
  delay: (delay: HopDelay): string | undefined => {
    if (delay.kind === 'took') return undefined;
    return delay.kind === 'skew'
      ? t('delay.skew', { seconds: Math.round(delay.ms / 1_000) })
      : t(`delay.${delay.kind}`);
  },
  server: (server: ServerKind): string => t(`server.${server}`),
  direction: (direction: PathDirection): string => t(`direction.${direction}`),
  verdict: (verdict: PathVerdict): string => t(`verdict.${verdict}`),
  reason: ({ code, params }: PathReason): string => t(`reason.${code}`, { ...NO_PARAMS, ...params }),
});

/** What any sentence here may name. */
const NO_PARAMS = {
  ...{ count: 0, kept: 0, seconds: 0, minutes: 0 },
  ...{ name: '', by: '', domain: '', result: '' },
  ...{ connector: '', connectors: '', other: '', value: '', server: '', address: '' },
  ...{ host: '', hosts: '', recipient: '' },
};
