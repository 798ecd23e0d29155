import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';

/** The code of the error of a request that was not sent because it was too late. Not a byte of it left. */
export const TOO_LATE = 'ETOOLATE';

const deadline = new AsyncLocalStorage<number>();
const deadlines = new WeakMap<object, number>();

/**
 * Makes a call whose requests are sent before a moment on `performance.now()` or not at all. Between a look at the clock
 * and the first byte lie a queue, a connection and, for a process that is frozen there, any length of time: the clock is
 * looked at again in the same turn in which the first byte is written.
 */
export function sendBefore<T>(moment: number, call: () => Promise<T>): Promise<T> {
  return deadline.run(moment, call);
}

// Node's `fetch` tells of each request as it is made, and again right before it is written.
subscribe('undici:request:create', (message) => {
  const moment = deadline.getStore();
  if (moment !== undefined) deadlines.set((message as { request: object }).request, moment);
});
subscribe('undici:client:sendHeaders', (message) => {
  const { request, socket } = message as { request: object; socket: { destroy(error: Error): void } };
  const moment = deadlines.get(request);
  if (moment === undefined || performance.now() < moment) return;
  socket.destroy(Object.assign(new Error('It was too late to send it'), { code: TOO_LATE }));
});
