'use client';
import {
  makeStyles,
  Table,
  TableBody,
  TableCell,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { useFormatter, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { StatusDot } from '@/components/ui/status-dot';
import { NARROW } from '@/components/ui/table-grid';
import type { UserRow } from '@/lib/operations/users';

const useStyles = makeStyles({
  header: { [NARROW]: { display: 'none' } },
  row: {
    minHeight: '42px',
    [NARROW]: { display: 'flex', flexWrap: 'wrap', position: 'relative', padding: '8px 0' },
  },
  cell: { [NARROW]: { flexBasis: 'auto', flexGrow: 0, minHeight: '28px' } },
  person: {
    flexGrow: 2,
    overflowWrap: 'anywhere',
    [NARROW]: { flexBasis: '100%', paddingRight: '48px', boxSizing: 'border-box' },
  },
  name: { fontWeight: 600 },
  detail: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  sessions: { [NARROW]: { display: 'none' } },
  menu: {
    flexGrow: 0,
    flexBasis: '64px',
    [NARROW]: { position: 'absolute', right: '0', top: '8px', flexBasis: 'auto' },
  },
});

type UserTableProps = Readonly<{
  users: readonly UserRow[];
  now: Date;
  menuOf: (user: UserRow) => ReactNode;
}>;

/** Everybody with an account; rows become cards on a phone. */
export function UserTable({ users, now, menuOf }: UserTableProps) {
  const styles = useStyles();
  const t = useTranslations('users');
  const format = useFormatter();
  return (
    <Table noNativeElements aria-label={t('title')}>
      <TableHeader className={styles.header}>
        <TableRow>
          <TableHeaderCell className={styles.person}>{t('columns.person')}</TableHeaderCell>
          <TableHeaderCell>{t('columns.role')}</TableHeaderCell>
          <TableHeaderCell>{t('columns.status')}</TableHeaderCell>
          <TableHeaderCell>{t('columns.lastSeen')}</TableHeaderCell>
          <TableHeaderCell>{t('columns.sessions')}</TableHeaderCell>
          <TableHeaderCell className={styles.menu}>{t('columns.actions')}</TableHeaderCell>
        </TableRow>
      </TableHeader>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id} className={styles.row}>
            <TableCell className={styles.person}>
              <div>
                <span className={styles.name}>{user.name}</span>
                {user.own && ` (${t('you')})`}
                <span className={styles.detail}>{user.email}</span>
              </div>
            </TableCell>
            <TableCell className={styles.cell}>{t('role', { role: user.role })}</TableCell>
            <TableCell className={styles.cell}>
              <StatusDot
                tone={user.disabled ? 'off' : 'good'}
                text={user.disabled ? t('disabled') : t('enabled')}
              />
            </TableCell>
            <TableCell className={styles.cell}>
              {user.lastSeenAt ? (
                <time dateTime={user.lastSeenAt.toISOString()} title={user.lastSeenAt.toISOString()}>
                  {format.relativeTime(user.lastSeenAt, now)}
                </time>
              ) : (
                t('neverSeen')
              )}
            </TableCell>
            <TableCell className={styles.sessions}>{t('sessionCount', { count: user.sessions })}</TableCell>
            <TableCell className={styles.menu}>{menuOf(user)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
