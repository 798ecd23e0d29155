import { decideApproval } from '../../../desk/decide-review.ts';
import { proposalsIn } from '../../../desk/proposals.ts';
import type { Log } from '../../../log.ts';
import { claimModal } from '../../blocks/claim-modal.ts';
import { declineModal } from '../../blocks/decline-modal.ts';
import { notice } from '../../blocks/notice.ts';
import { REVIEW_ACTIONS } from '../../blocks/review-message.ts';
import type { Dependencies } from '../../dependencies.ts';
import type { Role } from '../../desk/editors.ts';
import { isOwn } from '../../desk/filing.ts';
import { revisionForm } from '../../desk/open-form.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Reviews } from '../../desk/reviews.ts';
import { readSeen } from '../../desk/seen-value.ts';
import { DESK_WORDS } from '../../desk/words.ts';
import type { Action } from './index.ts';
import type { Press } from './press.ts';

const { refused: REFUSED } = DESK_WORDS;

/** The buttons below a proposal: approve it, change it, decline it. A stale one answers with what happened instead. */
export function createReviewActions({ record, desk, delivery }: Dependencies, reviews: Reviews) {
  async function tell({ responseUrl, user, channel }: Press, text: string): Promise<void> {
    if (responseUrl) await delivery.respond(responseUrl, notice(text), 'private', { user: user.id, channel });
    else await delivery.post({ channel: user.id }, notice(text));
  }

  async function refuseRole(press: Press, role: Exclude<Role, { kind: 'editor' }>, log: Log): Promise<void> {
    log.warn({ user: press.user.id, role: role.kind }, 'a decision by someone who is no editor was refused');
    await tell(press, REFUSED[role.kind]);
  }

  /** The proposal below which a button was pressed, if it waits as it was shown; else the person is told. */
  async function waitingBelow(press: Press, log: Log) {
    const seen = readSeen(press.value);
    const proposal = seen && proposalsIn(record.entries).get(seen.proposal);
    if (!seen || !proposal) return void (await tell(press, REFUSED['no-proposal']));
    const { state, last } = proposal;
    if (state.kind === 'waiting' && last.seq === seen.version) return { seen, proposal };
    const kind = state.kind === 'waiting' ? 'revised' : 'decided';
    await tell(press, await refusalText({ kind, proposal }, desk.nameOf));
    return void (await reviews.show(seen.proposal, log));
  }

  const approve: Action = {
    keyOf: ({ triggerId, user, value }) => triggerId ?? `${user.id}:${value}`,
    async run(press, _, log) {
      const seen = readSeen(press.value);
      if (!seen) return tell(press, REFUSED['no-proposal']);
      const { id: user } = press.user;
      const role = await desk.roleOf(user);
      if (role.kind !== 'editor') return refuseRole(press, role, log);
      const { fourEyes } = desk;
      const entered = await desk.enter(user, (state) =>
        decideApproval(state, seen, { user, isEditor: true }, { fourEyes }),
      );
      if (entered.kind === 'refused' && !isOwn(entered.refusal, user)) {
        await tell(press, await refusalText(entered.refusal, desk.nameOf));
        const { kind } = entered.refusal;
        if (kind !== 'decided' && kind !== 'revised') return;
      }
      await reviews.show(seen.proposal, log);
      await reviews.tellOutcome(seen.proposal);
    },
  };

  const edit: Action = {
    async now(press, log) {
      const { id: user } = press.user;
      const role = await desk.roleOf(user);
      const found = await waitingBelow(press, log);
      if (!found || !press.triggerId) return;
      const { proposal } = found;
      const isOwnProposal = proposal.first.by === user;
      if (role.kind !== 'editor' && !isOwnProposal) {
        if (role.kind !== 'not-editor') return refuseRole(press, role, log);
        log.warn({ user, proposal: proposal.id }, 'a change of somebody else’s proposal was refused');
        return tell(press, REFUSED['not-yours']);
      }
      const mayApprove = role.kind === 'editor' && !(desk.fourEyes && isOwnProposal);
      const form = revisionForm(proposal, record.dossiers, mayApprove);
      if (!form) return tell(press, REFUSED['no-dossier']);
      await delivery.openModal(press.triggerId, claimModal(form));
    },
  };

  const decline: Action = {
    async now(press, log) {
      const role = await desk.roleOf(press.user.id);
      if (role.kind !== 'editor') return refuseRole(press, role, log);
      const found = await waitingBelow(press, log);
      if (found && press.triggerId) await delivery.openModal(press.triggerId, declineModal(found.seen));
    },
  };

  return {
    [REVIEW_ACTIONS.approve]: approve,
    [REVIEW_ACTIONS.edit]: edit,
    [REVIEW_ACTIONS.decline]: decline,
  } satisfies Readonly<Record<string, Action>>;
}
