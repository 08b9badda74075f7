import { defineConfig } from 'vite';

/** The core's own checks as one CommonJS file in the syntax that the server's script engine reads. */
export default defineConfig({
  publicDir: false,
  logLevel: 'warn',
  build: {
    target: 'es2017',
    minify: false,
    emptyOutDir: false,
    lib: { entry: 'src/lib/core/for-server.ts', formats: ['cjs'], fileName: () => 'checks.js' }
  }
});
