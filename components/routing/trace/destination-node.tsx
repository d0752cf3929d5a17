'use client';
import { makeStyles } from '@fluentui/react-components';
import { GlobeRegular, MailInboxRegular, ServerRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { Breakable } from '@/components/ui/breakable';
import { useUnseenStyles } from '@/components/ui/unseen-styles';
import { StateIcon } from '@/components/validation/state-icon';
import { domainIn } from '@/lib/mailflow/recipient';
import type { TraceGroup } from '@/lib/mailflow/trace-groups';
import type { TracedConnector, TracedHost } from '@/lib/operations/traced-connectors';
import { PathNode } from './path-node';

const useStyles = makeStyles({
  hosts: { listStyleType: 'none', margin: '0', padding: '0', display: 'grid', rowGap: '4px' },
  host: { display: 'flex', columnGap: '6px', alignItems: 'flex-start', fontSize: '14px', lineHeight: '20px' },
});

type DestinationNodeProps = Readonly<{ group: TraceGroup; winner: TracedConnector | undefined }>;

/** Where the message is handed on: smart hosts, the mail servers of the domain, or mailboxes here. */
export function DestinationNode({ group: { trace, recipients }, winner }: DestinationNodeProps) {
  const styles = useStyles();
  const t = useTranslations('trace.path');
  const domains = new Set(recipients.map(({ address }) => domainIn(address)));
  const [domain = ''] = domains;
  const mx = domains.size === 1 ? t('mxOf', { domain }) : t('mxOfRecipients');
  if (winner?.hosts) {
    const { hosts, moreHosts } = winner;
    return (
      <PathNode
        icon={<ServerRegular />}
        kind={t('smartHosts', { count: hosts.length + moreHosts })}
        look="quiet"
        wide
      >
        <ul className={styles.hosts}>
          {hosts.map((host) => (
            <Host key={host.host} host={host} />
          ))}
          {moreHosts > 0 && <li>{t('moreHosts', { count: moreHosts })}</li>}
        </ul>
      </PathNode>
    );
  }
  if (trace.reason === 'authoritativeDefault') {
    return (
      <PathNode icon={<MailInboxRegular />} kind={t('mailboxes')} look="quiet" wide>
        {t('mailboxesOnly')}
      </PathNode>
    );
  }
  const isRelay = trace.reason === 'internalRelayDefault';
  return (
    <PathNode
      icon={isRelay ? <MailInboxRegular /> : <GlobeRegular />}
      kind={isRelay ? t('mailboxes') : t('mx')}
      look="quiet"
      wide
    >
      {isRelay && <div>{t('mailboxesFirst')}</div>}
      <div>
        {isRelay && `${t('mx')} `}
        {mx}
      </div>
    </PathNode>
  );
}

/** A smart host and how the last validation ended there. */
function Host({ host: { host, state } }: Readonly<{ host: TracedHost }>) {
  const styles = useStyles();
  const unseen = useUnseenStyles();
  const t = useTranslations('trace.host');
  return (
    <li className={styles.host} title={state && t(state)}>
      {state && <StateIcon state={state} />}
      <span>
        <Breakable text={host} />
        {state && <span className={unseen.text}>{`, ${t(state)}`}</span>}
      </span>
    </li>
  );
}
