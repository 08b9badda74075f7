import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

export const TINY_SCRIPT = 'export const answer = 42;\n'.repeat(100);

/** A built app in small: a page with an inline script, a hashed file with its compressed siblings. */
export function writeTinyApp(dir: string): string {
  const hashed = join(dir, '_app', 'immutable');
  mkdirSync(hashed, { recursive: true });
  writeFileSync(join(dir, 'index.html'), '<!doctype html><script>window.started = 1;</script><p>tiny app</p>');
  writeFileSync(join(hashed, 'a.js'), TINY_SCRIPT);
  writeFileSync(join(hashed, 'a.js.gz'), gzipSync(TINY_SCRIPT));
  writeFileSync(join(hashed, 'a.js.br'), brotliCompressSync(TINY_SCRIPT));
  return dir;
}
