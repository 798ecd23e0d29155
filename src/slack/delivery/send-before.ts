import { AsyncLocalStorage } from 'node:async_hooks';
import { subscribe } from 'node:diagnostics_channel';
import { elapsedMs } from '../../elapsed.ts';

/** A call was not made because it was too late. Not a byte of it left. */
export class TooLate extends Error {}

interface Call {
  readonly moment: number;
  isLate: boolean;
}

const calls = new AsyncLocalStorage<Call>();
const callOf = new WeakMap<object, Call>();

/**
 * Makes a call whose requests are sent before a moment on `elapsedMs()` or not at all; rejects with a `TooLate` in
 * that case. Between a look at the clock and the first byte lie a queue, a connection and, for a process that is frozen
 * there, any length of time: the clock is looked at again in the same turn in which the first byte is written.
 */
export async function sendBefore<T>(moment: number, call: () => Promise<T>): Promise<T> {
  const own: Call = { moment, isLate: false };
  try {
    return await calls.run(own, call);
  } catch (error) {
    throw own.isLate ? new TooLate('It was too late to send it', { cause: error }) : error;
  }
}

// Node's `fetch` tells of each request as it is made, and again right before it is written.
subscribe('undici:request:create', (message) => {
  const call = calls.getStore();
  if (call) callOf.set((message as { request: object }).request, call);
});
subscribe('undici:client:sendHeaders', (message) => {
  const { request, socket } = message as { request: object; socket: { destroy(error: Error): void } };
  const call = callOf.get(request);
  if (!call || elapsedMs() < call.moment) return;
  call.isLate = true;
  // Over HTTP/2 others share it, and have to read of this as of any break: theirs may have been sent.
  socket.destroy(new Error('Closed, so that nothing is sent too late'));
});
