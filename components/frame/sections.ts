// What the console has, in the order of the navigation. Only what exists is here.
import {
  type FluentIcon,
  PeopleFilled,
  PeopleRegular,
  PlugConnectedFilled,
  PlugConnectedRegular,
} from '@fluentui/react-icons';
import type { Messages } from '@/messages';

type SectionName = keyof Messages['frame']['sections'];

export type Section = Readonly<{
  name: SectionName;
  pages: readonly Readonly<{ name: SectionName; href: string; icon: FluentIcon; activeIcon: FluentIcon }>[];
}>;

export const SECTIONS: readonly Section[] = [
  {
    name: 'mailFlow',
    pages: [
      {
        name: 'connectors',
        href: '/connectors',
        icon: PlugConnectedRegular,
        activeIcon: PlugConnectedFilled,
      },
    ],
  },
  {
    name: 'settings',
    pages: [{ name: 'users', href: '/settings/users', icon: PeopleRegular, activeIcon: PeopleFilled }],
  },
];

/** True where `path` is the page or lies below it. */
export const isCurrent = (path: string, href: string): boolean =>
  path === href || path.startsWith(`${href}/`);
