import { enableCompileCache, flushCompileCache } from 'node:module';

/**
 * Starts Dateline with what Node compiled the last time: a third of the work of a start is reading code. Where the
 * cache cannot be kept, it starts as ever.
 */
enableCompileCache();
// Otherwise it is written at the end only, which a crash would skip.
setTimeout(flushCompileCache, 10_000).unref();
await import('./main.ts');
