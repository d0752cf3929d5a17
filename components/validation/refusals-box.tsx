'use client';
import { Checkbox, Field, makeStyles } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';

const useStyles = makeStyles({
  // The hint stands under the label.
  field: { paddingBottom: '4px', '& > .fui-Field__hint': { marginLeft: '36px', marginTop: '0' } },
});

type RefusalsBoxProps = Readonly<{
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}>;

/** Asks for more than the connector's own path: what its servers accept and refuse. */
export function RefusalsBox({ checked, onChange, disabled = false }: RefusalsBoxProps) {
  const styles = useStyles();
  const t = useTranslations('validation.checkRefusals');
  return (
    <Field className={styles.field} hint={t('hint')}>
      <Checkbox
        label={t('label')}
        checked={checked}
        disabled={disabled}
        onChange={(_, { checked: isChecked }) => onChange(isChecked === true)}
      />
    </Field>
  );
}
