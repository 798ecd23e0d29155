import { z } from 'zod';
import { decideDecline } from '../../../desk/decide-review.ts';
import { DECLINE_MODAL, DECLINE_WHY, LONGEST_WHY } from '../../blocks/decline-modal.ts';
import { notice } from '../../blocks/notice.ts';
import type { Dependencies } from '../../dependencies.ts';
import { isOwn } from '../../desk/filing.ts';
import { readValues } from '../../desk/read-form.ts';
import { refusalText } from '../../desk/refusal-text.ts';
import type { Reviews } from '../../desk/reviews.ts';
import { readSeen } from '../../desk/seen-value.ts';
import { DESK_WORDS } from '../../desk/words.ts';
import type { Submission } from './index.ts';

const acceptedSchema = z.object({
  user: z.string(),
  seen: z.object({ proposal: z.string(), version: z.number() }),
  why: z.string(),
});

type Accepted = z.infer<typeof acceptedSchema>;

const { refused: REFUSED, decline: WORDS } = DESK_WORDS;

/** Declines a proposal for the reason given, if who sends it off is an editor. */
export function createDeclineProposal({ record, desk, work, delivery, intake }: Dependencies, reviews: Reviews) {
  const decide =
    ({ user, seen, why }: Accepted) =>
    (state: Parameters<typeof decideDecline>[0]) =>
      decideDecline(state, seen, why, { user, isEditor: true });

  const take = intake.register<Accepted>({
    name: DECLINE_MODAL,
    schema: acceptedSchema,
    async run(accepted, _, log) {
      const { user, seen } = accepted;
      const entered = await desk.enter(user, decide(accepted));
      if (entered.kind === 'refused' && !isOwn(entered.refusal, user))
        await delivery.post({ channel: user }, notice(await refusalText(entered.refusal, desk.nameOf)));
      await reviews.show(seen.proposal, log);
      await reviews.tellOutcome(seen.proposal);
    },
    tell: (message, { user }) => delivery.post({ channel: user }, message),
  });

  return async ({ user, view, acknowledge }: Submission): Promise<void> => {
    let isAcknowledged = false;
    const values = readValues(view.values);
    const refuse = (why: string) => {
      isAcknowledged = true;
      return acknowledge({ response_action: 'errors', errors: values.errors({ [DECLINE_WHY]: why }) });
    };
    const tell = (text: string) => (isAcknowledged ? delivery.post({ channel: user }, notice(text)) : refuse(text));

    await work.run({ name: DECLINE_MODAL, tell: ({ text }) => tell(text) }, async (log) => {
      const seen = readSeen(view.metadata);
      if (!seen) return refuse(REFUSED.stale);
      const role = await desk.roleOf(user);
      if (role.kind !== 'editor') {
        log.warn(
          { user, role: role.kind, proposal: seen.proposal },
          'a decision by someone who is no editor was refused',
        );
        return refuse(REFUSED[role.kind]);
      }
      const why = values
        .text(DECLINE_WHY)
        // What cannot be seen, or turns the direction of what follows.
        .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
        .trim();
      if (why === '') return refuse(WORDS.missing);
      if (why.length > LONGEST_WHY) return refuse(WORDS.tooLong(LONGEST_WHY));
      const accepted = { user, seen, why };
      const decision = decide(accepted)({ entries: record.entries, dossiers: record.dossiers });
      if (decision.kind === 'refused') return refuse(await refusalText(decision.refusal, desk.nameOf));
      await take(`decline:${view.id}`, accepted);
      isAcknowledged = true;
      await acknowledge();
    });
  };
}
