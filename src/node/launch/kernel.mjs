/**
 * Compiles the modules of assembly/ to src/lib/core/wasm/ (not in git) when they are missing or of another source. Node
 * built-ins only. Without the compiler they say null, and plain TypeScript does their work.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const assembly = join(root, 'assembly');
const target = join(root, 'src', 'lib', 'core', 'wasm');
const compiler = join(root, 'node_modules', 'assemblyscript');
const MODULES = ['kernel', 'field'];
const OPTIONS = '-O3 --converge --noAssert --runtime stub --enable simd --importMemory --noExportMemory'.split(' ');

/** Leaves with the modules compiled, or throws with the compiler's words. */
export function compileKernels() {
  const mark = `// ${fingerprint()}\n`;
  for (const name of MODULES) {
    const file = join(target, `${name}.ts`);
    if (existsSync(file) && readFileSync(file, 'utf8').startsWith(mark)) continue;
    const wasm = existsSync(compiler) ? `'${compile(name).toString('base64')}'` : 'null';
    const says = `/** assembly/${name}.ts compiled, in Base64; null where it could not be. */`;
    mkdirSync(target, { recursive: true });
    const fresh = `${file}.${process.pid}.tmp`;
    writeFileSync(fresh, `${mark}${says}\nexport const ${name.toUpperCase()}_WASM: string | null = ${wasm};\n`);
    renameSync(fresh, file);
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(OPTIONS.join(' '));
  for (const name of readdirSync(assembly).sort()) hash.update(name).update(readFileSync(join(assembly, name)));
  const version = join(compiler, 'package.json');
  hash.update(existsSync(version) ? JSON.parse(readFileSync(version, 'utf8')).version : 'no compiler');
  return hash.digest('hex');
}

/** @param {string} name */
function compile(name) {
  const folder = mkdtempSync(join(tmpdir(), 'greenlane-kernel-'));
  const out = join(folder, 'out.wasm');
  try {
    const args = [join(compiler, 'bin', 'asc.js'), join(assembly, `${name}.ts`), ...OPTIONS, '-o', out];
    const { status, stderr, error } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`assembly/${name}.ts does not compile:\n${error?.message ?? stderr}`);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) compileKernels();
