import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { compileKernels } from './src/node/launch/kernel.mjs';

/** Fonts are cut before static files are read; tests need none. */
const fonts: Plugin = {
  name: 'greenlane-fonts',
  async config(_, { mode }) {
    if (mode === 'test') return;
    const { subsetFonts } = await import('./src/node/fonts/subset');
    await subsetFonts();
  }
};

/** The compiled kernels are no part of the sources: whoever builds or tests makes them first. */
const kernels: Plugin = {
  name: 'greenlane-kernels',
  config: () => compileKernels()
};

/** Scripts of workers stand in no manifest: the service worker reads here which there are. */
const workers: Plugin = {
  name: 'greenlane-workers',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const names = Object.keys(bundle).filter((name) => name.includes('/workers/') && !name.endsWith('.map'));
      if (names.length === 0) return;
      const source = JSON.stringify(names.map((name) => `/${name}`));
      this.emitFile({ type: 'asset', fileName: '_app/workers.json', source });
    }
  }
};

export default defineConfig({
  plugins: [kernels, fonts, workers, sveltekit()],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      output: {
        // What most desks share travels in one file: fifty small ones weigh more, in headers and compression.
        codeSplitting: {
          groups: [
            {
              name: 'desk',
              // Not what every desk only loads late.
              test: /\/src\/lib\/(?!map\/|core\/operations\/|core\/tables\/|i18n\/messages\/(?:results-explain|supplies|duty)|components\/(?:ExplanationPanel|supplies\/)|commands\/(?:goods|operations|queue)|state\/operations|store\/(?:operation|queue))|\/node_modules\/(?!maplibre|@?deck|@luma|@loaders|@math|@probe|fflate)/,
              minShareCount: 4
            }
          ]
        }
      }
    }
  },
  test: {
    setupFiles: ['tests/helpers/seed.ts'],
    // Two files at a time; first what only reckons, then servers, each with a folder and port of its own, and browsers:
    // these must not compete with the oracles for the processor.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          sequence: { groupOrder: 0 },
          include: ['src/**/*.test.ts', 'tests/unit/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
          maxWorkers: 2
        }
      },
      {
        extends: true,
        test: {
          name: 'golden',
          sequence: { groupOrder: 0 },
          include: ['tests/golden/**/*.test.ts'],
          environment: 'node',
          testTimeout: 600_000,
          hookTimeout: 600_000,
          maxWorkers: 2
        }
      },
      {
        extends: true,
        test: {
          name: 'rules',
          sequence: { groupOrder: 1 },
          include: ['tests/rules/**/*.test.ts'],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 300_000,
          maxWorkers: 2
        }
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          sequence: { groupOrder: 1 },
          include: ['tests/e2e/**/*.test.ts'],
          globalSetup: ['tests/helpers/prepared-data.ts'],
          environment: 'node',
          testTimeout: 300_000,
          hookTimeout: 300_000,
          maxWorkers: 2
        }
      }
    ]
  }
});
