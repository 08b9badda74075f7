/**
 * Compiles assembly/kernel.ts to src/lib/core/wasm/kernel.ts (not in git) when that is missing or of another
 * source. Node built-ins only. Without the compiler the module says null, and the plain kernel does its work.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const source = join(root, 'assembly', 'kernel.ts');
const target = join(root, 'src', 'lib', 'core', 'wasm', 'kernel.ts');
const compiler = join(root, 'node_modules', 'assemblyscript');
const OPTIONS = '-O3 --converge --noAssert --runtime stub --enable simd --importMemory --noExportMemory'.split(' ');

/** Leaves with the kernel compiled, or throws with the compiler's words. */
export function compileKernel() {
  const mark = `// ${fingerprint()}\n`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return;
  const wasm = existsSync(compiler) ? `'${compile().toString('base64')}'` : 'null';
  const text = `${mark}/** assembly/kernel.ts compiled, in Base64; null where it could not be. */\nexport const KERNEL_WASM: string | null = ${wasm};\n`;
  mkdirSync(dirname(target), { recursive: true });
  const fresh = `${target}.${process.pid}.tmp`;
  writeFileSync(fresh, text);
  renameSync(fresh, target);
}

function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(source)).update(OPTIONS.join(' '));
  const version = join(compiler, 'package.json');
  hash.update(existsSync(version) ? JSON.parse(readFileSync(version, 'utf8')).version : 'no compiler');
  return hash.digest('hex');
}

function compile() {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-kernel-'));
  const out = join(folder, 'kernel.wasm');
  try {
    const args = [join(compiler, 'bin', 'asc.js'), source, ...OPTIONS, '-o', out];
    const { status, stderr, error } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`assembly/kernel.ts does not compile:\n${error?.message ?? stderr}`);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileKernel();
