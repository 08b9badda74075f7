import { createServer } from 'vite';
import { projectRoot } from './options';

/** Vite with hot reload in front of the running server; gives the address to open. */
export async function startDev(serverUrl: string): Promise<string> {
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const target = { target: serverUrl, changeOrigin: false };
  const vite = await createServer({
    root: projectRoot,
    server: {
      host: '127.0.0.1',
      port: 5173,
      proxy: { '/api': target, '/basemap': target, '^/_/': target }
    }
  });
  await vite.listen();
  return vite.resolvedUrls?.local[0] ?? 'http://127.0.0.1:5173/';
}
