'use client';
import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, DeleteRegular, DismissRegular } from '@fluentui/react-icons';
import { useTranslations } from 'next-intl';
import { CommandButton } from '@/components/ui/command-button';
import { AddConnector } from './add-connector';

const useStyles = makeStyles({
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    flexShrink: 0,
    marginLeft: '8px',
    paddingLeft: '12px',
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    whiteSpace: 'nowrap',
  },
  clear: { minWidth: '28px', color: 'inherit', borderRadius: tokens.borderRadiusCircular },
});

type ListCommandsProps = Readonly<{
  mayAdd: boolean;
  mayDelete: boolean;
  selected: number;
  pending: boolean;
  onDelete: () => void;
  onRefresh: () => void;
  onClear: () => void;
}>;

/** What can be done with the list; Delete only with a selection, as in EAC. */
export function ListCommands({
  mayAdd,
  mayDelete,
  selected,
  pending,
  onDelete,
  onRefresh,
  onClear,
}: ListCommandsProps) {
  const styles = useStyles();
  const t = useTranslations('connectors.commands');
  return (
    <>
      <AddConnector allowed={mayAdd} />
      {selected > 0 && (
        <CommandButton
          icon={<DeleteRegular />}
          onClick={onDelete}
          reason={mayDelete ? undefined : t('onlyAdminsDelete')}
        >
          {t('delete')}
        </CommandButton>
      )}
      <CommandButton
        icon={pending ? <Spinner size="tiny" aria-hidden /> : <ArrowClockwiseRegular />}
        onClick={onRefresh}
        busy={pending}
      >
        {t('refresh')}
      </CommandButton>
      {selected > 0 && (
        <span className={styles.chip}>
          <span role="status">{t('selected', { count: selected })}</span>
          <Button
            appearance="transparent"
            size="small"
            icon={<DismissRegular />}
            aria-label={t('clearSelection')}
            title={t('clearSelection')}
            onClick={onClear}
            className={styles.clear}
          />
        </span>
      )}
    </>
  );
}
