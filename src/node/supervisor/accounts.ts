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

/** Random characters of the same alphabet, nearly five bits each. */
export function makeSecret(length: number): string {
  return Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

export function makePassword(groups = 5): string {
  return Array.from({ length: groups }, () => makeSecret(4)).join('-');
}

/**
 * For a demonstration: one account per role with a random password that must be changed at the first sign-in, and the
 * console's password. They are kept in a file only the owner can read, written before the server learns of them: a
 * start killed between the two uses the same file again.
 */
export async function createFirstAccounts(internal: Internal, areas: ServedArea[], dataDir: string): Promise<string[]> {
  const kept = readKept(dataDir);
  const passwords = Object.fromEntries([...ROLES, 'console'].map((name) => [name, kept[name] ?? makePassword()]));
  const lines = ROLES.map((role) => entry(role, passwords[role]));
  keep(dataDir, [
    '# First passwords of this Greenlane. Each is changed at the first sign-in; then delete its line.',
    ...lines,
    ...consoleLines(passwords.console)
  ]);
  await internal.call('accounts', {
    accounts: accountsFor(areas).map((each) => ({ ...each, mustChange: true, password: passwords[each.role] })),
    console: { password: passwords.console }
  });
  return lines;
}

/**
 * For real work: a one-time code with which the first administrator makes an account, and the console's password, kept
 * in the same way. Every start of a server without accounts makes a new code, and the one before ends.
 */
export async function offerFirstAdmin(internal: Internal, dataDir: string): Promise<string> {
  const code = makePassword(4);
  const password = readKept(dataDir).console ?? makePassword();
  keep(dataDir, [
    '# Code for the first administrator: good once and for 24 hours, at /sign-in under "I have a code".',
    entry('code', code),
    ...consoleLines(password)
  ]);
  await internal.call('accounts', { accounts: [], console: { password } });
  await internal.call('firstCode', { code });
  return code;
}

/** Once there are accounts the code is worthless; its line goes. */
export function forgetFirstCode(dataDir: string): void {
  const kept = readKept(dataDir);
  if (kept.code && kept.console) keep(dataDir, consoleLines(kept.console));
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

const entry = (name: string, secret: string) => `${name.padEnd(12)}${secret}`;
const consoleLines = (password: string) => [
  '# Console at /_/ on this machine only, sign-in name console@greenlane.invalid',
  entry('console', password)
];

function keep(dataDir: string, lines: string[]): void {
  writeFileSync(signInFile(dataDir), [...lines, ''].join('\n'), { mode: 0o600 });
}

function readKept(dataDir: string): Record<string, string> {
  const path = signInFile(dataDir);
  if (!existsSync(path)) return {};
  const pairs = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.trim().split(/\s+/));
  return Object.fromEntries(pairs.filter((pair) => pair.length === 2)) as Record<string, string>;
}
