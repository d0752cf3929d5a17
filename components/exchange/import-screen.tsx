'use client';
import { makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { may, type Role } from '@/lib/auth/permissions';
import type { ImportPage } from '@/lib/operations/import-view';
import { ExchangeBar } from './exchange-bar';
import { HowTo } from './input/how-to';
import { ImportInput } from './input/import-input';
import { KeptImports } from './kept/kept-imports';
import type { RemoveImportAction } from './kept/use-remove-import';

const useStyles = makeStyles({
  in: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 520px)',
    columnGap: '32px',
    rowGap: '24px',
    padding: '20px 0 32px',
    '@media (max-width: 1080px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
});

type ImportScreenProps = Readonly<{ imports: ImportPage; role: Role; remove: RemoveImportAction }>;

/** Mail flow > Import and export: a file comes in, and those that came in before. */
export function ImportScreen({ imports, role, remove }: ImportScreenProps) {
  const styles = useStyles();
  const t = useTranslations('exchange');
  const reason = may(role, 'exchange:import') ? undefined : t('onlyAdmins');
  return (
    <>
      <ExchangeBar here="import" />
      <div className={styles.in}>
        <ImportInput reason={reason} />
        <HowTo />
      </div>
      <KeptImports imports={imports} reason={reason} remove={remove} />
    </>
  );
}
