// An audit entry in the reader's words: who, what, from where.
import { useTranslations } from 'next-intl';
import type { AuditLogEntry } from '@/lib/operations/audit-log';
import { entrySentence } from './entry-sentence';

export function useEntryWords() {
  const t = useTranslations('audit');
  const did = useTranslations('audit.did');
  return {
    /** "Published version 3 of “Contoso to Fabrikam”". */
    what: (entry: AuditLogEntry): string => {
      const { key, values } = entrySentence(entry);
      return did(key, values);
    },
    who: (entry: AuditLogEntry): string => {
      if (isCommandLine(entry)) return t('who.commandLine');
      return entry.actorName || t('who.nobody');
    },
    where: (entry: AuditLogEntry): string => {
      if (entry.remoteAddress) return entry.remoteAddress;
      return isCommandLine(entry) || entry.action === 'validation.finished'
        ? t('where.server')
        : t('where.unknown');
    },
  };
}

const isCommandLine = ({ actorId, actorName }: AuditLogEntry): boolean =>
  actorId === undefined && actorName === 'command line';
