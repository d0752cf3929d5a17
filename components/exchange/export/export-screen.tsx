'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { CommandLink } from '@/components/ui/command-link';
import { EmptyState } from '@/components/ui/empty-state';
import { NothingYetPicture } from '@/components/ui/pictures';
import type { Named } from '@/lib/mailflow/mail-setup';
import type { ExportQuestion } from '@/lib/operations/export-query';
import { ExchangeBar } from '../exchange-bar';
import { EXCHANGE_PATH } from '../exchange-paths';
import type { ConnectorsAction } from './connector-picker';
import { ExportOptions } from './export-options';
import { ExportPreview } from './export-preview';
import type { Preview } from './preview';
import { useExportQuestion } from './use-export-question';

const useStyles = makeStyles({
  parts: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 340px) minmax(0, 1fr)',
    columnGap: '32px',
    rowGap: '24px',
    padding: '20px 0 32px',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type ExportScreenProps = Readonly<{
  question: ExportQuestion;
  /** Absent where nobody knows what the tenant has, which a change begins from. */
  preview: Preview | undefined;
  /** Those of the question that are here. */
  chosen: readonly Named[];
  /** False where no file of the tenant was read: then nobody knows what is there. */
  hasImport: boolean;
  connectors: ConnectorsAction;
}>;

/** Mail flow > Import and export: what is here goes out. */
export function ExportScreen({ question, preview, chosen, hasImport, connectors }: ExportScreenProps) {
  const styles = useStyles();
  const t = useTranslations('exchange.export');
  const { asked, ask, pending } = useExportQuestion(question);
  return (
    <>
      <ExchangeBar here="export" />
      <div className={styles.parts}>
        <ExportOptions
          question={asked}
          chosen={chosen}
          hasImport={hasImport}
          connectors={connectors}
          onChange={ask}
        />
        {preview ? (
          <ExportPreview question={question} preview={preview} waiting={pending} onChange={ask} />
        ) : (
          <EmptyState
            picture={<NothingYetPicture />}
            title={t('nothingRead.title')}
            text={t('nothingRead.text')}
            action={<CommandLink href={EXCHANGE_PATH}>{t('nothingRead.import')}</CommandLink>}
          />
        )}
      </div>
    </>
  );
}
