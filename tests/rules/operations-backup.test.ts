import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArchive } from '../../src/node/backup/archive';
import type { Restored, Verified } from '../../src/node/backup/restore-backup';
import type { BackupManifest } from '../../src/node/backup/write-backup';
import { runGreenlane } from '../helpers/run-greenlane';
import { startServer, type TestServer } from '../helpers/server';
import { writeTinyApp } from '../helpers/tiny-app';
import { writeTinyPack } from '../helpers/tiny-pack';
import { makeOperationsWorld, type OperationsWorld } from './operations-world';
import { signIn } from './world';

const LONG = process.env.GREENLANE_LONG === '1';
/** Rows of a kilobyte each that make the database as large as that of some years. */
const BULK_ROWS = LONG ? 300_000 : 20_000;
/** Writes of three desks while it is taken, fewer than which would say nothing; a stall is judged at the full size. */
const WRITES_AT_LEAST = LONG ? 100 : 15;
const STALL_AT_MOST_MS = 1000;
const SECRET = `secret-${randomBytes(12).toString('hex')}`;
const PATIENT = { name: '欧阳备份', telephone: '13912345678' };

let world: OperationsWorld;
let work: string;
let keyCopy: string;
let again: TestServer | undefined;
beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'greenlane-backup-'));
  keyCopy = join(work, 'key-copy');
  process.env.GREENLANE_BACKUP_PASSPHRASE = SECRET;
  world = await makeOperationsWorld({ GREENLANE_KEY_COPY: keyCopy });
});
afterAll(async () => {
  delete process.env.GREENLANE_BACKUP_PASSPHRASE;
  await again?.stop();
  await world?.server.remove();
  rmSync(work, { recursive: true, force: true });
});

async function run<T>(...args: string[]): Promise<{ code: number | null; stderr: string; answer: T }> {
  const { code, stdout, stderr } = await runGreenlane([...args, '--json']);
  return { code, stderr, answer: (stdout.startsWith('{') ? JSON.parse(stdout) : null) as T };
}
const newPath = (name: string) => join(work, `${name}-${randomBytes(4).toString('hex')}`);
const patient = () => world.referral({}, { personal: PATIENT });
const read = (server: TestServer, token: string | undefined, key: string) =>
  server.send('GET', `/api/greenlane/referrals/${key}/personal`, { token });
const files = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

describe('a backup of a running server', () => {
  it('holds nobody up, and restored it has the same rows', async () => {
    await world.sql('CREATE TABLE bulk (id TEXT PRIMARY KEY, body BLOB)');
    await world.sql(
      `INSERT INTO bulk WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${BULK_ROWS})
       SELECT printf('%08d', i), randomblob(1000) FROM n`
    );
    const out = newPath('live');
    let done = false;
    const stalls: number[] = [];
    const writer = async () => {
      while (!done) {
        const began = performance.now();
        await world.referral();
        stalls.push(performance.now() - began);
      }
    };
    const taking = run<BackupManifest>('backup', '--data', world.server.dataDir, '--out', out).finally(
      () => (done = true)
    );
    await Promise.all([taking, writer(), writer(), writer()]);
    const taken = await taking;
    expect(taken.stderr).toBe('');
    expect(taken).toMatchObject({ code: 0, answer: { live: true, log: { whole: true } } });
    expect(taken.answer.tables.bulk.rows).toBe(BULK_ROWS);
    console.log(
      `${stalls.length} writes during a backup of ${BULK_ROWS} kB, the longest took ${Math.round(Math.max(...stalls))} ms`
    );
    expect(stalls.length).toBeGreaterThanOrEqual(WRITES_AT_LEAST);
    if (LONG) expect(Math.max(...stalls)).toBeLessThanOrEqual(STALL_AT_MOST_MS);
    // Written while it was taken, and not in it: nobody waited for its end.
    const count = async () => Number((await world.sql('SELECT COUNT(*) FROM events'))[0][0]);
    expect(await count()).toBeGreaterThan(taken.answer.log.count);

    expect(await run<Verified>('restore', '--verify', '--in', out)).toMatchObject({ code: 0, stderr: '' });
    const target = newPath('restored');
    expect(await run<Restored>('restore', '--in', out, '--data', target)).toMatchObject({ code: 0 });
    const equal = await run<Verified>('restore', '--verify', '--in', out, '--data', target);
    expect(equal).toMatchObject({ code: 0, answer: { differences: [] } });
    expect(existsSync(join(target, 'backup.json'))).toBe(false);
    // The one that runs has gone on: what was added is told, nothing that was saved is missing there.
    const live = await run<Verified>('restore', '--verify', '--in', out, '--data', world.server.dataDir);
    expect(live.code).toBe(1);
    const events = live.answer.differences?.find(({ table }) => table === 'events');
    expect(events).toMatchObject({ changed: 0, onlyHere: 0 });
    expect(events?.onlyThere).toBeGreaterThan(0);
    expect(readdirSync(join(world.server.dataDir, 'snapshots'))).toEqual([]);
    await world.sql('DROP TABLE bulk');
  }, 1_800_000);

  it('serves again from a restored folder: accounts, records, a whole log, patients with the copy of the keys', async () => {
    const [kept, forgotten] = [await patient(), await patient()];
    for (const key of [kept, forgotten])
      expect((await world.onReferral('dispatcher', key, 'cancel', { reason: 'recovered' })).status).toBe(200);
    const out = newPath('patients');
    expect(await run('backup', '--data', world.server.dataDir, '--out', out)).toMatchObject({ code: 0, stderr: '' });

    // Nothing in it says who the patients are, nor can it be found out from it.
    const opened = newPath('opened');
    mkdirSync(opened);
    await readArchive(out, opened, Buffer.from(SECRET));
    for (const each of [out, ...files(opened)]) {
      const bytes = readFileSync(each);
      for (const value of Object.values(PATIENT)) expect(bytes.includes(value), each).toBe(false);
    }
    expect(files(opened).filter((each) => /case-keys|r-[0-9a-f]{16}/.test(each))).toEqual([]);
    expect(readFileSync(out).includes('SQLite format')).toBe(false);

    // Forgotten after the backup: it stays forgotten, whatever is restored.
    const copied = () => readdirSync(keyCopy).filter((name) => name.endsWith('.key'));
    await expect.poll(copied, { timeout: 90_000 }).toHaveLength(2);
    const before = copied();
    const keys = new Map(before.map((name) => [name, readFileSync(join(keyCopy, name))]));
    expect((await world.act('admin', `referrals/${forgotten}/purge`)).status).toBe(200);
    const gone = before.filter((name) => !copied().includes(name));
    expect(gone).toHaveLength(1);
    // Its key is in no file any more: neither the server's, nor the copies, nor the backup.
    const destroyed = keys.get(gone[0]) as Buffer;
    expect(destroyed.length).toBe(32);
    for (const each of [world.server.dataDir, keyCopy, opened].flatMap(files))
      expect(readFileSync(each).includes(destroyed), each).toBe(false);

    const target = newPath('served');
    const restored = await run<Restored>('restore', '--in', out, '--data', target, '--keys', keyCopy);
    expect(restored).toMatchObject({ stderr: '', answer: { cases: 2, readableCases: 1 } });
    again = await startServer({
      dataDir: target,
      areaDir: writeTinyPack(mkdtempSync(join(tmpdir(), 'greenlane-pack-'))),
      appDir: writeTinyApp(mkdtempSync(join(tmpdir(), 'greenlane-app-'))),
      live: true
    });
    expect(again.output()).not.toContain('CAUTION');
    const token = await signIn(again, 'a-dispatcher');
    expect((await read(again, token, kept)).body).toMatchObject({ personal: PATIENT });
    expect((await read(again, token, forgotten)).status).toBe(410);
    await again.stop();
    const verdict = await run<{ ok: boolean }>('audit', 'verify', '--data', target);
    expect(verdict.answer).toMatchObject({ ok: true, personalFaults: [] });

    // Of a server that is down as well, and with a key file.
    const keyFile = newPath('key');
    writeFileSync(keyFile, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600 });
    const cold = newPath('cold');
    const taken = await run<BackupManifest>('backup', '--data', target, '--out', cold, '--key-file', keyFile);
    expect(taken).toMatchObject({ code: 0, answer: { live: false } });
    const same = ['restore', '--verify', '--in', cold, '--data', target, '--key-file', keyFile];
    expect(await run<Verified>(...same)).toMatchObject({ code: 0, answer: { differences: [] } });
    expect((await run('restore', '--verify', '--in', cold)).stderr).toContain('another passphrase');
  }, 600_000);

  it('is refused with what is wrong', async () => {
    const { dataDir } = world.server;
    const out = newPath('refused');
    const said = async (...args: string[]) => (await run(...args)).stderr;
    expect(await run('backup', '--data', dataDir, '--out', out)).toMatchObject({ code: 0 });
    expect(await said('backup', '--data', dataDir, '--out', out)).toContain('is there already');
    expect(await said('backup', '--data', work, '--out', newPath('none'))).toContain('no database');
    expect(await said('restore', '--in', out, '--data', dataDir)).toContain('not empty');
    const bytes = readFileSync(out);
    writeFileSync(`${out}.cut`, bytes.subarray(0, bytes.length - 20));
    const target = newPath('never');
    expect(await said('restore', '--in', `${out}.cut`, '--data', target)).toMatch(/damaged|cut short|cannot be opened/);
    expect(readdirSync(work).filter((name) => name.startsWith('never'))).toEqual([]);
    process.env.GREENLANE_BACKUP_PASSPHRASE = 'short';
    expect(await said('restore', '--verify', '--in', out)).toContain('at least 12');
    process.env.GREENLANE_BACKUP_PASSPHRASE = '';
    expect(await said('backup', '--data', dataDir, '--out', newPath('none'))).toContain('No passphrase');
    process.env.GREENLANE_BACKUP_PASSPHRASE = SECRET;
  });
});
