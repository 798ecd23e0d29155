import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**'],
    // Many wait for leases to end and for processes to start: on two cores, one worker leaves most of both unused.
    maxWorkers: 3,
    // Tests start many instances: compiling them once is a third of their start.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('./node_modules/.cache/compiled', import.meta.url)) },
  },
});
