import { createRequire, enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isFresh } from './is-fresh.js';

/**
 * Starts Dateline: from the bundle that `npm ci` makes, whose modules need not be looked for one by one, or from the
 * sources where there is none or anything that it was made from has changed since. Either way with what Node compiled
 * the last time; where that cannot be kept, it starts as ever. In JavaScript, since what reads TypeScript takes 100 ms
 * and 25 MB to load, and is not loaded at all where it is not needed.
 */
enableCompileCache();
// Otherwise it is written at the end only, which a crash would skip.
setTimeout(flushCompileCache, 10_000).unref();
const dist = fileURLToPath(new URL('../dist/', import.meta.url));
if (isFresh(dist)) createRequire(import.meta.url)(`${dist}main.js`);
else await import('./main.ts');
