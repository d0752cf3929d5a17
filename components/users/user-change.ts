// What an admin can ask for about a person, and the words that ask back first.
import { useTranslations } from 'next-intl';
import type { UserRow } from '@/lib/operations/users';

/** A change that ends or grants something, and so is asked twice. */
export type UserChange = 'makeAdmin' | 'makeHelpdesk' | 'endSessions' | 'disable';

/** Title and text of the question for `change`. */
export function useChangeWords() {
  const t = useTranslations('users.confirm');
  return (change: UserChange, { name, own }: UserRow): { title: string; text: string } => {
    switch (change) {
      case 'makeAdmin':
        return { title: t('makeAdminTitle', { name }), text: t('makeAdmin') };
      case 'makeHelpdesk':
        return { title: t('makeHelpdeskTitle', { name }), text: t('makeHelpdesk') };
      case 'endSessions':
        return {
          title: t('endSessionsTitle', { name }),
          text: own ? t('endOwnSessions') : t('endSessions'),
        };
      case 'disable':
        return { title: t('disableTitle', { name }), text: t('disable') };
    }
  };
}
