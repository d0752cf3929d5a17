'use client';
import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons';
import { useFormatter, useTranslations } from 'next-intl';
import type { OpenInvitation } from '@/lib/operations/invitations';

const useStyles = makeStyles({
  title: {
    margin: '0',
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: 600,
  },
  list: { listStyleType: 'none', margin: '0', padding: '0' },
  row: {
    display: 'flex',
    alignItems: 'center',
    columnGap: '16px',
    minHeight: '42px',
    padding: '4px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, overflowWrap: 'anywhere', minWidth: '0' },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  none: { margin: '0', color: tokens.colorNeutralForeground2 },
});

type OpenLinksProps = Readonly<{
  invitations: readonly OpenInvitation[];
  now: Date;
  pending: boolean;
  revoke: (invitationId: string) => void;
}>;

/** The links that were handed out and still open something. */
export function OpenLinks({ invitations, now, pending, revoke }: OpenLinksProps) {
  const styles = useStyles();
  const t = useTranslations('users');
  const format = useFormatter();
  return (
    <>
      <h2 className={styles.title}>{t('open.title')}</h2>
      {invitations.length === 0 && <p className={styles.none}>{t('open.none')}</p>}
      <ul className={styles.list}>
        {invitations.map(({ id, purpose, role, email, expiresAt }) => (
          <li key={id} className={styles.row}>
            <div className={styles.words}>
              {email ?? t('open.anyone')}
              <span className={styles.detail}>
                {t('open.purpose', { purpose })} · {t('role', { role })} ·{' '}
                {t('open.expires', { when: format.relativeTime(expiresAt, now) })}
              </span>
            </div>
            <Button
              appearance="subtle"
              icon={<DeleteRegular />}
              aria-label={t('open.revokeOf', { who: email ?? t('open.anyone') })}
              disabledFocusable={pending}
              onClick={() => revoke(id)}
            >
              {t('open.revoke')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
