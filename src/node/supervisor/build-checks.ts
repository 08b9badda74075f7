import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { hashSources, runScript } from './build-app';
import { projectRoot } from './options';

const INPUTS = ['src/lib/core', 'pocketbase/vite.config.ts', 'package-lock.json'];

/** The core's checks as a file the server's hooks can load, built into the data folder unless made from these sources. */
export async function takeChecks(dataDir: string): Promise<string> {
  const name = `checks-${hashSources(INPUTS).slice(0, 16)}.js`;
  const path = join(dataDir, name);
  if (existsSync(path)) return path;
  const draft = join(dataDir, `checks.new-${process.pid}`);
  try {
    // tsconfig.json extends what this writes; the app's own build writes it too.
    if (!existsSync(join(projectRoot, '.svelte-kit', 'tsconfig.json')))
      await runScript('types of the app', ['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']);
    const args = ['build', '--config', 'pocketbase/vite.config.ts', '--outDir', draft];
    await runScript('checks of the server', ['node_modules/vite/bin/vite.js', ...args]);
    renameSync(join(draft, 'checks.js'), path);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  for (const other of readdirSync(dataDir))
    if (/^checks-[0-9a-f]+\.js$/.test(other) && other !== name) rmSync(join(dataDir, other));
  return path;
}
