'use client';
import {
  ArchiveRegular,
  ArrowRoutingRegular,
  ArrowSwapRegular,
  ClipboardTaskListLtrRegular,
  ClipboardTextLtrRegular,
  type FluentIcon,
  GlobeRegular,
  KeyRegular,
  PeopleRegular,
  PlugConnectedRegular,
  PulseRegular,
  QuestionCircleRegular,
} from '@fluentui/react-icons';
import { type AuditGroup, groupOf } from '@/lib/operations/audit-log-query';

const ICONS: Readonly<Record<AuditGroup, FluentIcon>> = {
  connectors: PlugConnectedRegular,
  acceptedDomains: GlobeRegular,
  rules: ArrowRoutingRegular,
  exchange: ArrowSwapRegular,
  validation: PulseRegular,
  guide: ClipboardTaskListLtrRegular,
  users: PeopleRegular,
  signIn: KeyRegular,
  auditLog: ClipboardTextLtrRegular,
  backups: ArchiveRegular,
};

/** What kind of action it was, for the eye alone: the sentence beside it says it. */
export function GroupIcon({ action, className }: Readonly<{ action: string; className: string }>) {
  const group = groupOf(action);
  const Icon = group ? ICONS[group] : QuestionCircleRegular;
  return <Icon className={className} aria-hidden />;
}
