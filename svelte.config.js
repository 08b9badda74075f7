import adapter from '@sveltejs/adapter-static';
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** @type {import('@sveltejs/kit').Config} */
export default {
  preprocess: vitePreprocess(),
  kit: {
    adapter: adapter({ pages: 'build', assets: 'build', fallback: 'index.html', precompress: true }),
    alias: { $core: 'src/lib/core' },
    csp: { mode: 'hash', directives: {} },
    version: { pollInterval: 0 },
    // Registered by the app itself, after its first view.
    serviceWorker: { register: false }
  },
  compilerOptions: { runes: true }
};
