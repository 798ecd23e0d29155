import { limits } from '../limits.ts';
import type { Clock } from './clock.ts';

/** What a trigger was given out for. */
export interface Trigger {
  readonly user: string;
  /** The channel in view when it was given out. */
  readonly channel?: string;
  /** Set when it came from an open modal: `views.push` needs it. */
  readonly view?: string;
}

/** What `views.open` gets for a trigger_id. */
export type Exchange =
  | { readonly ok: true; readonly trigger: Trigger }
  | { readonly ok: false; readonly error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

/** Trigger ids: three seconds, one use. */
export interface Triggers {
  readonly issue: (trigger: Trigger) => string;
  readonly exchange: (id: string) => Exchange;
}

/** An empty store of triggers. */
export const createTriggers = (clock: Clock): Triggers => {
  const issued = new Map<string, { readonly trigger: Trigger; readonly at: number; used: boolean }>();
  return {
    issue: (trigger) => {
      const id = `${clock.id('')}.${Math.floor(clock.now())}.${clock.id('local')}`;
      issued.set(id, { trigger, at: clock.now(), used: false });
      return id;
    },
    exchange: (id) => {
      const known = issued.get(id);
      if (!known) return { ok: false, error: 'invalid_trigger_id' };
      if (known.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (clock.now() - known.at > limits.triggerSeconds.max * 1000) return { ok: false, error: 'expired_trigger_id' };
      known.used = true;
      return { ok: true, trigger: known.trigger };
    },
  };
};
