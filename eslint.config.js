import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

/**
 * Who may import whom, as ARCHITECTURE.md states it. Each layer lists the first path segment under src/lib
 * (or a package) that it must not reach.
 */
const layers = {
  core: {
    files: ['src/lib/core/**/*.ts'],
    deny: ['engine', 'store', 'state', 'commands', 'map', 'components', 'i18n']
  },
  engine: { files: ['src/lib/engine/**/*.ts'], deny: ['store', 'state', 'commands', 'map', 'components', 'i18n'] },
  tables: { files: ['src/lib/tables/**/*.ts'], deny: ['store', 'state', 'commands', 'map', 'components', 'i18n'] },
  store: { files: ['src/lib/store/**/*.ts'], deny: ['engine', 'state', 'commands', 'map', 'components', 'i18n'] },
  map: { files: ['src/lib/map/**/*.{ts,svelte}'], deny: ['store', 'state', 'commands', 'components'] },
  state: { files: ['src/lib/state/**/*.ts'], deny: ['store', 'commands', 'map', 'components'] },
  commands: { files: ['src/lib/commands/**/*.ts'], deny: ['engine', 'map', 'components'] },
  views: { files: ['src/lib/components/**/*.{ts,svelte}', 'src/routes/**/*.{ts,svelte}'], deny: ['engine', 'store'] }
};

const owned = [
  { packages: ['pocketbase'], owner: 'src/lib/store' },
  { packages: ['maplibre-gl', 'deck.gl', '@deck.gl/*', 'pmtiles'], owner: 'src/lib/map' }
];

/** @type {any[]} */
const layerRules = Object.entries(layers).map(([name, { files, deny }]) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          {
            regex: `(^|/)(\\$lib|lib|\\.\\.)/(${deny.join('|')})(/|$)`,
            message: `${name} may not import ${deny.join(', ')} (ARCHITECTURE.md, "Who may import whom").`
          },
          ...(name === 'views'
            ? [{ regex: '(^|/)(\\$core|core)/', allowTypeImports: true, message: 'Views take types only from core.' }]
            : []),
          ...(name === 'core'
            ? [
                {
                  regex: '^(node:|svelte|\\$app|\\$env|valibot)',
                  message: 'Core is pure: no files, clocks, DOM or frameworks.'
                }
              ]
            : []),
          ...owned
            .filter(({ owner }) => !owner.endsWith(`/${name}`))
            .map(({ packages, owner }) => ({ group: packages, message: `Only ${owner} imports ${packages[0]}.` }))
        ]
      }
    ],
    ...(name === 'core'
      ? {
          'no-restricted-globals': [
            'error',
            'window',
            'document',
            'fetch',
            'localStorage',
            'performance',
            'process',
            'setTimeout'
          ],
          'no-restricted-properties': [
            'error',
            { object: 'Date', property: 'now', message: 'Core takes the clock as an argument.' },
            { object: 'Math', property: 'random', message: 'Core takes a seeded generator.' }
          ]
        }
      : {})
  }
}));

export default ts.config(
  {
    ignores: [
      'node_modules',
      'build',
      '.svelte-kit',
      '.greenlane*',
      'geodata/areas',
      'geodata/raw',
      'pocketbase/**',
      'static',
      'tests/fixtures',
      'assembly',
      'src/lib/core/wasm'
    ]
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      parserOptions: { projectService: true, extraFileExtensions: ['.svelte'], parser: ts.parser, svelteConfig }
    }
  },
  ...layerRules
);
