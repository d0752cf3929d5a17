// The real Exim, Sendmail, OpenSMTPD and nft of Debian, unpacked beside the machine's own mail server, for tests: they read
// files and route addresses, connect nowhere, and see users and hosts that the test names.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unpackFromDebian } from '../../scripts/debian-package';

/** What a program said, both outputs, and how it ended. */
export type Said = Readonly<{ code: number | null; text: string }>;
export type RealPrograms = Readonly<{
  /** Where a package's files lie; throws for one that was not asked for. */
  folder: (name: string) => string;
  run: (command: string, args: readonly string[], input?: string) => Said;
}>;

const WRAPPER = 'libnss-wrapper';

/** What the machine lacks is a sentence. `work` is a folder that the caller removes; `hosts` as /etc/hosts has them. */
export function realPrograms(
  names: readonly string[],
  work: string,
  hosts: string,
): RealPrograms | Readonly<{ why: string }> {
  if (process.getuid?.() !== 0) return { why: 'Mail servers read the files of a test only as root' };
  const folders = new Map<string, string>();
  for (const name of [...names, WRAPPER]) {
    const folder = unpackFromDebian(name);
    if (folder === undefined) return { why: `Debian's ${name} can not be had` };
    folders.set(name, folder);
  }
  const libraries = [...folders.values()].flatMap(librariesIn);
  const wrapper = libraries.map(({ path }) => path).find((path) => path.endsWith('libnss_wrapper.so'));
  const file = (name: string, text: string): string => {
    writeFileSync(join(work, name), text);
    return join(work, name);
  };
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [...new Set(libraries.map(({ folder }) => folder))].join(':'),
    LD_PRELOAD: wrapper ?? '',
    NSS_WRAPPER_PASSWD: file('passwd', withUser('/etc/passwd', 'Debian-exim:x:65533:65533::/:/bin/false')),
    NSS_WRAPPER_GROUP: file('group', withUser('/etc/group', 'Debian-exim:x:65533:')),
    NSS_WRAPPER_HOSTS: file('hosts', hosts),
  };
  return {
    folder: (name) => {
      const folder = folders.get(name);
      if (folder === undefined) throw new Error(`${name} was not asked for`);
      return folder;
    },
    run: (command, args, input = '') => {
      const { status, stdout, stderr } = spawnSync(command, args, {
        env,
        input,
        cwd: work,
        encoding: 'utf8',
      });
      return { code: status, text: `${stdout}${stderr}` };
    },
  };
}

const withUser = (path: string, line: string): string => {
  const known = readFileSync(path, 'utf8');
  return known.includes(line.split(':', 1)[0] ?? line) ? known : `${known}${line}\n`;
};

const librariesIn = (folder: string): Readonly<{ folder: string; path: string }>[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    /\.so(\.|$)/.test(entry.name)
      ? [{ folder: entry.parentPath, path: join(entry.parentPath, entry.name) }]
      : [],
  );
