import { createServer } from 'vite';
import { hostForUrl, projectRoot } from './options';

/** Vite with hot reload at `at`, in front of the running server; gives the address to open. */
export async function startDev(serverUrl: string, at: { host: string; port: number }): Promise<string> {
  process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';
  const target = { target: serverUrl, changeOrigin: false };
  const vite = await createServer({
    root: projectRoot,
    server: {
      host: at.host,
      port: at.port,
      strictPort: true,
      proxy: { '/api': target, '/basemap': target, '^/_/': target }
    }
  });
  await vite.listen();
  return vite.resolvedUrls?.local[0] ?? `http://${hostForUrl(at.host)}:${at.port}/`;
}
