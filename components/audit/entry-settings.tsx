'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { changes } from '@/lib/mailflow/connector-changes';
import { fromConnector } from '@/lib/mailflow/draft-to-connector';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { useChangeWords } from '../connectors/change-words';
import { ConnectorBlock } from '../connectors/connector-block';
import { ConnectorBlocks } from '../connectors/connector-blocks';
import { connectorIn } from './connector-in';
import { Fold } from './fold';

const useStyles = makeStyles({
  changes: { margin: '0', paddingLeft: '20px', display: 'grid', rowGap: '4px' },
});

/** Settings before and after in words; or those that an entry holds. Nothing where they can't be read. */
export function EntrySettings({ entry }: Readonly<{ entry: AuditLogEntry }>) {
  const styles = useStyles();
  const t = useTranslations('audit.entry');
  const words = useChangeWords();
  const { details, action } = entry;
  const [before, after] = [connectorIn(details, 'before'), connectorIn(details, 'after')];
  if (before && after) {
    const said = changes(fromConnector(before), fromConnector(after)).map(words);
    return (
      <ConnectorBlock title={t('changes')}>
        {said.length === 0 ? (
          <p>{t('noChanges')}</p>
        ) : (
          <ul className={styles.changes}>
            {said.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </ConnectorBlock>
    );
  }
  const settings = after ?? connectorIn(details, 'connector') ?? connectorIn(details, 'settings');
  if (!settings) return null;
  return (
    <Fold title={action === 'connector.deleted' ? t('settingsDeleted') : t('settings')}>
      <ConnectorBlocks connector={settings} saved />
    </Fold>
  );
}
