import { setTimeout as sleep } from 'node:timers/promises';

/** Messages go out one after the other within a channel, and side by side between channels. */
export interface ChannelLanes {
  /** Runs a task when those before it in the channel are done and the channel is free. */
  run<T>(channel: string, task: (lane: Lane) => Promise<T>): Promise<T>;
  /** How long until a channel may be written to, as far as that is known, in ms. */
  freeInMs(channel: string): number;
}

/** The channel's lane, for the task that has its turn. */
export interface Lane {
  /** Keeps the channel free of messages for so long from now. */
  keepFree(ms: number): void;
  /** Resolves when the channel may be written to. */
  free(): Promise<void>;
  /** How long until then, in ms. */
  freeInMs(): number;
}

/** Lanes with no one on them. A lane is forgotten once it is empty and free. */
export function createChannelLanes(): ChannelLanes {
  const lanes = new Map<string, { last: Promise<unknown>; freeAt: number }>();

  const untilFree = ({ freeAt }: { readonly freeAt: number }) => Math.max(0, freeAt - performance.now());

  return {
    freeInMs: (channel) => untilFree(lanes.get(channel) ?? { freeAt: 0 }),
    run(channel, task) {
      const state = lanes.get(channel) ?? { last: Promise.resolve(), freeAt: 0 };
      lanes.set(channel, state);
      const freeInMs = () => untilFree(state);
      const lane: Lane = {
        keepFree: (ms) => {
          state.freeAt = Math.max(state.freeAt, performance.now() + ms);
        },
        free: async () => {
          while (freeInMs() > 0) await sleep(freeInMs());
        },
        freeInMs,
      };
      const turn = state.last.then(() => lane.free()).then(() => task(lane));
      const ended: Promise<void> = turn.catch(() => {}).then(() => forgetWhenFree(channel, ended));
      state.last = ended;
      return turn;
    },
  };

  function forgetWhenFree(channel: string, ended: Promise<void>): void {
    const state = lanes.get(channel);
    if (state?.last !== ended) return;
    const wait = state.freeAt - performance.now();
    if (wait <= 0) return void lanes.delete(channel);
    setTimeout(() => forgetWhenFree(channel, ended), wait).unref();
  }
}
