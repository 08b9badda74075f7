/** `npm run -s greenlane -- <command> …`. */
import { prepare, runTypeScript } from './prepare.mjs';

prepare();
await runTypeScript('src/node/cli/main.ts');
