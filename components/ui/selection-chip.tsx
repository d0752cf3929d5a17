'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';

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

type SelectionChipProps = Readonly<{ text: string; clearLabel: string; onClear: () => void }>;

/** How many rows are selected, and the way to none. */
export function SelectionChip({ text, clearLabel, onClear }: SelectionChipProps) {
  const styles = useStyles();
  return (
    <span className={styles.chip}>
      <span role="status">{text}</span>
      <Button
        appearance="transparent"
        size="small"
        icon={<DismissRegular />}
        aria-label={clearLabel}
        title={clearLabel}
        onClick={onClear}
        className={styles.clear}
      />
    </span>
  );
}
