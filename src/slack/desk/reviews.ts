import { findNear } from '../../desk/find-near.ts';
import { claimIn, type Proposal, proposalsIn } from '../../desk/proposals.ts';
import type { Log } from '../../log.ts';
import type { Message } from '../blocks/message.ts';
import { filedMessage, outcomeMessage, type ReviewCard, reviewMessage } from '../blocks/review-message.ts';
import type { ParcelOutcome } from '../delivery.ts';
import type { Dependencies } from '../dependencies.ts';
import { Unfinished } from '../work.ts';

/** Proposals as the desk and those who filed them see them. What is sent is sent once; all may be called again. */
export interface Reviews {
  /** Brings the desk's message of a proposal level with the ledger: posts it, or shows what became of it. */
  show(proposal: string, log: Log): Promise<'posted' | 'closed'>;
  /** Tells who filed something that the desk has it. */
  confirm(proposal: string, isSeen: boolean): Promise<void>;
  /** Tells who filed something what was decided, unless they decided it themselves. */
  tellOutcome(proposal: string): Promise<void>;
}

// Slack's clock and the store's need not agree.
const CLOCKS_APART_MS = 60_000;
const MOST_UPDATES = 5;

/** The key and the series of the desk's message of a proposal. */
export function reviewKey({ first }: Pick<Proposal, 'first'>): string {
  return `review:${first.seq}`;
}

/** Sends what concerns proposals. Rejects with `Unfinished` where it has to be done again. */
export function createReviews({ record, delivery, desk }: Pick<Dependencies, 'record' | 'delivery' | 'desk'>): Reviews {
  const find = (id: string): Proposal | undefined => proposalsIn(record.entries).get(id);

  async function cardOf(proposal: Proposal): Promise<ReviewCard | undefined> {
    const dossier = record.dossiers.find(({ slug }) => slug === proposal.dossier);
    if (dossier === undefined) return undefined;
    const { first, last, state, addsReport } = proposal;
    const people = [first.by, last.by, ...(state.kind === 'waiting' ? [] : [state.by])];
    const names = new Map(
      await Promise.all([...new Set(people)].map(async (by) => [by, await desk.nameOf(by)] as const)),
    );
    const claim = state.kind === 'waiting' && !addsReport ? claimIn(last.things) : undefined;
    return {
      proposal,
      dossier,
      near: claim ? findNear(dossier, claim) : [],
      nameOf: (user) => names.get(user) ?? user,
    };
  }

  async function send(key: string, proposal: Proposal, channel: string, message: Message): Promise<ParcelOutcome> {
    const since = Temporal.Instant.from(proposal.first.at).epochMilliseconds - CLOCKS_APART_MS;
    // Each of a series of its own: others are forgotten after an hour, and would be sent again.
    const outcome = await delivery.deliver({ key, to: { channel }, message, since, series: key });
    if (outcome.kind === 'pending') throw new Unfinished(outcome.why);
    return outcome;
  }

  return {
    async show(id, log) {
      const { channel } = desk;
      const proposal = find(id);
      const card = proposal && (await cardOf(proposal));
      if (!proposal || !card || channel === undefined) return 'closed';
      const posted = await send(reviewKey(proposal), proposal, channel, reviewMessage(card));
      if (posted.kind !== 'posted') return 'closed';
      // Posted now or before: before, it showed the first version. Someone may do something to it meanwhile, too.
      let shown = proposal.first.seq;
      for (let update = 1; shown < versionOf(find(id) ?? proposal); update += 1) {
        const now = find(id) ?? proposal;
        const newest = await cardOf(now);
        if (newest === undefined) break;
        if (update > MOST_UPDATES) throw new Unfinished('the proposal changes faster than it can be shown');
        // Deleted, or Slack fails: whoever presses its buttons still hears what happened.
        await delivery
          .update({ channel: posted.channel, ts: posted.ts }, reviewMessage(newest))
          .catch((err) => log.warn({ err, proposal: id }, 'the message of a proposal could not be brought up to date'));
        shown = versionOf(now);
      }
      return 'posted';
    },

    async confirm(id, isSeen) {
      const proposal = find(id);
      const card = proposal && (await cardOf(proposal));
      if (!proposal || !card) return;
      await send(`filed:${proposal.first.seq}`, proposal, proposal.first.by, filedMessage(card, isSeen));
    },

    async tellOutcome(id) {
      const proposal = find(id);
      const card = proposal && (await cardOf(proposal));
      const message = card && outcomeMessage(card);
      if (!proposal || !message || proposal.state.kind === 'waiting' || proposal.state.by === proposal.first.by) return;
      await send(`outcome:${proposal.state.seq}`, proposal, proposal.first.by, message);
    },
  };
}

/** The place in the ledger of what was last done to a proposal. */
function versionOf({ last, state }: Proposal): number {
  return state.kind === 'waiting' ? last.seq : state.seq;
}
