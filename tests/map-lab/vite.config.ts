import { createReadStream, existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const root = import.meta.dirname;
const areas = process.env.GREENLANE_AREAS ?? resolve(root, '../../geodata/areas');

/** The map alone, on a built area pack: serves packs with Range as the product does. */
export default defineConfig({
  root,
  plugins: [
    svelte({ preprocess: vitePreprocess(), configFile: false }),
    {
      name: 'packs',
      configureServer(server) {
        server.middlewares.use('/pack/', (request, response, next) => {
          const file = join(areas, decodeURIComponent((request.url ?? '').split('?')[0]));
          if (!file.startsWith(areas) || !existsSync(file) || !statSync(file).isFile()) return next();
          const { size } = statSync(file);
          const range = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '');
          const start = range ? Number(range[1]) : 0;
          const end = range && range[2] ? Math.min(size - 1, Number(range[2])) : size - 1;
          response.writeHead(range ? 206 : 200, {
            'content-length': end - start + 1,
            ...(range ? { 'content-range': `bytes ${start}-${end}/${size}` } : {})
          });
          createReadStream(file, { start, end }).pipe(response);
        });
      }
    }
  ],
  resolve: { alias: { $core: resolve(root, '../../src/lib/core') } },
  worker: { format: 'es' },
  server: { host: '127.0.0.1' }
});
