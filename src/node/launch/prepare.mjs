/** What every npm script needs before any package exists: the right Node and the packages. Node built-ins only. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileKernels } from './kernel.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** Ends the process with one line. @param {string} line @returns {never} */
export function stop(line) {
  console.error(`greenlane: ${line}`);
  process.exit(1);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(
    `Node ${process.versions.node} is too old; install Node 20.19 or newer from nodejs.org, then repeat the command.`
  );
}

/** True when npm's record of what it installed lacks something the lock file wants (optional packages apart). */
function packagesMissing() {
  const record = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  return Object.entries(wanted).some(
    ([path, each]) => path !== '' && !each.optional && !each.devOptional && installed[path]?.version !== each.version
  );
}

function installPackages() {
  console.error('greenlane: installing packages (npm ci; a minute or two, once) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32'
  });
  if (done.error) stop(`npm could not be run (${done.error.message}); install npm, then repeat the command.`);
  if (done.status !== 0) {
    stop(
      'npm ci failed (its own message stands above); check the network and free disk space, then repeat the command.'
    );
  }
}

/** Leaves with a clear line, or returns with Node, packages and the compiled kernels ready. */
export function prepare() {
  requireNode();
  if (packagesMissing()) installPackages();
  try {
    compileKernels();
  } catch (error) {
    stop(error instanceof Error ? error.message : String(error));
  }
}

/**
 * Runs a TypeScript entry point in this very process, so that signals, exit code and streams are its own.
 * @param {string} file path from the project's root
 */
export async function runTypeScript(file) {
  const { register } = await import('tsx/esm/api');
  register();
  await import(new URL(`file://${join(root, file)}`).href);
}
