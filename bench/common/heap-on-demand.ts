/** Loaded before a server: collects garbage and tells what is left, whenever its parent asks. Keeps nothing alive. */
process.on('message', () => {
  globalThis.gc?.();
  process.send?.(process.memoryUsage().heapUsed);
});
process.channel?.unref();
