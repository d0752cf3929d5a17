// What the console has, in the order of the navigation. Only what exists is here.
import {
  ArrowBidirectionalLeftRightFilled,
  ArrowBidirectionalLeftRightRegular,
  ArrowRoutingFilled,
  ArrowRoutingRegular,
  ArrowSwapFilled,
  ArrowSwapRegular,
  BranchForkFilled,
  BranchForkRegular,
  ClipboardTaskListLtrFilled,
  ClipboardTaskListLtrRegular,
  ClipboardTextLtrFilled,
  ClipboardTextLtrRegular,
  type FluentIcon,
  GlobeFilled,
  GlobeRegular,
  GridDotsFilled,
  GridDotsRegular,
  MailCheckmarkFilled,
  MailCheckmarkRegular,
  PeopleFilled,
  PeopleRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
  ServerFilled,
  ServerRegular,
  ShieldCheckmarkFilled,
  ShieldCheckmarkRegular,
  TaskListLtrFilled,
  TaskListLtrRegular,
} from '@fluentui/react-icons';
import { may, type Permission, type Role } from '@/lib/auth/permissions';
import type { Messages } from '@/messages';

type SectionName = keyof Messages['frame']['sections'];

type Page = Readonly<{
  name: SectionName;
  href: string;
  icon: FluentIcon;
  activeIcon: FluentIcon;
  /** Without this permission the page is not offered. */
  needs?: Permission;
}>;

export type Section = Readonly<{ name: SectionName; pages: readonly Page[] }>;

const SECTIONS: readonly Section[] = [
  {
    name: 'mailFlow',
    pages: [
      {
        name: 'rules',
        href: '/rules',
        icon: BranchForkRegular,
        activeIcon: BranchForkFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'acceptedDomains',
        href: '/accepted-domains',
        icon: GlobeRegular,
        activeIcon: GlobeFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'connectors',
        href: '/connectors',
        icon: PlugConnectedRegular,
        activeIcon: PlugConnectedFilled,
      },
      {
        name: 'trace',
        href: '/trace',
        icon: ArrowRoutingRegular,
        activeIcon: ArrowRoutingFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'coverage',
        href: '/coverage',
        icon: GridDotsRegular,
        activeIcon: GridDotsFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'exchange',
        href: '/exchange',
        icon: ArrowBidirectionalLeftRightRegular,
        activeIcon: ArrowBidirectionalLeftRightFilled,
        needs: 'exchange:export',
      },
    ],
  },
  {
    name: 'validation',
    pages: [
      {
        name: 'runs',
        href: '/validation',
        icon: TaskListLtrRegular,
        activeIcon: TaskListLtrFilled,
        needs: 'validation:read',
      },
    ],
  },
  {
    name: 'guide',
    pages: [
      {
        name: 'guideSteps',
        href: '/guide',
        icon: ClipboardTaskListLtrRegular,
        activeIcon: ClipboardTaskListLtrFilled,
        needs: 'guide:read',
      },
      {
        name: 'guideFirewall',
        href: '/guide/firewall',
        icon: ShieldCheckmarkRegular,
        activeIcon: ShieldCheckmarkFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'guideMx',
        href: '/guide/mx',
        icon: ArrowSwapRegular,
        activeIcon: ArrowSwapFilled,
        needs: 'guide:read',
      },
      {
        name: 'guideServer',
        href: '/guide/server',
        icon: ServerRegular,
        activeIcon: ServerFilled,
        needs: 'mailSetup:read',
      },
      {
        name: 'guideFinalTest',
        href: '/guide/final-test',
        icon: MailCheckmarkRegular,
        activeIcon: MailCheckmarkFilled,
        needs: 'mailSetup:read',
      },
    ],
  },
  {
    name: 'settings',
    pages: [
      { name: 'users', href: '/settings/users', icon: PeopleRegular, activeIcon: PeopleFilled },
      {
        name: 'auditLog',
        href: '/audit',
        icon: ClipboardTextLtrRegular,
        activeIcon: ClipboardTextLtrFilled,
        needs: 'audit:read',
      },
    ],
  },
];

/** The pages that `role` is offered, by section; no section without any. */
export const sectionsFor = (role: Role): Section[] =>
  SECTIONS.map((section) => ({
    ...section,
    pages: section.pages.filter(({ needs }) => needs === undefined || may(role, needs)),
  })).filter(({ pages }) => pages.length > 0);

/** The address of the page that `path` is or lies below; of two, as one page may lie below another, the nearer. */
export const currentHref = (path: string, sections: readonly Section[]): string | undefined =>
  sections
    .flatMap(({ pages }) => pages.map(({ href }) => href))
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .reduce<string | undefined>(
      (nearest = '', href) => (href.length > nearest.length ? href : nearest),
      undefined,
    );
