/** Makes ready what the tests need, runs lint, types and all tests, and ends with the plain line `N passed, N failed`. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CliError } from '../cli/cli-error';
import { areasToServe } from '../supervisor/area-packs';
import { ensureApp } from '../supervisor/build-app';
import { projectRoot } from '../supervisor/options';
import { findPocketBase } from '../supervisor/pocketbase-binary';
import { say } from '../supervisor/say';
import { findBrowser } from './browser';

interface Tally {
  passed: number;
  failed: number;
}
interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; message: string; assertionResults: { status: string }[] }[];
}

async function main(argv: string[]): Promise<Tally> {
  const long = argv.includes('--long');
  const extra = argv.filter((each) => each !== '--long');
  const shared = resolve(process.env.GREENLANE_SHARED ?? join(projectRoot, '..', 'shared'));
  process.env.GREENLANE_SHARED = shared;
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  if (long) process.env.GREENLANE_LONG = '1';
  process.env.CHROMIUM_BIN = await findBrowser(process.env, say);
  tellAbsent(shared);

  const tally: Tally = { passed: 0, failed: 0 };
  const count = (name: string, ok: boolean) => {
    console.log(`${ok ? 'passed' : 'FAILED'}: ${name}`);
    if (ok) tally.passed += 1;
    else tally.failed += 1;
  };
  // Side by side: each keeps one processor busy for a minute or two.
  const [binary] = await Promise.all([findPocketBase(), makeReady(extra.length === 0 ? count : null)]);
  process.env.POCKETBASE_BIN = binary;
  const tests = await runVitest(extra);
  return { passed: tally.passed + tests.passed, failed: tally.failed + tests.failed };
}

/** Area packs, the app and, where asked for, what reads the sources without running them. */
async function makeReady(count: ((name: string, ok: boolean) => void) | null): Promise<void> {
  await areasToServe(null);
  await ensureApp();
  if (!count) return;
  const prettier = ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'];
  const typesAndForm = async () => [await checkTypes(), await run(prettier)];
  const [linted, [types, formatted]] = await Promise.all([
    run(['node_modules/eslint/bin/eslint.js', '.']),
    typesAndForm()
  ]);
  count('eslint', linted === 0);
  count('svelte-check', types === 0);
  count('prettier', formatted === 0);
}

function tellAbsent(shared: string): void {
  const absent = ['checks', 'geodata'].filter((name) => !existsSync(join(shared, name)));
  if (absent.length > 0) {
    console.log(`ABSENT (GREENLANE_SHARED=${shared}): ${absent.join(', ')}; the checks that need them are not run.`);
  }
}

async function checkTypes(): Promise<number> {
  const synced = await run(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
  if (synced !== 0) return synced;
  return run(['node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings']);
}

async function runVitest(extra: string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-test-'));
  const file = join(folder, 'report.json');
  try {
    const code = await run([
      'node_modules/vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...extra
    ]);
    if (!existsSync(file)) return { passed: 0, failed: 1 };
    const report = JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
    // A file that could not be loaded has no failed test of its own, and must count all the same.
    const broken = report.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((each) => each.status === 'failed')
    );
    for (const { name, message } of broken) console.log(`FAILED to load: ${name}\n${message}`);
    if (report.numPendingTests > 0) console.log(`${report.numPendingTests} tests skipped; each says why above.`);
    const failed = report.numFailedTests + broken.length;
    const nothing = report.numPassedTests + failed === 0;
    if (nothing) console.log('FAILED: no test ran.');
    return { passed: report.numPassedTests, failed: failed === 0 && (code !== 0 || nothing) ? 1 : failed };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(args: string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
    const stop = () => child.kill('SIGTERM');
    process.on('SIGTERM', stop);
    process.once('exit', stop);
    child.on('error', (error) => {
      console.error(error.message);
      done(1);
    });
    child.on('close', (code) => {
      process.off('SIGTERM', stop);
      process.off('exit', stop);
      done(code ?? 1);
    });
  });
}

let tally: Tally = { passed: 0, failed: 1 };
try {
  tally = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof CliError ? `greenlane: ${error.message}` : error);
}
console.log(`${tally.passed} passed, ${tally.failed} failed`);
// At once: what could not be made ready does not wait for what was being made beside it.
process.exit(tally.failed === 0 && tally.passed > 0 ? 0 : 1);
