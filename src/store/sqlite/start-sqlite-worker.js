import { enableCompileCache, flushCompileCache } from 'node:module';

/** Starts the thread that has the SQLite file as the process itself is started: with what was compiled the last time. */
enableCompileCache();
// A thread that is ended writes nothing more.
import('./sqlite-worker.ts').then(() => flushCompileCache());
