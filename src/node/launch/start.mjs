/** `npm start`, `npm run dev`. */
import { prepare, runTypeScript } from './prepare.mjs';

prepare();
await runTypeScript('src/node/supervisor/main.ts');
