import { randomInt } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Township } from '../../lib/core/model/records';
import type { ServedArea } from './area-packs';
import type { Internal } from './internal';

export const ROLES = ['planner', 'dispatcher', 'official', 'reporter', 'admin'] as const;
export type Role = (typeof ROLES)[number];

interface Account {
  username: string;
  role: Role;
  unit: string;
  area: string;
  mustChange: boolean;
  password?: string;
}

/** No letters or digits that are mistaken for one another; five groups of four carry 98 bits. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

export function signInFile(dataDir: string): string {
  return join(dataDir, 'sign-in.txt');
}

export function makePassword(): string {
  return Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  ).join('-');
}

/**
 * One account per role with a random password that must be changed at the first sign-in, and the console's password.
 * They are kept in a file only the owner can read, written before the server learns of them: a start killed between
 * the two uses the same file again.
 */
export async function createFirstAccounts(internal: Internal, areas: ServedArea[], dataDir: string): Promise<string[]> {
  const path = signInFile(dataDir);
  const kept = existsSync(path) ? parseFile(readFileSync(path, 'utf8')) : {};
  const passwords: Record<string, string> = {};
  for (const name of [...ROLES, 'console']) passwords[name] = kept[name] ?? makePassword();
  const lines = ROLES.map((role) => `${role.padEnd(12)}${passwords[role]}`);
  writeFileSync(
    path,
    [
      '# First passwords of this Greenlane. Each is changed at the first sign-in; then delete its line.',
      ...lines,
      '# Console at /_/ on this machine only, sign-in name console@greenlane.invalid',
      `${'console'.padEnd(12)}${passwords.console}`,
      ''
    ].join('\n'),
    { mode: 0o600 }
  );
  await internal.call('accounts', {
    accounts: accountsFor(areas).map((each) => ({ ...each, mustChange: true, password: passwords[each.role] })),
    console: { password: passwords.console }
  });
  return lines;
}

/** One-click accounts exist only while the demo runs. */
export async function setDemoAccounts(internal: Internal, areas: ServedArea[], on: boolean): Promise<void> {
  const accounts = on
    ? accountsFor(areas).map((each) => ({ ...each, username: `demo-${each.role}`, name: `demo ${each.role}` }))
    : [];
  await internal.call('demo', { on, accounts });
}

function accountsFor(areas: ServedArea[]): Account[] {
  return ROLES.map((role) => ({
    username: role,
    role,
    unit: role === 'reporter' ? reporterUnit(areas[0]) : 'county',
    area: role === 'reporter' ? areas[0].manifest.id : '*',
    mustChange: false
  }));
}

/** The first township with a seat, so that the example reporter has a hospital to report for. */
function reporterUnit(area: ServedArea): string {
  const path = join(area.dir, 'townships.json');
  const townships = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Township[]) : [];
  return (townships.find(({ seatFacilityId }) => seatFacilityId !== null) ?? townships[0])?.id ?? 'county';
}

function parseFile(text: string): Record<string, string> {
  const pairs = text
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/));
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2)) as Record<string, string>;
}
