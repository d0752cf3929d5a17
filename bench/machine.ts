// What a measurement was made on and with: figures of one machine say little of another without it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { arch, cpus, release, totalmem, type } from 'node:os';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '..');
const PACKAGES = ['next', 'react', 'prisma', 'libsql', 'nodemailer', '@playwright/test'] as const;

export type Machine = Readonly<{ machine: string; versions: Readonly<Record<string, string>> }>;

export function thisMachine(): Machine & Readonly<{ commit: string }> {
  const processors = cpus();
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(resolve(ROOT, 'package.json'), 'utf8'));
  const locked: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies };
  return {
    machine: `${processors.length} × ${processors[0]?.model.trim() ?? 'unknown processor'}, ${memoryGb} GB, ${system()}`,
    commit: said('git', ['rev-parse', '--short', 'HEAD']) ?? 'unknown',
    versions: {
      Node: process.version,
      OpenSSL: process.versions.openssl,
      ...Object.fromEntries(PACKAGES.map((name) => [name, locked[name] ?? 'unknown'])),
      Postfix: said('postconf', ['-dh', 'mail_version']) ?? 'not installed',
    },
  };
}

function system(): string {
  const name = /^PRETTY_NAME="(.*)"$/m.exec(textOf('/etc/os-release'))?.[1] ?? type();
  return `${name}, ${type()} ${release()} ${arch()}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function said(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, {
      cwd: ROOT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}
