'use client';
import { makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { DomainActions } from './domain-actions';
import { UseList, useDomainUses } from './domain-use-list';

const useStyles = makeStyles({
  text: { margin: '0 0 12px' },
  one: { margin: '0 0 4px', fontWeight: tokens.fontWeightSemibold },
  uses: { display: 'grid', rowGap: '12px', maxHeight: '40vh', overflowY: 'auto' },
});

/** What hangs on more of them is not looked up. */
const LOOKED_AT = 10;

type RemoveDomainsDialogProps = Readonly<{
  domains: readonly string[];
  uses: DomainActions['uses'];
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}>;

/** Says what hangs on the domains before they are removed. */
export function RemoveDomainsDialog(props: RemoveDomainsDialogProps) {
  const { domains, uses, busy, onConfirm, onClose } = props;
  const styles = useStyles();
  const t = useTranslations('domains');
  const setup = useTranslations('mailSetup');
  const { data } = useDomainUses(uses, domains.slice(0, LOOKED_AT));
  const used = data?.ok ? data.value.filter(({ uses }) => uses.length > 0) : [];
  const count = domains.length;
  return (
    <ConfirmDialog
      title={t('remove.title', { count, domain: domains[0] ?? '' })}
      confirmLabel={setup('remove')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p className={styles.text}>{t('remove.text', { count })}</p>
      {!data && <Spinner size="tiny" label={t('panel.usesLoading')} labelPosition="after" />}
      {data && !data.ok && <p className={styles.text}>{t('panel.usesFailed')}</p>}
      {data?.ok && used.length === 0 && count === 1 && <p className={styles.text}>{t('panel.noUses')}</p>}
      <div className={styles.uses}>
        {used.map(({ domain, uses }) => (
          <div key={domain}>
            <p className={styles.one}>{t('remove.uses', { domain })}</p>
            <UseList uses={uses} />
          </div>
        ))}
      </div>
      {count > LOOKED_AT && <p className={styles.text}>{t('remove.more', { count: count - LOOKED_AT })}</p>}
    </ConfirmDialog>
  );
}
