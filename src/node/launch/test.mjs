/** `npm test`, `npm run test:long`. */
import { prepare, runTypeScript } from './prepare.mjs';

prepare();
await runTypeScript('src/node/launch/run-tests.ts');
