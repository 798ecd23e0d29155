import { elapsedMs } from '../../elapsed.ts';
import type { Deliveries } from '../../store/store.ts';

/**
 * Whose turn it is to correct. Of all instances one at a time edits messages: no edit can overtake another, and what
 * Slack takes a minute, it takes from all of them together.
 */
export interface Turn {
  /** Edits may begin until then, on `elapsedMs()`. */
  readonly until: () => number;
  /** Goes on having the turn; false when another instance has it now. To be asked before each step. */
  keep(): Promise<boolean>;
  end(): Promise<void>;
}

/** Never settled: it is claimed and given back again and again. */
const TURN = 'corrections-turn';

/** Takes the turn; in how many ms it may be free where another instance has it. */
export async function takeTurn(
  deliveries: Pick<Deliveries, 'claim' | 'release'>,
  leaseMs: number,
): Promise<{ readonly kind: 'taken'; readonly turn: Turn } | { readonly kind: 'held'; readonly forMs: number }> {
  const claim = () => deliveries.claim({ key: TURN, detail: null, leaseMs });
  let held = await claim();
  if (held.kind !== 'claimed') return { kind: 'held', forMs: held.kind === 'held' ? held.forMs : leaseMs };
  const until = () => (held.kind === 'claimed' ? held.postBefore : 0);
  const giveBack = async () => {
    if (held.kind === 'claimed') await deliveries.release(TURN, held.attempt);
  };
  return {
    kind: 'taken',
    turn: {
      until,
      async keep() {
        if (elapsedMs() < until() - leaseMs / 6) return true;
        await giveBack();
        held = await claim();
        return held.kind === 'claimed';
      },
      end: giveBack,
    },
  };
}
